/** What contact rules look at: one person's consents and surroundings at one moment. No address, so nothing leaks. */
import type {WordingBook} from '../consent/wordings.ts'
import {NO_WORDINGS} from '../consent/wordings.ts'
import type {DeclaredFacts, Origin} from '../laws/declared-facts.ts'
import type {ConsentFact} from './consent.ts'

export interface ContactCase {
  /** ISO 3166 alpha-2 of the country whose law protects the person; null = unknown. */
  readonly country: string | null
  /** Other countries that may be theirs, so that their laws bind as well; see place-contact.ts. */
  readonly alsoIn?: readonly string[]
  /** Of the address, lower case, as an A-label. */
  readonly domain: string
  readonly consents: readonly ConsentFact[]
  /** The moment judged, UTC milliseconds. */
  readonly asOf: number
  /** When the last mail to the person was accepted; null = never. */
  readonly lastMailedAt: number | null
  /** Date of birth where the list holds one, UTC milliseconds. */
  readonly bornAt: number | null
  readonly setting: CaseSetting
}

/** What all contacts of an audit or plan have in common. */
export interface CaseSetting {
  readonly facts: DeclaredFacts
  /** What the send is for; null in an audit that asks about no send. */
  readonly purpose: string | null
  /** What the send is about; null in an audit, and for a send that names no topic. */
  readonly topic: string | null
  /** Where the list came from, as declared; null = not declared. */
  readonly origin: Origin | null
  /** Form texts that were shown. */
  readonly wordings: WordingBook
  /** Names under which the sender shows itself in forms. */
  readonly senderNames: readonly string[]
  /** Domains of the FCC's wireless list, lower case (47 CFR 64.3100). */
  readonly wirelessDomains: ReadonlySet<string>
}

/** Nothing declared, no wordings kept. */
export const NO_SETTING: CaseSetting = {
  facts: {},
  purpose: null,
  topic: null,
  origin: null,
  wordings: NO_WORDINGS,
  senderNames: [],
  wirelessDomains: new Set(),
}

/** Somebody in Japan in January 2026 without consents: what rules build their examples on. */
export const EXAMPLE_CASE: ContactCase = {
  country: 'JP',
  domain: 'example.jp',
  consents: [],
  asOf: Date.UTC(2026, 0, 15),
  lastMailedAt: null,
  bornAt: null,
  setting: NO_SETTING,
}

/** A consent by web form of April 2025, without any further proof. */
export const EXAMPLE_FACT: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}
