import {describe, expect, it} from 'vitest'
import {compileSegment} from '../../../src/core/segments/compile.ts'
import type {SegmentFault} from '../../../src/core/segments/fault.ts'
import {AppError} from '../../../src/errors.ts'
import {en} from '../../../src/i18n/en.ts'

const SETTINGS = {names: ['plan', '都道府県', 'Date of birth'], offsetMinutes: 540}

function errorOf(text: string, settings = SETTINGS): AppError {
  try {
    compileSegment(text, settings)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`understood: ${text}`)
}

/** The mark ^ in the text is the place that the error must point at. */
type Case = readonly [marked: string, why: SegmentFault, values?: Record<string, string | number>]
const CASES: readonly Case[] = [
  ['^', 'segment-empty', {found: 'segment-end'}],
  ['  　^', 'segment-empty'],
  ['plan = ^"gold', 'segment-text-open'],
  ['plan = ^「gold"', 'segment-text-open'],
  ['^[plan = 1', 'segment-name-open'],
  ['^`plan = 1', 'segment-name-open'],
  ['plan = ^$5', 'segment-character', {found: '`$`'}],
  ['^😀 = 5', 'segment-character', {found: '`😀`'}],
  ['plan = 1^)', 'segment-character', {found: '`)`'}],
  ['plan ^== 1', 'segment-write-instead', {better: '='}],
  ['plan ^<> 1', 'segment-write-instead', {better: '!='}],
  ['plan ^=> 1', 'segment-write-instead', {better: '>='}],
  ['plan = 1 ^&& plan = 2', 'segment-write-instead', {better: 'and'}],
  ['plan = 1 ^|| plan = 2', 'segment-write-instead', {better: 'or'}],
  ['^!(plan = 1)', 'segment-write-instead', {better: 'not'}],
  ['plan = ^2024-02-30', 'segment-date-unknown', {found: '`2024-02-30`'}],
  ['plan = ^2024-02-03 25:00', 'segment-date-unknown'],
  ['plan = ^0120', 'segment-number-long'],
  ['plan = ^1234567890123456', 'segment-number-long'],
  ['^"plan" = 1', 'segment-name-expected'],
  ['^= 1', 'segment-name-expected'],
  ['plan = 1 and ^', 'segment-name-expected', {found: 'segment-end'}],
  ['plan = 1 and ^or', 'segment-name-expected', {found: '`or`'}],
  ['(^)', 'segment-name-expected'],
  ['plan = 1 or ^tomato = 1', 'segment-name-unknown', {found: '`tomato`'}],
  ['^plam = 1', 'segment-name-like', {near: 'plan'}],
  ['^date_of_birth = 1', 'segment-name-like', {near: '[Date of birth]'}],
  ['^contry = "JP"', 'segment-name-like', {near: 'country'}],
  ['plan ^like "x"', 'segment-operator-expected', {found: '`like`'}],
  ['plan ^', 'segment-operator-expected', {found: 'segment-end'}],
  ['plan not ^= 1', 'segment-operator-expected'],
  ['plan starts ^"x"', 'segment-with-expected', {word: 'starts'}],
  ['plan is ^"x"', 'segment-empty-expected'],
  ['plan is not ^null', 'segment-empty-expected'],
  ['plan = ^', 'segment-value-expected'],
  ['plan = ^[plan]', 'segment-value-expected'],
  ['plan = ^and', 'segment-value-expected'],
  ['plan = ^gold', 'segment-quotes-missing', {found: '`gold`'}],
  ['plan = ^2024-01-011', 'segment-quotes-missing'],
  ['plan contains ^5', 'segment-text-expected'],
  ['country = ^5', 'segment-text-expected'],
  ['plan in ^"x"', 'segment-list-expected'],
  ['plan in (^)', 'segment-value-expected'],
  ['plan in ("a" ^"b")', 'segment-comma-expected'],
  ['plan in ("a"^', 'segment-close-expected', {open: 9}],
  ['(plan = 1^', 'segment-close-expected', {open: 1}],
  ['plan = 1 ^plan = 2', 'segment-joint-expected', {found: '`plan`'}],
  ['(plan = 1 ^plan = 2)', 'segment-joint-expected'],
  ['plan > 1^,200', 'segment-joint-expected'],
  ['plan = ^""', 'segment-text-empty'],
  ['plan contains ^"　"', 'segment-text-empty'],
  ['added_at > ^5', 'segment-moment-expected'],
  ['consent_at = ^"soon"', 'segment-moment-expected'],
  ['added_at = ^true', 'segment-moment-expected'],
  ['added_at contains ^"2024"', 'segment-moment-unfit', {name: 'added_at', how: 'contains'}],
  ['plan > ^true', 'segment-boolean-unfit'],
  ['consent = ^"yes"', 'segment-word-expected', {words: 'given, refused, withdrawn, expired, none'}],
  ['country = ^"Atlantis"', 'segment-country-expected'],
  ['都道府県 = ^東京都', 'segment-quotes-missing', {found: '`東京都`', column: 8}],
  ['都道府県 = "𠮷" ^x', 'segment-joint-expected', {column: 12}],
]

