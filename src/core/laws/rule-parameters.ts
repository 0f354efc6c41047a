/**
 * Which parameters a duty may give to which rule: what a law file is checked against, since `with` is plain data.
 * A rule that is not named here takes none.
 */
import {PATTERN_KINDS} from '../contacts/address-judge.ts'
import {BASES} from '../contacts/consent.ts'
import {LABEL_LETTERS} from '../lint/phrases/ad-labels.ts'
import {DETAIL_NAMES, REGISTERED_FORMS} from '../lint/phrases/company-details.ts'
import {IDENTIFIERS, SPECIAL_CARE} from '../sensitive/column-judgement.ts'
import {ORIGINS} from './declared-facts.ts'

export interface Parameter {
  /** What is expected, for the one who wrote the law file. */
  readonly expected: string
  readonly isOptional?: true
  fits(value: unknown): boolean
}

const oneOf = (words: readonly string[]): Parameter => ({
  expected: `one of ${words.join(', ')}`,
  fits: (value) => typeof value === 'string' && words.includes(value),
})
const listOf = (words: readonly string[]): Parameter => ({
  expected: `a list of ${words.join(', ')}`,
  fits: (value) => isList(value) && value.every((each) => words.includes(each)),
})
const count = (expected: string): Parameter => ({
  expected,
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value > 0,
})
/** Evidence has the names that lists and records use: lower case, joined by underscores. */
const names: Parameter = {
  expected: 'a list of names such as card_received_at',
  fits: (value) => isList(value) && value.every(isName),
}
const headerNames: Parameter = {
  expected: 'a list of headers such as Reply-To',
  fits: (value) => isList(value) && value.every((each) => typeof each === 'string' && /^[A-Z][A-Za-z-]+$/.test(each)),
}
const nameOrNames: Parameter = {
  expected: 'a name such as card_received_at, or a list of them',
  fits: (value) => isName(value) || names.fits(value),
}
const optional = (parameter: Parameter): Parameter => ({...parameter, isOptional: true})

const yesOrNo: Parameter = {expected: 'true or false', fits: (value) => typeof value === 'boolean'}

const basis = oneOf(BASES)
const months = count('a whole number of months')

export const RULE_PARAMETERS: Readonly<Record<string, Readonly<Record<string, Parameter>>>> = {
  'list-id': {characters: count('a whole number of characters')},
  'required-headers': {names: headerNames},
  'single-headers': {names: headerNames},
  'octets-per-line': {most: count('a whole number of octets')},
  'encoded-words': {most: count('a whole number of characters')},
  'recipient-disclosure': {most: count('a whole number of addresses')},
  'consent-basis': {bases: listOf(BASES), exceptSubscribers: optional(listOf(['organisation', 'person']))},
  'consent-record': {basis, how: listOf(['method', 'source', 'wording'])},
  'basis-evidence': {basis, evidence: nameOrNames},
  'basis-age': {basis, from: names, months},
  'reconfirm-age': {basis, months},
  'unused-age': {months, from: optional(names)},
  'express-consent': {bases: listOf(BASES)},
  'soft-opt-in': {
    basis,
    needs: optional(names),
    conditions: optional(listOf(['refusal_offered', 'similar_goods'])),
  },
  'double-opt-in': {only: optional(listOf(['incomplete', 'order', 'late', 'scanner', 'single']))},
  'wording-shown': {
    basis,
    unless: optional(listOf(['method', 'source'])),
    only: optional(listOf(['none', 'unknown', 'not-covering'])),
  },
  'wording-says': {
    what: listOf(['sender', 'marketing', 'withdrawal', 'contact']),
    collectedBy: optional(oneOf(['third-party'])),
  },
  // scraped: collected or made up by a program, as a record's own words tell.
  'list-origin': {refused: listOf([...ORIGINS, 'scraped'])},
  'purchased-record': {fields: names},
  'refusal-note': {basis},
  'published-mailbox': {basis},
  'consent-date': {notBefore: count('a year')},
  minor: {under: count('an age in years')},
  'same-timestamp': {
    share: {expected: 'a share between 0 and 1', fits: (value) => typeof value === 'number' && value > 0 && value < 1},
  },
  'unread-rows': {of: oneOf(['some', 'all'])},
  'mixed-dates': {forms: count('a number of ways')},
  'generated-addresses': {kinds: listOf(PATTERN_KINDS)},
  'mynumber-column': {strength: oneOf(['strong', 'weak'])},
  'sensitive-columns': {categories: listOf([...SPECIAL_CARE, ...IDENTIFIERS]), strength: oneOf(['strong', 'weak'])},
  'postal-address': {linkedPage: optional(yesOrNo)},
  'opt-out-link': {linkOnly: optional(yesOrNo)},
  'sender-name': {short: optional(yesOrNo)},
  'complaint-contact': {or: optional(listOf(['address', 'web']))},
  'delay-claim': {
    businessDays: {
      expected: 'a whole number, 0 for none',
      fits: (value) => Number.isInteger(value) && Number(value) >= 0,
    },
  },
  'main-purpose': {offersUpTo: count('a share in percent'), noticeFirst: optional(yesOrNo)},
  'ad-label': {label: oneOf(Object.keys(LABEL_LETTERS))},
  'notice-languages': {languages: listOf(['ko', 'en'])},
  'company-details': {formsOf: oneOf(Object.keys(REGISTERED_FORMS)), details: listOf(DETAIL_NAMES)},
  'notice-adjacent': {characters: count('a number of characters'), lines: count('a number of lines')},
  'link-length': {most: count('a number of characters')},
  'subject-length': {most: count('a number of half-width columns')},
  'preheader-length': {most: count('a number of half-width columns')},
  'part-empty': {most: count('a number of letters')},
  'picture-only': {least: count('a number of letters')},
  'picture-count': {most: count('a number of pictures')},
  'mail-size': {most: count('a number of bytes')},
  'long-lines': {most: count('a number of octets')},
  'fill-subject': {most: count('a number of half-width columns')},
  'labels-visible': {
    blankLines: count('a number of lines'),
    typePx: count('a number of px'),
    contrast: count('a contrast from 1 to 21'),
  },
  'opt-out-clipped': {kib: count('a number of 1024 bytes')},
  'html-size': {nearKib: count('a number of 1024 bytes'), kib: count('a number of 1024 bytes')},
  'spf-record': {whose: oneOf(['from', 'returnPath'])},
  'spf-lookups': {lookUps: count('a number of questions'), voids: count('a number of questions')},
  'dkim-length': {atLeast: count('a number of bits'), below: count('a number of bits')},
  'bulk-auth': {proofs: oneOf(['any', 'all'])},
  'own-domain': {domains: {expected: 'a list of domains', fits: isList}},
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]+(_[a-z]+)*$/.test(value)
}
