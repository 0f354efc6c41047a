import {appendFile, readFile, utimes, writeFile} from 'node:fs/promises'
import {describe, expect, it} from 'vitest'
import {readRecords} from '../../../src/adapters/csv/read-records.ts'
import {surveyFile} from '../../../src/adapters/csv/survey-file.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'
import {placeOf} from '../../support/place.ts'
import {readAll} from './read-all.ts'

const folder = tempFolder('read-records')
let files = 0

function read(content: string | Buffer, said: Parameters<typeof readAll>[1] = {}) {
  files += 1
  return readAll(put(folder, `${files}.csv`, content), said)
}

const BLOCK = 1 << 16

describe('a clean file', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('with %s line ends is read the same', async (_name, end) => {
    const whole = await read(['a,b', '1,"x, y"', '', '2,"he said ""no"""', ''].join(end))
    expect(whole.records).toEqual([
      ['a', 'b'],
      ['1', 'x, y'],
      ['2', 'he said "no"'],
    ])
    expect(whole.spans.map((span) => span.line)).toEqual([1, 2, 4])
    expect(whole.spans.map((span) => span.bytes.toString())).toEqual([
      `a,b${end}`,
      `1,"x, y"${end}`,
      `2,"he said ""no"""${end}`,
    ])
    expect(whole.broken).toEqual([])
  })

  it('may mix LF and CR LF, whichever comes first', async () => {
    expect((await read('a\r\nb\nc\r\nd\n')).records).toEqual([['a'], ['b'], ['c'], ['d']])
    expect((await read('a\nb\r\nc\n')).records).toEqual([['a'], ['b'], ['c']])
  })

  it('may lack the last line end, begin with a BOM and hold blank lines', async () => {
    expect((await read('\ufeffa,b\n\n\n1,2\r\n\r\n3,4')).records).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it.each(['\t', ';', '|'])('may be cut by %j', async (delimiter) => {
    const whole = await read(`a${delimiter}b\n"1${delimiter}x"${delimiter}2,3\n`, {delimiter})
    expect(whole.records).toEqual([
      ['a', 'b'],
      [`1${delimiter}x`, '2,3'],
    ])
  })

  it('keeps line ends inside quotes, and names the line on which a record begins', async () => {
    const whole = await read('a,b\r\n1,"x\r\ny\n\nz"\r\n2,w\r\n')
    expect(whole.records).toEqual([
      ['a', 'b'],
      ['1', 'x\r\ny\n\nz'],
      ['2', 'w'],
    ])
    expect(whole.spans.map((span) => span.line)).toEqual([1, 2, 6])
    expect(whole.spans[1]!.bytes.toString()).toBe('1,"x\r\ny\n\nz"\r\n')
  })

  it('keeps a quoted empty cell apart from a blank line, and a line of blanks too', async () => {
    const whole = await read('a\n""\n\n \n\r\r\n')
    expect(whole.records).toEqual([['a'], [''], [' '], ['\r']])
    expect(whole.spans.map((span) => span.line)).toEqual([1, 2, 4, 5])
  })

  it('in CP932 is read with its bytes kept, backslashes and pipes inside characters included', async () => {
    // 表, ソ and 能 have 0x5c as second byte, ポ has 0x7c.
    const text = '氏名,備考\r\n髙橋 ㈱①,"表示,ソ|ポ\r\n能"\r\nﾔﾏﾀﾞ,～－\r\n'
    const whole = await read(cp932(text))
    expect(whole.records).toEqual([
      ['氏名', '備考'],
      ['髙橋 ㈱①', '表示,ソ|ポ\r\n能'],
      ['ﾔﾏﾀﾞ', '～－'],
    ])
    expect(Buffer.concat(whole.spans.map((span) => span.bytes)).equals(cp932(text))).toBe(true)
  })
})

describe('a large file', () => {
  it('is cut between records wherever blocks end, also inside a quoted cell', async () => {
    const rows: string[][] = [['id', 'text', 'more']]
    for (let i = 0; i < 9000; i += 1)
      rows.push([`${i}`, i % 3 === 0 ? `zeile "eins"\nzwei, ${'é漢'.repeat(i % 40)}` : `x${i}`, 'y'.repeat(i % 50)])
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
    const whole = await read(text)
    expect(whole.chunks).toBeGreaterThan(3)
    expect(whole.records).toEqual(rows)
    expect(whole.broken).toEqual([])
    const lines = text.split('\n')
    for (const [i, span] of whole.spans.entries())
      expect(lines[span.line - 1]!.startsWith(`"${rows[i]![0]}",`), `record ${i}`).toBe(true)
  })

  it('keeps a quoted cell that spans the border of two blocks', async () => {
    for (const shift of [-3, -2, -1, 0, 1, 2, 3]) {
      const start = `a,b\n${'x'.repeat(BLOCK - 10 + shift)},1\n`
      const whole = await read(`${start}"p\nq\r\nr",2\nlast,3\n`)
      expect(whole.records.slice(2), `shift ${shift}`).toEqual([
        ['p\nq\r\nr', '2'],
        ['last', '3'],
      ])
      expect(whole.spans.at(-1)!.line).toBe(6)
    }
  })

  it('keeps CR LF together at the border of two blocks', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const whole = await read(`a,b\r\n${'x'.repeat(BLOCK - 9 + shift)},1\r\ny,2\r\n`)
      expect(
        whole.records.slice(1).map((record) => record[1]),
        `shift ${shift}`,
      ).toEqual(['1', '2'])
    }
  })

  it('loses no joined row of a chunk that begins with an odd one', async () => {
    const filler = `${'x'.repeat(98)},1\n`.repeat(2700)
    const odd = 'one,two,three\n'
    const joined = '"p\nq",2\n'
    const whole = await read(`a,b\n${filler}${(odd + joined).repeat(4000)}`)
    expect(whole.broken).toEqual([])
    expect(whole.records.filter((record) => record[0] === 'p\nq')).toHaveLength(4000)
  })
})

