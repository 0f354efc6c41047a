/** A sending domain as rules see it: each record as read, with the question that was asked for it. */
import type {Asked, MxRecord} from '../dns-records/answer.ts'
import type {PublishedKey} from '../dns-records/dkim-record.ts'
import type {DmarcRecord, FoundDmarc} from '../dns-records/dmarc-record.ts'
import type {StsFault, StsPolicy} from '../dns-records/mta-sts.ts'
import type {SpfRecord} from '../dns-records/spf-record.ts'
import type {TxtRecord} from '../dns-records/txt-record.ts'

export interface DomainView {
  /** Of the From address, as an A-label in lower case. */
  readonly domain: string
  readonly mail: MailHosts
  /** Where bounces go: the domain of the envelope sender, which SPF is asked for. */
  readonly returnPath: {readonly domain: string; readonly mx: Asked<MxRecord>; readonly isAligned: boolean | null}
  readonly spf: {readonly from: SpfView; readonly returnPath: SpfView}
  /** Null where nobody said which selectors sign. */
  readonly dkim: readonly DkimView[] | null
  readonly dmarc: DmarcView
  readonly mtaSts: StsView
  readonly tlsReport: Asked<string>
  readonly bimi: Asked<string>
  /** Host of the relay in the settings, to be named in a proposal; null where there is none. */
  readonly relayHost: string | null
}

export interface MailHosts {
  readonly mx: Asked<MxRecord>
  /** A and AAAA of the domain itself, which stand in where there is no MX (RFC 5321 section 5.1); null = not asked. */
  readonly addresses: HostAddresses | null
  /** Of each host that an MX names, at most ten. */
  readonly targets: readonly HostAddresses[]
}

export interface HostAddresses {
  readonly name: string
  readonly state: 'found' | 'absent' | 'unanswered'
  /** The question that found one, or the last that was asked. */
  readonly asked: Asked<string>
}

export interface SpfView {
  readonly asked: Asked<string>
  /** The SPF records among the TXT records. */
  readonly texts: readonly string[]
  /** Null unless there is exactly one. */
  readonly record: SpfRecord | null
  readonly walk: SpfWalk | null
}

/** What a receiver does whom no term satisfies: it follows all of them. */
export interface SpfWalk {
  /** Terms that ask DNS, counted through all includes. */
  readonly lookUps: number
  /** More than we follow: lookUps is then the least there are. */
  readonly isCutOff: boolean
  /** Terms whose question finds nothing, as written. */
  readonly voids: readonly string[]
  readonly faults: readonly SpfFault[]
  /** Questions that nobody answered. */
  readonly unanswered: readonly Asked<unknown>[]
}

export interface SpfFault {
  /** no-record, several: of an included or redirected domain. mx-many: over ten hosts in one mx. */
  readonly kind: 'syntax' | 'no-record' | 'several' | 'loop' | 'mx-many'
  /** Whose record holds the term. */
  readonly domain: string
  readonly term: string
}

export interface DkimView {
  readonly domain: string
  readonly selector: string
  readonly asked: Asked<string>
  /** 'mismatch' only where the settings have the private key. */
  readonly key: PublishedKey
  /** What is to be published; null where the settings do not have the key. */
  readonly expected: TxtRecord | null
  /** With the From domain; null where DNS left it open. */
  readonly isAligned: boolean | null
}

export interface DmarcView {
  /** Up the tree from the From domain. */
  readonly walk: readonly Asked<string>[]
  /** TXT records under the From domain's own _dmarc, and those of them that count. */
  readonly own: Asked<string>
  readonly ownTexts: readonly string[]
  /** The record that holds for the From domain; null = none, or left open by DNS. */
  readonly applied: FoundDmarc | null
  /** Null where DNS left it open. */
  readonly organisation: string | null
  /** Hosts outside the organisation that reports go to, with the record by which they agree. */
  readonly outsiders: readonly {readonly host: string; readonly asked: Asked<string>; readonly agrees: boolean}[]
}

export interface StsView {
  readonly asked: Asked<string>
  readonly texts: readonly string[]
  readonly policy: StsPolicyAnswer
}

export type StsPolicyAnswer =
  /** There is no record, or nobody asked for the file. */
  | {readonly state: 'not-asked'}
  | {readonly state: 'read'; readonly policy: StsPolicy}
  | {readonly state: 'broken'; readonly at: StsFault}
  /** why: an HTTP status, or a code such as CERT_HAS_EXPIRED. */
  | {readonly state: 'failed'; readonly why: string}

/** What receivers do with mail from the domain that fails: the record's own word, or that for subdomains. */
export function policyFor(domain: string, {domain: at, record}: FoundDmarc): DmarcRecord['policy'] {
  return at === domain ? record.policy : (record.subdomainPolicy ?? record.policy)
}
