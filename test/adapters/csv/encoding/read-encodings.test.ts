import {describe, expect, it} from 'vitest'
import {encodeText} from '../../../../src/adapters/csv/encoding/encode-text.ts'
import {markOf} from '../../../../src/adapters/csv/encoding/marks.ts'
import type {TextEncoding} from '../../../../src/core/text-encodings.ts'
import {TEXT_ENCODINGS} from '../../../../src/core/text-encodings.ts'
import {put, tempFolder} from '../../../support/files.ts'
import {readAll} from '../read-all.ts'

const folder = tempFolder('read-encodings')
let files = 0

function read(content: Buffer, said: Parameters<typeof readAll>[1]) {
  files += 1
  return readAll(put(folder, `${files}.csv`, content), said)
}

/** A word of each encoding in which some byte looks like a quote, a comma, a bar or a backslash where there is one. */
const WORDS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': '表ポ漢字',
  'utf-16le': '∢Ⱒ漢字〢',
  'utf-16be': '∢Ⱒ漢字〢',
  cp932: '表ポ能ソ',
  'euc-jp': '表ポ能ソ',
  'iso-2022-jp': '表ポ能ソ髙①',
  'windows-1252': 'Zoë “x”',
  'iso-8859-1': 'Zoë',
  gb18030: '卄㕞㐀漢亅',
  big5: '功許育餐',
  'euc-kr': '똠방각하',
}
const BLOCK = 1 << 16

describe.each(TEXT_ENCODINGS)('%s', (encoding) => {
  const word = WORDS[encoding]
  const encode = (text: string) => encodeText(text, encoding)

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('is read with %s line ends, quotes and blank lines, with the bytes of each row', async (_name, end) => {
    const lines = [`a,${word}${end}`, `1,"${word}, ""${word}""${end}${word}"${end}`, end, `2,${word}`]
    const whole = await read(encode(lines.join('')), {encoding})
    expect(whole.records).toEqual([
      ['a', word],
      ['1', `${word}, "${word}"${end}${word}`],
      ['2', word],
    ])
    expect(whole.spans.map((span) => span.line)).toEqual([1, 2, 5])
    expect(whole.spans.map((span) => span.bytes)).toEqual([lines[0], lines[1], lines[3]].map((line) => encode(line!)))
    expect(whole.broken).toEqual([])
  })

  it('gives a row whose quotes cannot be followed its own bytes', async () => {
    const lines = [`a,${word}\n`, `1,"${word}\n`, `2,${word}\n`, `3,"${word}" x\n`, `4,${word}\n`]
    const whole = await read(encode(lines.join('')), {encoding})
    expect(whole.records.map(([first]) => first)).toEqual(['a', '2', '4'])
    expect(whole.broken.map(({line, bytes}) => [line, bytes])).toEqual([
      [2, encode(lines[1]!)],
      [4, encode(lines[3]!)],
    ])
    expect(whole.spans.map(({line, bytes}) => [line, bytes])).toEqual([
      [1, encode(lines[0]!)],
      [3, encode(lines[2]!)],
      [5, encode(lines[4]!)],
    ])
  })

  it('is read the same wherever a read block ends, even within a character', async () => {
    const row = `${word},"${word}\n${word}",${word}\n`
    for (let shift = 0; shift < 8; shift += 1) {
      const first = `${'x'.repeat(shift)},b,c\n`
      const count = Math.ceil((2.2 * BLOCK) / encode(row).length)
      const whole = await read(encode(first + row.repeat(count)), {encoding})
      expect(whole.chunks).toBeGreaterThan(2)
      expect(whole.broken).toEqual([])
      expect(whole.records.slice(1)).toEqual(Array(count).fill([word, `${word}\n${word}`, word]))
      expect(whole.spans.at(-1)).toEqual({line: 2 * count, bytes: encode(row)})
    }
  })

  it('skips lines above the header, and a mark before them', async () => {
    const bytes = Buffer.concat([markOf(encoding), encode(`${word}\n\na,${word}\n1,2\n`)])
    const whole = await read(bytes, {encoding, hasBom: markOf(encoding).length > 0, skipLines: 2})
    expect(whole.records).toEqual([
      ['a', word],
      ['1', '2'],
    ])
    expect(whole.spans[0]).toEqual({line: 3, bytes: encode(`a,${word}\n`)})
  })

  it('may be cut by bars, tabs and semicolons', async () => {
    for (const delimiter of ['|', '\t', ';']) {
      const row = [word, `"${word}${delimiter}${word}\n"`, word].join(delimiter)
      const count = Math.ceil((1.2 * BLOCK) / encode(`${row}\n`).length)
      const whole = await read(encode(`${row}\n`.repeat(count)), {encoding, delimiter})
      expect(whole.broken).toEqual([])
      expect(whole.records).toEqual(Array(count).fill([word, `${word}${delimiter}${word}\n`, word]))
    }
  })
})

