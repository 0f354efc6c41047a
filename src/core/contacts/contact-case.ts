/** What contact rules look at: one person's country and consents at one moment. No address, so nothing leaks. */
import type {ConsentFact} from './consent.ts'

export interface ContactCase {
  /** ISO 3166 alpha-2, or null when the list does not say. */
  readonly country: string | null
  readonly consents: readonly ConsentFact[]
  /** The moment judged, UTC milliseconds. */
  readonly asOf: number
}
