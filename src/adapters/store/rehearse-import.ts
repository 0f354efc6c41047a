/**
 * A proposal before a change: the same import, written by the same code, into a scratch store that first borrows
 * from the live one whatever each block touches. The live store is only read.
 */
import {rmSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {addressHash} from '../../core/contacts/address-hash.ts'
import {domainSubject} from '../../core/suppression/entry.ts'
import type {HashAlgorithm} from '../../core/suppression/hash-forms.ts'
import {hashSubjects} from '../../core/suppression/hash-forms.ts'
import type {ImportHeader, ImportSession, RowBlock} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {storeError} from './driver.ts'
import {startImport} from './import-session.ts'
import {suppressionLookup} from './suppression-lookup.ts'
import type {Tombstones} from './tombstones.ts'

/** scratch: path of a file that is made here and removed at the end. */
export async function rehearseImport(
  live: Connection,
  header: ImportHeader,
  at: number,
  {scratch, graves}: {readonly scratch: string; readonly graves: Tombstones},
): Promise<ImportSession> {
  removeStore(scratch)
  const connection = await connect(scratch, 64)
  const end = async () => {
    // Said, and not left to the close: prepared statements would hold the live store's snapshot until they are collected.
    if (connection.db.isTransaction) connection.db.exec('rollback')
    await connection.close()
    removeStore(scratch)
  }
  try {
    const {db} = connection
    // Nothing here has to survive a power cut, nor this process.
    db.exec('pragma synchronous = off')
    db.exec('pragma journal_mode = memory')
    // Read-only: a transaction here must not take the write lock of the live store.
    db.prepare('attach database ? as live').run(`${pathToFileURL(live.file).href}?mode=ro`)
    // One transaction to the end: until then the live store is seen as it is now, whoever writes into it meanwhile.
    db.exec('begin immediate')
    for (const table of WHOLE) db.exec(`insert or ignore into main.${table} select * from live.${table}`)
    for (const table of NUMBERED)
      db.exec(`insert into main.${table} select * from live.${table} order by id desc limit 1`)
    const session = await startImport(connection, header, at, {graves, kind: 'rehearsal'})
    const borrow = prepareBorrowing(connection)
    return {
      ...session,
      async write(block, rowsRead) {
        try {
          borrow(block)
        } catch (error) {
          throw storeError(live.file, error)
        }
        return session.write(block, rowsRead)
      },
      finish: end,
      abandon: end,
    }
  } catch (error) {
    await end()
    throw storeError(live.file, error)
  }
}

/** Small tables, copied at the start. */
const WHOLE = [
  ...['lists', 'purposes', 'imports', 'import_results', 'import_progress', 'import_undos'],
  ...['suppression_algorithms', 'suppression_lifts', 'suppression_exceptions'],
]

/** Their newest row comes first, so that rows made here get higher numbers than any that is borrowed later. */
const NUMBERED = ['contacts', 'consent_details', 'consent_events', 'suppression_events']

/** Contacts a block names, then what hangs on them; ids are those of the live store. */
function prepareBorrowing({db}: Connection): (block: RowBlock) => void {
  const people = `(select contact_id from live.contact_keys where address_hash in (select value from json_each(?1))
    union select id from live.contacts where suppress_key in (select value from json_each(?2)))`
  const borrowKeys = db.prepare(
    'insert or ignore into main.contact_keys select * from live.contact_keys where address_hash in (select value from json_each(?1))',
  )
  const steps = [
    `insert or ignore into main.contacts select * from live.contacts where id in ${people}`,
    `insert or ignore into main.list_members select * from live.list_members where contact_id in ${people}
     and list_id in (select id from main.lists)`,
    `insert or ignore into main.consent_events select * from live.consent_events where contact_id in ${people}`,
    `insert or ignore into main.consent_details select * from live.consent_details
     where id in (select details_id from live.consent_events where contact_id in ${people})`,
    `insert or ignore into main.import_changes select * from live.import_changes where contact_id in ${people}`,
  ].map((sql) => db.prepare(sql))
  const borrowSuppressions = db.prepare(
    `insert or ignore into main.suppression_events select * from live.suppression_events
     where subject_hash in (select value from json_each(?))`,
  )
  const optOuts = suppressionLookup(db)
  return (block) => {
    const keys = block.keys.split('\n').slice(0, -1)
    const broad = block.suppressKeys?.split('\n').filter((key) => key !== '') ?? []
    broad.push(...block.stops.map(({subject}) => subject))
    const hashes = JSON.stringify([...block.keyHashes, ...broad.map(addressHash)])
    const domains = new Set([...keys, ...broad].map(domainSubject))
    borrowKeys.run(hashes)
    for (const step of steps) step.run(hashes, JSON.stringify([...keys, ...broad]))
    const subjects = [...keys, ...broad, ...domains, ...hashedOf(block, keys, optOuts.algorithms())]
    borrowSuppressions.run(JSON.stringify(subjects.map(addressHash)))
  }
}

/** What the people of a block would be in lists of hashes. */
function hashedOf(block: RowBlock, keys: readonly string[], algorithms: readonly HashAlgorithm[]): readonly string[] {
  if (algorithms.length === 0) return []
  const [addresses, broad] = [block.addresses?.split('\n'), block.suppressKeys?.split('\n')]
  return keys.flatMap((key, i) => hashSubjects(addresses?.[i] || key, broad?.[i] || key, algorithms))
}

function removeStore(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, {force: true})
}
