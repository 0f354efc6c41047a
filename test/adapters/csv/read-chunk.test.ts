import {describe, expect, it} from 'vitest'
import {lineOf, readChunk} from '../../../src/adapters/csv/read-chunk.ts'
import {FILE_LIMITS} from '../../../src/core/contacts/file-limits.ts'

const how = {
  ...{lineEnd: 10, delimiter: ',', width: 0, isUtf8: true, limits: FILE_LIMITS},
  decode: (bytes: Buffer) => bytes.toString('utf8'),
}

describe('the line of a record', () => {
  it.each([
    ['each on a line of its own', 'a,b\nc,d\ne,f\n', [1, 2, 3]],
    ['without an end of the last line', 'a,b\nc,d\ne,f', [1, 2, 3]],
    ['behind a blank line', 'a,b\n\nc,d\n', [1, 3]],
    ['behind a blank line, without an end of the last', 'a,b\nc,d\n\ne,f', [1, 2, 4]],
    ['behind a cell of two lines, without an end of the last', 'a,b\n"c\nc",d\ne,f', [1, 2, 4]],
    ['behind a line that is too long, without an end of the last', `a,b\n${'x'.repeat(70_000)},y\n\nc,d`, [1, 4]],
  ])('is told: %s', (_, text, lines) => {
    const chunk = readChunk(Buffer.from(text), 1, how)
    expect(chunk.records.map((_record, i) => lineOf(chunk, i))).toEqual(lines)
    expect(chunk.spans().map(({line}) => line)).toEqual(lines)
  })
})
