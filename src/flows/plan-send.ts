/**
 * Decides first, acts later: lints the template, judges every contact of the list, and freezes both. What the run
 * sends, and why somebody gets nothing, is settled here and can be read afterwards.
 */
import {buildCase} from '../core/contacts/build-case.ts'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import type {MappedColumn} from '../core/contacts/mapping.ts'
import {namesForTemplates, standingColumns} from '../core/contacts/standing-columns.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import type {Law} from '../core/laws/law.ts'
import type {Placed} from '../core/laws/place-contact.ts'
import type {Day} from '../core/lint/duty.ts'
import type {FillCensus, FillTaker} from '../core/lint/fill-census.ts'
import {startFillCensus} from '../core/lint/fill-census.ts'
import type {Finding} from '../core/lint/finding.ts'
import {notAssessed, startContactJudge} from '../core/lint/judge-contact.ts'
import {checkName} from '../core/names.ts'
import type {ReasonDuty} from '../core/reports/reason-duties.ts'
import {reasonDuties} from '../core/reports/reason-duties.ts'
import type {ContactTest} from '../core/segments/compile.ts'
import {compileSegment} from '../core/segments/compile.ts'
import {namesOfColumns} from '../core/segments/fields.ts'
import {optOutPage, scopeOf} from '../core/sending/fill-message.ts'
import {complaintsWhilePlanned} from '../core/sending/plan-life.ts'
import type {MailClass, SendContent} from '../core/sending/send-content.ts'
import {verdictOf} from '../core/sending/verdict.ts'
import type {Settings} from '../core/settings.ts'
import {askedScope} from '../core/suppression/asked-scope.ts'
import type {Data, Scope} from '../core/templates/fill-part.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import {AppError} from '../errors.ts'
import type {PlanEntry, SendRecord, Store, StoredContact} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {TemplateFiles, TemplateSource, TemplateViewer} from '../ports/templates.ts'
import {namesOf, RULEBOOK} from '../rulebook/laws.ts'
import {listRules} from '../rules/list-rules.ts'
import type {FreezeNeeds} from './freeze-content.ts'
import {freezeContent} from './freeze-content.ts'
import type {FreshNeeds} from './fresh-opt-outs.ts'
import {freshOptOuts} from './fresh-opt-outs.ts'
import {filledFindings} from './lint-filled.ts'
import {lintTemplate} from './lint-templates.ts'
import type {ProbeSupport} from './refuse-dead-link.ts'
import {refuseDeadLink} from './refuse-dead-link.ts'
import {requireList} from './require-list.ts'
import type {UnfinishedImport} from './unfinished-imports.ts'
import {unfinishedImports} from './unfinished-imports.ts'

export interface PlanAsk {
  readonly name: string
  readonly template: string
  readonly list: string
  /** Only contacts in this segment are the audience; null = all of the list. */
  readonly where: string | null
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  /** Null = the template's, else the first of the settings. */
  readonly purpose: string | null
  readonly topic: string | null
  /** Wins over the template's own subject. */
  readonly subject: string | null
  /** The laws the template is linted by. */
  readonly laws: readonly Law[]
  /** The laws contacts are judged by. */
  readonly choice: LawChoice
  readonly day: Day
  readonly settings: Settings
  /** What contacts are judged with beside their own records; purpose and topic are the send's. */
  readonly setting: CaseSetting
  /** Replace a plan of that name that has not started. */
  readonly replace: boolean
  readonly onFindings: (findings: readonly Finding[]) => void
  readonly onProgress: (contacts: number) => void
}

export interface PlanNeeds extends FreezeNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly templates: TemplateFiles
  readonly views: TemplateViewer
  readonly tokenKeyId: () => Promise<string>
  /** Looks at the keys that will sign, as the run does again. Throws DKIM_KEY_BAD, DKIM_RECORD_BAD, DKIM_LOOKUP_FAILED. */
  readonly proveSigning: () => Promise<void>
  /** Null where the settings ask for no probe of the opt-out address, or it is an example still. */
  readonly probe: (() => Promise<ProbeSupport>) | null
  /** Null where no opt-outs are pulled from elsewhere. */
  readonly detached: FreshNeeds | null
  /** 8 random bytes, base64url. */
  readonly newSendId: () => string
}

