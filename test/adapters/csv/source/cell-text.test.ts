import {describe, expect, it} from 'vitest'
import {lookOfCode, lookOfId, numberText, plainText} from '../../../../src/adapters/csv/source/cell-text.ts'

const NUMBER = {kind: 'number'} as const
const DATE = {kind: 'date'} as const
const TIME = {kind: 'time'} as const

describe('a number', () => {
  it.each([
    ['0', '0'],
    ['-12', '-12'],
    ['312345678', '312345678'],
    ['999999999999999', '999999999999999'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['4.5999999999999996', '4.6'],
    ['1E+3', '1000'],
    ['1.2345678901234E+14', '123456789012340'],
    ['1E-3', '0.001'],
    ['-0.5', '-0.5'],
    ['00123', '123'],
    ['', ''],
    ['not a number', 'not a number'],
    ['NaN', 'NaN'],
    ['1e999', '1e999'],
  ])('%s stands as %s', (raw, text) => {
    expect(numberText(raw, NUMBER, false)).toBe(text)
  })

  it.each([
    ['10001', '0000000', '0010001'],
    ['10001', '000-0000', '001-0001'],
    ['10001', '000\\-0000', '001-0001'],
    ['10001', '000"-"0000', '001-0001'],
    ['312345678', '0000000000', '0312345678'],
    ['12345678901', '0000000000', '12345678901'],
    ['-5', '000', '-5'],
    ['1.5', '000', '1.5'],
  ])('%s by the format %s keeps its zeros: %s', (raw, code, text) => {
    expect(numberText(raw, lookOfCode(code), false)).toBe(text)
  })
})

describe('a date', () => {
  it.each([
    ['45383', '2024-04-01'],
    ['45383.395833333336', '2024-04-01T09:30:00'],
    ['45383.999988425924', '2024-04-01T23:59:59'],
    // Half a second from midnight is midnight.
    ['45382.999999', '2024-04-01'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['2958465', '9999-12-31'],
    // Excel shows ##### for these.
    ['2958466', '2958466'],
    ['-1', '-1'],
  ])('%s stands as %s', (raw, text) => {
    expect(numberText(raw, DATE, false)).toBe(text)
  })

  it('counts from 1904 in a workbook of an old Mac', () => {
    expect(numberText('43921', DATE, true)).toBe('2024-04-01')
    expect(numberText('0', DATE, true)).toBe('1904-01-01')
  })

  it('that is a time of day has no day', () => {
    expect(numberText('0.395833333333333', TIME, false)).toBe('09:30:00')
    expect(numberText('45383.5', TIME, false)).toBe('2024-04-01T12:00:00')
  })
})

describe('a number format', () => {
  it.each([
    ['yyyy/m/d', 'date'],
    ['yyyy"年"m"月"d"日";@', 'date'],
    ['[$-411]ggge"年"m"月"d"日"', 'date'],
    ['[$-ja-JP]e.m.d', 'date'],
    ['mmm-yy', 'date'],
    ['mm/dd/yyyy hh:mm AM/PM', 'date'],
    ['h:mm', 'time'],
    ['h:mm:ss AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['m', 'date'],
    ['[h]:mm:ss', 'number'],
    ['General', 'number'],
    ['G/標準', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['#,##0" days"', 'number'],
    ['\\d0', 'number'],
    ['@', 'number'],
    ['0', 'number'],
    ['0.0', 'number'],
    ['000-0000', 'zeros'],
    ['_ * #,##0_ ;_ * -#,##0_ ', 'number'],
  ])('%s means a %s', (code, kind) => {
    expect(lookOfCode(code).kind).toBe(kind)
  })

  it('is known by its number alone where it has no code', () => {
    const kinds = [0, 1, 4, 9, 14, 17, 18, 21, 22, 30, 31, 32, 45, 46, 47, 49, 57].map((id) => lookOfId(id).kind)
    expect(kinds.join(' ')).toBe(
      'number number number number date date time time date date date time time number time number date',
    )
  })
})

describe('a text', () => {
  it('has the characters that XML cannot hold, and one kind of line break', () => {
    expect(plainText('a_x000D__x000A_b\r\nc\rd')).toBe('a\nb\nc\nd')
    expect(plainText('a_x005F_x0041_b')).toBe('a_x0041_b')
    expect(plainText('a_x_b')).toBe('a_x_b')
  })
})
