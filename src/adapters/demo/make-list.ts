/**
 * Invented people for demo and bench, with the faults that real lists have. Every address carries the word demo and
 * a running number, and stands at well-known domains only for the sake of the pictures: nothing leaves the machine.
 */
import {isMynumber} from '../../core/sensitive/check-digits.ts'
import {
  COMPANIES,
  DOMAINS,
  GIVEN_NAMES,
  ILLNESSES,
  MEMBERSHIPS,
  NOTES,
  PREFECTURES,
  SIGN_UPS,
  SURNAMES,
} from './people-words.ts'
import type {Dice} from './seeded.ts'
import {startDice} from './seeded.ts'

export const COLUMNS = [
  'メールアドレス',
  '氏名',
  'フリガナ',
  '都道府県',
  '会員種別',
  '登録日',
  '登録経路',
  '同意',
  '生年月日',
  '既往歴',
  'マイナンバー',
  '備考',
] as const

export type Fault = 'no-at' | 'full-width-at' | 'short-row' | 'empty-address' | 'double-dot'

export interface DemoRow {
  readonly cells: readonly string[]
  /** The sound address in the row, as written; null when the row has a fault. */
  readonly address: string | null
  readonly fault: Fault | null
  /** The same address stands in an earlier row, in other letters perhaps. */
  readonly isDuplicate: boolean
  readonly hasConsent: boolean
}

const FAULTS: readonly Fault[] = ['no-at', 'full-width-at', 'short-row', 'empty-address', 'double-dot']
/** How many rows back a duplicate looks. */
const MEMORY = 500

/**
 * count rows: about 1 % with a fault, 2 % duplicates, 4 % without a yes, a few of whom the relay of the demo does
 * not know (unknown.…) or is busy for (busy.…). The same count and seed give the same rows.
 */
export function* makeRows(count: number, seed: number): Generator<DemoRow> {
  const dice = startDice(seed)
  const recent: string[][] = []
  for (let number = 1; number <= count; number++) {
    if (dice.isOneOf(20) && recent.length > 0) {
      yield duplicateOf(dice.pick(recent), dice)
      continue
    }
    const hasConsent = !dice.isOneOf(40)
    const cells = personCells(number, hasConsent, dice)
    if (dice.isOneOf(10)) {
      const fault = dice.pick(FAULTS)
      yield {cells: withFault(cells, fault, number), address: null, fault, isDuplicate: false, hasConsent}
      continue
    }
    recent.push(cells)
    if (recent.length > MEMORY) recent.shift()
    yield {cells, address: cells[0]!, fault: null, isDuplicate: false, hasConsent}
  }
}

function personCells(number: number, hasConsent: boolean, dice: Dice): string[] {
  const {address, name, kana} = person(number, dice)
  // Who is missing a consent either said no or was never asked.
  const wasAsked = hasConsent || dice.isOneOf(400)
  return [
    address,
    name,
    kana,
    dice.pick(PREFECTURES),
    dice.pick(MEMBERSHIPS),
    wasAsked ? day(2021, 4, dice) : '',
    wasAsked ? dice.pick(SIGN_UPS) : '',
    wasAsked ? (hasConsent ? '同意する' : '同意しない') : '',
    dice.isOneOf(600) ? day(1950, 55, dice) : '',
    dice.isOneOf(120) ? dice.pick(ILLNESSES) : '',
    dice.isOneOf(250) ? mynumber(dice) : '',
    dice.isOneOf(50) ? dice.pick(NOTES) : '',
  ]
}

function person(number: number, dice: Dice): {address: string; name: string; kana: string} {
  const domain = domainOf(dice.roll(100))
  const mark = `${number.toString(36)}-demo`
  if (domain === null) {
    const [name, kana, label] = dice.pick(COMPANIES)
    return {address: `${dice.pick(['info', 'sales', 'soumu'])}.${mark}@${label}.example.jp`, name, kana}
  }
  const [surname, surnameKana, family] = dice.pick(SURNAMES)
  const [given, givenKana, first] = dice.pick(GIVEN_NAMES)
  return {
    address: `${localPart(first, family, mark, domain, dice)}@${domain}`,
    name: `${surname} ${given}`,
    kana: `${surnameKana} ${givenKana}`,
  }
}

function domainOf(percent: number): string | null {
  let below = 0
  for (const [domain, share] of DOMAINS) {
    below += share
    if (percent < below) return domain
  }
  return null
}

function localPart(first: string, family: string, mark: string, domain: string, dice: Dice): string {
  if (dice.isOneOf(6)) return `unknown.${family}.${mark}`
  if (dice.isOneOf(5)) return `busy.${family}.${mark}`
  const isCarrier = domain === 'docomo.ne.jp' || domain === 'ezweb.ne.jp'
  // Carriers gave out such addresses until 2009; they are still in use (rulebook, carrier/rfc-violating-local-part).
  if (isCarrier && dice.isOneOf(30)) return dice.isOneOf(500) ? `${first}..${family}.${mark}` : `${first}.${mark}.`
  return dice.pick([`${first}.${family}.${mark}`, `${family}-${first}.${mark}`, `${first}_${mark}`])
}

function duplicateOf(cells: readonly string[], dice: Dice): DemoRow {
  const [address = '', ...rest] = cells
  const [local = '', domain = ''] = address.split('@')
  const again = dice.pick([
    address,
    `${local.toUpperCase()}@${domain}`,
    `${local[0]?.toUpperCase()}${local.slice(1)}@${domain.toUpperCase()}`,
    ` ${address}`,
  ])
  return {cells: [again, ...rest], address: again, fault: null, isDuplicate: true, hasConsent: cells[7] === '同意する'}
}

function withFault(cells: readonly string[], fault: Fault, number: number): string[] {
  const [address = '', ...rest] = cells
  if (fault === 'no-at') return [address.replace('@', '.'), ...rest]
  if (fault === 'full-width-at') return [address.replace('@', '＠'), ...rest]
  if (fault === 'empty-address') return ['', ...rest]
  if (fault === 'double-dot') return [`hanako..sato.${number.toString(36)}-demo@gmail.com`, ...rest]
  return cells.slice(0, 5)
}

/** A day in one of the years from `from` on, as spreadsheets write it. */
function day(from: number, years: number, dice: Dice): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${from + dice.roll(years)}/${two(1 + dice.roll(12))}/${two(1 + dice.roll(28))}`
}

/** A number with a valid check digit; the leading zeros show that it is invented. */
function mynumber(dice: Dice): string {
  const body = `0000${String(dice.roll(10_000_000)).padStart(7, '0')}`
  for (let last = 0; last < 10; last++) {
    const number = `${body}${last}`
    if (isMynumber([...number].map(Number))) return number
  }
  return `${body}0`
}
