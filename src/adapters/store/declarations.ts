/** Declarations: one append-only statement for many people, and the events that rest on it. */
import {randomUUID} from 'node:crypto'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ConsentStatement, DeclarationSession} from '../../ports/consent-store.ts'
import {SEAL_BYTES, sealInto} from '../system/seal-event.ts'
import {eventWriter} from './add-event.ts'
import type {Connection} from './connection.ts'

/** `is` compares nulls too. */
const SAME = `list_id = ? and segment is ? and basis = ? and wording = ? and purpose is ? and method is ? and source is ?
  and declared_by = ? and at is ? and at_column is ?`

export function sameDeclarations({db}: Connection, statement: ConsentStatement): readonly string[] {
  const rows = db
    .prepare(`select uuid from consent_declarations where ${SAME} order by id`)
    .all(...valuesOf(statement)) as unknown as {uuid: string}[]
  return rows.map(({uuid}) => uuid)
}

export function startDeclaration(connection: Connection, statement: ConsentStatement, at: number): DeclarationSession {
  const {db} = connection
  const {id, uuid} = connection.transact(() => beginDeclaration(connection, statement, at))
  const events = eventWriter(connection, at)
  const {basis, wording, purpose, method, source, by} = statement
  const shared: Omit<ConsentFact, 'at'> = {
    ...{kind: 'given', basis, method, source, wording, purpose, topic: null},
    evidence: {declaration: uuid, declared_by: by},
  }
  return {
    uuid,
    async write(people) {
      try {
        connection.transact(() => {
          for (const {contactId, at: moment} of people)
            events.add(contactId, {...shared, at: moment}, {consentImportId: null, declarationId: id})
        })
      } catch (error) {
        events.forget()
        throw error
      }
    },
    async finish(counts, finishedAt) {
      connection.transact(() =>
        db
          .prepare('insert into consent_declaration_results (declaration_id, counts, finished_at) values (?, ?, ?)')
          .run(id, JSON.stringify(counts), finishedAt),
      )
    },
  }
}

function beginDeclaration({db}: Connection, statement: ConsentStatement, at: number): {id: number; uuid: string} {
  const values = valuesOf(statement)
  const open = db
    .prepare(
      `select id, uuid from consent_declarations d where ${SAME}
       and not exists (select 1 from consent_declaration_results r where r.declaration_id = d.id) order by id desc limit 1`,
    )
    .get(...values) as {id: number; uuid: string} | undefined
  if (open !== undefined) return open
  const seal = Buffer.alloc(SEAL_BYTES)
  sealInto(seal, 0, JSON.stringify(values))
  const uuid = randomUUID()
  const {lastInsertRowid} = db
    .prepare(
      `insert into consent_declarations (uuid, list_id, segment, basis, wording, purpose, method, source, declared_by, at,
       at_column, recorded_at, salt, content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(uuid, ...values, at, seal.slice(16, 32), seal.slice(32))
  return {id: Number(lastInsertRowid), uuid}
}

/** In the order of the columns. */
function valuesOf({listId, segment, basis, wording, purpose, method, source, by, at, atColumn}: ConsentStatement) {
  return [listId, segment, basis, wording, purpose, method, source, by, at, atColumn] as const
}
