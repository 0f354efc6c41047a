/** What is in the lists: all of them in a line each, or one in numbers. Changes nothing. */
import {groundsOf} from '../core/contacts/kept-grounds.ts'
import {standingColumns} from '../core/contacts/standing-columns.ts'
import type {ListFigures} from '../core/reports/list-figures.ts'
import {tallyList} from '../core/reports/list-figures.ts'
import {mayComeIn} from '../core/sensitive/column-judgement.ts'
import type {KeptOn} from '../core/sensitive/kept-on.ts'
import type {ImportRecord} from '../ports/list-import.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {requireList} from './require-list.ts'
import type {UnfinishedImport} from './unfinished-imports.ts'
import {SHORT_ID, unfinishedImports} from './unfinished-imports.ts'

export interface ListLine {
  readonly name: string
  readonly contacts: number
  /** Null when it has none, or all were undone. */
  readonly lastImport: ShownImport | null
  readonly unfinished: readonly UnfinishedImport[]
}

export interface ShownImport {
  /** Enough of it for `list undo`. */
  readonly id: string
  readonly file: string
  /** UTC milliseconds. */
  readonly at: number
  readonly encoding: string
  /** undone: also when taking it back was cut short. */
  readonly state: 'done' | 'cut-short' | 'undone'
  /** Null when it was cut short. */
  readonly counts: Readonly<Record<string, number>> | null
  /** Rows of the file taken in until it was cut short; null when it was not. */
  readonly rowsRead: number | null
}

export interface ListPicture extends Omit<ListFigures, 'columns'> {
  readonly name: string
  /** Attributes as counted, with the grounds on which imports took a sensitive one in; [] = none was asked. */
  readonly columns: readonly (ListFigures['columns'][number] & {readonly kept: readonly KeptOn[]})[]
  /** Newest first. */
  readonly imports: readonly ShownImport[]
  /** Of the imports, those whose rest is missing. */
  readonly unfinished: readonly UnfinishedImport[]
}

/** In order of name. */
export async function showLists({store}: {readonly store: Store}): Promise<readonly ListLine[]> {
  const lines: ListLine[] = []
  for (const name of await store.lists.names()) {
    const id = await requireList(name, store)
    const records = await store.lists.imports(id)
    const lastImport = newestFirst(records).find(({state}) => state !== 'undone') ?? null
    lines.push({name, contacts: await store.lists.count(id), lastImport, unfinished: unfinishedImports(records)})
  }
  return lines
}

/** Throws LIST_UNKNOWN. onProgress: contacts looked at. */
export async function showList(
  ask: {
    readonly list: string
    /** Zone in which months begin, minutes east of UTC. */
    readonly offsetMinutes: number
    readonly onProgress: (contacts: number) => void
  },
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<ListPicture> {
  const id = await requireList(ask.list, store)
  const records = await store.lists.imports(id)
  const mapped = standingColumns(records)
  const kept = mapped.filter(({field, fate}) => (field === 'attribute' || field === 'name') && mayComeIn(fate))
  const at = clock.now()
  const {offsetMinutes} = ask
  const tally = tallyList({headers: [...new Set(kept.map(({header}) => header))], at, offsetMinutes})
  let seen = 0
  for await (const contacts of store.lists.read(id)) {
    const optOuts = await store.suppressions.strongestFor(contacts, at)
    for (const contact of contacts) tally.see(contact, optOuts.get(contact.id) ?? null)
    seen += contacts.length
    ask.onProgress(seen)
  }
  const imports = newestFirst(records)
  const figures = tally.result()
  const columns = figures.columns.map((column) => ({...column, kept: groundsOf(kept, column.header)}))
  return {name: ask.list, ...figures, columns, imports, unfinished: unfinishedImports(records)}
}

function newestFirst(records: readonly ImportRecord[]): readonly ShownImport[] {
  return records.map(shown).reverse()
}

function shown({uuid, fileName, at, encoding, counts, rowsRead, undoneAt}: ImportRecord): ShownImport {
  const state = undoneAt !== null ? 'undone' : counts === null ? 'cut-short' : 'done'
  return {id: uuid.slice(0, SHORT_ID), file: fileName, at, encoding, state, counts, rowsRead}
}
