import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {rawCells} from '../../../src/adapters/csv/raw-cells.ts'
import {readDrafts} from '../../../src/adapters/csv/read-list.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import {cp932, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('raw-cells')

/** Addresses taken in and those stopped by rows that were rejected. */
async function read(text: string | Buffer) {
  const file = put(folder, 'list.csv', text)
  const plan = await planList({file, sheet: null, encoding: null, delimiter: null, map: []}, spoolRoom(null))
  const found = {taken: [] as string[], stopped: [] as string[], rejected: {} as Record<string, number>}
  const rejectsFile = join(folder, 'rejects.csv')
  for await (const batch of readDrafts({plan, basis: 'consent', purpose: null, offsetMinutes: 540, rejectsFile})) {
    found.taken.push(...batch.drafts.map(({address}) => address.key))
    found.stopped.push(...batch.stops.map(({subject}) => subject))
    for (const [why, {count}] of Object.entries(batch.rejected))
      found.rejected[why] = (found.rejected[why] ?? 0) + count
  }
  return found
}

describe('a line whose quotes are broken', () => {
  const HEADER = 'メールアドレス,氏名,状態\n'

  it('stops its person where every cell stands in its column', async () => {
    const text = `${HEADER}a@example.jp,"山田 "太郎"",配信停止\nb@example.jp,佐藤,配信中\nc@example.jp,"鈴木"x,配信中\n`
    const result = {taken: ['b@example.jp'], stopped: ['a@example.jp'], rejected: {quote: 2}}
    expect(await read(text)).toEqual(result)
    expect(await read(cp932(text))).toEqual(result)
  })

  it('stops nobody where cells cannot be told apart', async () => {
    const text = `${HEADER}a@example.jp,"山田, "太郎"",配信停止\nb@example.jp,佐藤,配信中\n`
    expect(await read(text)).toEqual({taken: ['b@example.jp'], stopped: [], rejected: {quote: 1}})
  })

  it('gives its cells without the quotes around them', () => {
    expect(rawCells('"a@example.jp,"x""y",停止\r\n', ',', 3)).toEqual(['a@example.jp', 'x"y', '停止'])
    expect(rawCells('a,b', ',', 3)).toBeNull()
  })
})
