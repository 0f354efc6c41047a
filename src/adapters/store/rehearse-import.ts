/**
 * A proposal before a change: the same import, written by the same code, into a scratch store that first borrows
 * from the live one whatever each block touches. The live store is only read.
 */
import {rmSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import type {ImportHeader, ImportSession, RowBlock} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {storeError} from './driver.ts'
import {lastContactId, startImport} from './import-session.ts'
import {lastDetailsId} from './number-details.ts'

/** scratch: path of a file that is made here and removed at the end. */
export async function rehearseImport(
  live: Connection,
  header: ImportHeader,
  at: number,
  scratch: string,
): Promise<ImportSession> {
  removeStore(scratch)
  const connection = await connect(scratch, 64)
  const end = async () => {
    await connection.close()
    removeStore(scratch)
  }
  try {
    const {db} = connection
    // Nothing here has to survive a power cut.
    db.exec('pragma synchronous = off')
    // Read-only: a transaction here must not take the write lock of the live store.
    db.prepare('attach database ? as live').run(`${pathToFileURL(live.file).href}?mode=ro`)
    for (const table of WHOLE) db.exec(`insert or ignore into main.${table} select * from live.${table}`)
    const rehearsal = {lastContactId: lastContactId(live), lastDetailsId: lastDetailsId(live)}
    const session = await startImport(connection, header, at, rehearsal)
    const borrow = prepareBorrowing(connection)
    return {
      ...session,
      async write(block) {
        try {
          borrow(block)
        } catch (error) {
          throw storeError(live.file, error)
        }
        return session.write(block)
      },
      finish: () => session.abandon().finally(end),
      abandon: () => session.abandon().finally(end),
    }
  } catch (error) {
    await end()
    throw storeError(live.file, error)
  }
}

/** Small tables, copied at the start. */
const WHOLE = ['lists', 'purposes', 'imports', 'import_results', 'import_undos']

/** Contacts a block names, then what hangs on them; ids are those of the live store. */
function prepareBorrowing({db}: Connection): (block: RowBlock) => void {
  const people = '(select contact_id from live.contact_keys where address_hash in (select value from json_each(?1)))'
  const subjects = `(select value from json_each(?2) union select coalesce(suppress_key, address_key) from live.contacts
    where id in ${people})`
  const steps = [
    'insert or ignore into main.contact_keys select * from live.contact_keys where address_hash in (select value from json_each(?1))',
    `insert or ignore into main.contacts select * from live.contacts where id in ${people}`,
    `insert or ignore into main.list_members select * from live.list_members where contact_id in ${people}
     and list_id in (select id from main.lists)`,
    `insert or ignore into main.consent_events select * from live.consent_events where contact_id in ${people}`,
    `insert or ignore into main.consent_details select * from live.consent_details
     where id in (select details_id from live.consent_events where contact_id in ${people})`,
    `insert or ignore into main.import_changes select * from live.import_changes where contact_id in ${people}`,
  ].map((sql) => db.prepare(sql))
  const suppressions = db.prepare(
    `insert or ignore into main.suppression_events select * from live.suppression_events where subject in ${subjects}`,
  )
  return (block) => {
    const keys = block.keys.split('\n').slice(0, -1)
    const hashes = JSON.stringify([...block.keyHashes])
    for (const step of steps) step.run(hashes)
    const broad = block.suppressKeys?.split('\n').filter((key) => key !== '') ?? []
    const domains = new Set([...keys, ...broad].map((key) => key.slice(key.lastIndexOf('@'))))
    suppressions.run(hashes, JSON.stringify([...keys, ...broad, ...domains]))
  }
}

function removeStore(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, {force: true})
}
