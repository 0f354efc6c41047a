/** Reads template.yaml: what a mail is called and about, who sends it and what goes with it, every mistake with its line. */
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {SYSTEM_NAMES, systemNamed} from '../../core/lint/sending-system.ts'
import {MAIL_CLASSES} from '../../core/sending/mail-class.ts'
import type {TemplatePlace, TemplateSource} from '../../ports/templates.ts'
import type {TemplateProblems} from './template-problems.ts'
import type {YamlEntry, YamlReader} from './template-yaml.ts'
import {readYaml} from './template-yaml.ts'

type Said = Pick<
  TemplateSource,
  | 'subject'
  | 'subjectAt'
  | 'preheader'
  | 'preheaderAt'
  | 'from'
  | 'replyTo'
  | 'topic'
  | 'purpose'
  | 'mailClass'
  | 'laws'
  | 'languages'
  | 'charset'
  | 'system'
  | 'filling'
  | 'raw'
>

export interface TemplateSettings extends Said {
  readonly wanted: readonly WantedFile[]
}

export interface WantedFile {
  /** As written, relative to the template's folder. */
  readonly file: string
  /** As the reader shall see it; null = the file's own name. */
  readonly name: string | null
  readonly at: TemplatePlace
}

const KEYS = [
  'subject',
  'preheader',
  'from',
  'replyTo',
  'topic',
  'purpose',
  'class',
  'laws',
  'language',
  'languages',
  'charset',
  'system',
  'filling',
  'raw',
  'attachments',
] as const

/** subject is required. Mistakes go to problems; what is returned then lacks what could not be read. */
export function readTemplateSettings(source: string, file: string, problems: TemplateProblems): TemplateSettings {
  const yaml = readYaml(source, file, problems)
  const entries = yaml.root(KEYS)
  const read = <Value>(key: (typeof KEYS)[number], how: (entry: YamlEntry) => Value): Value | null => {
    const entry = entries?.get(key)
    return entry === undefined ? null : how(entry)
  }
  const subject = read('subject', yaml.text)
  const preheader = read('preheader', yaml.text)
  const text = (key: 'topic' | 'purpose') => read(key, yaml.text)?.text ?? null
  if (entries !== null && !entries.has('subject')) problems.tell({file, line: 1, column: 1}, 'template-yaml.no-subject')
  if (entries?.has('language') && entries.has('languages'))
    problems.tell(entries.get('languages')!.at, 'template-yaml.two-languages')
  return {
    subject: subject?.text ?? null,
    subjectAt: subject?.at ?? null,
    preheader: preheader?.text ?? null,
    preheaderAt: preheader?.at ?? null,
    from: read('from', (entry) => fromIn(entry, yaml, problems)),
    replyTo: read('replyTo', (entry) => addressIn(entry, yaml, problems)),
    topic: text('topic'),
    purpose: text('purpose'),
    mailClass: read('class', (entry) => yaml.word(entry, MAIL_CLASSES)),
    laws: (read('laws', yaml.listOrOne) ?? []).flatMap((entry) => {
      const said = yaml.text(entry)
      return said === null ? [] : [{name: said.text.toLowerCase(), at: said.at}]
    }),
    languages: languagesIn(
      [...(read('language', (entry) => [entry]) ?? []), ...(read('languages', yaml.list) ?? [])],
      yaml,
      problems,
    ),
    charset: read('charset', (entry) => yaml.word(entry, ['utf-8', 'iso-2022-jp'])) ?? 'utf-8',
    system: read('system', (entry) => systemNamed(yaml.word(entry, SYSTEM_NAMES) ?? '')),
    filling: read('filling', (entry) => yaml.word(entry, ['strict', 'lenient'])) ?? 'strict',
    raw: (read('raw', yaml.list) ?? []).flatMap((entry) => yaml.text(entry)?.text.normalize('NFC') ?? []),
    wanted: (read('attachments', yaml.list) ?? []).flatMap((entry) => wantedIn(entry, yaml, problems) ?? []),
  }
}

function fromIn(entry: YamlEntry, yaml: YamlReader, problems: TemplateProblems): TemplateSource['from'] {
  const parts = yaml.map(entry, ['name', 'address'])
  if (parts === null) return null
  const [name, address] = [parts.get('name'), parts.get('address')]
  const missing = name === undefined ? 'name' : address === undefined ? 'address' : null
  if (missing !== null) problems.tell(entry.at, 'template-yaml.missing', {key: `${entry.path}.${missing}`})
  const said = name === undefined ? null : yaml.text(name)
  const checked = address === undefined ? null : addressIn(address, yaml, problems)
  return said === null || checked === null ? null : {name: said.text, address: checked}
}

/** The address as we send with it; the one that is written stays out of the message. */
function addressIn(entry: YamlEntry, yaml: YamlReader, problems: TemplateProblems): string | null {
  const said = yaml.text(entry)
  if (said === null) return null
  const address = parseAddress(said.text)
  if (isAddress(address)) return address.address
  problems.tell(said.at, 'template-yaml.not-an-address', {key: entry.path})
  return null
}

/** BCP 47 tags in their canonical spelling, each once. */
function languagesIn(entries: readonly YamlEntry[], yaml: YamlReader, problems: TemplateProblems): readonly string[] {
  const tags = entries.flatMap((entry) => {
    const said = yaml.text(entry)
    if (said === null) return []
    const tag = languageTag(said.text)
    if (tag === null) problems.tell(said.at, 'template-yaml.not-a-language', {key: entry.path, found: said.text})
    return tag ?? []
  })
  return [...new Set(tags)]
}

/** A country's code (jp) is a well-formed tag, but no language has it: only tags with a name count. */
function languageTag(said: string): string | null {
  try {
    const names = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'})
    const [tag] = Intl.getCanonicalLocales(said)
    return tag === undefined || names.of(tag) === undefined ? null : tag
  } catch {
    return null
  }
}

function wantedIn(entry: YamlEntry, yaml: YamlReader, problems: TemplateProblems): WantedFile | null {
  if (!yaml.isMap(entry)) {
    const file = yaml.text(entry)
    return file && {file: file.text, name: null, at: file.at}
  }
  const parts = yaml.map(entry, ['file', 'name'])!
  const [file, name] = [parts.get('file'), parts.get('name')]
  if (file === undefined) problems.tell(entry.at, 'template-yaml.missing', {key: `${entry.path}.file`})
  const path = file === undefined ? null : yaml.text(file)
  const shown = name === undefined ? null : yaml.text(name)
  if (shown !== null && /[/\\]/.test(shown.text))
    problems.tell(shown.at, 'template-yaml.name-with-folder', {key: `${entry.path}.name`})
  return path && {file: path.text, name: shown?.text ?? null, at: path.at}
}
