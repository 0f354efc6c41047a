/** Whether a person's consent record may be deleted: only when its time is over under every law, and nobody may mail them. */
import type {ConsentFact} from '../contacts/consent.ts'
import type {DeclaredFacts} from '../laws/declared-facts.ts'
import type {Law} from '../laws/law.ts'
import type {KeepUntil} from './keep-until.ts'
import {isKeepOver, keepUntil} from './keep-until.ts'
import type {ConsentVerdict} from './verdict.ts'

/** mailable: may still be mailed. kept: a law still wants the proof. */
export const PURGE_VERDICTS = ['deletable', 'mailable', 'kept'] as const
export type PurgeVerdict = (typeof PURGE_VERDICTS)[number]

/** What one law asks. */
export interface LawKeep extends KeepUntil {
  /** Its last day has passed. */
  readonly isOver: boolean
  /** No mail from here is known, so it is counted from when the record came in: others may have mailed until then. */
  readonly isFromRecord: boolean
}

export interface KeepCase {
  readonly consents: readonly ConsentFact[]
  readonly lastMailedAt: number | null
  /** When the newest event came into the store, UTC milliseconds. */
  readonly recordedAt: number | null
  readonly mayBeMailed: boolean
  /** UTC milliseconds. */
  readonly asOf: number
  /** Of moments that stand in evidence. */
  readonly readMoment: (text: string) => number | null
}

/** The longest time of each law that asks for one, in the order of the laws. */
export function keepByLaw(laws: readonly Law[], facts: DeclaredFacts, of: KeepCase): readonly LawKeep[] {
  const {mayBeMailed, asOf: now} = of
  const isFromRecord = of.lastMailedAt === null && !mayBeMailed && of.recordedAt !== null
  const lastMailedAt = isFromRecord ? of.recordedAt : of.lastMailedAt
  const moments = {
    ...{lastMailedAt, lastNoAt: lastNoOf(of)},
    ...{lastContactAt: lastContactOf(of), lastProvisionAt: lastProvisionOf(of)},
  }
  return laws.flatMap((law) => {
    const keep = keepUntil({laws: [law], facts, ...moments, mayBeMailed, now})
    return keep === null ? [] : [{...keep, isOver: isKeepOver(keep, [law], now), isFromRecord}]
  })
}

/** Where no law asks, nothing must be kept. */
export function purgeVerdict(keeps: readonly LawKeep[], mayBeMailed: boolean): PurgeVerdict {
  if (mayBeMailed) return 'mailable'
  return keeps.every(({isOver}) => isOver) ? 'deletable' : 'kept'
}

/**
 * Whether somebody could still decide to mail the person. worst: of the consent under all laws; a missing proof may be
 * mended, so only what has expired or was withdrawn ends it.
 */
export function mayStillBeMailed({
  lists,
  isSuppressed,
  worst,
}: {
  readonly lists: number
  readonly isSuppressed: boolean
  readonly worst: ConsentVerdict
}): boolean {
  return lists > 0 && !isSuppressed && worst !== 'expired' && worst !== 'withdrawn'
}

const CONTACTS = ['last_contact_at', 'last_transaction_at', 'last_purchase_at', 'inquiry_at', 'reconfirmed_at'] as const

/** When the person last had to do with the sender, as far as the record says; null = never. */
function lastContactOf({consents, readMoment, asOf}: KeepCase): number | null {
  return newest(
    consents.flatMap(({at, evidence}) => [
      at,
      ...CONTACTS.map((name) => (evidence[name] === undefined ? null : readMoment(evidence[name]))),
    ]),
    asOf,
  )
}

/** When the address was received from somebody else; the day of the consent where no day of receipt is told. */
function lastProvisionOf({consents, readMoment, asOf}: KeepCase): number | null {
  const provided = consents.filter(({evidence}) => PROVIDED.some((name) => evidence[name] !== undefined))
  return newest(
    provided.map(
      ({at, evidence}) => (evidence.received_at === undefined ? null : readMoment(evidence.received_at)) ?? at,
    ),
    asOf,
  )
}

/** A no without a day came in when it was recorded. */
function lastNoOf({consents, recordedAt, asOf}: KeepCase): number | null {
  const noes = consents.filter(({kind}) => kind === 'refused' || kind === 'withdrawn')
  return newest(
    noes.map(({at}) => at ?? recordedAt),
    asOf,
  )
}

const PROVIDED = ['provision_record_id', 'collector', 'collector_acquired_how', 'received_at'] as const

function newest(moments: readonly (number | null)[], asOf: number): number | null {
  let last: number | null = null
  for (const moment of moments) if (moment !== null && moment <= asOf && (last === null || moment > last)) last = moment
  return last
}
