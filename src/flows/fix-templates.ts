/**
 * Mends what is safe to mend in templates, or shows what it would. A mend is made only when linting what comes of it finds
 * nothing new, and a footer only when it answers a finding: so a mended file passes for what was mended, and mending it
 * again changes nothing.
 */
import type {Finding} from '../core/lint/finding.ts'
import type {Edit} from '../core/lint/mends/edits.ts'
import {withEdits} from '../core/lint/mends/edits.ts'
import type {MjmlMend, MjmlSides} from '../core/lint/mends/mjml-mends.ts'
import {mjmlHttpsMend, mjmlLangMend, offsetBefore} from '../core/lint/mends/mjml-mends.ts'
import type {Mend, MendKind, MendPlaces} from '../core/lint/mends/propose-mends.ts'
import {
  footerMend,
  hostsOverTls,
  httpsMend,
  langMend,
  lineEndOf,
  linksInText,
  tidyText,
} from '../core/lint/mends/propose-mends.ts'
import {unifiedDiff} from '../core/lint/mends/unified-diff.ts'
import type {LintReport} from '../core/reports/lint-report.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {MendFiles} from '../ports/mend-files.ts'
import type {TemplateSource, TemplateText} from '../ports/templates.ts'
import type {LintNeeds, LintRun} from './lint-templates.ts'
import {askFor, isFragment, lintTemplate, lintTemplates} from './lint-templates.ts'
import {partialsFor} from './template-partials.ts'

export interface FixAsk extends LintRun {
  /** Changes nothing: what would be done is told. */
  readonly isDry: boolean
}

export interface FixNeeds extends LintNeeds {
  readonly places: (html: string) => MendPlaces
  readonly textOf: (html: string) => Promise<string>
  /** See MjmlSides.langAt. */
  readonly mjmlLangAt: (mjml: string) => number | null
  readonly files: MendFiles
}

export interface FixedFile {
  readonly file: string
  readonly isNew: boolean
  /** In the order of MENDS; count: how many places. */
  readonly mends: readonly {readonly kind: MendKind; readonly count: number}[]
  /** Lines of a unified diff. */
  readonly diff: readonly string[]
}

export interface FixAnswer {
  /** Of what is left, or in a dry run would be. */
  readonly report: LintReport
  readonly fixed: readonly FixedFile[]
  /** What would be mended, but not safely. */
  readonly left: readonly LeftAlone[]
}

export interface LeftAlone {
  readonly file: string
  readonly why: 'mjml-footer' | 'mjml-include'
  readonly count: number
}

/** Throws what lintTemplates throws, FIX_STALE, FILE_UNWRITABLE; what was written before that stays. */
export async function fixTemplates({isDry, ...ask}: FixAsk, needs: FixNeeds): Promise<FixAnswer> {
  const {paths, baseline: _, version: __, ...all} = ask
  const fixed = new Map<string, FixedFile>()
  const left = new Map<string, LeftAlone>()
  const mended = new Map<string, TemplateSource>()
  for (const path of new Set(paths)) {
    // What is piped in is no file of ours.
    const source = path === '-' ? null : (await needs.inputs.read(path)).template
    if (source === null) continue
    const each = askFor(path, all)
    const partial = each.partial === true || isFragment(path)
    const lint = (template: TemplateSource) => lintTemplate(template, {...each, partial}, needs)
    // Another system would send our tag as it stands, and what nobody declared cannot be filled in.
    const isOurs = (each.system === undefined ? source.system : each.system) == null
    const {name, address, contact} = each.sender
    const footer = !partial && isOurs && ![name, address, contact].includes('')
    const made = await mendTemplate(source, lint, {sender: Object.values(each.sender), footer}, needs)
    mended.set(path, made.source)
    for (const each of made.left) left.set(`${each.why} ${each.file}`, each)
    // A template may be named twice, as a folder and as its file.
    for (const {text, before, mends} of made.files) {
      if (fixed.has(text.file)) continue
      const edits = mends.flatMap((mend) => mend.edits)
      const diff = unifiedDiff(text.file, before, edits)
      const counts = mends.map((mend) => ({kind: mend.kind, count: mend.edits.length}))
      if (!isDry && before === null) await needs.files.create(text.file, text.source)
      if (!isDry && before !== null) await needs.files.mend(text.file, before, edits)
      fixed.set(text.file, {file: text.file, isNew: before === null, mends: counts, diff})
    }
  }
  const {threads, ...alone} = needs
  const read = async (path: string) => {
    const source = await needs.inputs.read(path)
    return {...source, template: mended.get(path) ?? source.template}
  }
  const report = await lintTemplates(ask, isDry ? {...alone, inputs: {read}} : needs)
  return {report, fixed: [...fixed.values()], left: [...left.values()]}
}

