/** What cells say: yes and no, opted out or not, a basis, a moment. Unknown words give null, never a guess. */
import type {Basis} from './consent.ts'

const YES = new Set([
  '1',
  'true',
  'yes',
  'y',
  'on',
  'はい',
  '有',
  'あり',
  '有り',
  '○',
  '〇',
  '◯',
  '同意',
  '同意する',
  '同意済',
  '同意済み',
  '承諾',
  '希望',
  '希望する',
  '可',
  '許可',
  'ok',
  'opted in',
  'opt-in',
  'subscribed',
  '購読',
  '購読中',
  '配信',
  '配信中',
  '配信可',
])
const NO = new Set([
  '0',
  'false',
  'no',
  'n',
  'off',
  'いいえ',
  '無',
  'なし',
  '無し',
  '×',
  '✕',
  '✗',
  '同意しない',
  '不同意',
  '拒否',
  '希望しない',
  '不可',
  '不要',
  'ng',
  'opted out',
  'opt-out',
  'unsubscribed',
  '停止',
])

/** true, false, or null for an empty or unknown word. */
export function readYesNo(cell: string): boolean | null {
  const word = fold(cell)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

export type OptOutState = {readonly reason: 'optout' | 'complaint' | 'bounce'} | 'active' | null

const OPT_OUT =
  /^(停止|配信停止|配信停止中|解除|配信解除|拒否|受信拒否|退会|退会済み?|不可|配信不可|無効|対象外|×|✕|✗|ng|unsubscribed?|suppressed|inactive|opt(ed)?[ -]?out|blocked|do not (contact|e?mail)|non-subscribed)$/
const COMPLAINT = /^(complain(ed|t)|spam( ?report(ed)?)?|abuse|苦情|迷惑メール報告)$/
const BOUNCE = /^(bounced?|hard[ _-]?bounced?|cleaned|エラー|不達|配信エラー|エラー停止)$/
const ACTIVE =
  /^(0|false|no|n|off|subscribed|active|enabled|confirmed|opted[ -]?in|配信|配信中|配信可|可|有効|購読中?|会員|○|〇|◯|ok)$/
/** A clear no in a column that asks whether mail is stopped. */
const NOT_STOPPED =
  /^(0|false|no|n|off|いいえ|無|なし|無し|×|✕|✗|していない|しない|未(退会|停止|解除|配信停止)|subscribed|active|enabled|confirmed|opted[ -]?in|配信|配信中|配信可|購読中?|会員|継続)$/

/** What stands in a cell that says nothing: dashes, a database's null, its date of zeros. */
const NOTHING = /^([-‐‑–—―ー*]+|null|nil|none|n\/a|\\n|未|未設定|該当なし|0000[-/.]?00[-/.]?00.*)$/

/** True for an empty cell and for what stands in one: -, NULL, 0000-00-00. */
export function saysNothing(cell: string): boolean {
  const word = fold(cell)
  return word === '' || NOTHING.test(word)
}

/**
 * isFlag: the column's name itself says opt-out (配信停止, unsubscribed). A yes, a date or any other word then means
 * stopped, and only a clear no means not: whoever wrote something there wanted no mail. A status column says it by
 * words; one that nobody knows gives null.
 */
export function readOptOut(cell: string, isFlag: boolean): OptOutState {
  if (saysNothing(cell)) return null
  const word = fold(cell)
  if (COMPLAINT.test(word)) return {reason: 'complaint'}
  if (BOUNCE.test(word)) return {reason: 'bounce'}
  if (isFlag) return NOT_STOPPED.test(word) ? 'active' : {reason: 'optout'}
  if (/^(1|true|yes|y|on)$/.test(word)) return 'active'
  if (/^(0|false|no|n|off)$/.test(word)) return {reason: 'optout'}
  if (OPT_OUT.test(word)) return {reason: 'optout'}
  return ACTIVE.test(word) ? 'active' : null
}

/** True when a header of the opt_out field names the stop itself (配信停止) rather than a state (配信可否, status). */
export function isOptOutFlag(header: string): boolean {
  return /停止|拒否|解除|退会|解約|不要|オプトアウト|unsub|opt(ed)?[ _-]?out|suppress|bounce|complain|do[ _-]?not/i.test(
    header.normalize('NFKC'),
  )
}

const BASIS_WORDS: readonly (readonly [Basis, RegExp])[] = [
  ['consent', /^(consent|同意|承諾|オプトイン|opt-?in|express|明示(の)?同意)$/],
  ['card', /^(card|名刺|名刺交換|business ?card|書面)$/],
  ['trade', /^(trade|取引|取引先|取引関係|既存(客|顧客)|購入|購入者|customer|existing ?customer)$/],
  ['published', /^(published|公開|公表|web公開|ホームページ公開)$/],
  ['soft_optin', /^soft[ _-]?opt-?in$/],
  ['implied_purchase', /^implied[ _:-]?purchase$/],
  ['implied_inquiry', /^implied[ _:-]?inquiry$/],
  ['legit_interest', /^(legit(imate)?[ _-]?interest|正当な利益)$/],
  ['contract', /^(contract|契約)$/],
]

export function readBasis(cell: string): Basis | null {
  const word = fold(cell)
  for (const [basis, words] of BASIS_WORDS) if (words.test(word)) return basis
  return null
}

const DATE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2})\s*[:時]\s*(\d{1,2})\s*分?(?:[:\s]*(\d{1,2})(?:\.\d+)?\s*秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Longer than any date; the expressions here are not meant for a whole page in a cell. */
const DATE_LENGTH = 60
const ERA = /^(令和|平成|昭和|R|H|S)\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/i
const ERA_START: Readonly<Record<string, number>> = {令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925}

/**
 * A moment in UTC milliseconds. offsetMinutes: the zone of dates that name none, east of UTC (Japan: 540). Year
 * first only; 04/01/2024 is not read, because it means two different days.
 */
export function readMoment(cell: string, offsetMinutes: number): number | null {
  const word = cell.trim()
  if (word === '' || word.length > DATE_LENGTH) return null
  const plain = DATE.exec(word) ?? COMPACT.exec(word)
  if (plain) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = plain
    return moment(
      +year!,
      +month!,
      +day!,
      +hour,
      +minute,
      +second,
      zone === undefined ? offsetMinutes : zoneMinutes(zone),
    )
  }
  const folded = word.normalize('NFKC')
  if (folded !== word) return readMoment(folded, offsetMinutes)
  const era = ERA.exec(word)
  if (!era) return null
  const year = ERA_START[era[1]!.toLowerCase()]! + (era[2] === '元' ? 1 : +era[2]!)
  return moment(year, +era[3]!, +era[4]!, 0, 0, 0, offsetMinutes)
}

function moment(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number,
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(utc)
  // 31 April and the like would silently become another day.
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null
  return utc - offset * 60_000
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone[0] === '-' ? -1 : 1
  return sign * (+zone.slice(1, 3) * 60 + +zone.slice(-2))
}

function fold(cell: string): string {
  return cell.trim().normalize('NFKC').toLowerCase()
}
