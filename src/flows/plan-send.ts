/**
 * Decides first, acts later: lints the template, judges every contact of the list, and freezes both. What the run
 * sends, and why somebody gets nothing, is settled here and can be read afterwards.
 */
import {namesForTemplates, standingColumns} from '../core/contacts/standing-columns.ts'
import type {Law} from '../core/laws/law.ts'
import type {Placed} from '../core/laws/place-contact.ts'
import type {FillCensus} from '../core/lint/fill-census.ts'
import {startFillCensus} from '../core/lint/fill-census.ts'
import type {Finding} from '../core/lint/finding.ts'
import {notAssessed} from '../core/lint/judge-contact.ts'
import {checkName} from '../core/names.ts'
import type {ReasonDuty} from '../core/reports/reason-duties.ts'
import {reasonDuties} from '../core/reports/reason-duties.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import type {Settings} from '../core/settings.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import {CONFIRM_NAME} from '../core/templates/offered-names.ts'
import {usedNames} from '../core/templates/used-names.ts'
import {AppError} from '../errors.ts'
import type {SendRecord, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {TemplateFiles, TemplateSource, TemplateViewer} from '../ports/templates.ts'
import {namesOf, RULEBOOK} from '../rulebook/laws.ts'
import {listRules} from '../rules/list-rules.ts'
import type {FreezeNeeds} from './freeze-content.ts'
import {freezeContent, linkOf} from './freeze-content.ts'
import type {FreshNeeds} from './fresh-opt-outs.ts'
import {freshOptOuts} from './fresh-opt-outs.ts'
import type {AudienceAsk} from './judge-audience.ts'
import {segmentOf, verdicts} from './judge-audience.ts'
import {filledFindings} from './lint-filled.ts'
import {lintTemplate} from './lint-templates.ts'
import type {ProbeSupport} from './refuse-dead-link.ts'
import {refuseDeadLink} from './refuse-dead-link.ts'
import type {PlanWriter} from './rehearse-plan.ts'
import {rehearsePlan} from './rehearse-plan.ts'
import {requireList} from './require-list.ts'
import type {UnfinishedImport} from './unfinished-imports.ts'
import {unfinishedImports} from './unfinished-imports.ts'

export interface PlanAsk extends AudienceAsk {
  readonly name: string
  readonly template: string
  readonly list: string
  /** Null = the template's, else the first of the settings. */
  readonly purpose: string | null
  readonly topic: string | null
  /** Wins over the template's own subject. */
  readonly subject: string | null
  /** The laws the template is linted by. */
  readonly laws: readonly Law[]
  /** Replace a plan of that name that has not started. */
  readonly replace: boolean
  /** Works everything out and writes nothing. */
  readonly isRehearsal?: boolean
  readonly onFindings: (findings: readonly Finding[]) => void
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
  const mailClass = classOf(ask, source)
  const imports = await store.lists.imports(listId)
  const columns = standingColumns(imports)
  const segment = segmentOf(ask, columns)
  const names = namesForTemplates(columns)
  const findings = refuseOnErrors(ask, needs, source, names)

  const frozen = await freezeContent({...ask, names}, needs, source)
  const content =
    ask.request === null ? frozen : {...frozen, consent: {...linkOf(ask.settings), ...ask.request.wording}}
  if (ask.request !== null) refuseWithoutLink(content, ask)
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
  const plan = ask.isRehearsal ? rehearsePlan(ask.list, store) : storedPlan(store)
  const {send, totals, reasons} = await plan(
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
  return {
    send,
    outside: seen.outside,
    unfinished: unfinishedImports(imports),
    findings: [...findings, ...ofList],
    totals,
    reasons,
    duties: reasonDuties(reasons, RULEBOOK),
    notAssessed: unassessed(ask, seen.places),
    places: [...seen.places].map(([placed, count]) => ({...placed, count})),
  }
}

/** The mail that asks for consent goes out by its own command alone: nobody else looks whether it may. */
function classOf({template, request}: PlanAsk, {mailClass}: TemplateSource): MailClass {
  const said = mailClass ?? 'marketing'
  if ((said === 'consent-request') !== (request !== null))
    throw new AppError('CLASS_WRONG', {
      template,
      class: said,
      command: request === null ? 'send plan' : 'consent request',
    })
  return said
}

/** Without it nobody can answer. */
function refuseWithoutLink({text, html}: SendContent, {template}: PlanAsk): void {
  const lacks = [text, ...(html === null ? [] : [html])].some(
    (part) => !usedNames({subject: part, text: [], html: null}).has(CONFIRM_NAME),
  )
  if (lacks) throw new AppError('CONFIRM_LINK_MISSING', {template})
}

function storedPlan(store: Store): PlanWriter {
  return async (header, entries, at) => {
    const send = await store.sends.plan(header, entries, at)
    const {reasons} = await store.sends.figures(send.id)
    return {send, totals: await store.sends.totals(send.id), reasons}
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

/** What only warns of other mails stops one that asks for consent: with an offer in it, it is advertising. */
const NO_OFFERS = 'jp/consent-request-plain'

function refuse(ask: PlanAsk, findings: readonly Finding[]): readonly Finding[] {
  ask.onFindings(findings)
  const isError = ({severity, duty}: Finding) => severity === 'error' || (ask.request !== null && duty === NO_OFFERS)
  const errors = findings.filter((finding) => isError(finding) && finding.waived === undefined).length
  if (errors > 0) throw new AppError('PLAN_REFUSED', {errors, template: ask.template})
  return findings
}