describe('a broken row', () => {
  it('with a quote that never closes is the only one lost', async () => {
    const rows = Array.from({length: 10}, (_, i) => (i === 2 ? `"${i},open` : `${i},ok`))
    const whole = await read(`id,state\n${rows.join('\n')}\n`)
    expect(whole.records.map((record) => record[0])).toEqual(['id', '0', '1', '3', '4', '5', '6', '7', '8', '9'])
    expect(whole.broken).toEqual([{line: 4, why: 'quote', bytes: Buffer.from('"2,open\n')}])
    expect(whole.spans.map((span) => span.line)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 11])
  })

  it.each([
    ['a quote inside a bare cell', 'x 5" y,1'],
    ['text after a closing quote', '"x" y,1'],
    ['a single quote at the end', 'x,1"'],
  ])('with %s is the only one lost', async (_name, bad) => {
    const whole = await read(`a,b\nfirst,1\n${bad}\n"last\nline",2\n`)
    expect(whole.records).toEqual([
      ['a', 'b'],
      ['first', '1'],
      ['last\nline', '2'],
    ])
    expect(whole.broken).toEqual([{line: 3, why: 'quote', bytes: Buffer.from(`${bad}\n`)}])
  })

  it('in the middle of 100,000 is the only one lost', async () => {
    const rows = Array.from({length: 100_000}, (_, i) => `user${i}@example.jp,name ${i}`)
    rows[50_000] = '"user50000@example.jp,name'
    const whole = await read(`email,name\n${rows.join('\n')}\n`)
    expect(whole.records).toHaveLength(100_000)
    expect(whole.broken.map(({line, why}) => ({line, why}))).toEqual([{line: 50_002, why: 'quote'}])
    expect(whole.spans.at(-1)!.line).toBe(100_001)
  })

  it('does not take rows with it when a second stray quote closes the first', async () => {
    const whole = await read('a,b,c\n1,"x,3\n2,y,3\n3,z,4"\n5,6,7\n')
    expect(whole.records).toEqual([
      ['a', 'b', 'c'],
      ['2', 'y', '3'],
      ['5', '6', '7'],
    ])
    expect(whole.broken.map((span) => span.line)).toEqual([2, 4])
  })

  it('does not make the reader slow when every row is one', async () => {
    const rows = Array.from({length: 50_000}, (_, i) => `${i},7" tablet`)
    const whole = await read(`id,what\n${rows.join('\n')}\n`)
    expect(whole.records).toHaveLength(1)
    expect(whole.broken).toHaveLength(50_000)
    expect(whole.broken.at(-1)).toEqual({line: 50_001, why: 'quote', bytes: Buffer.from('49999,7" tablet\n')})
  })

  it('with a cell of 2 MB is too long, with its bytes kept, and the rest is read', async () => {
    const huge = `big,${'x'.repeat(2 << 20)}\n`
    const whole = await read(`a,b\n1,2\n${huge}3,4\n`)
    expect(whole.records).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
    expect(whole.broken.map(({line, why}) => ({line, why}))).toEqual([{line: 3, why: 'too-long'}])
    expect(whole.broken[0]!.bytes.toString()).toBe(huge)
  })

  it('without any line end for 40 MB is cut short instead of filling the memory', async () => {
    const whole = await read(Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(40 << 20, 'x'), Buffer.from('\n1,2\n')]))
    expect(whole.records).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(whole.broken.map(({line, why}) => ({line, why}))).toEqual([{line: 2, why: 'too-long'}])
    expect(whole.broken[0]!.bytes).toHaveLength(1 << 20)
    expect(whole.spans.map((span) => span.line)).toEqual([1, 3])
  })
})

