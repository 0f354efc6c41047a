/**
 * What is worth telling about an address that can be mailed: misspelt, disposable, nobody's, made up. Only tells;
 * nothing is changed or refused because of a flag.
 */
import {domainToUnicode} from 'node:url'
import type {Address} from './address.ts'
import {hasOddDots} from './address.ts'
import {CLOSED_DOMAINS, isMadeUpDomain, LOCAL_KINDS, LONGEST_LOCAL} from './address-words.ts'
import {isCarrierDomain} from './carrier-domains.ts'
import {suggestDomain} from './domain-typo.ts'
import {looksLikeAnother, readsAs} from './look-alikes.ts'
import {remember} from './remember.ts'
import {isProvider} from './well-known-domains.ts'

export const FLAG_KINDS = [
  /** The domain is probably a misspelt one. */
  'typo',
  /** Letters of another script that look like the expected ones. */
  'look-alike',
  /** The domain's service has ended. */
  'closed',
  /** A mailbox meant to be thrown away. */
  'disposable',
  /** Typed at random, or a domain reserved for examples. */
  'made-up',
  /** abuse@, postmaster@, noreply@: mail to them only does harm. */
  'system-role',
  /** info@, sales@: no person in particular. */
  'role',
  /** Written in full-width characters. */
  'folded',
  /** A carrier's address that breaks the RFC's dot rule; it exists and is sent to in quotes. */
  'odd-dots',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

export interface AddressFlag {
  readonly kind: FlagKind
  /** The address's domain, where the flag comes from it. */
  readonly domain?: string
  /** The domain that was probably meant. */
  readonly suggestion?: string
}

export type AddressFlagger = (address: Address) => readonly AddressFlag[]

interface DomainFlags {
  readonly flags: readonly AddressFlag[]
  readonly isCarrier: boolean
}

const NONE: readonly AddressFlag[] = Object.freeze([])

/**
 * disposable: domains in lower case; their subdomains count too. The flagger answers most addresses with one shared
 * empty array; it judges each domain once and remembers a few thousand of them.
 */
export function makeAddressFlagger(disposable: ReadonlySet<string>): AddressFlagger {
  const ofDomain = remember((domain) => judgeDomain(domain, disposable))

  return (address) => {
    const {key, domain, wasFolded, needsSmtpUtf8} = address
    const {flags, isCarrier} = ofDomain(domain)
    const local = key.slice(0, key.length - domain.length - 1)
    const kind = kindOfLocal(local)
    const isOdd = isCarrier && hasOddDots(local)
    if (kind === undefined && !isOdd && !wasFolded && !needsSmtpUtf8) return flags
    const own: AddressFlag[] = [...flags]
    const add = (flag: FlagKind) => {
      if (!own.some((each) => each.kind === flag)) own.push({kind: flag})
    }
    if (needsSmtpUtf8 && looksLikeAnother(local)) add('look-alike')
    if (kind !== undefined) add(kind)
    if (wasFolded) add('folded')
    if (isOdd) add('odd-dots')
    return own.length === 0 ? NONE : own
  }
}

/** local: in lower case. */
function kindOfLocal(local: string): Exclude<FlagKind, 'typo'> | undefined {
  let end = local.length
  while (end > 0 && isDigit(local.charCodeAt(end - 1))) end -= 1
  if (end === 0) end = local.length
  if (end <= LONGEST_LOCAL) {
    const known = LOCAL_KINDS.get(end === local.length ? local : local.slice(0, end)) ?? LOCAL_KINDS.get(local)
    if (known !== undefined) return known
  }
  return end >= 3 && isOneLetter(local, end) ? 'made-up' : undefined
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** aaa, xxxxx, 0000: three times the same and nothing else. */
function isOneLetter(text: string, end: number): boolean {
  const first = text.charCodeAt(0)
  for (let i = 1; i < end; i += 1) if (text.charCodeAt(i) !== first) return false
  return true
}

function judgeDomain(domain: string, disposable: ReadonlySet<string>): DomainFlags {
  const flags: AddressFlag[] = []
  const isMadeUp = isMadeUpDomain(domain)
  if (CLOSED_DOMAINS.has(domain)) flags.push({kind: 'closed', domain})
  if (isDisposable(domain, disposable)) flags.push({kind: 'disposable', domain})
  if (isMadeUp) flags.push({kind: 'made-up'})
  const suggestion = isMadeUp ? null : suggestDomain(domain)
  if (suggestion !== null) flags.push({kind: 'typo', domain, suggestion})
  const lookAlike = lookAlikeOf(domain)
  if (lookAlike !== null) flags.push(lookAlike)
  return {flags: flags.length === 0 ? NONE : Object.freeze(flags), isCarrier: isCarrierDomain(domain)}
}

function isDisposable(domain: string, disposable: ReadonlySet<string>): boolean {
  let rest = domain
  for (;;) {
    if (disposable.has(rest)) return true
    const dot = rest.indexOf('.')
    if (dot < 0) return false
    rest = rest.slice(dot + 1)
  }
}

/** Only domains with letters beyond ASCII look like others. One that reads as a provider's gets it as suggestion. */
function lookAlikeOf(domain: string): AddressFlag | null {
  if (!domain.includes('xn--')) return null
  const written = domainToUnicode(domain)
  const read = readsAs(written)
  if (isProvider(read) || isCarrierDomain(read)) return {kind: 'look-alike', domain, suggestion: read}
  return written.split('.').some(looksLikeAnother) ? {kind: 'look-alike', domain} : null
}
