import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {textDecoder} from '../../../src/adapters/csv/encoding/decode-text.ts'
import {listSinks} from '../../../src/adapters/csv/write-list.ts'
import {TEXT_ENCODINGS} from '../../../src/core/text-encodings.ts'
import type {ListSinkAsk} from '../../../src/ports/list-export.ts'
import {failure, put, tempFolder} from '../../support/files.ts'

const ASK = {overwrite: false, encoding: 'utf-8', hasBom: false, delimiter: ','} as const
const sinks = listSinks(() => process.stdout)

async function write(ask: ListSinkAsk, ...batches: (readonly (readonly string[])[])[]): Promise<void> {
  const sink = await sinks.open(ask)
  try {
    for (const rows of batches) await sink.write(rows)
    await sink.finish()
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

const HEADER = ['email', '氏名']

describe('a file', () => {
  it('holds the rows as RFC 4180 says, for its owner alone', async () => {
    const out = join(tempFolder('write-list'), 'list.csv')
    await write({...ASK, out}, [HEADER, ['a@example.jp', 'a "b", c']], [['b@example.jp', 'two\nlines']])
    expect(readFileSync(out, 'utf8')).toBe('email,氏名\r\na@example.jp,"a ""b"", c"\r\nb@example.jp,"two\nlines"\r\n')
    expect(statSync(out).mode & 0o777).toBe(0o600)
  })

  it('appears when it is finished, and not before', async () => {
    const folder = tempFolder('write-list-late')
    const out = join(folder, 'list.csv')
    const sink = await sinks.open({...ASK, out})
    await sink.write([HEADER])
    expect(existsSync(out)).toBe(false)
    await sink.finish()
    expect(readdirSync(folder)).toEqual(['list.csv'])
  })

  it('leaves nothing behind when it is given up', async () => {
    const folder = tempFolder('write-list-abandon')
    const sink = await sinks.open({...ASK, out: join(folder, 'list.csv')})
    await sink.write([HEADER])
    await sink.abandon()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is never overwritten unasked, also not one that came while the list was written', async () => {
    const folder = tempFolder('write-list-exists')
    const out = put(folder, 'list.csv', 'mine')
    expect((await failure(sinks.open({...ASK, out}))).code).toBe('FILE_EXISTS')
    const late = join(folder, 'late.csv')
    const sink = await sinks.open({...ASK, out: late})
    writeFileSync(late, 'mine too')
    expect((await failure(sink.finish())).code).toBe('FILE_EXISTS')
    await sink.abandon()
    expect(readdirSync(folder).sort()).toEqual(['late.csv', 'list.csv'])
    expect([readFileSync(out, 'utf8'), readFileSync(late, 'utf8')]).toEqual(['mine', 'mine too'])
    await write({...ASK, out, overwrite: true}, [HEADER])
    expect(readFileSync(out, 'utf8')).toBe('email,氏名\r\n')
  })

  it('wants a folder that is there, and is none itself', async () => {
    const folder = tempFolder('write-list-folder')
    mkdirSync(join(folder, 'list.csv'))
    expect((await failure(sinks.open({...ASK, out: join(folder, 'list.csv')}))).code).toBe('FILE_IS_FOLDER')
    expect((await failure(sinks.open({...ASK, out: join(folder, 'no', 'list.csv')}))).code).toBe('FILE_MISSING')
  })
})

const SAID = {
  'utf-8': '髙橋 Ⅲ 😀 é 한 〜',
  'utf-16le': '髙橋 Ⅲ 😀 é 한 〜',
  'utf-16be': '髙橋 Ⅲ 😀 é 한 〜',
  cp932: '髙橋 Ⅲ ㎝ ｶﾅ 表 ～',
  'euc-jp': '山田 太郎 カナ ～',
  'iso-2022-jp': '高橋 表 カナ abc ～',
  'windows-1252': 'Müller – “é” €',
  'iso-8859-1': 'Müller é ß',
  gb18030: '张伟 😀 é 髙',
  big5: '陳大文',
  'euc-kr': '홍길동 뷁',
} as const

describe('an encoding', () => {
  it.each(TEXT_ENCODINGS)('%s is written as it is read, over several batches', async (encoding) => {
    const out = join(tempFolder('write-list-encoding'), 'list.csv')
    await write({...ASK, out, encoding}, [['email', SAID[encoding]]], [['a@example.jp', SAID[encoding]]])
    const line = `,${SAID[encoding]}\r\n`
    expect(textDecoder(encoding)(readFileSync(out))).toBe(`email${line}a@example.jp${line}`)
  })

  it.each([
    ['utf-8', 'efbbbf'],
    ['utf-16le', 'fffe'],
    ['utf-16be', 'feff'],
  ] as const)('%s can begin with its mark, once', async (encoding, mark) => {
    const out = join(tempFolder('write-list-bom'), 'list.csv')
    await write({...ASK, out, encoding, hasBom: true}, [['email']], [['a@example.jp']])
    const bytes = readFileSync(out)
    expect(bytes.toString('hex').startsWith(mark)).toBe(true)
    expect(textDecoder(encoding)(bytes.subarray(mark.length / 2))).toBe('email\r\na@example.jp\r\n')
  })

  it('of Japan takes the wave dash and the minus that other programs write', async () => {
    const out = join(tempFolder('write-list-wave'), 'list.csv')
    await write({...ASK, out, encoding: 'cp932'}, [['10:00〜12:00 −5']])
    expect(iconv.decode(readFileSync(out), 'cp932')).toBe('10:00～12:00 －5\r\n')
  })

  it.each([
    ['cp932', '山田😀', '😀 U+1F600'],
    ['cp932', 'Zoë', 'ë U+00EB'],
    ['euc-jp', '한', '한 U+D55C'],
    ['euc-jp', '髙橋', '髙 U+9AD9'],
    ['euc-jp', '①', '① U+2460'],
    ['euc-jp', '㈱山田', '㈱ U+3231'],
    ['iso-2022-jp', '髙橋', '髙 U+9AD9'],
    ['iso-2022-jp', '①', '① U+2460'],
    ['iso-2022-jp', 'ﾔﾏﾀﾞ', 'ﾔ U+FF94'],
    ['iso-2022-jp', 'Zoë', 'ë U+00EB'],
    ['windows-1252', '山', '山 U+5C71'],
    ['iso-8859-1', '€', '€ U+20AC'],
    ['big5', '😀', '😀 U+1F600'],
    ['euc-kr', '😀', '😀 U+1F600'],
  ] as const)(
    '%s without the character of %s makes no file, and says where and how often',
    async (encoding, cell, character) => {
      const folder = tempFolder('write-list-lacks')
      const rows = [
        ['a@example.jp', 'abc?'],
        ['b@example.jp', cell],
        ['c@example.jp', cell],
      ]
      const error = await failure(
        write({...ASK, out: join(folder, 'list.csv'), encoding}, [['email', 'name']], rows, [['d@example.jp', cell]]),
      )
      expect([error.code, error.values]).toMatchObject([
        'EXPORT_UNENCODABLE',
        {rows: 3, row: 3, columns: 'name (3)', character},
      ])
      expect(JSON.stringify(error.values)).not.toContain('@example')
      expect(readdirSync(folder)).toEqual([])
      const rehearsal = sinks.rehearse({...ASK, out: null, encoding})!
      await rehearsal.write([['email', 'name'], ...rows])
      expect((await failure(rehearsal.finish())).values).toMatchObject({rows: 2, row: 3})
    },
  )

  it.each(['utf-8', 'utf-16le', 'gb18030'] as const)(
    '%s has every character, so nothing is tried beforehand',
    (encoding) => {
      expect(sinks.rehearse({...ASK, out: null, encoding})).toBeNull()
    },
  )
})

describe('standard output', () => {
  it('gets the rows as they come, and waits for its reader', async () => {
    let text = ''
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _, done) {
        text += chunk
        setImmediate(done)
      },
    })
    const sink = await listSinks(() => slow).open({...ASK, out: null})
    for (let i = 0; i < 50; i += 1) {
      await sink.write([[`row ${i}`]])
      expect(slow.writableLength).toBe(0)
    }
    await sink.finish()
    expect(text.split('\r\n')).toHaveLength(51)
  })

  it('whose reader left is an error that says so', async () => {
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}))
      },
    })
    const sink = await listSinks(() => gone).open({...ASK, out: null})
    expect((await failure(sink.write([HEADER]))).values).toEqual({file: 'stdout', why: 'EPIPE'})
  })
})
