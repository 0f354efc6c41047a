/** A real store in a temporary folder, imports into it through the real worker thread, and looks at what it holds. */
import {join} from 'node:path'
import {conflictSink, readSettlements} from '../../src/adapters/csv/conflict-files.ts'
import {optOutFiles} from '../../src/adapters/csv/opt-out-files.ts'
import type {SpoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import {openBare} from '../../src/adapters/store/driver.ts'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {listFiles} from '../../src/adapters/workers/list-files.ts'
import type {RowsAre} from '../../src/core/contacts/rows-are.ts'
import {AppError} from '../../src/errors.ts'
import type {ImportAsk} from '../../src/flows/import-list.ts'
import {importList} from '../../src/flows/import-list.ts'
import type {MergeAsk} from '../../src/flows/merge-suppressions.ts'
import {mergeSuppressions} from '../../src/flows/merge-suppressions.ts'
import type {Store} from '../../src/ports/store.ts'
import type {Clock} from '../../src/ports/system.ts'
import {needsDist, tempFolder} from './files.ts'

export interface Bench {
  readonly folder: string
  readonly storeFile: string
  readonly store: Store
  readonly rejectsFile: string
  import(file: string, ask?: Partial<ImportAsk>): ReturnType<typeof importList>
  merge(files: readonly string[], ask?: Partial<MergeAsk>): ReturnType<typeof mergeSuppressions>
}

/** The moment at which tests happen: 2026-04-01 in Japan. */
export const NOW = Date.parse('2026-04-01T12:00+09:00')
export const clock: Clock = {now: () => NOW, monotonic: () => process.hrtime.bigint()}

export async function bench(what: string): Promise<Bench> {
  needsDist()
  const folder = tempFolder(what)
  const storeFile = join(folder, '.todoke', 'store.db')
  const store = await openStore(storeFile)
  const rejectsFile = join(folder, 'rejects', 'rejects.csv')
  const room = spoolRoom(join(folder, '.todoke', 'tmp'))
  return {
    folder,
    storeFile,
    store,
    rejectsFile,
    import: (file, ask = {}) =>
      importList({file, rejectsOf: () => rejectsFile, ...IMPORT, ...ask}, {store, files: listFiles(room), clock}),
    merge: (files, ask = {}) =>
      mergeSuppressions(
        {files, rejectsOf: (file) => `${file}.rejects.csv`, ...MERGE, ...ask},
        {store, optOuts: optOutFiles(room), clock, isRunning: async () => true, ...conflictFiles(room)},
      ),
  }
}

const IMPORT = {
  list: 'news',
  sheet: null,
  encoding: null,
  delimiter: null,
  map: [],
  basis: null,
  purpose: null,
  scratch: null,
  command: 'todoke list import',
  offsetMinutes: 540,
  stop: new AbortController().signal,
  onPlan: () => {},
  onProgress: () => {},
} as const

/** What a merge asks when nothing is said; nobody can be asked. */
export const MERGE = {
  ...{manyEntries: 1_000_000, command: 'todoke suppression merge a.csv'},
  onHoldUp() {},
  onProgress() {},
  stop: new AbortController().signal,
  ...{base: null, sheet: null, encoding: null, column: null, dates: null, rows: null, source: null},
  ...({reason: 'optout', scope: 'all', offsetMinutes: 540, removal: null, rule: 'optout'} as const),
  ...{settle: null, conflicts: null, isDryRun: false, mostUnreadable: 20},
  async onDoubt(file: string, signs: readonly string[]): Promise<RowsAre> {
    throw new AppError('OPT_OUTS_DOUBTFUL', {file, why: signs.join(', ')})
  },
}

/** What a merge needs beside the store and the files. */
export function conflictFiles(room: SpoolRoom) {
  return {
    openConflicts: (path: string) => conflictSink(path, (moment) => new Date(moment).toISOString()),
    readSettlements: (path: string) => readSettlements(path, room),
  }
}

type Row = Record<string, string | number | null>

export async function query(storeFile: string, sql: string, ...parameters: (string | number)[]): Promise<Row[]> {
  const db = await openBare(storeFile)
  try {
    return db.prepare(sql).all(...parameters) as Row[]
  } finally {
    db.close()
  }
}

/** Every row of every table, as text. */
export async function dump(storeFile: string): Promise<string> {
  const tables = await query(
    storeFile,
    `select name from sqlite_master where type = 'table' and name not like 'sqlite%'`,
  )
  const lines: string[] = []
  for (const {name} of tables)
    for (const row of await query(storeFile, `select * from "${name}"`)) lines.push(`${name} ${JSON.stringify(row)}`)
  return lines.sort().join('\n')
}

/** What the store says of people, without ids, moments of recording and random words: two stores that mean the same are equal. */
export async function content(storeFile: string) {
  const people = await query(storeFile, 'select * from contacts order by address_key')
  const members = await query(
    storeFile,
    `select l.name as list, c.address_key from list_members m join lists l on l.id = m.list_id
     join contacts c on c.id = m.contact_id order by 1, 2`,
  )
  const consents = await query(
    storeFile,
    `select c.address_key, e.kind, e.basis, e.at, e.method, e.source, e.wording, e.purpose, e.topic, e.evidence
     from standing_consents e join contacts c on c.id = e.contact_id`,
  )
  const suppressions = await query(
    storeFile,
    'select subject, reason, scope, from_at, until_at, source, source_line from suppression_events',
  )
  const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    people: people.map(({id: _id, import_id: _importId, recorded_at: _at, attributes, ...rest}) => ({
      ...rest,
      attributes: JSON.parse(String(attributes)),
    })),
    members,
    consents: sorted(consents),
    suppressions: sorted(suppressions),
  }
}

/** One contact by address key with its attributes, or undefined. */
export async function contact(storeFile: string, key: string) {
  const [row] = await query(storeFile, 'select * from contacts where address_key = ?', key)
  return row && {...row, attributes: JSON.parse(String(row.attributes)) as Record<string, string>}
}
