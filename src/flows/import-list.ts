/** A file's rows become contacts of a list, with their consents and opt-outs. The counts add up to the file's rows. */
import type {FlagCount} from '../core/contacts/address-census.ts'
import type {Basis} from '../core/contacts/consent.ts'
import type {MappingAnswers} from '../core/contacts/doubts.ts'
import {FIELDS} from '../core/contacts/fields.ts'
import type {ReadNote} from '../core/contacts/read-notes.ts'
import {checkName} from '../core/names.ts'
import {maskAddress} from '../core/sensitive/mask.ts'
import {AppError} from '../errors.ts'
import type {ListFileAsk, ListFilePlan, ListFiles, RejectCount} from '../ports/list-files.ts'
import type {ImportHeader, ImportSample, ImportSession} from '../ports/list-import.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {ImportCounts} from './import-tally.ts'
import {NO_ROWS, startTally} from './import-tally.ts'
import {settledPlan} from './settle-doubts.ts'

export interface ImportAsk extends ListFileAsk {
  readonly list: string
  readonly basis: Basis | null
  readonly purpose: {readonly name: string; readonly notice: string} | null
  readonly offsetMinutes: number
  /** The command as it was typed: what goes on after an interruption. */
  readonly command: string
  /** For a proposal, a path for the scratch store that it is worked out in; null = import. */
  readonly scratch: string | null
  /** Where bad rows go; sha256: hex, of the file, so that files of one name keep theirs apart. */
  readonly rejectsOf: (sha256: string) => string
  readonly stop: AbortSignal
  /** Called once before anything is written, then as bytes are read. */
  readonly onPlan: (plan: ListFilePlan) => void | Promise<void>
  /** Asks a person about what the plan is not sure of; not given where nobody can be asked. */
  readonly onUnsure?: (plan: ListFilePlan) => Promise<MappingAnswers>
  readonly onProgress: (progress: {
    readonly bytesRead: number
    readonly sizeBytes: number
    readonly rows: number
  }) => void
}

export interface ImportResult {
  readonly plan: ListFilePlan
  /** Names the import for `list undo`; null for a proposal and when nothing was done. */
  readonly importId: string | null
  /** True when nothing was changed: the counts say what an import would do. */
  readonly dryRun: boolean
  readonly counts: ImportCounts
  /** A few contacts of each kind, for a proposal; else empty. */
  readonly samples: readonly ImportSample[]
  /** Empty when nothing was read now. */
  readonly rejectedBy: Readonly<Record<string, RejectCount>>
  /** Filled cells not taken in, by header. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Words and dates that could not be taken as they stood, with the rows they stand in. */
  readonly notes: readonly ReadNote[]
  /** What is worth telling about addresses: misspelt, disposable, nobody's. */
  readonly flags: readonly FlagCount[]
  /** Null when no row was rejected. */
  readonly rejectsFile: string | null
  /** When these very bytes had been imported before the same way: nothing was changed now. UTC milliseconds. */
  readonly sameAs: number | null
  readonly tookMs: number
}

/** Throws NAME_INVALID, FLAG_INVALID, FILE_*, ARCHIVE_*, SHEET_*, STDIN_TERMINAL, ENCODING_*, HEADER_*, MAPPING_INVALID, ROWS_UNSURE, ADDRESS_COLUMN_UNSURE, STOP_WORDS_UNSURE, STORE_*, INTERRUPTED (what was committed stays; again goes on), INTERRUPTED_UNCHANGED. */
export async function importList(ask: ImportAsk, needs: ImportNeeds): Promise<ImportResult> {
  checkName(ask.list, '--list')
  const began = needs.clock.now()
  const plan = await settledPlan(ask, needs.files, ask.onUnsure)
  try {
    // Stopped while standard input was read: what came is not the whole list.
    if (ask.stop.aborted) throw new AppError('INTERRUPTED_UNCHANGED', {command: ask.command})
    return await importPlanned(ask, plan, began, needs)
  } finally {
    await needs.files.release(plan)
  }
}

interface ImportNeeds {
  readonly store: Store
  readonly files: ListFiles
  readonly clock: Clock
}

