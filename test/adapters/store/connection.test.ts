import {execFile} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {connect} from '../../../src/adapters/store/connection.ts'
import {inTransaction, openBare, openDatabase} from '../../../src/adapters/store/driver.ts'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import {failure, needsDist, put, tempFolder} from '../../support/files.ts'
import {bench, clock, dump, NOW, query} from '../../support/workspace-store.ts'

function storeFile(what: string): string {
  return join(tempFolder(what), '.todoke', 'store.db')
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}

describe('a store on SQLite', () => {
  it('waits for the disk at each commit, keeps a write-ahead log, and reads its settings back', async () => {
    const {db, close} = await connect(storeFile('pragmas'))
    const pragma = (name: string) => Object.values(db.prepare(`pragma ${name}`).get() as object)[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('busy_timeout')).toBeGreaterThanOrEqual(1000)
    expect(pragma('mmap_size') ?? 0).toBe(0)
    await close()
  })

  it('is for its owner alone, whatever the umask, log and index of the log included', async () => {
    const before = process.umask(0)
    try {
      const file = storeFile('modes')
      const {transact, db, close} = await connect(file)
      transact(() => db.exec("insert into lists (name, recorded_at) values ('x', 0)"))
      expect(modeOf(join(file, '..'))).toBe(0o700)
      for (const suffix of ['', '-wal', '-shm']) expect(modeOf(file + suffix), suffix).toBe(0o600)
      await close()
    } finally {
      process.umask(before)
    }
  })

  it('is migrated once: opening it again changes nothing', async () => {
    const file = storeFile('migrations')
    await (await openStore(file)).close()
    const before = await dump(file)
    expect(before).toContain('0001-house')
    await (await openStore(file)).close()
    expect(await dump(file)).toBe(before)
  })

  it('can be opened for the first time by several processes at once', async () => {
    needsDist()
    const file = storeFile('at-once')
    const dist = new URL('../../../dist/adapters/store/open-store.js', import.meta.url)
    const script = `import {openStore} from ${JSON.stringify(dist.href)}
      const store = await openStore(${JSON.stringify(file)})
      console.log(store.instanceId)
      await store.close()`
    const run = promisify(execFile)
    const answers = await Promise.all(
      Array.from({length: 4}, () => run(process.execPath, ['--input-type=module', '-e', script])),
    )
    expect(new Set(answers.map((answer) => answer.stdout)).size).toBe(1)
    expect(await query(file, 'select count(*) as n from kysely_migration')).toEqual([{n: 1}])
  })

  it('is opened while another process writes for long', async () => {
    const file = storeFile('busy')
    await (await openStore(file)).close()
    const writer = await openBare(file)
    writer.exec('begin immediate')
    const store = await openStore(file)
    expect(await store.lists.names()).toEqual([])
    writer.exec('rollback')
    writer.close()
    await store.close()
  })

  it('of a newer version is refused and left as it was', async () => {
    const file = storeFile('newer')
    await (await openStore(file)).close()
    const db = await openBare(file)
    db.exec(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`)
    db.close()
    const before = await dump(file)
    const error = await failure(openStore(file))
    expect(error.code).toBe('STORE_NEWER')
    expect(error.values).toEqual({found: '9999-later', known: '0001-house'})
    expect(error.exitCode).toBe(75)
    expect(await dump(file)).toBe(before)
  })

  it.each([
    ['is no database', (bytes: Buffer) => bytes.fill('x')],
    ['lost its first page', (bytes: Buffer) => bytes.fill(0xaa, 16, 4096)],
    ['has a torn schema', (bytes: Buffer) => bytes.fill(0xaa, 100, 4096)],
  ])('that %s is called damaged', async (_name, spoil) => {
    const file = storeFile('damaged')
    await (await openStore(file)).close()
    await query(file, 'pragma wal_checkpoint(truncate)')
    writeFileSync(file, spoil(readFileSync(file)))
    expect((await failure(openStore(file))).code).toBe('STORE_DAMAGED')
  })

  it('in a place that cannot be is called unusable', async () => {
    const folder = tempFolder('unusable')
    put(folder, 'file', 'x')
    expect((await failure(openStore(join(folder, 'file', 'store.db')))).code).toBe('STORE_UNUSABLE')
    mkdirSync(join(folder, 'folder.db'))
    expect((await failure(openStore(join(folder, 'folder.db')))).code).toBe('STORE_UNUSABLE')
  })

  it.skipIf(process.getuid?.() === 0)(
    'that may not be written is called unusable (skipped for root, who may)',
    async () => {
      const file = storeFile('readonly')
      await (await openStore(file)).close()
      chmodSync(file, 0o000)
      expect((await failure(openStore(file))).code).toBe('STORE_UNUSABLE')
    },
  )

  it('locked by another process for too long says so, and is written when it is free', async () => {
    const file = storeFile('locked')
    await (await openStore(file)).close()
    const db = await openDatabase(file)
    db.exec('pragma busy_timeout = 0')
    const writer = await openBare(file)
    writer.exec('begin immediate')
    const write = () => inTransaction(db, file, () => db.exec("insert into lists (name, recorded_at) values ('x', 0)"))
    expect(() => write()).toThrow(/STORE_BUSY/)
    writer.exec('rollback')
    writer.close()
    write()
    db.close()
    expect(await query(file, 'select name from lists')).toEqual([{name: 'x'}])
  })

  it('rolls back all of a transaction that fails', async () => {
    const {transact, db, close, file} = await connect(storeFile('rollback'))
    const work = () => {
      db.exec("insert into lists (name, recorded_at) values ('x', 0)")
      throw new Error('no')
    }
    expect(() => transact(work)).toThrow('no')
    await close()
    expect(await query(file, 'select name from lists')).toEqual([])
  })
})

describe('a full disk', () => {
  it('ends an import with STORE_FULL; what was committed stays, and with room again the import goes on', async () => {
    const rows = (from: number, to: number) =>
      Array.from({length: to - from}, (_, i) => `user${from + i}@example.jp,${'x'.repeat(200)}`).join('\n')
    const place = await bench('full-import')
    const small = put(place.folder, 'small.csv', `email,note\n${rows(0, 1000)}\n`)
    const large = put(place.folder, 'large.csv', `email,note\n${rows(0, 20_000)}\n`)
    await place.import(small)
    await place.store.close()

    // The limit counts for one connection, so the flow runs over a connection that has it.
    const {storeOver} = await import('../../../src/adapters/store/open-store.ts')
    const {importList} = await import('../../../src/flows/import-list.ts')
    const {listFiles} = await import('../../../src/adapters/workers/list-files.ts')
    const {spoolRoom} = await import('../../../src/adapters/csv/source/spool-room.ts')
    const connection = await connect(place.storeFile)
    const pages = (connection.db.prepare('pragma page_count').get() as {page_count: number}).page_count
    connection.db.exec(`pragma max_page_count = ${pages + 200}`)
    const store = storeOver(connection)
    const ask = {
      file: large,
      list: 'news',
      sheet: null,
      encoding: null,
      delimiter: null,
      map: [],
      basis: null,
      purpose: null,
      scratch: null,
      command: '',
      offsetMinutes: 540,
      rejectsOf: () => place.rejectsFile,
      stop: new AbortController().signal,
      onPlan: () => {},
      onProgress: () => {},
    }
    const error = await failure(importList(ask, {store, files: listFiles(spoolRoom(null)), clock}))
    expect(error.code).toBe('STORE_FULL')
    expect(error.exitCode).toBe(75)
    expect(await store.lists.count(1)).toBeGreaterThanOrEqual(1000)
    expect(await query(place.storeFile, 'pragma integrity_check')).toEqual([{integrity_check: 'ok'}])

    connection.db.exec('pragma max_page_count = 1000000')
    const {counts} = await importList(ask, {store, files: listFiles(spoolRoom(null)), clock})
    expect(counts.added + counts.unchanged).toBe(20_000)
    expect(await store.lists.count(1)).toBe(20_000)
    await connection.close()
  })

  it('refuses a merge as a whole', async () => {
    const {suppressionStore} = await import('../../../src/adapters/store/suppressions.ts')
    const connection = await connect(storeFile('full-merge'))
    const suppressions = suppressionStore(connection)
    const entries = (count: number) =>
      Array.from({length: count}, (_, i) => ({
        kind: 'address' as const,
        subject: `user${i}@example.jp`,
        reason: 'optout' as const,
        scope: 'all' as const,
        from: null,
        until: null,
        source: 'stops.csv',
        line: i,
      }))
    async function* once(count: number) {
      yield entries(count)
    }
    await suppressions.merge(once(10), NOW)
    const pages = (connection.db.prepare('pragma page_count').get() as {page_count: number}).page_count
    connection.db.exec(`pragma max_page_count = ${pages + 20}`)
    expect((await failure(suppressions.merge(once(5000), NOW))).code).toBe('STORE_FULL')
    expect(await suppressions.count()).toBe(10)
    await suppressions.merge(once(11), NOW)
    expect(await suppressions.count()).toBe(11)
    await connection.close()
  })
})
