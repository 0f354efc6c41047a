import {CsvError} from 'csv-parse'
import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readCells} from '../../../src/adapters/csv/record-cells.ts'

describe('the cells of a record', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,', ['a', '']],
    [',', ['', '']],
    ['""', ['']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",x', ['say "hi"', 'x']],
    ['"a\nb",c', ['a\nb', 'c']],
    ['"open', 'open'],
    ['a,"open ""', 'open'],
    ['5" pipe,b', 'misplaced'],
    ['"a"b,c', 'misplaced'],
    [' "a",b', 'misplaced'],
  ])('of %j', (text, expected) => {
    expect(readCells(text, ',')).toEqual(expected)
  })

  it('are those the parser of whole chunks finds, and it finds none where they are misplaced or open', () => {
    const line = fc.string({unit: fc.constantFrom('"', ',', 'a', ' ', ';', 'é'), minLength: 1, maxLength: 12})
    fc.assert(
      fc.property(line, fc.constantFrom(',', ';', 'a'), (text, delimiter) => {
        const cells = readCells(text, delimiter)
        expect(typeof cells === 'string' ? cells : [cells]).toEqual(parsed(text, delimiter))
      }),
      {numRuns: 2000},
    )
  })
})

function parsed(text: string, delimiter: string) {
  try {
    return parse(text, {delimiter, record_delimiter: '\n', relax_column_count: true})
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'misplaced'
  }
}
