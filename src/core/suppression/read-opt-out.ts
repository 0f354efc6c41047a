/** One row of an opt-out file becomes an entry, or a reason why it cannot. */
import {isAddress, parseAddress} from '../contacts/address.ts'
import {cellOf} from '../contacts/cell.ts'
import {makeMomentReader} from '../contacts/read-moment.ts'
import {startReadNotes} from '../contacts/read-notes.ts'
import {makeStopReader} from '../contacts/read-stop.ts'
import type {RowsAre} from '../contacts/rows-are.ts'
import {readStatus} from '../contacts/status-words.ts'
import type {SuppressionEntry, SuppressionReason, SuppressionScope} from './entry.ts'
import {domainSubject, kindOfSubject, spellingOf} from './entry.ts'
import type {HashAlgorithm} from './hash-forms.ts'
import {hashAlgorithmOf, looksHashed} from './hash-forms.ts'
import type {OptOutPlan} from './opt-out-columns.ts'
import {foldedScopes, scopesInCell} from './topic-scope.ts'

export interface SaidOfOptOuts {
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly offsetMinutes: number
  readonly source: string
  /** Who is in the file; null = everybody opted out, and whoever counts as a subscriber is told. */
  readonly rows: RowsAre | null
}

/** What a row says: an opt-out, that the person is a subscriber there, or nothing of mail. more: the same of other topics. */
export type OptOutRow =
  | {readonly is: 'entry'; readonly entry: SuppressionEntry; readonly more?: readonly SuppressionEntry[]}
  | {readonly is: 'subscribed'; readonly entry: SuppressionEntry}
  | {readonly is: 'nothing'}
  | {readonly is: 'unreadable'; readonly why: string}
  | {readonly is: 'wrong-hash'; readonly length: number}

const REASON_WORDS: readonly (readonly [SuppressionReason, RegExp])[] = [
  ['complaint', /complain|spam|abuse|苦情|迷惑/i],
  ['bounce', /bounce|invalid|cleaned|undeliver|エラー|不達|宛先不明/i],
  ['legal', /legal|法的|弁護士/i],
  ['optout', /unsub|opt.?out|停止|解除|拒否|退会|不要/i],
  ['manual', /manual|admin|手動/i],
]

const DAY_MS = 86_400_000
/** 09:00, 9時, 20260401T090000, seconds since 1970. */
const TIME = /[:：時]|\d[T\s]\d{4}|^\s*\d{9,}\s*$/

/** For a file; the kind of its hashes is that of the first one. */
export function makeOptOutReader(plan: OptOutPlan, said: SaidOfOptOuts) {
  const {columns} = plan
  const momentOf = makeMomentReader(said.offsetMinutes, plan.dates)
  const stops = makeStopReader(plan.mapping, said.offsetMinutes, startReadNotes())
  const states = plan.mapping.filter(({field}) => field === 'opt_out')
  const joinedAt = plan.mapping.find(({field}) => field === 'consent_at')?.index ?? null
  const saidScopes = foldedScopes(said.scope)
  let algorithm: HashAlgorithm | null = null
  /** Of the row that is read. */
  let spelling: string | null = null

  const at = (fields: readonly string[], index: number | null) =>
    index === null ? null : momentOf(fields[index] ?? '')
  /** A day without a time is over when it ends. */
  const endIn = (cell: string) => {
    const moment = momentOf(cell)
    if (moment === null || TIME.test(cell) || (moment + said.offsetMinutes * 60_000) % DAY_MS !== 0) return moment
    return moment + DAY_MS
  }
  const isSubscriber = (fields: readonly string[]): boolean =>
    states.some(({index, stop, words}) => readStatus(cellOf(fields, index), stop!, words ?? null) === 'active')
  /** A hash in lower case, or how it is wrong. */
  const hashOf = (cell: string): string | OptOutRow => {
    const found = hashAlgorithmOf(cell)
    if (found === null && !looksHashed(cell)) return unreadable(cell)
    algorithm ??= found
    return found === null || found !== algorithm ? {is: 'wrong-hash', length: cell.length} : cell.toLowerCase()
  }
  const subjectOf = (cell: string): string | OptOutRow => {
    // A star may stand in an address as well.
    if (cell.indexOf('@') > 0 && !cell.startsWith('*')) {
      const parsed = parseAddress(cell)
      if (isAddress(parsed)) {
        if (parsed.key !== parsed.suppressKey) spelling = parsed.address
        return parsed.suppressKey
      }
    }
    return readDomainEntry(cell) ?? hashOf(cell)
  }

  return (fields: readonly string[], line: number): OptOutRow => {
    spelling = null
    const subject = subjectOf(cellOf(fields, columns.address))
    if (typeof subject !== 'string') return subject
    const word = columns.reason === null ? '' : (fields[columns.reason] ?? '')
    const byWord = word === '' ? null : reasonOf(word)
    // A word of the row that says why is enough; else the columns that say stop are asked.
    const stop = stops === null || (byWord !== null && said.rows !== 'subscribers') ? null : stops.read(fields)
    const isSaid = byWord !== null || stop !== null
    const isSubscribed = !isSaid && said.rows !== 'opt-outs' && isSubscriber(fields)
    if (!isSaid && !isSubscribed && said.rows === 'subscribers') return {is: 'nothing'}
    const source = columns.source === null ? '' : cellOf(fields, columns.source)
    const scopes = columns.scope === null ? saidScopes : scopesIn(cellOf(fields, columns.scope), saidScopes)
    // Written out: objects that are joined from others take the engine ten times as long, a million times over.
    const entry: SuppressionEntry = {
      kind: kindOfSubject(subject),
      subject,
      reason: byWord ?? stop?.reason ?? plan.everyRow ?? said.reason,
      scope: scopes[0]!,
      from: isSubscribed ? at(fields, joinedAt) : (at(fields, columns.at) ?? stop?.at ?? null),
      until: columns.until === null ? null : endIn(fields[columns.until] ?? ''),
      source: source === '' ? said.source : source,
      line,
    }
    if (spelling !== null) return asSpelled(entry, spelling, scopes, isSubscribed)
    if (isSubscribed) return {is: 'subscribed', entry}
    return scopes.length === 1
      ? {is: 'entry', entry}
      : {is: 'entry', entry, more: scopes.slice(1).map((scope) => ({...entry, scope}))}
  }
}

