/** Merges that compare: with what a service had the last time, with consents, with subscribers there. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, dump, NOW} from '../support/workspace-store.ts'

const LIST = 'email,consent,consent_at\na@example.jp,yes,2024-06-01\nb@example.jp,yes,2024-01-01\n'
const held = async ({store}: Bench, address: string) =>
  (await store.suppressions.holding(address, NOW)).map(({reason, scope}) => `${reason} ${scope}`)

describe('a merge with a base', () => {
  async function withBase() {
    const place = await bench('base')
    const old = put(place.folder, 'service-2026-10.csv', 'email\na@example.jp\nb@example.jp\nc@example.jp\n')
    const now = put(place.folder, 'service-2026-11.csv', 'email\nb@example.jp\nd@example.jp\n')
    await place.merge([old])
    return {place, old, now}
  }

  it('tells who was added and removed there, and removes nobody', async () => {
    const {place, old, now} = await withBase()
    const result = await place.merge([now], {base: old})
    expect(result).toMatchObject({added: 1, addedThere: 1, removedThere: 2, lifted: 0, total: 4})
    expect(result.samples.map(({kind, isLifted}) => [kind, isLifted])).toEqual([
      ['removed-there', false],
      ['removed-there', false],
    ])
    expect(await held(place, 'a@example.jp')).toEqual(['optout all'])
  })

  it('takes removals over for a reason, and only what that source said', async () => {
    const {place, old, now} = await withBase()
    await place.merge([put(place.folder, 'form.csv', 'email\nc@example.jp\n')])
    const ask = {base: old, removal: 'they came back there'}
    expect(await place.merge([now], ask)).toMatchObject({removedThere: 2, lifted: 2})
    expect(await held(place, 'a@example.jp')).toEqual([])
    expect(await held(place, 'c@example.jp')).toEqual(['optout all'])
    const before = await dump(place.storeFile)
    expect(await place.merge([now], ask)).toMatchObject({added: 0, lifted: 0})
    expect(await dump(place.storeFile)).toBe(before)
  })

  it('never lifts what another source said, be its name alike', async () => {
    const place = await bench('two-shops')
    const old = put(place.folder, 'a.csv', 'email\na@example.jp\n')
    const empty = put(place.folder, 'b.csv', 'email\nz@example.jp\n')
    const ask = {base: old, removal: 'came back there'}
    for (const [one, other] of [
      ['shop1', 'shop2'],
      ['shop-1001', 'shop-1002'],
    ] as const) {
      expect(await place.merge([old], {source: one})).toMatchObject({added: 1})
      expect(await place.merge([old], {source: other})).toMatchObject({added: 1})
      expect(await place.merge([empty], {...ask, source: other})).toMatchObject({removedThere: 1, lifted: 1})
      expect((await place.store.suppressions.holding('a@example.jp', NOW)).at(-1)).toMatchObject({source: one})
    }
  })

  it('sees a scope that became narrower as a removal', async () => {
    const place = await bench('narrower')
    const old = put(place.folder, 's-1.csv', 'email,scope\na@example.jp,all\n')
    const now = put(place.folder, 's-2.csv', 'email,scope\na@example.jp,topic:sale\n')
    await place.merge([old])
    expect(await place.merge([now], {base: old})).toMatchObject({added: 1, removedThere: 1, lifted: 0})
    expect(await held(place, 'a@example.jp')).toEqual(['optout all', 'optout topic:sale'])
  })
})

describe('a conflict', () => {
  const stops = 'email,date,reason\na@example.jp,2024-04-01,unsubscribed\nb@example.jp,2024-04-01,unsubscribed\n'

  it('with a newer consent leaves the opt-out, and is written with both sides and dates', async () => {
    const place = await bench('newer-consent')
    await place.import(put(place.folder, 'list.csv', LIST))
    const conflicts = join(place.folder, 'conflicts.csv')
    const result = await place.merge([put(place.folder, 'stops.csv', stops)], {conflicts})
    expect(result).toMatchObject({added: 2, conflicting: 1, lifted: 0})
    const [header, line, end] = readFileSync(conflicts, 'utf8').split('\r\n')
    expect(header).toBe('subject,kind,reason,scope,source,since,other_since,other_source,lifted,decision')
    expect(line).toBe(
      'a@example.jp,consent-newer,optout,all,stops.csv,2024-03-31T15:00:00.000Z,2024-05-31T15:00:00.000Z,,,',
    )
    expect(end).toBe('')
    expect(statSync(conflicts).mode & 0o777).toBe(0o600)
    expect((await failure(place.merge([conflicts], {conflicts}))).code).toBe('FILE_EXISTS')
    // It is told every time until it is settled.
    expect(await place.merge([join(place.folder, 'stops.csv')])).toMatchObject({known: 2, conflicting: 1})
  })

  it('is settled by rule for an opt-out of the person, never for a complaint, and stays so', async () => {
    const place = await bench('by-rule')
    await place.import(put(place.folder, 'list.csv', LIST))
    const files = [
      put(place.folder, 'stops.csv', stops),
      put(place.folder, 'spam.csv', 'email,date,reason\na@example.jp,2024-04-01,spam complaint\n'),
    ]
    expect(await place.merge(files, {rule: 'newer'})).toMatchObject({conflicting: 2, lifted: 1})
    expect(await held(place, 'a@example.jp')).toEqual(['complaint all'])
    expect(await held(place, 'b@example.jp')).toEqual(['optout all'])
    expect(await place.merge(files)).toMatchObject({added: 0, lifted: 0})
    expect(await held(place, 'a@example.jp')).toEqual(['complaint all'])
    // A later opt-out is another one.
    const later = put(place.folder, 'later.csv', 'email,date\na@example.jp,2025-01-01\n')
    expect(await place.merge([later], {rule: 'newer'})).toMatchObject({added: 1, lifted: 0})
  })

  it('is settled by a file, in which a wrong word or subject stops the merge', async () => {
    const place = await bench('by-file')
    await place.import(put(place.folder, 'list.csv', LIST))
    const file = put(place.folder, 'stops.csv', stops)
    const settle = (lines: string) => put(place.folder, 'settled.csv', `subject,decision\n${lines}`)
    for (const [lines, line] of [
      ['a@example.jp,maybe\n', 2],
      ['b@example.jp,\nnobody,consent\n', 3],
    ] as const) {
      const error = await failure(place.merge([file], {settle: settle(lines)}))
      expect([error.code, error.values.line]).toEqual(['SETTLE_INVALID', line])
    }
    expect(await place.store.suppressions.count()).toBe(0)
    // Who has no newer consent stays out, whatever the file says.
    const decided = settle('A@Example.jp,consent\nb@example.jp,consent\n')
    expect(await place.merge([file], {settle: decided})).toMatchObject({added: 2, lifted: 1})
    expect(await held(place, 'a@example.jp')).toEqual([])
    expect(await held(place, 'b@example.jp')).toEqual(['optout all'])
  })

  it('of an undated entry that was taken back binds again and is told', async () => {
    const place = await bench('returned')
    const file = put(place.folder, 'plain.txt', 'a@example.jp\n')
    await place.merge([file])
    const [hit] = await place.store.suppressions.standingOf('a@example.jp')
    const order = {uuid: hit!.uuid, subject: 'a@example.jp', reason: 'came back', evidence: {text: 'letter'}}
    expect(await place.store.suppressions.lift([order, order], NOW)).toBe(1)
    expect(await held(place, 'a@example.jp')).toEqual([])
    expect(await place.merge([file])).toMatchObject({added: 1, returned: 1})
    expect(await held(place, 'a@example.jp')).toEqual(['optout all'])
    expect(await place.merge([file])).toMatchObject({added: 0, returned: 0})
  })
})

describe('a file that is a list of subscribers', () => {
  const service = 'email,status,signup date\na@example.jp,subscribed,2026-03-01\nb@example.jp,unsubscribed,\n'

  it.each([
    ['by its states', service],
    ['by its columns', 'email,consent_at,consent\na@example.jp,2024-01-01,yes\n'],
    [
      'by a state behind the rows looked at first',
      `email,status\n${'u@example.jp,unsubscribed\n'.repeat(2001)}a@example.jp,active\n`,
    ],
  ])('%s is refused until it is said what it is', async (_name, content) => {
    const place = await bench('subscribers')
    const file = put(place.folder, 'export.csv', content)
    expect((await failure(place.merge([file]))).code).toBe('OPT_OUTS_DOUBTFUL')
    expect(await place.store.suppressions.count()).toBe(0)
    expect((await place.merge([file], {rows: 'opt-outs'})).files[0]!.subscribers).toBe(0)
    expect(await held(place, 'a@example.jp')).toEqual(['optout all'])
  })

  it('is asked about, and the answer is taken', async () => {
    const place = await bench('asked')
    const asked: string[][] = []
    const onDoubt = async (_file: string, signs: readonly string[]) => {
      asked.push([...signs])
      return 'subscribers' as const
    }
    const result = await place.merge([put(place.folder, 'export.csv', service)], {onDoubt})
    expect(asked).toEqual([['status: subscribed']])
    expect(result).toMatchObject({added: 1, files: [{entries: 1, subscribers: 1}]})
    expect(await held(place, 'a@example.jp')).toEqual([])
    expect(await held(place, 'b@example.jp')).toEqual(['optout all'])
  })

  it('tells who is opted out here, and brings nobody back unasked or on an older sign-up', async () => {
    const place = await bench('subscribed-there')
    await place.merge([put(place.folder, 'a.csv', 'email,date\na@example.jp,2026-02-01\nz@example.jp,2026-03-20\n')])
    const file = put(place.folder, 'export.csv', `${service}z@example.jp,subscribed,2026-03-01\n`)
    const ask = {rows: 'subscribers', rule: 'newer'} as const
    expect(await place.merge([file], ask)).toMatchObject({subscribedThere: 2, lifted: 0})
    const settle = put(place.folder, 's.csv', 'subject,decision\na@example.jp,consent\nz@example.jp,consent\n')
    expect(await place.merge([file], {...ask, settle})).toMatchObject({subscribedThere: 2, lifted: 1})
    expect(await held(place, 'a@example.jp')).toEqual([])
    expect(await held(place, 'z@example.jp')).toEqual(['optout all'])
  })
})

describe('bad files of opt-outs', () => {
  it('with too many unreadable lines are refused with counts, and the lines are kept', async () => {
    const place = await bench('unreadable-many')
    const lines = Array.from({length: 20}, (_, i) => (i % 3 === 0 ? `bad ${i}` : `u${i}@example.jp`))
    const file = put(place.folder, 'stops.csv', `email\n${lines.join('\n')}\n`)
    const error = await failure(place.merge([file]))
    expect(error.code).toBe('OPT_OUTS_UNREADABLE')
    expect(error.values).toMatchObject({count: 7, lines: 20, share: 35, needed: 35})
    expect(readFileSync(`${file}.rejects.csv`, 'utf8').split('\n')).toHaveLength(9)
    expect(await place.store.suppressions.count()).toBe(0)
    expect(await place.merge([file], {mostUnreadable: 35})).toMatchObject({added: 13})
  })

  it.each([
    ['of another length', 'a'.repeat(56), '56 × 1'],
    ['of two kinds', 'b'.repeat(40), '40 × 1'],
    ['cut', 'c'.repeat(63), '63 × 1'],
  ])('with a hash %s are refused with a count', async (_name, wrong, lengths) => {
    const place = await bench('wrong-hash')
    const file = put(place.folder, 'hashes.txt', `${'0a'.repeat(32)}\n${'0B'.repeat(32)}\n${wrong}\n`)
    const error = await failure(place.merge([put(place.folder, 'good.csv', 'a@example.jp\n'), file]))
    expect(error.code).toBe('HASHES_MIXED')
    expect(error.values).toMatchObject({count: 1, line: 3, lengths})
    expect(await place.store.suppressions.count()).toBe(0)
  })

  it('leave no file of conflicts behind when they are refused, nor when there are none', async () => {
    const place = await bench('no-conflicts')
    const conflicts = join(place.folder, 'conflicts.csv')
    await place.merge([put(place.folder, 'a.csv', 'a@example.jp\n')], {conflicts})
    expect((await failure(place.merge([join(place.folder, 'none.csv')], {conflicts}))).code).toBe('FILE_MISSING')
    expect(existsSync(conflicts) || existsSync(`${conflicts}.part`)).toBe(false)
  })
})

describe('a file that went in before', () => {
  it('is not read again, unless somebody consented or something was taken back since', async () => {
    const place = await bench('known-file')
    const file = put(place.folder, 'stops.csv', 'email,date\na@example.jp,2024-04-01\nz@example.jp,2024-04-01\n')
    const isKnown = async (ask: Parameters<Bench['merge']>[1] = {}) => {
      const result = await place.merge([file], ask)
      expect(result).toMatchObject({known: 2, total: 2})
      return result.files[0]!.isKnown
    }
    expect(await place.merge([file])).toMatchObject({added: 2})
    expect(await isKnown()).toBe(true)
    expect(await isKnown({isDryRun: true})).toBe(false)
    // Read in another way it is another file.
    expect((await place.merge([file], {scope: 'topic:sale'})).added).toBe(2)
    await place.import(put(place.folder, 'list.csv', LIST))
    const result = await place.merge([file])
    expect(result).toMatchObject({known: 2, conflicting: 1, files: [{isKnown: false}]})
    put(place.folder, 'stops.csv', 'email\nn@example.jp\n')
    expect(await place.merge([file])).toMatchObject({added: 1, files: [{isKnown: false}]})
  })
})

describe('a dry run', () => {
  it('tells the same as the merge and changes nothing', async () => {
    const place = await bench('dry-run')
    await place.import(put(place.folder, 'list.csv', LIST))
    const file = put(place.folder, 'stops.csv', 'email,date\na@example.jp,2024-04-01\nz@example.jp,2024-04-01\n')
    const before = await dump(place.storeFile)
    const dry = await place.merge([file], {isDryRun: true, rule: 'newer'})
    expect(await dump(place.storeFile)).toBe(before)
    const {files: _, total: __, isDryRun: ___, ...done} = await place.merge([file], {rule: 'newer'})
    expect(dry).toMatchObject(done)
    expect(done).toMatchObject({added: 2, binding: 1, conflicting: 1, lifted: 1})
  })
})
