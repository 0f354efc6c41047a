/**
 * What a rule is: a neutral mechanism with its own examples. It knows no severity, law, printing or file;
 * a duty (src/rulebook/) names it and says with which parameters.
 */

import type {ConsentVerdict} from '../consent/verdict.ts'
import type {AddressPattern} from '../contacts/address-judge.ts'
import type {ContactLabel} from '../contacts/audited-contact.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import type {TxtRecord} from '../dns-records/txt-record.ts'
import type {ColumnJudgement} from '../sensitive/column-judgement.ts'
import type {DomainView} from './domain-view.ts'
import type {FillCensus} from './fill-census.ts'
import type {ListCensus} from './list-census.ts'
import type {Spot} from './spot.ts'
import type {TemplateView} from './template-view.ts'

/**
 * What a rule says. key: message key. values: what fills it. at, for template rules: offset into the source of the
 * part (see TemplateView), and the part's index in view.parts. column, for column rules: the header name.
 */
export type Report = (complaint: {
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly at?: {readonly part: number; readonly offset: number}
  /** Where it stands when that is in no part: a header, or a file that cannot be read. */
  readonly place?: Spot
  readonly column?: string
  /** For contact rules: what the consent is worth if the duty weighs an error; missing where nothing is said. */
  readonly verdict?: Exclude<ConsentVerdict, 'valid'>
  /** The rule is not sure: a duty that weighs an error then weighs a warning. */
  readonly isGuess?: true
  readonly count?: number
  /** For rules on addresses: labels of a few contacts, never addresses. */
  readonly samples?: readonly ContactLabel[]
  /** For template rules: guessed from the words, so it weighs a warning at most unless the user gave the duty a weight. */
  readonly isUnsure?: true
  /** What count counts where it is no contacts. */
  readonly unit?: 'rows'
  /** For rules on domains: the question it is about, e.g. "_dmarc.example.jp TXT"; and what is to be published there. */
  readonly question?: string
  readonly publish?: TxtRecord
}) => void

interface AnyRule {
  /** The file's name without .ts: words joined by hyphens. Never reused. */
  readonly id: string
}

/**
 * Looks at one template (all its parts). Examples are HTML bodies unless they start with `text:`, or with `mail:` for a
 * whole .eml; behind `both:` stand HTML and, after a bar, text. Lines before the body may say more of the mail:
 * `subject: …`, `class: transactional`, `from: Name <address>`, `sender: declared name`.
 */
export interface TemplateRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'template'
  /** What it looks for is missing from a fragment and stands elsewhere in the mail. */
  readonly isOfWholeMail?: true
  /** What the examples are beside their parts. */
  readonly exampleView?: Partial<TemplateView>
  /** The parameters under which the examples are good and bad; absent where they are so under every duty's. */
  readonly exampleWith?: Wanted
  readonly bad: readonly string[]
  readonly good: readonly string[]
  check(view: TemplateView, wanted: Wanted, report: Report): void
}

/**
 * Looks at one contact with its consents. Beside the duty's own parameters it is given `zone`: the minutes east of UTC
 * in which the duty's law counts its days.
 */
export interface ContactRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'contact'
  /** The parameters under which the examples are good and bad; absent where the rule has none. */
  readonly exampleWith?: Wanted
  readonly bad: readonly ContactCase[]
  readonly good: readonly ContactCase[]
  check(contact: ContactCase, wanted: Wanted, report: Report): void
}

/** Looks at the judged columns of a list or file. */
export interface ColumnRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'columns'
  readonly bad: readonly (readonly ColumnJudgement[])[]
  readonly good: readonly (readonly ColumnJudgement[])[]
  check(columns: readonly ColumnJudgement[], wanted: Wanted, report: Report): void
}

/** Looks at what the addresses of a list or file look like together. */
export interface AddressesRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'addresses'
  readonly bad: readonly (readonly AddressPattern[])[]
  readonly good: readonly (readonly AddressPattern[])[]
  check(patterns: readonly AddressPattern[], wanted: Wanted, report: Report): void
}

/**
 * Looks at what the consents and countries of a list or file look like together. Beside the duty's own parameters it is
 * given `zone`: the minutes east of UTC in which the list's days are told.
 */
export interface ListRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'list'
  readonly bad: readonly ListCensus[]
  readonly good: readonly ListCensus[]
  check(census: ListCensus, wanted: Wanted, report: Report): void
}

/** Looks at what a template becomes for the people of a list. */
export interface FilledRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'filled'
  readonly bad: readonly FillCensus[]
  readonly good: readonly FillCensus[]
  check(census: FillCensus, wanted: Wanted, report: Report): void
}

/**
 * Looks at what DNS says of a sending domain. Examples are lines of a zone, `NAME TYPE VALUE`, where @ is the domain
 * example.jp, names without a dot at the end stand below it, and what is not named does not exist; s1 is the selector.
 * RSA2048, RSA1024, RSA512 and ED stand for public keys.
 * Lines that begin with ; set what is no record: `;return-path NAME`, `;policy TEXT` (of MTA-STS, lines joined by |),
 * `;domain NAME` (another From domain, to which @ then refers), `;no-selector`.
 */
export interface DomainRule<Wanted = Readonly<Record<string, unknown>>> extends AnyRule {
  readonly subject: 'domain'
  /** The parameters under which the examples are good and bad; absent where the rule has none. */
  readonly exampleWith?: Wanted
  readonly bad: readonly string[]
  readonly good: readonly string[]
  check(view: DomainView, wanted: Wanted, report: Report): void
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds rules of every parameter type; the duty's data fits its rule, which a test checks.
type Anything = any
export type Rule =
  | TemplateRule<Anything>
  | ContactRule<Anything>
  | ColumnRule<Anything>
  | AddressesRule<Anything>
  | ListRule<Anything>
  | DomainRule<Anything>
  | FilledRule<Anything>
