/** The consent record of the store behind its port: form texts, events of files, declarations, persons, purges. */
import {randomUUID} from 'node:crypto'
import {wordingHistory} from '../../core/consent/wording-history.ts'
import {wordingBook} from '../../core/consent/wordings.ts'
import type {ConsentStore, StoredWording} from '../../ports/consent-store.ts'
import type {Connection} from './connection.ts'
import {startConsentImport} from './consent-import.ts'
import {askedBefore} from './consent-requests.ts'
import {sameDeclarations, startDeclaration} from './declarations.ts'
import {personOf} from './person.ts'
import {purgeRecords, sweepDetails} from './purge.ts'
import {consentRecords} from './purge-records.ts'
import type {Tombstones} from './tombstones.ts'

/** graves: erased people, of whom no file of events is taken. */
export function consentStore(connection: Connection, graves: Tombstones): ConsentStore {
  const {db} = connection
  const versions = (): readonly StoredWording[] =>
    wordingHistory(
      db
        .prepare(
          `select uuid, name, sha256, text, language, from_at as "from", until_at as "until", recorded_at as recordedAt
           from wordings order by id`,
        )
        .all() as unknown as StoredWording[],
    )
  return {
    wordings: async () => wordingBook(versions()),
    wordingVersions: async () => versions(),
    async addWording({name, sha256, text, language, from, until}, at) {
      connection.transact(() =>
        db
          .prepare(
            `insert into wordings (uuid, name, sha256, text, language, from_at, until_at, recorded_at)
             values (?, ?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(randomUUID(), name, sha256, text, language, from, until, at),
      )
    },
    startImport: async (header, at) => startConsentImport(connection, header, at, graves),
    sameDeclarations: async (statement) => sameDeclarations(connection, statement),
    startDeclaration: async (statement, at) => startDeclaration(connection, statement, at),
    askedBefore: async (suppressKeys) => askedBefore(connection, suppressKeys),
    person: (address, at) => personOf(connection, address, at),
    records: (listId) => consentRecords(connection, listId),
    purge: async (purges, by, at) => purgeRecords(connection, purges, by, at),
    sweep: async () => sweepDetails(connection),
  }
}