async function importPlanned(
  ask: ImportAsk,
  plan: ListFilePlan,
  began: number,
  {store, files, clock}: ImportNeeds,
): Promise<ImportResult> {
  refuseBadMapping(plan)
  const rejectsFile = ask.rejectsOf(plan.sha256)
  files.checkRejects(rejectsFile, ask.file)
  await ask.onPlan(plan)
  const header = headerOf(ask, plan)
  const same = await store.lists.sameImport(header)
  if (same !== null) return nothingToDo(plan, ask, same)
  const session =
    ask.scratch === null
      ? await store.lists.startImport(header, began)
      : await store.lists.rehearseImport(header, began, ask.scratch)
  const tally = startTally(session.before)
  try {
    await writeAll({...ask, rejectsFile: ask.scratch === null ? rejectsFile : null}, plan, files, session, tally)
    await session.finish({...tally.counts()}, clock.now())
  } catch (error) {
    await session.abandon()
    throw ask.scratch === null ? sayingWhatStays(error, {...ask, id: session.uuid.slice(0, 8)}, tally) : error
  }
  const counts = tally.counts()
  const dryRun = ask.scratch !== null
  return {
    plan,
    importId: dryRun ? null : session.uuid,
    dryRun,
    counts,
    samples: dryRun ? session.samples().map((each) => ({...each, address: maskAddress(each.address)})) : [],
    rejectedBy: tally.rejectedBy,
    leftOut: tally.leftOut,
    notes: tally.notes(),
    flags: tally.flags(),
    rejectsFile: counts.rejected > 0 && !dryRun ? rejectsFile : null,
    sameAs: null,
    tookMs: clock.now() - began,
  }
}

/** Rows that were written before the file turned out to be another one stay written. */
function sayingWhatStays(
  error: unknown,
  {file, command, id}: {readonly file: string; readonly command: string; readonly id: string},
  tally: ReturnType<typeof startTally>,
): unknown {
  const {rows, rejected} = tally.counts()
  if (!(error instanceof AppError) || error.code !== 'FILE_CHANGED' || rows === rejected) return error
  return new AppError('FILE_CHANGED_MIDWAY', {file, count: rows - rejected, command, id}, {cause: error})
}

function nothingToDo(
  plan: ListFilePlan,
  {scratch}: ImportAsk,
  same: {readonly at: number; readonly counts: Readonly<Record<string, number>>},
): ImportResult {
  const {rows = 0, duplicate = 0, erased = 0, rejected = 0} = same.counts
  return {
    plan,
    importId: null,
    dryRun: scratch !== null,
    // What was taken in then is there already; the rest is again what it was.
    counts: {...NO_ROWS, rows, unchanged: rows - duplicate - erased - rejected, duplicate, erased, rejected},
    samples: [],
    rejectedBy: {},
    leftOut: {},
    notes: [],
    flags: [],
    rejectsFile: null,
    sameAs: same.at,
    tookMs: 0,
  }
}

function refuseBadMapping(plan: ListFilePlan): void {
  const [fault] = plan.mappingFaults
  if (!fault) return
  throw new AppError('MAPPING_INVALID', {
    given: fault.given,
    what: fault.what,
    columns: plan.mapping
      .map((column) => column.header)
      .join(', ')
      .slice(0, 300),
    fields: FIELDS.join(', '),
  })
}

function headerOf(ask: ImportAsk, plan: ListFilePlan): ImportHeader {
  return {
    list: ask.list,
    fileName: ask.file.split(/[\\/]/).at(-1)!,
    sha256: plan.sha256,
    sizeBytes: plan.sizeBytes,
    encoding: plan.encoding,
    delimiter: plan.delimiter,
    mapping: plan.mapping,
    basis: ask.basis,
    purpose: ask.purpose,
  }
}

async function writeAll(
  ask: ImportAsk & {readonly rejectsFile: string | null},
  plan: ListFilePlan,
  files: ListFiles,
  session: ImportSession,
  tally: ReturnType<typeof startTally>,
): Promise<void> {
  const {basis, offsetMinutes, rejectsFile} = ask
  for await (const batch of files.read({plan, basis, purpose: ask.purpose?.name ?? null, offsetMinutes, rejectsFile})) {
    tally.addRead(batch)
    tally.addWritten(await session.write(batch.block, tally.rows()))
    ask.onProgress({bytesRead: batch.bytesRead, sizeBytes: plan.sizeBytes, rows: tally.rows()})
    if (ask.stop.aborted) throw interrupted(ask)
  }
}

function interrupted({command, scratch}: ImportAsk): AppError {
  return new AppError(scratch === null ? 'INTERRUPTED' : 'INTERRUPTED_UNCHANGED', {command})
}
