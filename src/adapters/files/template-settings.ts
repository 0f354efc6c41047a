/** Reads template.yaml: what a mail is called and about, with every mistake's line. */
import type {Document} from 'yaml'
import {isMap, isScalar, LineCounter, parseDocument} from 'yaml'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplateSource} from '../../ports/templates.ts'

type TemplateSettings = Pick<
  TemplateSource,
  'subject' | 'subjectAt' | 'preheader' | 'preheaderAt' | 'topic' | 'purpose' | 'languages'
>

const KEYS = ['subject', 'preheader', 'topic', 'purpose', 'language'] as const
type Key = (typeof KEYS)[number]

/** subject is required; every value is text on one line. Throws TEMPLATE_INVALID, details in lang as "file:line:column  what". */
export function readTemplateSettings(source: string, file: string, lang: Lang): TemplateSettings {
  const lines = new LineCounter()
  const document = parseDocument(source, {lineCounter: lines})
  const placeOf = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {file, line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const said = (offset: number, what: string) => {
    const {line, column} = placeOf(offset)
    return `${file}:${line}:${column}  ${what}`
  }
  const {values, problems} = valuesIn(document, said, lang)
  if (problems.length > 0) throw new AppError('TEMPLATE_INVALID', {template: file}, {details: problems})
  const value = (key: Key) => values.get(key)?.text ?? null
  return {
    subject: value('subject'),
    subjectAt: placeOf(values.get('subject')!.offset),
    preheader: value('preheader'),
    preheaderAt: values.has('preheader') ? placeOf(values.get('preheader')!.offset) : null,
    topic: value('topic'),
    purpose: value('purpose'),
    languages: values.has('language') ? [values.get('language')!.text] : [],
  }
}

function valuesIn(document: Document.Parsed, said: (offset: number, what: string) => string, lang: Lang) {
  const values = new Map<Key, {text: string; offset: number}>()
  const problems = document.errors.map((error) =>
    said(error.pos[0], error.message.split('\n')[0]!.replace(/ at line .*/, '')),
  )
  const root = document.contents
  if (problems.length === 0 && !isMap(root))
    problems.push(said(0, text(lang, 'template-yaml.no-map', {keys: KEYS.join(', ')})))
  if (problems.length > 0 || !isMap(root)) return {values, problems}
  for (const {key, value} of root.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const offset = (isScalar(key) ? key.range?.[0] : undefined) ?? 0
    if (!(KEYS as readonly string[]).includes(name))
      problems.push(said(offset, text(lang, 'template-yaml.unknown-key', {key: name, keys: KEYS.join(', ')})))
    else if (!isScalar(value) || typeof value.value !== 'string' || value.value.trim() === '')
      problems.push(said(offset, text(lang, 'template-yaml.not-text', {key: name})))
    else if (/[\r\n]/.test(value.value.trim()))
      problems.push(said(offset, text(lang, 'template-yaml.not-one-line', {key: name})))
    else {
      const quote = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0
      values.set(name as Key, {text: value.value.trim(), offset: (value.range?.[0] ?? 0) + quote})
    }
  }
  if (problems.length === 0 && !values.has('subject')) problems.push(said(0, text(lang, 'template-yaml.no-subject')))
  return {values, problems}
}
