/**
 * The row among the imports that stands for a form: people who come by it came with it, as others came with a file, so that
 * lists, templates and disclosures know where from. It is never cut short, never the same file again, and never taken back.
 */

import type {MappedColumn} from '../../core/contacts/mapping.ts'
import type {FormField} from '../../core/serving/sign-up-settings.ts'
import type {Connection} from './connection.ts'
import {startHeader} from './import-header.ts'
import type {ImportPlace} from './import-statements.ts'

/** Among the imports, what no file has: the hash of none. */
export const NO_FILE = ''

export interface FormSource {
  readonly form: string
  readonly list: string
  readonly fields: readonly Pick<FormField, 'name'>[]
  readonly purpose: {readonly name: string; readonly notice: string}
}

/** In a transaction of its caller. at: UTC milliseconds. */
export function formImport(connection: Connection, source: FormSource, at: number): ImportPlace {
  const {db} = connection
  const fileName = `form:${source.form}`
  const mapping = mappingOf(source)
  const row = db
    .prepare(
      `select i.id as importId, i.list_id as listId from imports i join lists l on l.id = i.list_id
       where l.name = ? and i.file_name = ? and i.file_sha256 = ? and i.mapping = ? and i.purpose = ? order by i.id desc limit 1`,
    )
    .get(source.list, fileName, NO_FILE, JSON.stringify(mapping), source.purpose.name) as
    | {importId: number; listId: number}
    | undefined
  if (row !== undefined) return {...row, at, source: fileName}
  const header = {
    ...{list: source.list, fileName, sha256: NO_FILE, sizeBytes: 0, encoding: 'utf-8', delimiter: ''},
    ...{mapping, basis: 'consent' as const, purpose: source.purpose},
  }
  const {listId, importId} = startHeader(connection, header, at)
  db.prepare('insert into import_results (import_id, counts, finished_at) values (?, ?, ?)').run(
    importId,
    JSON.stringify({rows: 0, added: 0, updated: 0}),
    at,
  )
  return {listId, importId, at, source: fileName}
}

/** One more of them. In a transaction of its caller. */
export function countSignUp({db}: Connection, {importId, at}: ImportPlace, kind: 'added' | 'updated'): void {
  db.prepare(
    `update import_results set finished_at = ?2,
     counts = json_set(counts, '$.rows', json_extract(counts, '$.rows') + 1, ?3, json_extract(counts, ?3) + 1)
     where import_id = ?1`,
  ).run(importId, at, `$.${kind}`)
}

function mappingOf({fields}: FormSource): readonly MappedColumn[] {
  const column = (header: string, field: MappedColumn['field'], index: number): MappedColumn => ({
    ...{index, header, field, fate: 'store', category: null, confidence: 'sure'},
  })
  return [column('address', 'address', 0), ...fields.map(({name}, i) => column(name, 'attribute', i + 1))]
}