describe('odd cells', () => {
  it('keep a NUL and replace bytes that are no text, so that the row can be refused', async () => {
    const whole = await read(Buffer.from('a,b\n1,x\0y\n2,x\xffy\n3,ok\n', 'latin1'), {encoding: 'utf-8'})
    expect(whole.records.slice(1)).toEqual([
      ['1', 'x\0y'],
      ['2', 'x\ufffdy'],
      ['3', 'ok'],
    ])
    expect(whole.spans[2]!.bytes).toEqual(Buffer.from('2,x\xffy\n', 'latin1'))
  })

  it('do not swallow the delimiter after half a CP932 character', async () => {
    const whole = await read(Buffer.concat([cp932('氏名,備考\n山'), Buffer.from([0x8e]), cp932(',次\n')]), {
      encoding: 'cp932',
    })
    expect(whole.records[1]).toEqual(['山\ufffd', '次'])
  })

  it('may be more or fewer than the header has: the reader leaves that to the row', async () => {
    const rows = Array.from({length: 1000}, (_, i) => (i === 898 ? 'a,b,c,d,e,f,g' : 'a,b,c,d,e'))
    const whole = await read(rows.join('\n'))
    expect(whole.records.map((record) => record.length).filter((length) => length !== 5)).toEqual([7])
    expect(whole.records[898]).toHaveLength(7)
  })
})

describe('a file that changes', () => {
  async function reading(change: (path: string) => Promise<void>) {
    const path = put(folder, 'changes.csv', `a,b\n${'1,2\n'.repeat(200_000)}`)
    const survey = await surveyFile(await placeOf(path), null)
    const chunks = readRecords(survey, {...survey, delimiter: ','})
    await chunks.next()
    await change(path)
    return async () => {
      for await (const _ of chunks);
    }
  }

  it.each([
    ['grows', (path: string) => appendFile(path, '3,4\n')],
    ['shrinks', async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 400_000))],
    [
      'is written over in the same length',
      async (path: string) => {
        await writeFile(path, `a,b\n${'8,9\n'.repeat(200_000)}`)
        await utimes(path, new Date(), new Date(Date.now() + 5000))
      },
    ],
  ])('and %s while it is read is refused', async (_name, change) => {
    const goOn = await reading(change)
    expect((await failure(goOn())).code).toBe('FILE_CHANGED')
  })

  it('between survey and reading is refused', async () => {
    const path = put(folder, 'swapped.csv', 'a,b\n1,2\n')
    const survey = await surveyFile(await placeOf(path), null)
    await writeFile(path, 'a,b\n8,9\n')
    await utimes(path, new Date(), new Date(Date.now() + 5000))
    const read = async () => {
      for await (const _ of readRecords(survey, {...survey, delimiter: ','}));
    }
    expect((await failure(read())).code).toBe('FILE_CHANGED')
  })
})

describe('a block that ends behind a quoted cell with a line end in it', () => {
  it('keeps the record whole at every place of the border', async () => {
    for (let shift = 0; shift < 12; shift += 1) {
      const whole = await read(`a,b\n${'x'.repeat(BLOCK - 16 + shift)},1\n"p\nq","r\ns"\n"t\nu",2\n`)
      expect(whole.broken, `shift ${shift}`).toEqual([])
      expect(whole.records.slice(2), `shift ${shift}`).toEqual([
        ['p\nq', 'r\ns'],
        ['t\nu', '2'],
      ])
    }
  })
})
