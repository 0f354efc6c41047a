import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {optOutFiles} from '../../src/adapters/csv/opt-out-files.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import type {SuppressionHit} from '../../src/core/suppression/entry.ts'
import {addSuppression, checkSuppression} from '../../src/flows/add-suppression.ts'
import {cp932, failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, conflictFiles, dump, MERGE, NOW, query} from '../support/workspace-store.ts'

async function heldBy({store}: Bench, address: string): Promise<readonly SuppressionHit[]> {
  return checkSuppression(address, {store, clock})
}

describe('an opt-out file', () => {
  it.each([
    ['a plain list', 'a@example.jp\nb@example.jp\n', '#1'],
    ['a plain list of one line without end', 'a@example.jp', '#1'],
    ['addresses in the last of three columns', 'x,y,a@example.jp\nx,y,b@example.jp\n', '#3'],
    ['a Japanese header', '日時,氏名,メールアドレス,理由\n2024-04-01,山田,a@example.jp,退会\n', 'メールアドレス'],
    ['a header no word fits', 'who,when\na@example.jp,2024\n', 'who'],
    ['a postal address before', 'Address,Email\nTokyo 1-2-3,a@example.jp\n', 'Email'],
    ['UTF-8 with BOM', '\ufeffemail\r\na@example.jp\r\n', 'email'],
    ['UTF-8 with BOM and no header', '\ufeffa@example.jp\r\n', '#1'],
    ['CP932', cp932('日時,メールアドレス,理由\r\n2024/4/1,a@example.jp,配信停止希望\r\n'), 'メールアドレス'],
    ['tabs', 'name\tmail\nTaro\ta@example.jp\n', 'mail'],
    ['semicolons', 'name;mail\nTaro;a@example.jp\n', 'mail'],
    ['lines that end now so, now so', 'email\r\nb@example.jp\na@example.jp\r\n', 'email'],
    ['other spellings', 'email\n A@EXAMPLE.JP\u3000\n', 'email'],
  ])('with %s is read', async (_name, content, column) => {
    const place = await bench('opt-out-file')
    const result = await place.merge([put(place.folder, 'stops.csv', content)])
    expect(result.files[0]).toMatchObject({addressColumn: column, unreadable: {}, rejectsFile: null})
    expect(await heldBy(place, 'a@example.jp')).toMatchObject([{reason: 'optout', scope: 'all', source: 'stops.csv'}])
  })

  it('keeps reason, moment, source and line of each entry', async () => {
    const place = await bench('entry')
    const file = put(place.folder, 'stops.csv', 'date,email,reason\n2024-04-01 09:00,a@example.jp,spam complaint\n')
    const result = await place.merge([file], {scope: 'topic:sale'})
    expect(result).toMatchObject({added: 1, known: 0, conflicting: 0, binding: 0, total: 1})
    expect(result.files[0]).toMatchObject({dateColumn: 'date', reasonColumn: 'reason', entries: 1})
    expect(await heldBy(place, 'a@example.jp')).toMatchObject([
      {
        reason: 'complaint',
        scope: 'topic:sale',
        from: Date.parse('2024-04-01T09:00+09:00'),
        source: 'stops.csv',
        line: 2,
        recordedAt: NOW,
      },
    ])
  })

  it('of domains forbids everybody there, in any spelling', async () => {
    const place = await bench('domains')
    await place.merge([put(place.folder, 'stops.csv', '@example.jp\n*@日本.jp\n@googlemail.com\n')])
    for (const address of [
      'a@example.jp',
      'B@Example.JP',
      'x@日本.jp',
      'x@xn--wgv71a.jp',
      'x@gmail.com',
      'x@googlemail.com',
    ])
      expect(await heldBy(place, address), address).toHaveLength(1)
    for (const address of ['a@sub.example.jp', 'a@example.com'])
      expect(await heldBy(place, address), address).toEqual([])
  })

  it('keeps lines it cannot read, in their bytes, with line and reason', async () => {
    const place = await bench('unreadable')
    const file = put(
      place.folder,
      'stops.csv',
      cp932('メール,備考\r\nnobody,山田\r\na@example.jp,\r\n"open,髙橋\r\n,空\r\n'),
    )
    const result = await place.merge([file])
    expect(result).toMatchObject({added: 1})
    expect(result.files[0]).toMatchObject({
      unreadable: {'no-at': 1, empty: 1, quote: 1},
      rejectsFile: `${file}.rejects.csv`,
    })
    const rejects = readFileSync(`${file}.rejects.csv`)
    for (const line of [
      'todoke_line,todoke_reason,メール,備考',
      '2,no-at,nobody,山田',
      '4,quote,"open,髙橋',
      '5,empty,,空',
    ])
      expect(rejects.includes(cp932(`${line}\r\n`)), line).toBe(true)
  })

  it('protects whoever stands in a line it cannot read, and nobody named beside a cell that can be read', async () => {
    const place = await bench('unreadable-address')
    const lines = [
      'email,note',
      'o1@example.com,x',
      'o2@example.com,"x',
      'Taro <o3@example.com>,y',
      'o4@example.com,z,z2,',
    ]
    const file = put(place.folder, 'stops.csv', `${lines.join('\n')}\nnobody,told by staff@example.com\n`)
    const result = await place.merge([file])
    for (const name of ['o1', 'o2', 'o3', 'o4'])
      expect(await heldBy(place, `${name}@example.com`), name).toHaveLength(1)
    expect(await heldBy(place, 'staff@example.com')).toEqual([])
    expect(readFileSync(result.files[0]!.rejectsFile!, 'utf8')).toContain('3,quote,o2@example.com,"x\n')
  })

  it.each([
    ['no byte', ''],
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\n\n'],
  ])('with %s in it holds no entry and stops nobody', async (_name, content) => {
    const place = await bench('empty-stops')
    const files = [put(place.folder, 'none.csv', content), put(place.folder, 'some.csv', 'a@example.jp\n')]
    const result = await place.merge(files)
    expect(result.files[0]).toMatchObject({entries: 0, addressColumn: null, rejectsFile: null})
    expect(result).toMatchObject({added: 1, total: 1})
  })

  it('of the same name as another one keeps its own rejects', async () => {
    const place = await bench('same-name')
    const paths = ['a', 'b', 'c'].map((name) => {
      mkdirSync(join(place.folder, name))
      return put(join(place.folder, name), 'stops.csv', `email\nok@example.jp\nbad-${name}\n`)
    })
    const result = await place.merge(paths, {rejectsOf: () => join(place.folder, 'stops.rejects.csv')})
    const kept = result.files.map((file) => file.rejectsFile!)
    expect(new Set(kept).size).toBe(3)
    expect(kept.map((file) => readFileSync(file, 'utf8').split('\n')[1])).toEqual([
      '3,no-at,bad-a',
      '3,no-at,bad-b',
      '3,no-at,bad-c',
    ])
  })

  it('forbids whoever stands above its header too, and reads it from its first line when it has none', async () => {
    const {merge, folder, store} = await bench('above-header')
    const above = put(folder, 'above.csv', 'last: x@example.jp\n\n理由,メール\n退会,a@example.jp\n')
    const bare = put(folder, 'bare.csv', 'b@example.jp\n@example.com\n')
    const result = await merge([above, bare])
    expect(result.files.map(({addressColumn}) => addressColumn)).toEqual(['メール', '#1'])
    for (const address of ['x@example.jp', 'a@example.jp', 'b@example.jp', 'any@example.com'])
      expect(await store.suppressions.holding(address, NOW), address).toHaveLength(1)
  })

  it('dated in the future holds at once', async () => {
    const place = await bench('future')
    await place.merge([put(place.folder, 'stops.csv', 'email,expiry date\na@example.jp,2099-01-01\n')])
    expect(await heldBy(place, 'a@example.jp')).toMatchObject([{from: null}])
  })
})

