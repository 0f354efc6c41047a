/**
 * Contacts on their way to be judged, column by column: a few long strings and number arrays cross a thread border at a
 * tenth of what many small values cost. Text columns hold one line per contact, each ended by a line feed.
 */
import type {Placed} from '../laws/place-contact.ts'
import type {HeldOptOut} from './audited-contact.ts'
import type {ConsentFact} from './consent.ts'

/** What many consents share word for word. */
export type SharedDetails = Omit<ConsentFact, 'at' | 'evidence'>

export interface ContactBlock {
  readonly count: number
  /** Lines of the file, from 1; null for contacts of the store. */
  readonly rows: Uint32Array | null
  /** Of contacts of the store; null for rows. */
  readonly publicIds: string | null
  readonly addresses: string
  /** Null where nobody asks a store for opt-outs. */
  readonly suppressKeys: string | null
  /** Index among the imports of the source. */
  readonly cameWith: Uint32Array
  /** Per contact the number of its place, counted from 0 over all blocks. */
  readonly places: Uint32Array
  /** Places first met in this block; their numbers follow those of the blocks before. */
  readonly newPlaces: readonly Placed[]
  /** UTC milliseconds; NaN = not known. */
  readonly bornAt: Float64Array
  /** UTC milliseconds; NaN = never. */
  readonly lastMailedAt: Float64Array
  /** How many consents each contact has; the three columns below hold them one after the other. */
  readonly consents: Uint32Array
  /** Moment, UTC milliseconds; NaN = not recorded. */
  readonly consentAt: Float64Array
  /** Number of the details, counted from 0 over the blocks since the table started. */
  readonly details: Uint32Array
  /** 0 = no evidence, else its place in the array of evidence, counted from 1. */
  readonly evidenceOf: Uint32Array
  /** A JSON array of objects; null = none. */
  readonly evidence: string | null
  /** Details first met in this block; their numbers follow those before. */
  readonly newDetails: readonly SharedDetails[]
  /** Details are counted from 0 again, this block's first: the tables of both sides stay small. */
  readonly startsAfresh: boolean
  readonly optOuts: readonly (HeldOptOut & {readonly index: number})[]
}
