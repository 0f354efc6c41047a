/** Opt-out files joined with the store: a union in one transaction, in any order of files the same, never smaller. */
import type {SuppressionEntry, SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import type {OptOutFile, OptOutFiles} from '../ports/list-files.ts'
import type {Store} from '../ports/store.ts'
import type {MergeCounts} from '../ports/suppression-store.ts'
import type {Clock} from '../ports/system.ts'

export interface MergeAsk {
  /** Paths, or `-` for standard input. */
  readonly files: readonly string[]
  /** The sheet of the workbooks among them. */
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly offsetMinutes: number
  /** Where the unreadable lines of a file go. */
  readonly rejectsOf: (file: string, sha256: string) => string
}

export interface MergedFile {
  readonly file: string
  readonly encoding: TextEncoding
  /** Null for an empty file. */
  readonly addressColumn: string | null
  readonly reasonColumn: string | null
  readonly dateColumn: string | null
  readonly entries: number
  /** Lines that cannot be read, counted per reason; kept in rejectsFile. An address in one is an entry all the same. */
  readonly unreadable: Readonly<Record<string, number>>
  readonly rejectsFile: string | null
}

export interface MergeResult extends MergeCounts {
  readonly files: readonly MergedFile[]
  readonly total: number
}

/** Throws FILE_*, ENCODING_UNSURE, CSV_BROKEN, ADDRESS_COLUMN_MISSING, STORE_*: then nothing was merged. */
export async function mergeSuppressions(
  ask: MergeAsk,
  needs: {readonly store: Store; readonly optOuts: OptOutFiles; readonly clock: Clock},
): Promise<MergeResult> {
  const {files, rejectsOf: named, ...how} = ask
  // All are opened first, so that a wrong file stops the merge before it begins.
  const opened: OptOutFile[] = []
  try {
    for (const file of files) opened.push(await needs.optOuts.open({file, ...how}))
    const rejectsOf = distinct(opened, named)
    const merged: MergedFile[] = []
    const counts = await needs.store.suppressions.merge(entriesOf(opened, merged, rejectsOf), needs.clock.now())
    return {...counts, files: merged, total: await needs.store.suppressions.count()}
  } finally {
    for (const file of opened) await file.release()
  }
}

/** Files of one name in different folders keep their unreadable lines apart: a number stands before the ending. */
function distinct(files: readonly OptOutFile[], named: MergeAsk['rejectsOf']): (file: string) => string {
  const paths = new Map<string, string>()
  for (const {file, sha256} of files) {
    const path = named(file, sha256)
    const taken = new Set(paths.values())
    let free = path
    for (let n = 2; taken.has(free); n += 1) free = path.replace(/(\.[^./\\]*)?$/, `.${n}$1`)
    if (!paths.has(file)) paths.set(file, free)
  }
  return (file) => paths.get(file)!
}

async function* entriesOf(
  files: readonly OptOutFile[],
  merged: MergedFile[],
  rejectsOf: (file: string) => string,
): AsyncGenerator<readonly SuppressionEntry[]> {
  for (const file of files) {
    const unreadable: Record<string, number> = {}
    let entries = 0
    for await (const batch of file.read(rejectsOf(file.file))) {
      for (const why of batch.unreadable) unreadable[why] = (unreadable[why] ?? 0) + 1
      entries += batch.entries.length
      yield batch.entries
    }
    const {encoding, addressColumn, reasonColumn, dateColumn} = file
    merged.push({
      file: file.file,
      encoding,
      addressColumn,
      reasonColumn,
      dateColumn,
      entries,
      unreadable,
      rejectsFile: Object.keys(unreadable).length > 0 ? rejectsOf(file.file) : null,
    })
  }
}
