/** A template against a list: fills it for every contact that may get mail, and says what would go wrong for whom. */
import {namesForTemplates, standingColumns} from '../core/contacts/standing-columns.ts'
import type {Law} from '../core/laws/law.ts'
import type {Day} from '../core/lint/duty.ts'
import type {FillCensus} from '../core/lint/fill-census.ts'
import {NOTHING_FILLED, startFillCensus} from '../core/lint/fill-census.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import {judgeList} from '../core/lint/judge-list.ts'
import {optOutPage, scopeOf} from '../core/sending/fill-message.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import type {Data} from '../core/templates/fill-part.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import {withClassNames} from '../core/templates/offered-names.ts'
import {AppError} from '../errors.ts'
import type {Store} from '../ports/store.ts'
import type {TemplateSource} from '../ports/templates.ts'
import {filledRules} from '../rules/filled-rules.ts'
import type {CompileNeeds} from './compile-template.ts'
import {compileTemplate} from './compile-template.ts'
import {linkOf} from './freeze-content.ts'
import {requireList} from './require-list.ts'
import {languagesOf} from './template-partials.ts'

export interface ListToFill {
  readonly name: string
  readonly id: number
  readonly names: OfferedNames
}

/** Throws LIST_UNKNOWN. */
export async function listToFill(name: string, {store}: {readonly store: Store}): Promise<ListToFill> {
  const id = await requireList(name, store)
  return {name, id, names: namesForTemplates(standingColumns(await store.lists.imports(id)))}
}

export interface FilledAsk {
  readonly list: ListToFill
  readonly laws: readonly Law[]
  readonly day: Day
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
  /** Of the settings: what the names of the sender and the way out stand for. */
  readonly content: Pick<SendContent, 'sender' | 'optOut'> & Pick<Settings, 'signUp'>
}

export interface FilledNeeds extends CompileNeeds {
  readonly store: Store
  readonly clock: {now(): number}
}

export interface FilledTemplate {
  readonly census: FillCensus
  readonly findings: readonly Finding[]
}

/** Reads the list as a stream; memory does not grow with it. A template that cannot be made is a finding. */
export async function lintFilled(source: TemplateSource, ask: FilledAsk, needs: FilledNeeds): Promise<FilledTemplate> {
  const census = await censusOf(source, ask, needs)
  return {census, findings: filledFindings(census, source.path, {...ask, list: ask.list.name})}
}

/** What the rules say of it, told of the template. */
export function filledFindings(
  census: FillCensus,
  template: string,
  {laws, day, weights, list}: Pick<FilledAsk, 'laws' | 'day' | 'weights'> & {readonly list: string},
): readonly Finding[] {
  const ask = {laws, day, facts: {}, zone: 0, ...(weights && {weights})}
  const view = {columns: null, patterns: null, census: null, filled: census}
  return judgeList(ask, filledRules, view, template).map((finding) => ({...finding, values: {...finding.values, list}}))
}

async function censusOf(source: TemplateSource, ask: FilledAsk, needs: FilledNeeds): Promise<FillCensus> {
  const {list} = ask
  const content = source.mailClass === 'consent-request' ? {...ask.content, consent: linkOf(ask.content)} : ask.content
  const parts = await partsOf(source, withClassNames(list.names, source.mailClass), needs)
  if (parts === null) return {...NOTHING_FILLED, isMade: false}
  const rawNames = new Set(source.raw)
  const language = languagesOf(source)[0]!
  const taker = startFillCensus({...parts, language, rawNames}, await needs.charsetOf(source.charset))
  // As long as the address will be, with the token that stands behind it.
  const page = optOutPage(content) + 'x'.repeat(TOKEN_LENGTH)
  const at = needs.clock.now()
  let row = 0
  for await (const batch of needs.store.lists.read(list.id)) {
    const hits = await needs.store.suppressions.holdingFor(batch, 'all', at)
    for (const contact of batch) {
      row += 1
      if (hits.has(contact.id)) continue
      const {publicId, address, attributes} = contact
      taker.see({row, publicId, address}, scopeOf(content, page, address, attributes as Data))
    }
  }
  return taker.result()
}

const TOKEN_LENGTH = 60

/** Null when the template cannot be made: what is wrong with it, the rules on templates say. */
async function partsOf(source: TemplateSource, names: OfferedNames, needs: FilledNeeds) {
  try {
    const subject = source.subject === null ? '-' : null
    return await compileTemplate({template: source.path, subject, names}, needs, source)
  } catch (error) {
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID') return null
    throw error
  }
}
