/** Lines read without a parser give what the parser gives, or nothing at all. */
import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {RECORD_BYTES} from '../../../src/adapters/csv/find-cut.ts'
import {readPlainLines} from '../../../src/adapters/csv/read-plain-lines.ts'

const LF = 0x0a
const CR = 0x0d

describe('lines that are records', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\n\na,\n\r\n,\n',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
    ['漢字,"b,c"\n', [['漢字', 'b,c']]],
    ['a\rb,c\n', [['a\rb', 'c']]],
    ['a,b\r', [['a', 'b\r']]],
    ['', []],
    ['a,"b\nc"\n', null],
    ['a,b"c\n', null],
  ])('%j', (text, expected) => {
    expect(readPlainLines(Buffer.from(text), {lineEnd: LF, delimiter: ','})).toEqual(expected)
  })

  it('are no longer than a record may be', () => {
    const line = Buffer.alloc(RECORD_BYTES + 1, 'a')
    expect(readPlainLines(Buffer.concat([line, Buffer.from('\n')]), {lineEnd: LF, delimiter: ','})).toBeNull()
  })

  it('are what the parser finds, whatever stands in them', () => {
    const unit = fc.constantFrom('"', ',', ',', ';', 'a', 'b', ' ', '漢', '\n', '\n', '\r\n', '\r', '\0')
    let read = 0
    fc.assert(
      fc.property(
        fc.string({unit, maxLength: 40}),
        fc.constantFrom(',', ';'),
        fc.constantFrom(LF, CR),
        (given, delimiter, lineEnd) => {
          const text = lineEnd === CR ? given.replaceAll('\n', '') : given
          const found = readPlainLines(Buffer.from(text), {lineEnd, delimiter})
          if (found === null) return
          read += 1
          const ends = lineEnd === CR ? '\r' : ['\n', '\r\n']
          const options = {delimiter, record_delimiter: ends, relax_column_count: true, skip_empty_lines: true}
          expect(found).toEqual(parse(text, options))
        },
      ),
      {numRuns: 3000},
    )
    expect(read).toBeGreaterThan(300)
  })
})
