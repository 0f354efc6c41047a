import {readdirSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {gzipSync} from 'node:zlib'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {openSource} from '../../../../src/adapters/csv/source/open-source.ts'
import {readSource} from '../../../../src/adapters/csv/source/read-source.ts'
import {spoolRoom} from '../../../../src/adapters/csv/source/spool-room.ts'
import type {SourcePlace} from '../../../../src/ports/source-place.ts'
import {failure, put, tempFolder} from '../../../support/files.ts'
import {placeOf} from '../../../support/place.ts'
import {textRows, workbookFile} from '../../../support/workbook-file.ts'
import {zipFile} from '../../../support/zip-file.ts'

const LIST = 'email,name\ntaro@example.jp,山田 太郎\n'
const LONG = `email,note\n${Array.from({length: 20_000}, (_, i) => `user${i}@example.jp,${i * 7919}`).join('\n')}\n`
const MEGABYTE = 1 << 20

let folders = 0

function file(name: string, content: string | Buffer): string {
  folders += 1
  return put(tempFolder(`source-${folders}`), name, content)
}

async function read(place: SourcePlace): Promise<string> {
  const blocks: Buffer[] = []
  for await (const block of readSource(place)) blocks.push(block)
  return Buffer.concat(blocks).toString()
}

async function textOf(path: string): Promise<string> {
  return read(await placeOf(path))
}

const refusal = (path: string) => failure(textOf(path))

describe('a list', () => {
  it.each([
    ['as text', 'plain', Buffer.from(LONG)],
    ['packed by gzip', 'gzip', gzipSync(LONG)],
    [
      'packed by gzip in several pieces',
      'gzip',
      Buffer.concat([gzipSync(LONG.slice(0, 99)), gzipSync(LONG.slice(99))]),
    ],
    ['packed by zip', 'zip', zipFile([{name: 'list.csv', content: LONG}])],
    ['kept in a zip', 'zip', zipFile([{name: 'list.csv', content: LONG, isStored: true}])],
  ])('%s is read as often as one likes, whatever its name', async (_name, kind, bytes) => {
    const place = await placeOf(file('list.csv', bytes))
    expect(place).toMatchObject({kind, sizeBytes: bytes.length, spooled: []})
    // The worker thread gets a copy.
    expect(await read(structuredClone(place))).toBe(LONG)
    expect(await read(place)).toBe(LONG)
  })

  it('gives blocks that keep what they hold', async () => {
    const blocks: Buffer[] = []
    for await (const block of readSource(await placeOf(file('list.gz', gzipSync(LONG))))) blocks.push(block)
    expect(blocks.length).toBeGreaterThan(2)
    expect(Buffer.concat(blocks).toString()).toBe(LONG)
  })

  it('is the only file of a zip, folders and what a Mac adds aside', async () => {
    const zip = zipFile([
      {name: 'export/', content: ''},
      {name: 'export/list.csv', content: LIST},
      {name: '__MACOSX/export/._list.csv', content: 'x'},
      {name: 'export/.DS_Store', content: 'x'},
    ])
    const place = await placeOf(file('list.zip', zip))
    expect(place.inside).toBe('export/list.csv')
    expect(await read(place)).toBe(LIST)
  })

  it.each([
    ['UTF-8', Buffer.from('名簿.csv')],
    ['CP932', iconv.encode('名簿.csv', 'cp932')],
  ])('in a zip may have a Japanese name in %s', async (_name, name) => {
    expect((await placeOf(file('list.zip', zipFile([{name, content: LIST}])))).inside).toBe('名簿.csv')
  })

  it('that is nothing at all stays readable as nothing', async () => {
    expect(await textOf(file('empty.csv', ''))).toBe('')
    expect(await textOf(file('empty.zip', zipFile([{name: 'list.csv', content: ''}])))).toBe('')
  })
})

describe('an archive', () => {
  const two = zipFile([
    {name: 'a.csv', content: LIST},
    {name: 'b.csv', content: LIST},
  ])
  const packed = gzipSync(LONG)
  const zipped = zipFile([{name: 'list.csv', content: LONG}])
  const altered = Buffer.from(packed)
  altered[packed.length >> 1]! ^= 0xff

  it.each<[string, Buffer, string, object]>([
    ['with two files', two, 'ARCHIVE_ENTRIES', {count: 2, names: 'a.csv, b.csv'}],
    ['without a file', zipFile([{name: 'a/', content: ''}]), 'ARCHIVE_ENTRIES', {count: 0}],
    ['with a path upwards', zipFile([{name: '../list.csv', content: LIST}]), 'ARCHIVE_PATH', {name: '../list.csv'}],
    ['with a path of Windows upwards', zipFile([{name: 'a\\..\\..\\b', content: LIST}]), 'ARCHIVE_PATH', {}],
    ['with an absolute path', zipFile([{name: '/tmp/list.csv', content: LIST}]), 'ARCHIVE_PATH', {}],
    ['with a drive', zipFile([{name: 'C:/list.csv', content: LIST}]), 'ARCHIVE_PATH', {}],
    ['under a password', zipFile([{name: 'list.csv', content: LIST, flags: 1}]), 'ARCHIVE_LOCKED', {}],
    ['in an archive', zipFile([{name: 'list.gz', content: packed}]), 'ARCHIVE_NESTED', {name: 'list.gz'}],
    ['in a gzip', gzipSync(zipped), 'ARCHIVE_NESTED', {}],
    ['packed in a way of its own', zipFile([{name: 'a', content: LIST, lies: {method: 14}}]), 'ARCHIVE_DAMAGED', {}],
    [
      'whose checksum is wrong',
      zipFile([{name: 'a', content: LIST, lies: {crc: 1}}]),
      'ARCHIVE_DAMAGED',
      {why: 'checksum'},
    ],
    ['that holds more than it says', zipFile([{name: 'a', content: LIST, lies: {size: 9}}]), 'ARCHIVE_DAMAGED', {}],
    [
      '(gzip) that is cut off',
      packed.subarray(0, packed.length - 9),
      'ARCHIVE_DAMAGED',
      {why: 'unexpected end of file'},
    ],
    ['(gzip) that is altered', altered, 'ARCHIVE_DAMAGED', {}],
    ['(zip) that is cut off', zipped.subarray(0, zipped.length >> 1), 'ARCHIVE_DAMAGED', {}],
    ['of four bytes', Buffer.from('PK\x03\x04', 'latin1'), 'ARCHIVE_DAMAGED', {}],
    ['of two bytes', Buffer.from([0x1f, 0x8b]), 'ARCHIVE_DAMAGED', {}],
  ])('%s is refused', async (_name, bytes, code, values) => {
    const error = await refusal(file('list.csv', bytes))
    expect([error.code, error.exitCode]).toEqual([code, 2])
    expect(error.values).toMatchObject(values)
  })

  it('that breaks off has given blocks before: only the error says that they are not all', async () => {
    let bytes = 0
    const reading = (async () => {
      const cut = gzipSync(Buffer.concat([Buffer.from(LONG), noise(4 * MEGABYTE)]), {level: 1})
      const place = await placeOf(file('list.gz', cut.subarray(0, cut.length - MEGABYTE)))
      for await (const block of readSource(place)) bytes += block.length
    })()
    const error = await failure(reading)
    expect(error.code).toBe('ARCHIVE_DAMAGED')
    expect(bytes).toBeGreaterThan(MEGABYTE)
    expect(error.values.bytes).toBe(bytes)
  })
})

describe('a bomb', () => {
  const zeros = Buffer.alloc(10 * MEGABYTE)

  it.each([
    ['gzip', gzipSync(zeros)],
    ['zip', zipFile([{name: 'list.csv', content: zeros}])],
    ['zip that says it is small', zipFile([{name: 'list.csv', content: zeros, lies: {size: 1000}}])],
  ])('(%s) is refused long before it is unpacked', async (_name, bytes) => {
    let read = 0
    const reading = (async () => {
      for await (const block of readSource(await placeOf(file('list.csv', bytes)))) read += block.length
    })()
    expect((await failure(reading)).code).toBe('ARCHIVE_BOMB')
    expect(read).toBeLessThanOrEqual(3 * MEGABYTE)
  })

  it('is none below the first megabyte, where rows may well be alike', async () => {
    const alike = 'a@example.jp,x\n'.repeat(60_000)
    expect(gzipSync(alike).length * 200).toBeLessThan(alike.length)
    expect(await textOf(file('list.gz', gzipSync(alike)))).toBe(alike)
  })
})

describe('a file that is written to', () => {
  it.each([
    ['text', Buffer.from(LONG), Buffer.from(`${LONG}more@example.jp,1\n`)],
    ['gzip', gzipSync(LONG), gzipSync(`${LONG}more@example.jp,1\n`)],
    ['zip', zipFile([{name: 'a', content: LONG}]), zipFile([{name: 'a', content: `${LONG}x`}])],
    ['gzip, half of it', gzipSync(LONG), gzipSync(LONG).subarray(0, 999)],
  ])('(%s) between opening and reading is refused at the end', async (_name, before, after) => {
    const path = file('list', before)
    const place = await placeOf(path)
    writeFileSync(path, after)
    expect((await failure(read(place))).code).toBe('FILE_CHANGED')
  })

  it('in place, with the same length, is refused', async () => {
    const path = file('list.csv', LONG)
    const place = await placeOf(path)
    writeFileSync(path, LONG.replace('user1@', 'user2@'))
    utimesSync(path, new Date(), new Date(place.modifiedMs + 1000))
    expect((await failure(read(place))).code).toBe('FILE_CHANGED')
  })

  it('while it is read is refused', async () => {
    const path = file('list.csv', LONG)
    const reading = (async () => {
      for await (const _ of readSource(await placeOf(path))) writeFileSync(path, LONG + LONG)
    })()
    expect((await failure(reading)).code).toBe('FILE_CHANGED')
  })
})

describe('standard input', () => {
  const opened = (bytes: Buffer, folder: string) =>
    openSource({given: '-', sheet: null, stdin: () => Readable.from([bytes])}, spoolRoom(folder))

  it.each([
    ['text', Buffer.from(LONG)],
    ['gzip', gzipSync(LONG)],
    ['zip', zipFile([{name: 'list.csv', content: LONG}])],
  ])('(%s) is kept for the user alone until it is released', async (_name, bytes) => {
    const folder = join(tempFolder('stdin'), '.todoke', 'tmp')
    const {place, release} = await opened(bytes, folder)
    const [copy] = readdirSync(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, copy!)).mode & 0o777).toBe(0o600)
    expect(place.name).toBe('-')
    expect(await read(place)).toBe(LONG)
    expect(await read(place)).toBe(LONG)
    await release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that is a workbook leaves only the text of its sheet', async () => {
    const folder = join(tempFolder('stdin'), 'tmp')
    const {place, release} = await opened(workbookFile({sheets: [{name: 'A', rows: textRows([['email']])}]}), folder)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await read(place)).toBe('email\r')
    await release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that cannot be read leaves nothing', async () => {
    const folder = join(tempFolder('stdin'), 'tmp')
    expect((await failure(opened(gzipSync(Buffer.alloc(10 * MEGABYTE)).subarray(0, 20), folder))).code).toBe(
      'ARCHIVE_DAMAGED',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('that is a terminal is refused rather than waited for', async () => {
    const terminal = Object.assign(new Readable({read() {}}), {isTTY: true})
    const opening = openSource({given: '-', sheet: null, stdin: () => terminal}, spoolRoom(null))
    expect((await failure(opening)).code).toBe('STDIN_TERMINAL')
  })
})

describe('a sheet', () => {
  it('is asked only of a workbook', async () => {
    for (const bytes of [Buffer.from(LIST), gzipSync(LIST), zipFile([{name: 'list.csv', content: LIST}])])
      expect((await failure(placeOf(file('list.csv', bytes), 'Members'))).values).toMatchObject({flag: '--sheet'})
  })
})

/** Bytes that do not get smaller, the same each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let i = 0; i < length; i += 1) {
    state = (state * 48271) % 2147483647
    bytes[i] = state >> 8
  }
  return bytes
}
