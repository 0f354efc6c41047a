/** What a look at a domain asks of the outside: DNS, and the policy file of MTA-STS. */
import type {Answer, MxRecord} from '../core/dns-records/answer.ts'

/** Aliases (CNAME) are followed. Never throws. At most 50 records, each at most 8,192 characters. */
export interface Dns {
  /** The strings of each record joined. */
  txt(name: string): Promise<Answer<string>>
  mx(name: string): Promise<Answer<MxRecord>>
  a(name: string): Promise<Answer<string>>
  aaaa(name: string): Promise<Answer<string>>
}

/** Over HTTPS from the host, at the path of RFC 8461. Never throws; why: an HTTP status or a code. */
export type FetchPolicy = (
  host: string,
  addresses: readonly string[],
) => Promise<{readonly text: string} | {readonly why: string}>
