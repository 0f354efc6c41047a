/** One import being written, in large transactions. Killed at any moment it goes on where its last one ended. */
import type {ImportHeader, ImportSession, WriteCounts} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {beginWriting, emptyLog, storeError} from './driver.ts'
import {contactFinder} from './find-contacts.ts'
import {startHeader} from './import-header.ts'
import type {ImportPlace, ImportStatements} from './import-statements.ts'
import {prepareImport} from './import-statements.ts'
import {numberDetails} from './number-details.ts'
import {sweepDetails} from './purge.ts'
import {restOfBlock} from './rest-of-block.ts'
import {startSamples} from './samples.ts'
import type {Tombstones} from './tombstones.ts'
import {letOthersWrite} from './turns.ts'
import {withoutErased} from './without-erased.ts'
import type {BlockWriter, Tally} from './write-block.ts'
import {NO_COUNTS, writeBlock} from './write-block.ts'

/**
 * Rows per transaction. Addresses come in no order, so each transaction touches nearly every page of the address
 * index once: few large ones write far less than many small ones.
 */
const ROWS_PER_TRANSACTION = 200_000

/** Known rows take longer than new ones; others who write wait no longer than this and a commit. */
const MOST_MS = 2000

/** Of a list's file, at the least: to guess how many rows will come. */
const BYTES_PER_ROW = 64

/** Each transaction writes most pages of the keys anew; copied into the store after every fourth or so, that is done once for them. */
const PAGES_PER_CHECKPOINT = 100_000

/** graves: erased people, whose rows are counted and left out. rehearsal: in the one transaction that its caller has begun and will not commit. */
export async function startImport(
  connection: Connection,
  header: ImportHeader,
  at: number,
  {graves, kind = 'real'}: {readonly graves: Tombstones; readonly kind?: 'real' | 'rehearsal'},
): Promise<ImportSession> {
  const {db} = connection
  const isReal = kind === 'real'
  const start = () => startHeader(connection, header, at)
  const started = isReal ? connection.transact(start) : start()
  const {importId} = started
  const place: ImportPlace = {listId: started.listId, importId, at: started.at, source: header.fileName}
  const statements = prepareImport(db, place)
  const samples = startSamples()
  const details = numberDetails(connection, statements, importId)
  const expected = isReal ? Math.ceil(header.sizeBytes / BYTES_PER_ROW) : null
  const finder = contactFinder(connection, expected, ROWS_PER_TRANSACTION * 1.1)
  const writer: BlockWriter = {place, statements, samples, finder, ...details}
  let nextId = 0
  let isBegun = false
  let open = 0
  let began = 0
  const before = progressOf(statements, importId)
  const written: Tally = {...before}
  /** Rows that come again and stand already; of a file that is read in the same way they are the same ones. */
  let done = before.added + before.updated + before.unchanged + before.duplicate + before.erased
  let rowsRead = 0
  db.exec(`pragma wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`)
  const commit = () => {
    open = 0
    isBegun = false
    if (!db.isTransaction) return
    try {
      finder.flush()
      statements.saveProgress.run(importId, rowsRead, JSON.stringify(written))
      db.exec('commit')
    } catch (error) {
      // A failed commit may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      throw storeError(connection.file, error)
    }
  }
  const begin = () => {
    if (isReal) beginWriting(db, connection.file)
    isBegun = true
    began = performance.now()
    // Read inside the transaction: another process may have added contacts since the last one.
    nextId = lastContactId(connection) + 1
    details.begin()
    finder.begin()
  }

  return {
    uuid: started.uuid,
    before,
    async write(block, readNow = rowsRead + block.count) {
      try {
        if (isReal && !isBegun) await letOthersWrite(connection.file)
        if (!isBegun) begin()
        const rest = done === 0 ? block : restOfBlock(block, Math.min(done, block.count))
        done -= block.count - rest.count
        const {block: living, erased} = withoutErased(rest, graves)
        const {counts: ofLiving, idsUsed} = writeBlock(writer, living, nextId)
        const counts = {...ofLiving, erased}
        nextId += idsUsed
        open += rest.count
        rowsRead = readNow
        for (const name of COUNTED) written[name] += counts[name]
        if (isReal && (open >= ROWS_PER_TRANSACTION || performance.now() - began > MOST_MS)) commit()
        return counts
      } catch (error) {
        open = 0
        isBegun = false
        if (db.isTransaction) db.exec('rollback')
        throw storeError(connection.file, error)
      }
    },
    samples: () => samples.all(),
    async finish(counts, finishedAt) {
      commit()
      connection.transact(() => {
        db.prepare('insert into import_results (import_id, counts, finished_at) values (?, ?, ?)').run(
          importId,
          JSON.stringify(counts),
          finishedAt,
        )
        statements.endProgress.run(importId)
      })
      // What rows of erased people said of their consents.
      if (written.erased > 0) sweepDetails(connection)
      emptyLog(db)
    },
    async abandon() {
      commit()
    },
  }
}

/** The highest id ever given, of deleted contacts too. */
function lastContactId({db}: Connection): number {
  const row = db.prepare("select seq from sqlite_sequence where name = 'contacts'").get() as {seq: number} | undefined
  return row?.seq ?? 0
}

const COUNTED = Object.keys(NO_COUNTS) as (keyof WriteCounts)[]

/** What a run of this import that was cut short had brought. */
function progressOf(statements: ImportStatements, importId: number): WriteCounts {
  const row = statements.progressOf.get(importId) as {counts: string} | undefined
  return row === undefined ? NO_COUNTS : JSON.parse(row.counts)
}

/** What stands in the store of an import. */
export function broughtBy({db}: Connection, {importId, source, at}: Omit<ImportPlace, 'listId'>) {
  const count = (sql: string, ...values: (string | number)[]) =>
    (db.prepare(`select count(*) as n from ${sql}`).get(...values) as {n: number}).n
  return {
    added: count('contacts where import_id = ?', importId),
    consents: count(
      'consent_events where details_id in (select id from consent_details where import_id = ?)',
      importId,
    ),
    refusals: count(
      `consent_events where details_id in
       (select id from consent_details where import_id = ? and kind in ('refused', 'withdrawn'))`,
      importId,
    ),
    optOuts: count('suppression_events where source = ? and recorded_at = ?', source, at),
  }
}
