/** What DNS says to one question, with its kinds of "no" told apart: a name that is not there, no record, no answer. */

export type RecordType = 'TXT' | 'MX' | 'A' | 'AAAA' | 'CNAME'

export type Answer<T> =
  | {readonly state: 'found'; readonly records: readonly T[]}
  /** The name (NXDOMAIN) or its records of that type (NODATA) are not there; leadsTo: the name that it is an alias of. */
  | {readonly state: 'no-name' | 'no-data'; readonly leadsTo?: string}
  /** Nobody could say; why: the resolver's code, e.g. ETIMEOUT, ESERVFAIL. */
  | {readonly state: 'unanswered'; readonly why: string}

export interface Asked<T> {
  /** Without a dot at the end. */
  readonly name: string
  readonly type: RecordType
  readonly answer: Answer<T>
}

export interface MxRecord {
  readonly priority: number
  /** '' is the root: the null MX of RFC 7505. */
  readonly exchange: string
}

/** Empty where there are none, and where nobody could say. */
export function recordsOf<T>({answer}: Asked<T>): readonly T[] {
  return answer.state === 'found' ? answer.records : []
}

export function isUnanswered({answer}: Asked<unknown>): boolean {
  return answer.state === 'unanswered'
}

/** Certain: the name or its records are not there. */
export function isAbsent({answer}: Asked<unknown>): boolean {
  return answer.state === 'no-name' || answer.state === 'no-data'
}

/** As findings name it, e.g. "_dmarc.example.jp TXT". */
export function questionOf({name, type}: Pick<Asked<unknown>, 'name' | 'type'>): string {
  return `${name} ${type}`
}
