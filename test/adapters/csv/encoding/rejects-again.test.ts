import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {encodeText} from '../../../../src/adapters/csv/encoding/encode-text.ts'
import {markOf} from '../../../../src/adapters/csv/encoding/marks.ts'
import {optOutFiles} from '../../../../src/adapters/csv/opt-out-files.ts'
import {planList} from '../../../../src/adapters/csv/plan-list.ts'
import {readDrafts} from '../../../../src/adapters/csv/read-list.ts'
import {checkRejectsPath} from '../../../../src/adapters/csv/rejects-file.ts'
import {spoolRoom} from '../../../../src/adapters/csv/source/spool-room.ts'
import type {TextEncoding} from '../../../../src/core/text-encodings.ts'
import {TEXT_ENCODINGS} from '../../../../src/core/text-encodings.ts'
import {failure, put, tempFolder} from '../../../support/files.ts'

const folder = tempFolder('rejects-again')
const room = spoolRoom(null)

/** Column names and words of each encoding. */
const WORDS: Readonly<Record<TextEncoding, readonly [string, string]>> = {
  'utf-8': ['備考', '髙橋'],
  'utf-16le': ['備考', '髙橋'],
  'utf-16be': ['備考', '髙橋'],
  cp932: ['備考', '髙橋'],
  'euc-jp': ['備考', '髙橋'],
  'iso-2022-jp': ['備考', '髙橋'],
  'windows-1252': ['Prénom', 'Zoë’s'],
  'iso-8859-1': ['Prénom', 'Zoë'],
  gb18030: ['备注', '张伟'],
  big5: ['備註', '陳怡君'],
  'euc-kr': ['비고', '홍길동'],
}

async function importFile(file: string, encoding: TextEncoding | null) {
  const rejectsFile = `${file}.rejects.csv`
  const plan = await planList({file, sheet: null, encoding, delimiter: null, map: []}, room)
  const addresses: string[] = []
  const rejected: Record<string, number> = {}
  for await (const batch of readDrafts({
    plan,
    basis: null,
    purpose: null,
    offsetMinutes: 540,
    rejectsFile,
  })) {
    addresses.push(...batch.drafts.map((draft) => draft.address.address))
    for (const [why, {count}] of Object.entries(batch.rejected)) rejected[why] = (rejected[why] ?? 0) + count
  }
  return {plan, addresses, rejected, rejectsFile}
}

/** Bytes that are no character, in the middle of a cell. */
const BAD: Readonly<Partial<Record<TextEncoding, string>>> = {
  'utf-16le': '00d8',
  'utf-16be': 'd800',
  'iso-2022-jp': '1b2442211b2842',
  'windows-1252': '81',
  'iso-8859-1': '81',
  gb18030: 'ff',
}

describe.each(TEXT_ENCODINGS)('the rejects of a list in %s', (encoding) => {
  const [column, word] = WORDS[encoding]

  it.each([
    ['LF', '\n', false],
    ['CR LF, behind a mark', '\r\n', true],
    ['CR', '\r', false],
  ])(
    'with %s are in its encoding, name the bad cell, and can be mended and imported again',
    async (_name, end, marked) => {
      const encode = (text: string) => encodeText(text, encoding)
      const bad = Buffer.from(BAD[encoding] ?? '81', 'hex')
      const name = `${encoding}-${end.replace('\r', 'cr').replace('\n', 'lf')}`
      const rows = Array.from({length: 6}, (_, i) => `good${i}@example.jp,${word}${end}`)
      const list = Buffer.concat([
        marked ? markOf(encoding) : Buffer.alloc(0),
        encode(`email,${column}${end}${rows.join('')}not an address,${word}${end}bytes@example.jp,${word}`),
        bad,
        encode(`${word}${end}wide@example.jp,${word},${word}${end}`),
        encode(`end,${word}`),
      ])
      const first = await importFile(put(folder, `${name}.csv`, list), encoding)
      expect(first.addresses).toHaveLength(6)
      expect(first.rejected).toEqual({'no-at': 2, undecodable: 1, 'column-count': 1})

      const rejects = readFileSync(first.rejectsFile)
      const line = (text: string) => rejects.includes(encode(text))
      expect(line(`8,no-at@email,not an address,${word}${end === '\r' ? '\n' : end}`)).toBe(true)
      expect(line(`11,no-at@email,end,${word}`)).toBe(true)
      expect(line(`9,undecodable@${column},bytes@example.jp,${word}`)).toBe(true)
      expect(rejects.includes(bad)).toBe(true)
      if (marked) expect(rejects.subarray(0, markOf(encoding).length)).toEqual(markOf(encoding))
      // A rejects file may be replaced by the next one, whatever it is written in.
      expect(() => checkRejectsPath(first.rejectsFile, folder)).not.toThrow()

      const mended = Buffer.from(
        rejects
          .toString('latin1')
          .replace(encode('not an address').toString('latin1'), encode('a@example.jp').toString('latin1')),
        'latin1',
      )
      const again = await importFile(put(folder, `${name}-again.csv`, mended), encoding)
      expect(again.plan.hasBom).toBe(marked && markOf(encoding).length > 0)
      expect(again.addresses).toEqual(['a@example.jp'])
      expect(again.rejected).toEqual({'no-at': 1, undecodable: 1, 'column-count': 1})
      expect(again.plan.mapping.map(({header, field}) => [header, field]).slice(2, 3)).toEqual([['email', 'address']])
      expect(again.plan.mapping[3]!.header).toBe(column)
    },
  )

  it('that was a list of opt-outs without header too, and no address in them is lost', async () => {
    const encode = (text: string) => encodeText(text, encoding)
    const file = put(folder, `${encoding}-stop.csv`, encode(`a@example.jp\nb@example.jp\n${word}\nc@example.jp\n`))
    const ask = {
      file,
      sheet: null,
      encoding,
      reason: 'optout',
      scope: 'all',
      offsetMinutes: 540,
      column: null,
      dates: null,
      rows: null,
      source: null,
    } as const
    const opened = await optOutFiles(room).open(ask)
    const rejects = join(folder, `${encoding}-stop.rejects.csv`)
    let entries = 0
    for await (const batch of opened.read(rejects)) entries += batch.lines.length
    expect(entries).toBe(3)
    const written = readFileSync(rejects)
    expect(written).toEqual(encode(`todoke_line,todoke_reason,address\n3,no-at,${word}\n`))
    await opened.release()
  })
})

describe('a path for rejects', () => {
  it('is refused when another file stands there, in whatever encoding', async () => {
    const other = put(folder, 'other.csv', encodeText('email,todoke_line\n', 'utf-16le'))
    expect((await failure(Promise.resolve().then(() => checkRejectsPath(other, folder)))).code).toBe('FILE_EXISTS')
  })
})