describe('a merge', () => {
  it('is a union that never shrinks, and merging again changes nothing', async () => {
    const place = await bench('union')
    const first = put(place.folder, '2026-01.csv', 'a@example.jp\nb@example.jp\n')
    const second = put(place.folder, '2026-02.csv', 'b@example.jp\nc@example.jp\n')
    expect(await place.merge([first])).toMatchObject({added: 2, known: 0, total: 2})
    expect(await place.merge([second])).toMatchObject({added: 1, known: 1, total: 3})
    const before = await dump(place.storeFile)
    expect(await place.merge([first, second, first])).toMatchObject({added: 0, known: 6, total: 3})
    expect(await dump(place.storeFile)).toBe(before)
  })

  it('keeps a narrower and a broader entry side by side, so the broader one holds (rulebook H.1, 21)', async () => {
    const place = await bench('scopes')
    const file = put(place.folder, '1.csv', 'a@example.jp\n')
    await place.merge([file], {scope: 'topic:news'})
    expect(await place.merge([file], {scope: 'all'})).toMatchObject({added: 1, total: 2})
    await place.import(put(place.folder, 'list.csv', 'email\na@example.jp\nb@example.jp\n'))
    for await (const contacts of place.store.lists.read(1)) {
      const held = await place.store.suppressions.holdingFor(contacts, 'topic:sale', NOW)
      expect([...held.keys()]).toEqual([contacts[0]!.id])
    }
  })

  it('counts who of the store it binds, and whose consent is newer than the opt-out', async () => {
    const place = await bench('conflict')
    const header = 'email,consent,consent_at\n'
    await place.import(
      put(
        place.folder,
        'list.csv',
        `${header}u.ser+x@gmail.com,yes,2024-06-01\nb@example.jp,yes,2024-01-01\nc@example.jp,,\n`,
      ),
    )
    const stops = 'email,date\nuser@gmail.com,2024-04-01\nb@example.jp,2024-04-01\nz@example.jp,2024-04-01\n'
    expect(await place.merge([put(place.folder, 'stops.csv', stops)])).toMatchObject({
      added: 3,
      binding: 2,
      conflicting: 1,
    })
    expect(await heldBy(place, 'u.ser+x@gmail.com')).toHaveLength(1)
  })

  it.each([
    ['missing', null, 'FILE_MISSING'],
    ['without addresses', 'name,age\nTaro,20\n', 'OPT_OUT_COLUMN_MISSING'],
    ['of domains without @', 'example.jp\nexample.com\n', 'OPT_OUT_COLUMN_MISSING'],
    ['binary', '%PDF-1.7\n', 'FILE_BINARY'],
    ['packed and cut off', 'PK\x03\x04rest', 'ARCHIVE_DAMAGED'],
    ['with a broken header', '"email\na@example.jp\n', 'CSV_BROKEN'],
  ])('with one file that is %s stops before anything is merged', async (_name, content, code) => {
    const place = await bench('all-or-nothing')
    const good = put(place.folder, 'good.csv', 'a@example.jp\n')
    const bad = content === null ? join(place.folder, 'nowhere.csv') : put(place.folder, 'bad.csv', content)
    for (const files of [
      [good, bad],
      [bad, good],
    ])
      expect((await failure(place.merge(files))).code).toBe(code)
    expect(await place.store.suppressions.count()).toBe(0)
  })

  it('of a file that was written over after it was opened merges nothing', async () => {
    const place = await bench('changed-meanwhile')
    const good = put(place.folder, 'good.csv', 'a@example.jp\n')
    const changing = put(place.folder, 'changing.csv', 'b@example.jp\n')
    const rejectsOf = (file: string) => `${file}.rejects.csv`
    const room = spoolRoom(null)
    const reader = optOutFiles(room)
    const optOuts = {
      open: async (ask: Parameters<typeof reader.open>[0]) => {
        const file = await reader.open(ask)
        if (ask.file === changing) put(place.folder, 'changing.csv', 'b@example.jp\nc@example.jp\n')
        return file
      },
    }
    const {mergeSuppressions} = await import('../../src/flows/merge-suppressions.ts')
    const ask = {...MERGE, files: [good, changing], rejectsOf}
    const needs = {store: place.store, optOuts, clock, isRunning: async () => true, ...conflictFiles(room)}
    expect((await failure(mergeSuppressions(ask, needs))).code).toBe('FILE_CHANGED')
    expect(await place.store.suppressions.count()).toBe(0)
  })

  it.each(['reading', 'joining'] as const)(
    'stopped while %s changes nothing, and the next merge takes all',
    async (when) => {
      const place = await bench(`stopped-${when}`)
      const lines = Array.from({length: 5000}, (_, i) => `p${i}@example.jp\n`)
      const files = [put(place.folder, '1.csv', lines.join('')), put(place.folder, '2.csv', 'a@example.jp\n')]
      await place.merge([files[1]!])
      const before = await dump(place.storeFile)
      const stop = new AbortController()
      const stages: string[] = []
      const onProgress = (stage: string) => {
        stages.push(stage)
        if (stage === when) stop.abort()
      }
      const stopped = await failure(place.merge(files, {onProgress, stop: stop.signal}))
      expect(stopped).toMatchObject({
        code: 'INTERRUPTED_UNCHANGED',
        values: {command: 'todoke suppression merge a.csv'},
      })
      expect(stages).toContain(when)
      expect(await dump(place.storeFile)).toBe(before)
      expect(await place.merge(files)).toMatchObject({added: 5000, total: 5001})
    },
  )

  it('makes no rejects file when every line is read', async () => {
    const place = await bench('no-rejects')
    const file = put(place.folder, '1.csv', 'a@example.jp\n')
    await place.merge([file])
    expect(existsSync(`${file}.rejects.csv`)).toBe(false)
  })
})

