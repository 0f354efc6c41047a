/**
 * An SPF record, taken apart into its terms.
 * Source: RFC 7208 sections 4.5 (which record counts), 4.6.1, 5 and 6 (terms), 12 (grammar).
 */

export type SpfQualifier = '+' | '-' | '~' | '?'

export interface SpfTerm {
  /** As written. */
  readonly text: string
  /** In lower case: all, include, a, mx, ptr, ip4, ip6, exists; redirect, exp or another modifier. */
  readonly name: string
  readonly qualifier: SpfQualifier
  /** Its domain, where it names one; may hold macros (%{…}). */
  readonly domain: string | null
}

export interface SpfRecord {
  readonly text: string
  /** In order; what cannot be read stands in faults. */
  readonly terms: readonly SpfTerm[]
  /** Terms that break the grammar: any of them is a permanent error for every mail. */
  readonly faults: readonly string[]
  /** What becomes of everybody else; null = the record does not say (and names no other record either). */
  readonly all: SpfQualifier | null
  /** The record whose word holds where none of the terms matches; null where `all` stands. */
  readonly redirect: SpfTerm | null
}

/** Those of a domain's TXT records that are SPF. */
export function spfAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v=spf1(?: |$)/i.test(text))
}

/** Never throws. */
export function readSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = []
  const faults: string[] = []
  for (const word of text.slice('v=spf1'.length).split(' ')) {
    if (word === '') continue
    const term = readTerm(word)
    if (term === null || (ONCE.has(term.name) && terms.some(({name}) => name === term.name))) faults.push(word)
    else terms.push(term)
  }
  const all = terms.find(({name}) => name === 'all')?.qualifier ?? null
  const redirect = all === null ? (terms.find(({name}) => name === 'redirect') ?? null) : null
  return {text, terms, faults, all, redirect}
}

/** Terms for which a receiver asks DNS: at most 10 in all (RFC 7208 section 4.6.4). */
export function asksDns({name}: SpfTerm): boolean {
  return ['include', 'a', 'mx', 'ptr', 'exists', 'redirect'].includes(name)
}

/** What it stands for depends on the mail: it cannot be looked up beforehand. */
export function hasMacro({domain}: SpfTerm): boolean {
  return domain?.includes('%') ?? false
}

/** Lets the whole Internet send: +all, or a range of all addresses. */
export function isOpen({name, qualifier, text}: SpfTerm): boolean {
  return qualifier === '+' && (name === 'all' || /^\+?(?:ip4|ip6):[^/]+\/0+$/i.test(text))
}

const ONCE: ReadonlySet<string> = new Set(['redirect', 'exp'])

function readTerm(text: string): SpfTerm | null {
  const [, sign, name = '', rest = ''] = /^([+?~-]?)([A-Za-z][\w.-]*)(.*)$/s.exec(text) ?? []
  const word = name.toLowerCase()
  if (rest.startsWith('=')) return sign === '' ? readModifier(text, word, rest.slice(1)) : null
  const term = {text, name: word, qualifier: (sign || '+') as SpfQualifier}
  switch (word) {
    case 'all':
      return rest === '' ? {...term, domain: null} : null
    case 'include':
    case 'exists':
      return rest.startsWith(':') && isDomainSpec(rest.slice(1)) ? {...term, domain: rest.slice(1)} : null
    case 'ptr':
      if (rest === '') return {...term, domain: null}
      return rest.startsWith(':') && isDomainSpec(rest.slice(1)) ? {...term, domain: rest.slice(1)} : null
    case 'a':
    case 'mx':
      return readHosts(term, rest)
    case 'ip4':
      return /^:\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(rest) && isIp4(rest.slice(1))
        ? {...term, domain: null}
        : null
    case 'ip6':
      return rest.startsWith(':') && isIp6(rest.slice(1)) ? {...term, domain: null} : null
    default:
      return null
  }
}

function readModifier(text: string, name: string, value: string): SpfTerm | null {
  if (!ONCE.has(name)) return {text, name, qualifier: '+', domain: null}
  return isDomainSpec(value) ? {text, name, qualifier: '+', domain: value} : null
}

/** [":" domain] ["/" length] ["//" length] */
function readHosts(term: Omit<SpfTerm, 'domain'>, rest: string): SpfTerm | null {
  const [whole, four, six] = /(?:\/(\d{1,2}))?(?:\/\/(\d{1,3}))?$/.exec(rest)!
  if (Number(four ?? 0) > 32 || Number(six ?? 0) > 128) return null
  const domain = rest.slice(0, rest.length - whole.length)
  if (domain === '') return {...term, domain: null}
  return domain.startsWith(':') && isDomainSpec(domain.slice(1)) ? {...term, domain: domain.slice(1)} : null
}

/** A name with a dot, or one with macros; macros are not looked into. */
function isDomainSpec(given: string): boolean {
  if (given.length > 253) return false
  if (given.includes('%')) return /^[\x21-\x7e]+$/.test(given)
  return /^[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})+\.?$/.test(given)
}

function isIp4(given: string): boolean {
  const [address = '', length = '32'] = given.split('/')
  return address.split('.').every((each) => Number(each) <= 255) && Number(length) <= 32
}

function isIp6(given: string): boolean {
  const [address = '', length = '128', more] = given.split('/')
  if (more !== undefined || !/^\d{1,3}$/.test(length) || Number(length) > 128) return false
  return /^[\da-f:.]{2,45}$/i.test(address) && URL.canParse(`http://[${address}]/`)
}
