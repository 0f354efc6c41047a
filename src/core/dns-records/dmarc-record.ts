/**
 * A DMARC record, and which of the records above a domain speaks for it.
 * Source: RFC 9989 sections 4.7 (tags), 4.10 (DNS Tree Walk), which took the place of RFC 7489 and its Public Suffix List.
 */
import {readTagList} from './tag-list.ts'

export type DmarcPolicy = 'none' | 'quarantine' | 'reject'
export const DMARC_POLICIES: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject']

export interface DmarcRecord {
  readonly text: string
  /** All tags as written; names in lower case. */
  readonly tags: ReadonlyMap<string, string>
  /** Pieces that are no tag, and tags named twice. */
  readonly faults: readonly string[]
  /** What the record asks for; null where p= is missing or none of the three. */
  readonly policy: DmarcPolicy | null
  /** For subdomains; null where sp= says nothing readable. */
  readonly subdomainPolicy: DmarcPolicy | null
  readonly isTesting: boolean
  readonly psd: 'y' | 'n' | 'u'
  readonly dkimMode: 'relaxed' | 'strict'
  readonly spfMode: 'relaxed' | 'strict'
  /** Where aggregate reports go, as written without blanks. */
  readonly reportsTo: readonly string[]
}

/** Those of the TXT records under _dmarc that count; the version is written in capitals. */
export function dmarcAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text))
}

/** Never throws. */
export function readDmarc(text: string): DmarcRecord {
  const {tags, faults} = readTagList(text)
  const word = (name: string) => tags.get(name)?.toLowerCase()
  const policyOf = (name: string) => DMARC_POLICIES.find((each) => each === word(name)) ?? null
  const psd = word('psd')
  return {
    text,
    tags,
    faults,
    policy: policyOf('p'),
    subdomainPolicy: policyOf('sp'),
    isTesting: word('t') === 'y',
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    dkimMode: word('adkim') === 's' ? 'strict' : 'relaxed',
    spfMode: word('aspf') === 's' ? 'strict' : 'relaxed',
    reportsTo: (tags.get('rua') ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  }
}

/** The domain of a mailto: address; null for anything else. A size behind ! is dropped, as receivers do. */
export function reportHost(uri: string): string | null {
  const [, host] = /^mailto:[^@?!\s]+@([\w-]+(?:\.[\w-]+)+)(?:!\d+[kmgt]?)?$/i.exec(uri) ?? []
  return host?.toLowerCase() ?? null
}

/** The names under which the walk asks, the domain itself first: at most eight. */
export function walkNames(domain: string): readonly string[] {
  const labels = domain.split('.')
  const names = [domain]
  for (let left = Math.min(labels.length - 1, MOST_LABELS); left > 0; left -= 1)
    names.push(labels.slice(-left).join('.'))
  return names
}

const MOST_LABELS = 7

export interface FoundDmarc {
  /** The domain under whose _dmarc it stands. */
  readonly domain: string
  readonly record: DmarcRecord
}

/** True where the walk ends with this record. isStart: it is that of the domain the walk began at. */
export function endsWalk({psd}: DmarcRecord, isStart: boolean): boolean {
  return psd === 'n' || (psd === 'y' && !isStart)
}

/** found: by walking up from the domain, in that order. */
export function organisationOf(domain: string, found: readonly FoundDmarc[]): string {
  const own = found.find(({record}) => record.psd === 'n')
  if (own !== undefined) return own.domain
  const suffix = found.find((each) => each.record.psd === 'y' && each.domain !== domain)
  if (suffix !== undefined)
    return domain
      .split('.')
      .slice(-1 - suffix.domain.split('.').length)
      .join('.')
  return found.at(-1)?.domain ?? domain
}

/** The record that holds for mail from the domain: its own, else that of its organisation, else that of the suffix above. */
export function appliedDmarc(domain: string, found: readonly FoundDmarc[]): FoundDmarc | null {
  const organisation = organisationOf(domain, found)
  return (
    found.find((each) => each.domain === domain) ??
    found.find((each) => each.domain === organisation) ??
    found.find(({record}) => record.psd === 'y') ??
    null
  )
}