interface MendedFile {
  /** As it is now. */
  readonly text: TemplateText
  /** Null = there was none. */
  readonly before: string | null
  readonly mends: readonly Mend[]
}

interface Facts {
  /** Words that the sender declared. */
  readonly sender: readonly (string | undefined)[]
  readonly footer: boolean
}

type Lint = (template: TemplateSource) => readonly Finding[]

async function mendTemplate(source: TemplateSource, lint: Lint, facts: Facts, needs: FixNeeds) {
  let current = source
  let findings = lint(source).filter(({waived}) => waived === undefined)
  const files: MendedFile[] = []
  const keep = (next: TemplateSource, isBetter: (left: readonly Finding[]) => boolean) => {
    const left = lint(next).filter(({waived}) => waived === undefined)
    if (!isBetter(left)) return false
    current = next
    findings = left
    return true
  }
  const parts = (['html', 'text'] as const).flatMap((kind) => {
    const text = source[kind]
    return text === null || isMade(text)
      ? []
      : [{kind, text, places: kind === 'html' ? needs.places(text.source) : null}]
  })
  const said = [source.html, source.text, ...source.partials.html.values(), ...source.partials.text.values()]
  const hosts = hostsOverTls([...said.map((text) => text?.source ?? ''), ...facts.sender.map((words) => words ?? '')])
  const nothingNew = (left: readonly Finding[]) => isSubset(left, findings)
  for (const {kind, text, places} of parts) {
    const mends: Mend[] = []
    const tryOut = (mend: Mend | null, isBetter: (left: readonly Finding[]) => boolean) => {
      if (mend === null) return
      const edits = [...mends, mend].flatMap((each) => each.edits)
      if (keep({...current, [kind]: {...text, source: withEdits(text.source, edits)}}, isBetter)) mends.push(mend)
    }
    if (places !== null) tryOut(langMend(places, source.languages[0] ?? null), nothingNew)
    tryOut(httpsMend(places?.links ?? linksInText(text.source), hosts), nothingNew)
    const lacking = lacksOf(kind, findings)
    if (facts.footer && lacking > 0 && !isForeign(findings))
      tryOut(
        footerMend(text.source, kind, places?.bodyEnd ?? null),
        (left) => nothingNew(left) && lacksOf(kind, left) < lacking,
      )
    if (mends.length > 0) files.push({text: current[kind]!, before: text.source, mends})
  }
  for (const [kind, name, partial] of partialsIn(source)) {
    const links = kind === 'html' ? needs.places(partial.source).links : linksInText(partial.source)
    const mend = httpsMend(links, hosts)
    if (mend === null) continue
    const text = {...partial, source: withEdits(partial.source, mend.edits)}
    const partials = {...current.partials, [kind]: new Map([...current.partials[kind], [name, text]])}
    if (keep({...current, partials}, nothingNew)) files.push({text, before: partial.source, mends: [mend]})
  }
  const left: LeftAlone[] = []
  if (source.html !== null && isMade(source.html)) {
    const {sides, mends, elsewhere} = await mjmlMends(source.html, source.languages[0] ?? null, hosts, needs)
    const {file, written} = sides
    const kept: MjmlMend[] = []
    for (const mend of mends) {
      const edits = [...kept, mend].flatMap(({made}) => made)
      const placeOf = (offset: number) => sides.placeOf(offsetBefore(edits, offset))
      if (keep({...current, html: {file, source: withEdits(sides.html, edits), placeOf}}, nothingNew)) kept.push(mend)
    }
    const own = kept.map(({mend}) => mend)
    const text = {
      file,
      source: withEdits(
        written,
        own.flatMap(({edits}) => edits),
      ),
    }
    if (own.length > 0) files.push({text, before: written, mends: own})
    const lacking = lacksOf('html', findings)
    if (elsewhere > 0) left.push({file, why: 'mjml-include', count: elsewhere})
    if (facts.footer && lacking > 0 && !isForeign(findings)) left.push({file, why: 'mjml-footer', count: lacking})
  }
  const text = await missingText(current, needs)
  if (text !== null && keep({...current, text}, (left) => saysNothingNew(left, findings))) {
    const edits: readonly Edit[] = [{start: 0, end: 0, text: text.source}]
    files.push({text, before: null, mends: [{kind: 'text-part', edits}]})
  }
  return {source: current, files, left}
}