describe('a character that ends in the byte of the delimiter', () => {
  it.each([
    ['cp932', 'ポ'],
    ['big5', '育'],
    ['gb18030', '亅'],
  ] as const)('%s %s begins no cell, so the quote behind it opens none', async (encoding, letter) => {
    const bytes = encodeText(letter, encoding)
    expect(bytes.at(-1)).toBe(0x7c)
    // The quote breaks its own row. Taken for one that opens a cell, it would be closed by the real one behind it, and
    // the file cut at the line end within that cell, where the first block ends.
    const broken = `x|${letter}"|1\n`
    const start = encodeText(`${broken}x|"1\n`, encoding).length
    const rows = Math.floor((BLOCK - start) / 8)
    const filler = `${'a'.repeat((BLOCK - start) % 8)}${'xxx|yyy\n'.repeat(rows)}`
    const whole = await read(encodeText(`${filler}${broken}x|"1\n2"\n3|4\n`, encoding), {encoding, delimiter: '|'})
    expect(whole.broken.map((span) => span.line)).toEqual([rows + 1])
    expect(whole.records.slice(-2)).toEqual([
      ['x', '1\n2'],
      ['3', '4'],
    ])
  })
})

describe('bytes that are no character', () => {
  it.each([
    ['utf-8', [0xe3, 0x81]],
    ['utf-16le', [0x00, 0xd8]],
    ['utf-16be', [0xdc, 0x00]],
    ['cp932', [0x81]],
    ['cp932', [0x80]],
    ['euc-jp', [0xa4]],
    ['euc-jp', [0x8d]],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x21]],
    ['iso-2022-jp', [0xa4]],
    ['iso-2022-jp', [0x1b, 0x28, 0x44]],
    ['windows-1252', [0x81]],
    ['iso-8859-1', [0x80]],
    ['gb18030', [0xff]],
    ['big5', [0xa4]],
    ['euc-kr', [0xb0]],
  ] as const)('of %s (%j) stand in their own cell as U+FFFD and spoil no other', async (encoding, bad) => {
    const word = WORDS[encoding]
    const bytes = Buffer.concat([
      encodeText(`a,b,c\n1,${word}`, encoding),
      Buffer.from(bad),
      encodeText(`,3\n4,${word},6\n`, encoding),
    ])
    const whole = await read(bytes, {encoding})
    expect(whole.records.slice(0, 1)).toEqual([['a', 'b', 'c']])
    const cells = whole.records[1]!
    expect(cells[0]).toBe('1')
    expect(cells.slice(1).join()).toContain('\ufffd')
    expect(whole.records[2]).toEqual(['4', word, '6'])
  })
})

describe('a line without end', () => {
  it.each(['utf-16le', 'iso-2022-jp'] as const)(
    'of %s is given up with its beginning, and the next is read',
    async (encoding) => {
      const encode = (text: string) => encodeText(text, encoding)
      const long = '漢'.repeat(9_000_000)
      const whole = await read(encode(`a,b\n${long}\n1,2\n`), {encoding})
      expect(whole.broken.map(({line, why}) => [line, why])).toEqual([[2, 'too-long']])
      expect(whole.broken[0]!.bytes).toHaveLength(1 << 20)
      expect(whole.records).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
      expect(whole.spans.at(-1)).toEqual({line: 3, bytes: encode('1,2\n')})
    },
  )
})
