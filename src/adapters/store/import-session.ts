/** One import being written, in large transactions. Killed at any moment it goes on where its last one ended. */
import type {ImportHeader, ImportSession} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {storeError} from './driver.ts'
import {contactFinder} from './find-contacts.ts'
import {startHeader} from './import-header.ts'
import type {ImportPlace} from './import-statements.ts'
import {prepareImport} from './import-statements.ts'
import {numberDetails} from './number-details.ts'
import {startSamples} from './samples.ts'
import type {BlockWriter} from './write-block.ts'
import {writeBlock} from './write-block.ts'

/**
 * Rows per transaction. Addresses come in no order, so each transaction touches nearly every page of the address
 * index once: few large ones write far less than many small ones.
 */
const ROWS_PER_TRANSACTION = 200_000

/** Known rows take longer than new ones; others who write wait no longer than this and a commit. */
const MOST_MS = 2000

/** Of a list's file, at the least: to guess how many rows will come. */
const BYTES_PER_ROW = 64

/** Where a rehearsal differs: it borrows from a live store as it goes, whose numbers are taken. */
export interface Rehearsal {
  readonly lastContactId: number
  readonly lastDetailsId: number
}

/** Each transaction writes most pages of the keys anew; copied into the store after every fourth or so, that is done once for them. */
const PAGES_PER_CHECKPOINT = 100_000

export async function startImport(
  connection: Connection,
  header: ImportHeader,
  at: number,
  rehearsal: Rehearsal | null = null,
): Promise<ImportSession> {
  const {db} = connection
  const started = connection.transact(() => startHeader(connection, header, at))
  const {importId} = started
  const place: ImportPlace = {listId: started.listId, importId, at: started.at, source: header.fileName}
  const statements = prepareImport(db, place)
  const samples = startSamples()
  const details = numberDetails(connection, statements, importId, rehearsal?.lastDetailsId ?? 0)
  const expected = rehearsal === null ? Math.ceil(header.sizeBytes / BYTES_PER_ROW) : null
  const finder = contactFinder(connection, expected, ROWS_PER_TRANSACTION * 1.1)
  const writer: BlockWriter = {place, statements, samples, finder, ...details}
  let nextId = 0
  let open = 0
  let began = 0
  db.exec(`pragma wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`)
  const commit = () => {
    open = 0
    if (!db.isTransaction) return
    try {
      finder.flush()
      db.exec('commit')
    } catch (error) {
      // A failed commit may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      throw storeError(connection.file, error)
    }
  }
  const begin = () => {
    db.exec('begin immediate')
    began = performance.now()
    // Read inside the transaction: another process may have added contacts since the last one.
    nextId = Math.max(lastContactId(connection), rehearsal?.lastContactId ?? 0) + 1
    details.begin()
    finder.begin()
  }

  return {
    uuid: started.uuid,
    before: started.isNew ? NOTHING : broughtBy(connection, place),
    async write(block) {
      try {
        if (!db.isTransaction) begin()
        const {counts, idsUsed} = writeBlock(writer, block, nextId)
        nextId += idsUsed
        open += block.count
        if (open >= ROWS_PER_TRANSACTION || performance.now() - began > MOST_MS) commit()
        return counts
      } catch (error) {
        open = 0
        if (db.isTransaction) db.exec('rollback')
        throw storeError(connection.file, error)
      }
    },
    samples: () => samples.all(),
    async finish(counts, finishedAt) {
      commit()
      connection.transact(() =>
        db
          .prepare('insert into import_results (import_id, counts, finished_at) values (?, ?, ?)')
          .run(importId, JSON.stringify(counts), finishedAt),
      )
      db.exec('pragma wal_checkpoint(truncate)')
    },
    async abandon() {
      commit()
    },
  }
}

/** The highest id ever given, of deleted contacts too. */
export function lastContactId({db}: Connection): number {
  const row = db.prepare("select seq from sqlite_sequence where name = 'contacts'").get() as {seq: number} | undefined
  return row?.seq ?? 0
}

const NOTHING = {added: 0, consents: 0, optOuts: 0}

/** What stands in the store of an import. */
export function broughtBy({db}: Connection, {importId, source, at}: Omit<ImportPlace, 'listId'>): typeof NOTHING {
  const count = (sql: string, ...values: (string | number)[]) =>
    (db.prepare(`select count(*) as n from ${sql}`).get(...values) as {n: number}).n
  return {
    added: count('contacts where import_id = ?', importId),
    consents: count(
      'consent_events where details_id in (select id from consent_details where import_id = ?)',
      importId,
    ),
    optOuts: count('suppression_events where source = ? and recorded_at = ?', source, at),
  }
}
