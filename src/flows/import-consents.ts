/** Consent events of a file go to the people they name. The counts add up to the file's lines and to its events. */
import type {EventColumn} from '../core/consent/event-columns.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import {AppError} from '../errors.ts'
import type {ConsentFile, ConsentFileAsk, ConsentFiles} from '../ports/consent-files.ts'
import type {RejectCount} from '../ports/list-files.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface ConsentImportAsk extends Omit<ConsentFileAsk, 'now'> {
  /** Where bad lines go; sha256: hex, of the file. */
  readonly rejectsOf: (sha256: string, format: ConsentFile['format']) => string
  /** The command as it was typed: what goes on after an interruption. */
  readonly command: string
  readonly stop: AbortSignal
  readonly onProgress: (progress: {
    readonly bytesRead: number
    readonly sizeBytes: number
    readonly lines: number
  }) => void
}

export interface ConsentImportResult {
  readonly file: string
  readonly format: ConsentFile['format']
  readonly encoding: TextEncoding
  readonly columns: readonly EventColumn[]
  /** Null when no event was new. */
  readonly importId: string | null
  /** Lines with an event: taken + erased + rejected. */
  readonly lines: number
  readonly taken: number
  /** Lines of people who were erased: nothing of them was taken in. */
  readonly erased: number
  readonly rejected: number
  readonly rejectedBy: Readonly<Record<string, RejectCount>>
  /** Events of known people: added + known. */
  readonly events: number
  readonly added: number
  readonly known: number
  /** Of those added, how many say no: they bind from now on. */
  readonly refusals: number
  /** People who said no and are in no list: suppressed, so that no later list brings them back. */
  readonly stopped: number
  readonly rejectsFile: string | null
}

export interface ConsentImportNeeds {
  readonly store: Store
  readonly files: ConsentFiles
  readonly clock: Clock
}

/** Throws what opening the file throws, STORE_*, INTERRUPTED (what was written stays; again goes on). */
export async function importConsents(
  ask: ConsentImportAsk,
  {store, files, clock}: ConsentImportNeeds,
): Promise<ConsentImportResult> {
  const now = clock.now()
  const file = await files.open({...ask, now})
  try {
    if (ask.stop.aborted) throw new AppError('INTERRUPTED', {command: ask.command})
    const rejectsFile = ask.rejectsOf(file.sha256, file.format)
    files.checkRejects(rejectsFile, ask.file)
    const session = await store.consents.startImport(headerOf(file), now)
    const counts = {lines: 0, taken: 0, erased: 0, rejected: 0, events: 0, added: 0, known: 0, refusals: 0, stopped: 0}
    const rejectedBy: Record<string, RejectCount> = {}
    const reject = (why: string, {count, firstLine}: RejectCount) => {
      const known = rejectedBy[why]
      rejectedBy[why] = {count: (known?.count ?? 0) + count, firstLine: known?.firstLine ?? firstLine}
      counts.rejected += count
      counts.lines += count
    }
    for await (const batch of file.read(rejectsFile)) {
      for (const [why, count] of Object.entries(batch.rejected)) reject(why, count)
      const {added, known, refusals, stopped, erased, unknown} = await session.write(batch.lines)
      counts.added += added
      counts.known += known
      counts.refusals += refusals
      counts.stopped += stopped
      counts.erased += erased
      const nobody = unknown.filter((place) => !batch.faulty.has(place))
      for (const place of nobody) {
        batch.reject(place, UNKNOWN)
        reject(UNKNOWN, {count: 1, firstLine: batch.lines[place]!.line})
      }
      const read = batch.lines.length - batch.faulty.size - nobody.length
      counts.taken += read - erased
      counts.lines += read
      ask.onProgress({bytesRead: batch.bytesRead, sizeBytes: file.sizeBytes, lines: counts.lines})
      if (ask.stop.aborted) throw new AppError('INTERRUPTED', {command: ask.command})
    }
    counts.events = counts.added + counts.known
    const importId = await session.finish(counts, clock.now())
    return {
      ...{file: file.file, format: file.format, encoding: file.encoding, columns: file.columns},
      importId,
      ...counts,
      rejectedBy,
      rejectsFile: counts.rejected > 0 ? rejectsFile : null,
    }
  } finally {
    await file.release()
  }
}

const UNKNOWN = 'unknown-contact'

function headerOf({file, sha256, sizeBytes, columns}: ConsentFile) {
  return {
    fileName: file.split(/[\\/]/).at(-1)!,
    sha256,
    sizeBytes,
    columns: columns.flatMap(({header, field}) => (field === null ? [] : [{name: header, field}])),
  }
}
