/** One import being written, in large transactions. Killed at any moment it goes on where its last one ended. */
import type {ConsentDetails} from '../../core/contacts/consent.ts'
import type {ImportHeader, ImportSession} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {storeError} from './driver.ts'
import {startHeader} from './import-header.ts'
import type {ImportPlace, ImportStatements} from './import-statements.ts'
import {prepareImport} from './import-statements.ts'
import {startSamples} from './samples.ts'
import type {BlockWriter} from './write-block.ts'
import {writeBlock} from './write-block.ts'

/**
 * Rows per transaction. Addresses come in no order, so each transaction touches nearly every page of the address
 * index once: few large ones write far less than many small ones. Others who write wait a second at most.
 */
const ROWS_PER_TRANSACTION = 200_000

/** above: numbers that are taken although this store does not hold them (a rehearsal's live store does). */
export async function startImport(
  connection: Connection,
  header: ImportHeader,
  at: number,
  above: {readonly contacts: number; readonly details: number} = {contacts: 0, details: 0},
): Promise<ImportSession> {
  const {db} = connection
  const started = connection.transact(() => startHeader(connection, header, at))
  const {importId} = started
  const place: ImportPlace = {listId: started.listId, importId, at: started.at, source: header.fileName}
  const statements = prepareImport(db, place)
  const samples = startSamples()
  const details = numberDetails(connection, statements, importId, above.details)
  const writer: BlockWriter = {place, statements, samples, ...details}
  let nextId = 0
  let open = 0
  const commit = () => {
    open = 0
    if (!db.isTransaction) return
    try {
      db.exec('commit')
    } catch (error) {
      // A failed commit may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      throw storeError(connection.file, error)
    }
  }
  const begin = () => {
    db.exec('begin immediate')
    // Read inside the transaction: another process may have added contacts since the last one.
    nextId = Math.max(lastContactId(connection), above.contacts) + 1
    details.begin()
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
        if (open >= ROWS_PER_TRANSACTION) commit()
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

export function lastDetailsId({db}: Connection): number {
  return (db.prepare('select coalesce(max(id), 0) as id from consent_details').get() as {id: number}).id
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

/**
 * A file numbers its details from 1; the store gives them ids in stretches, one per transaction, since another
 * process may have added some in between. Only where each stretch begins is kept.
 */
function numberDetails(connection: Connection, statements: ImportStatements, importId: number, above: number) {
  const stretches: {readonly number: number; readonly offset: number}[] = []
  let taken = 0
  let nextId = 0
  return {
    begin() {
      nextId = Math.max(lastDetailsId(connection), above) + 1
      const offset = nextId - (taken + 1)
      if (stretches.at(-1)?.offset !== offset) stretches.push({number: taken + 1, offset})
    },
    addDetails(details: readonly ConsentDetails[]) {
      for (const {kind, basis, method, source, wording, purpose, topic, evidence} of details) {
        statements.addDetails.run(nextId, importId, kind, basis, method, source, wording, purpose, topic, evidence)
        nextId += 1
        taken += 1
      }
    },
    detailsId(number: number): number {
      for (let i = stretches.length - 1; i >= 0; i -= 1)
        if (stretches[i]!.number <= number) return stretches[i]!.offset + number
      throw new Error(`details ${number} were not announced`)
    },
  }
}