describe('an expression that cannot be understood', () => {
  it.each(CASES.map((each) => [each[0], each] as const))(
    'is refused with its place: %s',
    (marked, [, why, values = {}]) => {
      const at = marked.indexOf('^')
      const text = marked.replace('^', '')
      const error = errorOf(text)
      expect(error).toMatchObject({code: 'SEGMENT_INVALID', kind: 'yours'})
      expect(error.values).toMatchObject({why, at, expression: text, ...values})
    },
  )

  it('has words for every case, and a case for every kind of fault but those of length', () => {
    const tried = new Set<string>(CASES.map(([, why]) => `fault.${why}`))
    const others = ['fault.segment-end', 'fault.segment-too-long', 'fault.segment-too-deep']
    const worded = Object.keys(en).filter((key) => key.startsWith('fault.segment-'))
    expect([...tried, ...others].sort()).toEqual(worded.sort())
  })

  it('is told the names there are when none is near, twenty at most', () => {
    expect(errorOf('tomato = 1').details).toEqual([expect.stringMatching(/^plan, 都道府県, Date of birth, address, /)])
    const many = Array.from({length: 400}, (_, i) => `column ${i}`)
    const [line] = errorOf('tomato = 1', {...SETTINGS, names: many}).details
    expect(line).toMatch(/^column 0, .*column 19, …$/)
  })

  it('nests 64 deep, not 65', () => {
    const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}plan = 1${close.repeat(depth)}`
    expect(compileSegment(nested('(', ')', 64), SETTINGS).names).toEqual(['plan'])
    expect(compileSegment(nested('not ', '', 64), SETTINGS).names).toEqual(['plan'])
    expect(errorOf(nested('(', ')', 65)).values).toMatchObject({why: 'segment-too-deep', at: 64})
    expect(errorOf(nested('not ', '', 65)).values).toMatchObject({why: 'segment-too-deep', at: 256})
    expect(errorOf(nested('not (', ')', 1000)).values).toMatchObject({why: 'segment-too-deep'})
  })

  it('may be 10,000 characters long, not one more', () => {
    const text = 'plan = 1'.padEnd(10_000)
    expect(compileSegment(text, SETTINGS).names).toEqual(['plan'])
    expect(errorOf(`${text} `).values).toMatchObject({why: 'segment-too-long', limit: 10_000})
  })

  it.each([
    ['quotes', '"'.repeat(10_000)],
    ['an open quote', `plan = "${'a'.repeat(9_000)}`],
    ['brackets', '('.repeat(10_000)],
    ['digits', `plan = ${'1'.repeat(9_000)}x`],
    ['dates', `plan in (${'2024-01-01 00:00:0'.repeat(500)}`],
    ['letters', 'あ'.repeat(10_000)],
    ['things like addresses', `plan = 1 ${'a@'.repeat(4_000)}`],
    ['stars before an @ that never comes', `plan = 1 ${'a.'.repeat(4_000)}`],
    ['blanks', `plan = 1${'　'.repeat(9_000)}x`],
  ])('is answered at its full length: %s', (_, text) => {
    expect(errorOf(text).code).toBe('SEGMENT_INVALID')
  })

  it('never shows an address, and points at the right place all the same', () => {
    const text = 'address = "taro.yamada@example.jp" nad plan = 1'
    const {values} = errorOf(text)
    expect(values).toMatchObject({why: 'segment-joint-expected', at: 35, found: '`nad`'})
    expect(values.expression).toBe('address = "***********@**********" nad plan = 1')
    expect(JSON.stringify(errorOf('address = taro@example.jp').values)).not.toMatch(/taro|example/)
  })
})
