/**
 * What a file of opt-outs is: which columns say whom, why, how far and since when, and whether it may be a list of
 * subscribers instead, whom nobody wants to stop.
 *
 * Exports seen in public code and help pages: Amazon SES (EmailAddress, Reason, LastUpdateTime), SendGrid (email,
 * created, reason, status), Mailchimp (unsubscribed_ and cleaned_members), Postmark (EmailAddress or Recipient,
 * SuppressionReason, Origin, CreatedAt), Mailgun (address, tags or code and error, created_at), HubSpot, listmonk.
 * By memory (unverified): Brevo's blocked contacts (email, reason, blockedAt).
 */
import {addressColumnOf} from '../contacts/choose-fields.ts'
import type {ListFormat} from '../contacts/formats.ts'
import type {ListMapping} from '../contacts/mapping.ts'
import {proposeMapping} from '../contacts/mapping.ts'
import type {DateReading} from '../contacts/read-moment.ts'
import type {RowsAre} from '../contacts/rows-are.ts'
import {stopOfName} from '../contacts/rows-are.ts'
import type {SuppressionReason} from './entry.ts'
import {looksHashed} from './hash-forms.ts'

export interface OptOutColumns {
  readonly address: number
  readonly reason: number | null
  readonly at: number | null
  readonly until: number | null
  readonly scope: number | null
  /** Of our own export: where each entry first came from. */
  readonly source: number | null
}

export interface OptOutPlan {
  readonly columns: OptOutColumns
  readonly mapping: ListMapping
  readonly format: ListFormat | null
  /** What standing in the file says where its row does not. */
  readonly everyRow: SuppressionReason | null
  readonly dates: DateReading
  /** Why it may be a list of subscribers: the columns that say so; empty = nothing speaks for it, or it was said. */
  readonly subscriberSigns: readonly string[]
}

/** A file as it was opened. header: one name per column, made up where the file has none. */
export interface OpenedFile {
  readonly name: string
  readonly hasHeader: boolean
  readonly header: readonly string[]
  readonly headerWords: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly addressLike: readonly number[]
}

/** What they call a reason is the reply of a server, in which any word may stand. */
const SERVER_REPLIES: ReadonlySet<string> = new Set(['sendgrid', 'mailgun'])

const REASON = /^(suppression[ _-]?)?(reason|opt_out|type|status|event|理由|区分|種別|状態|ステータス)$/i
const AT =
  /(日時|日付|日|時刻|(created|blocked|unsubscribed|suppressed|added)[ _-]?(at|on)?|date|time(stamp)?|unsub_?time|opt(ed)?_?out_?at|recorded_at)$/i
/** Of several dates the one of leaving; never that of joining. */
const LEFT_AT = /unsub|opt(ed)?[ _-]?out|clean|bounce|block|suppress|complain|停止|退会|解除|拒否|エラー|不達/i
const JOINED_AT =
  /opt[ _-]?in|consent|confirm|sign[ _-]?up|subscribed?[ _-]?(at|on|date)|join|birth|登録|入会|申込|同意|誕生|生年/i
const UNTIL = /^(until(_at)?|まで|停止期限|停止終了日)$/i
const SCOPE = /^(scope|topic|範囲|トピック)$/i

