/** One row of an opt-out file becomes an entry, or a reason why it cannot. */
import {isAddress, parseAddress} from '../contacts/address.ts'
import {cellOf} from '../contacts/cell.ts'
import {readMoment} from '../contacts/read-moment.ts'
import type {SuppressionEntry, SuppressionReason, SuppressionScope} from './entry.ts'
import {domainSubject} from './entry.ts'

export interface OptOutColumns {
  readonly address: number
  readonly reason: number | null
  readonly at: number | null
}

const REASON_WORDS: readonly (readonly [SuppressionReason, RegExp])[] = [
  ['complaint', /complain|spam|abuse|苦情|迷惑/i],
  ['bounce', /bounce|invalid|cleaned|undeliver|エラー|不達|宛先不明/i],
  ['legal', /legal|法的|弁護士/i],
  ['optout', /unsub|opt.?out|停止|解除|拒否|退会|不要/i],
]

/** Header words of the columns; the address column is found by words or by its values. */
export const OPT_OUT_HEADERS = {
  reason: /^(reason|opt_out|type|status|event|理由|区分|種別|状態|ステータス)$/i,
  at: /(日時|日付|日|時刻|created(_?at)?|date|time(stamp)?|unsub_?time|opt_?out_?at|opted_?out_?at)$/i,
} as const

export function readOptOutRow(
  fields: readonly string[],
  columns: OptOutColumns,
  said: {
    readonly reason: SuppressionReason
    readonly scope: SuppressionScope
    readonly offsetMinutes: number
    readonly source: string
    readonly line: number
  },
): SuppressionEntry | string {
  const cell = cellOf(fields, columns.address)
  const from = columns.at === null ? null : readMoment(fields[columns.at] ?? '', said.offsetMinutes)
  const rest = {
    reason: reasonOf(columns.reason === null ? '' : (fields[columns.reason] ?? ''), said.reason),
    scope: said.scope,
    from,
    until: null,
    source: said.source,
    line: said.line,
  }
  const domain = readDomainEntry(cell)
  if (domain !== null) return {kind: 'domain', subject: domain, ...rest}
  const parsed = parseAddress(cell)
  return isAddress(parsed) ? {kind: 'address', subject: parsed.suppressKey, ...rest} : parsed
}

/**
 * The addresses in a line that cannot be read as a row, each an entry without a date: whoever stands there asked for
 * no mail, whatever happened to the quotes. Linear; a word is what stands between blanks, delimiters and brackets.
 */
export function addressesIn(
  text: string,
  said: {
    readonly reason: SuppressionReason
    readonly scope: SuppressionScope
    readonly source: string
    readonly line: number
  },
): SuppressionEntry[] {
  const {reason, scope, source, line} = said
  const subjects = new Set<string>()
  for (const word of text.split(/[\s,;|"<>()[\]]+/)) {
    if (!/[@\uff20]/.test(word)) continue
    const parsed = parseAddress(word.endsWith('.') ? word.slice(0, -1) : word)
    if (isAddress(parsed)) subjects.add(parsed.suppressKey)
  }
  return [...subjects].map((subject) => ({
    kind: 'address',
    subject,
    reason,
    scope,
    from: null,
    until: null,
    source,
    line,
  }))
}

/** `@example.jp` or `*@example.jp` forbids a whole domain, in the form suppress keys have. */
export function readDomainEntry(text: string): string | null {
  if (!/^\*?[@\uff20]/.test(text)) return null
  const parsed = parseAddress(`any${text.replace('*', '')}`)
  return isAddress(parsed) ? domainSubject(parsed.suppressKey) : null
}

function reasonOf(word: string, fallback: SuppressionReason): SuppressionReason {
  for (const [reason, words] of REASON_WORDS) if (words.test(word)) return reason
  return fallback
}