function partialsIn({partials}: TemplateSource) {
  return (['html', 'text'] as const).flatMap((kind) =>
    [...partials[kind]].map(([name, text]) => [kind, name, text] as const),
  )
}

async function mjmlMends(
  {file, source: html, placeOf}: TemplateText,
  language: string | null,
  hosts: ReadonlySet<string>,
  needs: FixNeeds,
) {
  const written = await needs.files.read(file)
  const where = {placeOf: placeOf!, places: needs.places(html), langAt: needs.mjmlLangAt(written)}
  const sides: MjmlSides = {file, written, html, ...where}
  const {mend, elsewhere} = mjmlHttpsMend(sides, hosts)
  const mends = [mjmlLangMend(sides, language), mend].filter((each) => each !== null)
  return {sides, mends, elsewhere}
}

/** HTML that was made from MJML: its places are not those of the file. */
function isMade({file}: TemplateText): boolean {
  return /\.mjml(?: \(HTML\))?$/i.test(file)
}

/** What the built-in footer says. */
const IN_FOOTER: ReadonlySet<string> = new Set([
  'opt-out-link.missing',
  'opt-out-notice.missing',
  'postal-address.missing',
  'postal-address.missing-or-page',
  'sender-name.missing',
  'complaint-contact.missing',
])

function lacksOf(kind: 'html' | 'text', findings: readonly Finding[]): number {
  return findings.filter(({key, where}) => IN_FOOTER.has(key) && where.kind === 'template' && where.part === kind)
    .length
}

/** A template of another system would send our tag as it stands. */
function isForeign(findings: readonly Finding[]): boolean {
  return findings.some(({key}) => key.startsWith('known-names.foreign'))
}

/** Each finding of the first is one of the second, wherever it stands by now. */
function isSubset(left: readonly Finding[], before: readonly Finding[]): boolean {
  const counts = new Map<string, number>()
  for (const finding of before) counts.set(spotOf(finding), (counts.get(spotOf(finding)) ?? 0) + 1)
  return left.every((finding) => {
    const count = counts.get(spotOf(finding)) ?? 0
    counts.set(spotOf(finding), count - 1)
    return count > 0
  })
}

function spotOf({duty, key, where}: Finding): string {
  return JSON.stringify([duty, key, where.kind === 'template' ? where.part : ''])
}

/** A part that is made of another lacks what that one lacks. */
function saysNothingNew(left: readonly Finding[], before: readonly Finding[]): boolean {
  const said = new Set(before.map(({duty, key}) => `${duty} ${key}`))
  return left.every(({duty, key}) => said.has(`${duty} ${key}`))
}

/** body.txt of a template folder that has none. */
async function missingText(source: TemplateSource, needs: FixNeeds): Promise<TemplateText | null> {
  const {html, text, path} = source
  if (html === null || text !== null || html.file === path || !/body\.\w+(?: \(HTML\))?$/.test(html.file)) return null
  const here = partialsFor('html', source)
  const there = partialsFor('text', source)
  // What has a text of its own goes on as a partial.
  const written = new Map([...here].filter(([name]) => !there.has(name)))
  const words = await needs.textOf(assemble(html, written).source)
  if (words.trim() === '') return null
  const file = html.file.replace(/body\.\w+(?: \(HTML\))?$/, 'body.txt')
  return {file, source: tidyText(words, lineEndOf(html.source))}
}