export interface PlanResult {
  readonly send: SendRecord
  /** Contacts of the list that the segment leaves out: they are no part of the audience. */
  readonly outside: number
  /** Imports of the list that were cut short: their other people are no part of the audience. */
  readonly unfinished: readonly UnfinishedImport[]
  readonly findings: readonly Finding[]
  readonly totals: Readonly<Record<string, number>>
  readonly reasons: readonly {readonly state: string; readonly reason: string; readonly count: number}[]
  /** The duties that the reasons name, for their titles and sources. */
  readonly duties: readonly ReasonDuty[]
  /** Duties of the laws of these contacts that nobody can judge before that fact is declared (todoke.yaml, facts). */
  readonly notAssessed: readonly {readonly duty: string; readonly fact: string}[]
  /** Contacts by country and by how it was told. */
  readonly places: readonly (Placed & {readonly count: number})[]
}

/** Throws LIST_UNKNOWN, SEGMENT_INVALID, PURPOSE_UNKNOWN, TEMPLATE_*, PLAN_REFUSED, PULL_*, PROBE_FAILED, DKIM_*, SEND_EXISTS, SEND_STARTED, STORE_*. */
export async function planSend(ask: PlanAsk, needs: PlanNeeds): Promise<PlanResult> {
  checkName(ask.name, 'NAME')
  const {store, clock} = needs
  await refuseTaken(ask, store)
  const listId = await requireList(ask.list, store)
  const source = await needs.templates.read(ask.template)
  const purpose = requirePurpose(ask.purpose ?? source.purpose, ask.settings)
  const topic = ask.topic ?? source.topic
  const mailClass = source.mailClass ?? 'marketing'
  const imports = await store.lists.imports(listId)
  const columns = standingColumns(imports)
  const segment = segmentOf(ask, columns)
  const names = namesForTemplates(columns)
  const findings = refuseOnErrors(ask, needs, source, names)

  const content = await freezeContent({...ask, names}, needs, source)
  const charset = await needs.charsetOf(content.charset)
  await needs.proveSigning()
  if (needs.detached !== null) await freshOptOuts({tokenKey: await needs.tokenKeyId()}, needs.detached)
  await refuseDeadLink(ask, needs)
  const body = JSON.stringify(content)
  const at = clock.now()
  const seen = {inside: 0, outside: 0, places: new Map<Placed, number>()}
  const taker = startFillCensus({...content, rawNames: new Set(source.raw)}, charset)
  let ofList: readonly Finding[] = []
  const onFilled = (census: FillCensus) => {
    ofList = refuseFilled(ask, census)
  }
  const send = await store.sends.plan(
    {
      name: ask.name,
      publicId: needs.newSendId(),
      listId,
      segment: ask.where,
      template: ask.template,
      purpose,
      topic,
      mailClass,
      laws: namesOf(ask.laws),
      mode: 'hold',
      contentHash: needs.hash(body),
      content: body,
      settingsHash: needs.hash(JSON.stringify(ask.settings)),
      tokenKey: await needs.tokenKeyId(),
    },
    verdicts(ask, store, listId, {purpose, topic, mailClass, taker, content, at, segment, seen, onFilled}),
    at,
  )
  const {reasons} = await store.sends.figures(send.id)
  return {
    send,
    outside: seen.outside,
    unfinished: unfinishedImports(imports),
    findings: [...findings, ...ofList],
    totals: await store.sends.totals(send.id),
    reasons,
    duties: reasonDuties(reasons, RULEBOOK),
    notAssessed: unassessed(ask, seen.places),
    places: [...seen.places].map(([placed, count]) => ({...placed, count})),
  }
}

function unassessed({choice, day, settings}: PlanAsk, places: ReadonlyMap<Placed, number>): PlanResult['notAssessed'] {
  const laws = new Set([...places.keys()].flatMap(({country, alsoIn}) => choice.lawsFor(country, alsoIn)))
  return notAssessed([...laws], day, settings.facts)
    .filter(({rule}) => listRules.some(({id}) => id === rule))
    .map(({id, when}) => ({duty: id, fact: when!.fact}))
}

async function refuseTaken(ask: PlanAsk, store: Store): Promise<void> {
  const known = await store.sends.find(ask.name)
  if (known === null || known.lastEvent === 'unfinished-plan') return
  if (known.startedAt !== null) throw new AppError('SEND_STARTED', {name: ask.name})
  if (!ask.replace) throw new AppError('SEND_EXISTS', {name: ask.name})
}

