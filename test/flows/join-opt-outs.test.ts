/** What a merge tells before and beside its counts, and files that are joined without being recorded. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {optOutFiles} from '../../src/adapters/csv/opt-out-files.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {listSinks} from '../../src/adapters/csv/write-list.ts'
import SuppressionMerge from '../../src/commands/suppression/merge.ts'
import {joinOptOuts} from '../../src/flows/join-opt-outs.ts'
import {commandsJa} from '../../src/i18n/help-ja.ts'
import {text} from '../../src/i18n/text.ts'
import {put} from '../support/files.ts'
import {bench, clock, conflictFiles, MERGE} from '../support/workspace-store.ts'

describe('what a merge warns of', () => {
  it('tells of many entries before the store is locked, while a run is on and never in a dry run', async () => {
    const place = await bench('merge-many')
    const file = put(place.folder, 'a.csv', 'a@example.jp\nb@example.jp\nc@example.jp\n')
    const told: number[] = []
    const onHoldUp = (entries: number) => told.push(entries)
    await place.merge([file], {manyEntries: 2, onHoldUp, isDryRun: true})
    expect(told).toEqual([])
    await place.merge([file], {manyEntries: 3, onHoldUp})
    expect(told).toEqual([])
    const more = put(place.folder, 'b.csv', 'd@example.jp\ne@example.jp\nf@example.jp\n')
    await place.merge([more], {manyEntries: 2, onHoldUp})
    expect(told).toEqual([3])
  })

  it.each([
    ['md5', 'md5'],
    ['sha1', 'sha1'],
    ['sha256', null],
  ])('knows weak hashes: %s', async (algorithm, weak) => {
    const place = await bench(`merge-${algorithm}`)
    const hash = createHash(algorithm).update('taro@example.jp').digest('hex')
    const {files, added} = await place.merge([put(place.folder, 'h.csv', `hash\n${hash}\n`)])
    expect([added, files[0]!.weakHash]).toEqual([1, weak])
  })

  it.each(['en', 'ja'] as const)(
    'has words for a file without a column of addresses, and for domains, in %s',
    (lang) => {
      const next = text(lang, 'error.OPT_OUT_COLUMN_MISSING.next')
      expect(next).toContain('--column')
      expect(next).toContain('@')
      const help = lang === 'en' ? SuppressionMerge.description : commandsJa['suppression merge']!.description
      expect(help).toMatch(
        lang === 'en' ? /@example\.com forbids a whole domain, not its subdomains/ : /@example\.com[\s\S]*サブドメイン/,
      )
    },
  )
})

it('a union of files is written and not recorded, in any order of the files the same', async () => {
  const place = await bench('join')
  const a = put(place.folder, 'a.csv', 'email,date\ntaro@example.jp,2025-04-01\n@example.com,\n')
  const b = put(place.folder, 'b.csv', 'email,reason\nhanako+x@example.jp,spam\n')
  const lines: string[][] = []
  for (const files of [
    [a, b],
    [b, a],
  ]) {
    const {store} = await bench('join-scratch')
    const out = join(place.folder, 'union.csv')
    const ask = {...MERGE, files, rejectsOf: (file: string) => `${file}.rejects.csv`, out, overwrite: true}
    const room = spoolRoom(null)
    const needs = {store, optOuts: optOutFiles(room), sinks: listSinks(() => process.stdout), clock}
    const {written} = await joinOptOuts(ask, {...needs, isRunning: async () => false, ...conflictFiles(room)})
    expect(written.rows).toBe(4)
    lines.push(readFileSync(out, 'utf8').split('\r\n').slice(1, -1).sort())
  }
  expect(lines[0]).toEqual(lines[1])
  expect(lines[0]!.map((line) => line.split(',')[0])).toEqual([
    ...["'@example.com", 'hanako+x@example.jp', 'hanako@example.jp', 'taro@example.jp'],
  ])
  expect(await place.store.suppressions.count()).toBe(0)
})
