/** The row that stands for an import: written when it starts, found again when it was cut short. */
import {randomUUID} from 'node:crypto'
import type {ImportHeader} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'

export interface StartedImport {
  readonly listId: number
  readonly importId: number
  readonly uuid: string
  /** When it began, UTC milliseconds: one that goes on keeps its moment. */
  readonly at: number
  /** False when an import that was cut short goes on. */
  readonly isNew: boolean
}

/** In a transaction of its caller. */
export function startHeader(connection: Connection, header: ImportHeader, at: number): StartedImport {
  const {db} = connection
  db.prepare('insert into lists (name, recorded_at) values (?, ?) on conflict do nothing').run(header.list, at)
  const list = db.prepare('select id from lists where name = ?').get(header.list) as {id: number}
  const newest = newestImport(connection, list.id)
  if (newest !== null && newest.finishedAt === null && newest.undoneAt === null && isSameImport(newest, header))
    return {listId: list.id, importId: newest.id, uuid: newest.uuid, at: newest.recorded_at, isNew: false}
  if (header.purpose)
    db.prepare('insert into purposes (uuid, name, notice, recorded_at) values (?, ?, ?, ?) on conflict do nothing').run(
      randomUUID(),
      header.purpose.name,
      header.purpose.notice,
      at,
    )
  const uuid = randomUUID()
  const {lastInsertRowid} = db
    .prepare(
      `insert into imports (uuid, list_id, file_name, file_sha256, size_bytes, encoding, delimiter, mapping, purpose, basis, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      uuid,
      list.id,
      header.fileName,
      header.sha256,
      header.sizeBytes,
      header.encoding,
      header.delimiter,
      JSON.stringify(header.mapping),
      header.purpose?.name ?? null,
      header.basis,
      at,
    )
  return {listId: list.id, importId: Number(lastInsertRowid), uuid, at, isNew: true}
}

export interface NewestImport {
  readonly id: number
  readonly uuid: string
  readonly file_sha256: string
  readonly encoding: string
  readonly delimiter: string
  readonly mapping: string
  readonly basis: string | null
  readonly purpose: string | null
  readonly recorded_at: number
  readonly counts: string | null
  readonly finishedAt: number | null
  readonly undoneAt: number | null
}

/**
 * Whatever came after an older import may have changed its contacts, so only the newest of a list can go on or back. What
 * stands for a form (form-imports.ts) is none of these.
 */
export function newestImport({db}: Connection, listId: number): NewestImport | null {
  const row = db
    .prepare(
      `select i.id, i.uuid, file_sha256, encoding, delimiter, mapping, basis, purpose, recorded_at, r.counts, r.finished_at as finishedAt,
       u.began_at as undoneAt from imports i left join import_results r on r.import_id = i.id
       left join import_undos u on u.import_id = i.id
       where list_id = ? and u.finished_at is null and i.file_sha256 <> '' order by i.id desc limit 1`,
    )
    .get(listId)
  return (row as unknown as NewestImport | undefined) ?? null
}

/** Whether it read these very bytes in the same way. */
export function isSameImport(done: NewestImport, header: ImportHeader): boolean {
  return (
    done.file_sha256 === header.sha256 &&
    done.encoding === header.encoding &&
    done.delimiter === header.delimiter &&
    done.mapping === JSON.stringify(header.mapping) &&
    done.basis === header.basis &&
    done.purpose === (header.purpose?.name ?? null)
  )
}