describe('an opt-out recorded by hand', () => {
  it('holds at once, for an address in any spelling and for a domain', async () => {
    const place = await bench('by-hand')
    const needs = {store: place.store, clock}
    const ask = {reason: 'manual', scope: 'all'} as const
    expect(await addSuppression({subject: 'T.Aro+x@Gmail.com', ...ask}, needs)).toMatchObject({isNew: true})
    expect(await addSuppression({subject: 'taro@googlemail.com', ...ask}, needs)).toMatchObject({isNew: false})
    expect(await addSuppression({subject: '@Example.com', ...ask}, needs)).toMatchObject({isNew: true})
    expect(await heldBy(place, 'taro@gmail.com')).toMatchObject([{source: 'suppression add', from: NOW}])
    expect(await heldBy(place, 'anyone@example.com')).toHaveLength(1)
    expect(await heldBy(place, 'anyone@example.org')).toEqual([])
    const rows = await query(place.storeFile, 'select subject, length(seal) as seal from suppression_events')
    expect(rows).toEqual([
      {subject: 'taro@gmail.com', seal: 64},
      {subject: '@example.com', seal: 64},
    ])
  })

  it('of something that is no address is refused, without repeating it', async () => {
    const {store} = await bench('by-hand-bad')
    const error = await failure(
      addSuppression({subject: 'secret person', reason: 'manual', scope: 'all'}, {store, clock}),
    )
    expect(error.code).toBe('ADDRESS_INVALID')
    expect(JSON.stringify(error.values)).not.toContain('secret')
    expect((await failure(checkSuppression('@example.com', {store, clock}))).code).toBe('ADDRESS_INVALID')
  })
})
