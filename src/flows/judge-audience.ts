/** The verdict on each contact of a send's audience: who gets the mail, who does not, and why. */
import {buildCase} from '../core/contacts/build-case.ts'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import type {MappedColumn} from '../core/contacts/mapping.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import type {Placed} from '../core/laws/place-contact.ts'
import type {Day} from '../core/lint/duty.ts'
import type {FillCensus, FillTaker} from '../core/lint/fill-census.ts'
import {startContactJudge} from '../core/lint/judge-contact.ts'
import type {ContactTest} from '../core/segments/compile.ts'
import {compileSegment} from '../core/segments/compile.ts'
import {namesOfColumns} from '../core/segments/fields.ts'
import {optOutPage, scopeOf} from '../core/sending/fill-message.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import {complaintsWhilePlanned} from '../core/sending/plan-life.ts'
import {requestVerdict} from '../core/sending/request-verdict.ts'
import type {ConsentLink, SendContent} from '../core/sending/send-content.ts'
import {verdictOf} from '../core/sending/verdict.ts'
import type {Settings} from '../core/settings.ts'
import {askedScope} from '../core/suppression/asked-scope.ts'
import type {Data, Scope} from '../core/templates/fill-part.ts'
import type {PlanEntry, Store, StoredContact} from '../ports/store.ts'
import {listRules} from '../rules/list-rules.ts'

export interface AudienceAsk {
  /** Only contacts in this segment are the audience; null = all of the list. */
  readonly where: string | null
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  /** The laws contacts are judged by. */
  readonly choice: LawChoice
  readonly day: Day
  readonly settings: Settings
  /** What contacts are judged with beside their own records; purpose and topic are the send's. */
  readonly setting: CaseSetting
  /** Of the mail that asks for consent; null = any other. */
  readonly request: RequestTerms | null
  readonly onProgress: (contacts: number) => void
}

/** What a mail that asks for consent goes by. */
export interface RequestTerms {
  /** What the link shows and is agreed to. */
  readonly wording: Pick<ConsentLink, 'wording' | 'wordingSha256'>
  /** Ids of the laws that allow it. */
  readonly mayAsk: ReadonlySet<string>
}

/** Throws SEGMENT_INVALID. */
export function segmentOf({where, offsetMinutes}: AudienceAsk, columns: readonly MappedColumn[]): ContactTest | null {
  return where === null ? null : compileSegment(where, {...namesOfColumns(columns), offsetMinutes}).test
}

const NOBODY_YET: ReadonlySet<string> = new Set()

/** What a plan has settled before it looks at people. */
export interface Frozen {
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

/** One entry for each contact of the audience, in batches; in the end onFilled is called. */
export async function* verdicts(
  ask: AudienceAsk,
  store: Store,
  listId: number,
  frozen: Frozen,
): AsyncGenerator<readonly PlanEntry[]> {
  const {judge} = startContactJudge({choice: ask.choice, day: ask.day, facts: ask.settings.facts}, listRules)
  const {purpose, topic, mailClass, taker, content, at, segment, seen} = frozen
  const page = optOutPage(content)
  const setting = {...ask.setting, purpose, topic, wordings: await store.consents.wordings()}
  const {request} = ask
  for await (const all of store.lists.read(listId)) {
    const batch = segment === null ? all : all.filter(segment)
    const hits = await store.suppressions.holdingFor(batch, askedScope(topic, mailClass), at)
    const asked =
      request === null ? NOBODY_YET : await store.consents.askedBefore(batch.map((each) => each.suppressKey))
    yield batch.map((contact) => {
      const {case: facts, placed} = buildCase(contact, {audience: ask.settings.audienceCountry, asOf: at, setting})
      seen.places.set(placed, (seen.places.get(placed) ?? 0) + 1)
      const hit = hits.get(contact.id) ?? null
      const fill = () => taker.see({...contact, row: null}, scopeFor(contact, content, page))
      const verdict =
        request === null
          ? verdictOf({
              ...{hit, complaints: complaintsWhilePlanned(judge, facts), consents: contact.consents, asOf: at},
              ...{topic, fill},
            })
          : requestVerdict({
              ...{hit, complaints: judge(facts), contact: facts, fill, mayAsk: request.mayAsk},
              wasAsked: asked.has(contact.suppressKey),
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