/** column: as said, a name or #1. Null where no column holds addresses, domains or hashes. */
export function planOptOuts(
  file: OpenedFile,
  said: {readonly column: string | null; readonly rows: RowsAre | null; readonly dates: DateReading | null},
): OptOutPlan | null {
  const {header, headerWords, hasHeader, sample} = file
  const address = said.column === null ? subjectColumn(file) : named(header, hasHeader, said.column)
  if (address < 0) return null
  const clues = {fileName: file.name, sample, dates: said.dates, names: [file.name], rows: said.rows}
  const {mapping, format} = hasHeader
    ? proposeMapping(headerWords, [], [`#${address + 1}=address`], file.addressLike, clues)
    : {mapping: [], format: null}
  const isOwn = hasHeader && header[0] === 'subject' && header.includes('recorded_at')
  const find = (words: RegExp, but: RegExp | null = null) => {
    if (!hasHeader) return null
    const index = header.findIndex((name, i) => {
      const text = name.normalize('NFKC').trim()
      return i !== address && words.test(text) && but?.test(text) !== true
    })
    return index < 0 ? null : index
  }
  const reason = format !== null && SERVER_REPLIES.has(format.id) && format.everyRow !== null ? null : find(REASON)
  const everyRow = stopOf(mapping.find(({field}) => field === 'address')?.everyRow) ?? stopOfName(file.name)
  const columns = {
    ...{address, reason, until: find(UNTIL), scope: find(SCOPE)},
    at: isOwn ? find(/^from$/) : (find(withBoth(AT, LEFT_AT)) ?? find(AT, JOINED_AT)),
    source: isOwn ? find(/^source$/) : null,
  }
  const dates = said.dates ?? format?.dates ?? 'ymd'
  const isTold = said.rows !== null || isOwn || everyRow !== null
  return {columns, mapping, format, everyRow, dates, subscriberSigns: isTold ? [] : signsOf(mapping, format)}
}

/** Columns only a list of subscribers has, in a file in which no column says that anybody left. */
function signsOf(mapping: ListMapping, format: ListFormat | null): readonly string[] {
  const says = (fields: readonly string[]) => mapping.filter(({field}) => fields.includes(field))
  if (says(['opt_out', 'withdrawn_at']).length > 0) return []
  // A date of creation may as well be that of the opt-out.
  const joined = says(['consent', 'consent_at', 'consent_source'])
    .filter(({field, header}) => field !== 'consent_at' || JOINED_AT.test(header))
    .map(({header}) => header)
  return joined.length === 0 && format?.part === 'contacts' ? [format.name] : joined
}

/** Addresses by header word or by values; else hashes, else what a header word promises. */
function subjectColumn({hasHeader, header, sample, addressLike}: OpenedFile): number {
  const rows = sample.slice(0, 200)
  const fits = (index: number, test: (cell: string) => boolean) => {
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter(test).length * 2 >= cells.length
  }
  const byWord = hasHeader ? addressColumnOf(header, addressLike) : -1
  if (byWord >= 0 && (addressLike.includes(byWord) || !fits(byWord, looksHashed))) {
    const hashed = header.findIndex((_, index) => fits(index, looksHashed))
    // A column named for addresses that holds none, beside one of hashes: the hashes are meant.
    if (addressLike.length > 0 || hashed < 0 || rows.some((row) => (row[byWord] ?? '').includes('@'))) return byWord
    return hashed
  }
  const isDomain = (cell: string) => /^\*?[@\uff20]/.test(cell)
  const width = Math.max(header.length, 1)
  const places = Array.from({length: width}, (_, index) => index)
  return (
    addressLike[0] ??
    places.find((index) => fits(index, looksHashed)) ??
    places.find((index) => fits(index, (cell) => isDomain(cell) || cell.includes('@') || looksHashed(cell))) ??
    byWord
  )
}

function named(header: readonly string[], hasHeader: boolean, given: string): number {
  const byName = hasHeader ? header.findIndex((name) => name.trim() === given.trim()) : -1
  const number = /^#([1-9]\d{0,3})$/.exec(given)?.[1]
  if (byName >= 0 || number === undefined) return byName
  return Number(number) <= Math.max(1, header.length) ? Number(number) - 1 : -1
}

function withBoth(a: RegExp, b: RegExp): RegExp {
  return new RegExp(`(?=.*(?:${b.source}))(?:.*(?:${a.source}))`, 'i')
}

function stopOf(state: string | undefined): SuppressionReason | null {
  return state === 'optout' || state === 'bounce' || state === 'complaint' ? state : null
}