/** Null = the first of the settings. */
function requirePurpose(purpose: string | null, settings: Settings): string {
  const known = settings.purposes.map((each) => each.name)
  const wanted = purpose ?? known[0] ?? ''
  if (!known.includes(wanted)) throw new AppError('PURPOSE_UNKNOWN', {purpose: wanted, known: known.join(', ')})
  return wanted
}

function segmentOf({where, offsetMinutes}: PlanAsk, columns: readonly MappedColumn[]): ContactTest | null {
  return where === null ? null : compileSegment(where, {...namesOfColumns(columns), offsetMinutes}).test
}

/** Where findings about a subject that was given with the command stand. */
const SUBJECT_GIVEN = {file: '--subject', line: 1, column: 1} as const

function refuseOnErrors(
  ask: PlanAsk,
  needs: PlanNeeds,
  source: TemplateSource,
  names: OfferedNames,
): readonly Finding[] {
  const {sender, facts} = ask.settings
  const findings = lintTemplate(
    ask.subject === null ? source : {...source, subject: ask.subject, subjectAt: SUBJECT_GIVEN},
    {
      ...{laws: ask.laws, sender, from: sender.from, replyTo: sender.replyTo, facts, knownNames: names, day: ask.day},
      ...{system: null, lawsAreSaid: true},
    },
    needs,
  )
  return refuse(ask, findings)
}

/** What the people of the audience would get: known when all of them were filled, before anything stands planned. */
function refuseFilled(ask: PlanAsk, census: FillCensus): readonly Finding[] {
  // An audience of nobody is told of elsewhere.
  return census.contacts === 0 ? [] : refuse(ask, filledFindings(census, ask.template, ask))
}

function refuse(ask: PlanAsk, findings: readonly Finding[]): readonly Finding[] {
  ask.onFindings(findings)
  const errors = findings.filter(({severity, waived}) => severity === 'error' && waived === undefined).length
  if (errors > 0) throw new AppError('PLAN_REFUSED', {errors, template: ask.template})
  return findings
}

interface Frozen {
  readonly purpose: string
  readonly topic: string | null
  readonly mailClass: MailClass
  readonly content: SendContent
  readonly at: number
  readonly segment: ContactTest | null
  /** Counts contacts as they are read. */
  readonly seen: {inside: number; outside: number; readonly places: Map<Placed, number>}
  readonly taker: FillTaker
  /** Called when every contact was filled; throws what refuses the plan. */
  readonly onFilled: (census: FillCensus) => void
}

async function* verdicts(
  ask: PlanAsk,
  store: Store,
  listId: number,
  frozen: Frozen,
): AsyncGenerator<readonly PlanEntry[]> {
  const {judge} = startContactJudge({choice: ask.choice, day: ask.day, facts: ask.settings.facts}, listRules)
  const {purpose, topic, mailClass, taker, content, at, segment, seen} = frozen
  const page = optOutPage(content)
  const setting = {...ask.setting, purpose, topic, wordings: await store.consents.wordings()}
  for await (const all of store.lists.read(listId)) {
    const batch = segment === null ? all : all.filter(segment)
    const hits = await store.suppressions.holdingFor(batch, askedScope(topic, mailClass), at)
    yield batch.map((contact) => {
      const {case: facts, placed} = buildCase(contact, {audience: ask.settings.audienceCountry, asOf: at, setting})
      seen.places.set(placed, (seen.places.get(placed) ?? 0) + 1)
      const verdict = verdictOf({
        hit: hits.get(contact.id) ?? null,
        complaints: complaintsWhilePlanned(judge, facts),
        consents: contact.consents,
        asOf: at,
        topic,
        fill: () => taker.see({...contact, row: null}, scopeFor(contact, content, page)),
      })
      return {contactId: contact.id, ...verdict}
    })
    seen.inside += batch.length
    seen.outside += all.length - batch.length
    ask.onProgress(seen.inside + seen.outside)
  }
  frozen.onFilled(taker.result())
}

/** As the run will fill it, but for the token at the end of the opt-out page's address. */
function scopeFor({address, attributes}: StoredContact, content: SendContent, page: string): Scope {
  return scopeOf(content, page, address, attributes as Data)
}
