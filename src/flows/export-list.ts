/**
 * A list as rows of a file, in the order its contacts came. Who said no stays out unless asked for, and then the file
 * says who they are, so that no import of it, here or elsewhere, brings anyone back.
 */
import {consentAt} from '../core/contacts/consent.ts'
import type {ExportedPerson} from '../core/contacts/export-cells.ts'
import {chooseColumns} from '../core/contacts/export-columns.ts'
import {guardFormula} from '../core/contacts/formula-guard.ts'
import {standingColumns} from '../core/contacts/standing-columns.ts'
import type {ContactTest} from '../core/segments/compile.ts'
import {compileSegment} from '../core/segments/compile.ts'
import {namesOfColumns} from '../core/segments/fields.ts'
import {AppError} from '../errors.ts'
import type {ListSink, ListSinkAsk, ListSinks} from '../ports/list-export.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {requireList} from './require-list.ts'

export interface ExportAsk extends ListSinkAsk {
  readonly list: string
  /** Only contacts in this segment; null = all of the list. */
  readonly where: string | null
  /** Names as given; null = all columns but sensitive ones. */
  readonly columns: readonly string[] | null
  /** Sensitive columns that go out or choose the people, and why; null = none does. */
  readonly sensitive: {readonly columns: readonly string[]; readonly reason: string} | null
  /** People with an opt-out, complaint or bounce that holds, of all mail or a part, or who refused or withdrew consent. */
  readonly suppressed: 'include' | 'exclude' | 'only'
  /** Cells as they are, also those that a spreadsheet would run as formulas. */
  readonly raw: boolean
  /** Zone of dates that name none, and of those written; minutes east of UTC. */
  readonly offsetMinutes: number
  readonly stop: AbortSignal
  readonly onProgress: (contacts: number) => void
}

export interface ExportResult {
  readonly list: string
  /** Null = standard output. */
  readonly file: string | null
  /** Without the header. */
  readonly rows: number
  readonly columns: readonly string[]
  /** Sensitive columns that stayed at home. */
  readonly sensitiveColumns: readonly string[]
  /** Sensitive columns that went out, and why; null = none did. */
  readonly passedOn: {readonly columns: readonly string[]; readonly reason: string} | null
  /** Contacts that were left out; saidNothing: of those who said no only. With rows and outside they sum to the list. */
  readonly leftOut: {readonly optedOut: number; readonly refused: number; readonly saidNothing: number}
  /** Contacts outside of the segment. */
  readonly outside: number
}

interface ExportNeeds {
  readonly store: Store
  readonly sinks: ListSinks
  readonly clock: Clock
}

/** Throws LIST_UNKNOWN, SEGMENT_INVALID, FLAG_INVALID, EXPORT_SENSITIVE, EXPORT_UNENCODABLE, FILE_*, INTERRUPTED_UNCHANGED, READER_GONE; then there is no file. */
export async function exportList(ask: ExportAsk, needs: ExportNeeds): Promise<ExportResult> {
  const {store, sinks} = needs
  const listId = await requireList(ask.list, store)
  const mapped = standingColumns(await store.lists.imports(listId))
  const {offsetMinutes} = ask
  const segment = ask.where === null ? null : compileSegment(ask.where, {...namesOfColumns(mapped), offsetMinutes})
  const {columns, leftOut, sensitive} = chooseColumns({
    mapped,
    said: ask.columns,
    withSensitive: ask.sensitive?.columns ?? [],
    filteredBy: segment?.columns ?? [],
    tellsNo: ask.suppressed !== 'exclude',
    offsetMinutes,
  })
  const cellOf = ask.raw ? (cell: string) => cell : guardFormula
  const job: ExportJob = {
    listId,
    at: needs.clock.now(),
    segment: segment?.test ?? null,
    header: columns.map(({header}) => cellOf(header)),
    rowOf: (person) => columns.map(({read}) => cellOf(read(person))),
  }
  // What was written to standard output cannot be taken back, so the list is read through once before.
  const rehearsal = ask.out === null ? sinks.rehearse(ask) : null
  if (rehearsal !== null) await writeAll(ask, job, rehearsal, needs)
  const counts = await writeAll(ask, job, await sinks.open(ask), needs)
  return {
    list: ask.list,
    file: ask.out,
    columns: columns.map(({header}) => header),
    sensitiveColumns: leftOut,
    passedOn:
      sensitive.length === 0 || ask.sensitive === null ? null : {columns: sensitive, reason: ask.sensitive.reason},
    ...counts,
  }
}

interface ExportJob {
  readonly listId: number
  readonly at: number
  readonly segment: ContactTest | null
  readonly header: readonly string[]
  readonly rowOf: (person: ExportedPerson) => readonly string[]
}

async function writeAll(ask: ExportAsk, job: ExportJob, sink: ListSink, {store}: ExportNeeds) {
  const {listId, at, segment, header, rowOf} = job
  const leftOut = {optedOut: 0, refused: 0, saidNothing: 0}
  const counts = {rows: 0, outside: 0}
  let read = 0
  try {
    await sink.write([header])
    for await (const all of store.lists.read(listId)) {
      if (ask.stop.aborted) throw interrupted(ask)
      const batch = segment === null ? all : all.filter(segment)
      const optOuts = await store.suppressions.strongestFor(batch, at)
      const rows: (readonly string[])[] = []
      for (const contact of batch) {
        const person = {
          contact,
          consent: consentAt(contact.consents, at),
          optOut: optOuts.get(contact.id) ?? null,
        }
        const why = whyOut(person, ask.suppressed)
        if (why === null) rows.push(rowOf(person))
        else leftOut[why] += 1
      }
      if (rows.length > 0) await sink.write(rows)
      counts.rows += rows.length
      counts.outside += all.length - batch.length
      read += all.length
      ask.onProgress(read)
    }
    await sink.finish()
  } catch (error) {
    await sink.abandon()
    throw isReaderGone(error) ? new AppError('READER_GONE', {}, {cause: error}) : error
  }
  return {...counts, leftOut}
}

/** Whoever read standard output wanted no more (`| head`). */
function isReaderGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'FILE_UNWRITABLE' && error.values.why === 'EPIPE'
}

function interrupted({list}: ExportAsk): AppError {
  return new AppError('INTERRUPTED_UNCHANGED', {command: `todoke list export ${list}`})
}

function whyOut(
  {optOut, consent}: ExportedPerson,
  suppressed: ExportAsk['suppressed'],
): 'optedOut' | 'refused' | 'saidNothing' | null {
  if (suppressed === 'include') return null
  const isRefused = consent?.kind === 'refused' || consent?.kind === 'withdrawn'
  const no = optOut !== null ? 'optedOut' : isRefused ? 'refused' : null
  if (suppressed === 'exclude') return no
  return no === null ? 'saidNothing' : null
}