/** Rare, so that all others stay as they are written out. */
function asSpelled(
  plain: SuppressionEntry,
  spelling: string,
  scopes: readonly SuppressionScope[],
  isSubscribed: boolean,
): OptOutRow {
  const entry = {...plain, spelling}
  if (isSubscribed) return {is: 'subscribed', entry}
  const more = scopes.slice(1).map((scope) => ({...entry, scope}))
  return more.length === 0 ? {is: 'entry', entry} : {is: 'entry', entry, more}
}

/** What is wrong with it as an address; wide forms are read there too. */
function unreadable(cell: string): OptOutRow | string {
  const parsed = parseAddress(cell)
  return isAddress(parsed) ? parsed.suppressKey : {is: 'unreadable', why: parsed}
}

function scopesIn(cell: string, otherwise: readonly SuppressionScope[]): readonly SuppressionScope[] {
  return cell === '' ? otherwise : scopesInCell(cell)
}

/**
 * The addresses in a line that cannot be read as a row, each an entry without a date: whoever stands there asked for
 * no mail, whatever happened to the quotes. Linear; a word is what stands between blanks, delimiters and brackets.
 */
export function addressesIn(
  text: string,
  said: Pick<SaidOfOptOuts, 'reason' | 'scope' | 'source'> & {readonly line: number},
): SuppressionEntry[] {
  const {reason, scope, source, line} = said
  const subjects = new Map<string, {readonly spelling?: string}>()
  for (const word of text.split(/[\s,;|"<>()[\]]+/)) {
    if (!/[@\uff20]/.test(word)) continue
    const parsed = parseAddress(word.endsWith('.') ? word.slice(0, -1) : word)
    if (isAddress(parsed) && !subjects.has(parsed.suppressKey)) subjects.set(parsed.suppressKey, spellingOf(parsed))
  }
  return [...subjects].flatMap(([subject, spelled]) =>
    foldedScopes(scope).map((each) => ({
      ...{kind: 'address' as const, subject, reason, scope: each},
      ...{from: null, until: null, source, line},
      ...spelled,
    })),
  )
}

/** `@example.jp` or `*@example.jp` forbids a whole domain, in the form suppress keys have. */
export function readDomainEntry(text: string): string | null {
  if (!/^\*?[@\uff20]/.test(text)) return null
  const parsed = parseAddress(`any${text.replace('*', '')}`)
  return isAddress(parsed) ? domainSubject(parsed.suppressKey) : null
}

/** Longer than a status; then a person wrote it, and no word in it makes less of their no. */
const LONGEST_STATUS = 30

function reasonOf(word: string): SuppressionReason | null {
  const found = REASON_WORDS.find(([, words]) => words.test(word))?.[0] ?? null
  const isWeak = found === 'bounce' || found === 'manual'
  return isWeak && word.trim().length > LONGEST_STATUS ? 'optout' : found
}
