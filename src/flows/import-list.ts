/** A file's rows become contacts of a list, with their consents and opt-outs. The counts add up to the file's rows. */
import type {Basis} from '../core/contacts/consent.ts'
import {FIELDS} from '../core/contacts/fields.ts'
import {checkName} from '../core/names.ts'
import {AppError} from '../errors.ts'
import type {ListFilePlan, ListFiles} from '../ports/list-files.ts'
import type {ImportHeader, ImportSession, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface ImportAsk {
  readonly file: string
  readonly list: string
  readonly encoding: 'utf-8' | 'cp932' | null
  readonly delimiter: string | null
  readonly map: readonly string[]
  readonly basis: Basis | null
  readonly purpose: {readonly name: string; readonly notice: string} | null
  readonly offsetMinutes: number
  /** Where bad rows go; sha256: hex, of the file, so that files of one name keep theirs apart. */
  readonly rejectsOf: (sha256: string) => string
  readonly stop: AbortSignal
  /** Called once before anything is written, then as bytes are read. */
  readonly onPlan: (plan: ListFilePlan) => void
  readonly onProgress: (progress: {
    readonly bytesRead: number
    readonly sizeBytes: number
    readonly rows: number
  }) => void
}

export interface ImportCounts {
  /** Data rows of the file, blank lines not counted: added + updated + unchanged + duplicate + rejected. */
  readonly rows: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly duplicate: number
  readonly rejected: number
  readonly consents: number
  readonly optOuts: number
  readonly folded: number
}

export interface ImportResult {
  readonly plan: ListFilePlan
  readonly counts: ImportCounts
  readonly rejectedBy: Readonly<Record<string, number>>
  /** Filled cells not taken in, by header. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Null when no row was rejected. */
  readonly rejectsFile: string | null
  /** When these very bytes had been imported before the same way: nothing was changed now. UTC milliseconds. */
  readonly sameAs: number | null
  readonly tookMs: number
}

/** Throws NAME_INVALID, FLAG_INVALID, FILE_*, ENCODING_*, HEADER_*, MAPPING_INVALID, STORE_*, INTERRUPTED (what was committed stays; again goes on). */
export async function importList(
  ask: ImportAsk,
  needs: {readonly store: Store; readonly files: ListFiles; readonly clock: Clock},
): Promise<ImportResult> {
  const {store, files, clock} = needs
  checkName(ask.list, '--list')
  const began = clock.now()
  const plan = await files.plan(ask)
  refuseBadMapping(plan)
  const rejectsFile = ask.rejectsOf(plan.sha256)
  files.checkRejects(rejectsFile, ask.file)
  ask.onPlan(plan)
  const header = headerOf(ask, plan)
  const same = await store.lists.sameImport(header)
  const tally = startTally()
  if (same !== null)
    return {
      plan,
      counts: {...tally.counts(), rows: same.rows, unchanged: same.rows},
      rejectedBy: {},
      leftOut: {},
      rejectsFile: null,
      sameAs: same.at,
      tookMs: 0,
    }

  const session = await store.lists.startImport(header, began)
  try {
    await writeAll({...ask, rejectsFile}, plan, needs.files, session, tally)
    await session.finish({...tally.counts()}, clock.now())
  } catch (error) {
    await session.abandon()
    throw error
  }
  const counts = tally.counts()
  return {
    plan,
    counts,
    rejectedBy: tally.rejectedBy,
    leftOut: tally.leftOut,
    rejectsFile: counts.rejected > 0 ? rejectsFile : null,
    sameAs: null,
    tookMs: clock.now() - began,
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
  ask: ImportAsk & {readonly rejectsFile: string},
  plan: ListFilePlan,
  files: ListFiles,
  session: ImportSession,
  tally: ReturnType<typeof startTally>,
): Promise<void> {
  const {basis, offsetMinutes, rejectsFile} = ask
  for await (const batch of files.read({plan, basis, purpose: ask.purpose?.name ?? null, offsetMinutes, rejectsFile})) {
    tally.addRead(batch)
    tally.addWritten(await session.write(batch.rows))
    ask.onProgress({bytesRead: batch.bytesRead, sizeBytes: plan.sizeBytes, rows: tally.counts().rows})
    if (ask.stop.aborted)
      throw new AppError('INTERRUPTED', {command: `todoke list import ${ask.file} --list ${ask.list}`})
  }
}

function startTally() {
  const counts = {
    rows: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    duplicate: 0,
    rejected: 0,
    consents: 0,
    optOuts: 0,
    folded: 0,
  }
  const rejectedBy: Record<string, number> = {}
  const leftOut: Record<string, number> = Object.create(null)
  return {
    rejectedBy,
    leftOut,
    counts: (): ImportCounts => ({...counts}),
    addRead(batch: {
      rows: readonly unknown[]
      rejected: Readonly<Record<string, number>>
      leftOut: Readonly<Record<string, number>>
      folded: number
    }) {
      counts.rows += batch.rows.length
      counts.folded += batch.folded
      for (const [why, count] of Object.entries(batch.rejected)) {
        rejectedBy[why] = (rejectedBy[why] ?? 0) + count
        counts.rejected += count
        counts.rows += count
      }
      for (const [column, count] of Object.entries(batch.leftOut)) leftOut[column] = (leftOut[column] ?? 0) + count
    },
    addWritten(written: {
      added: number
      updated: number
      unchanged: number
      duplicate: number
      consents: number
      optOuts: number
    }) {
      for (const name of ['added', 'updated', 'unchanged', 'duplicate', 'consents', 'optOuts'] as const)
        counts[name] += written[name]
    },
  }
}
