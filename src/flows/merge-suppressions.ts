/** Opt-out files joined with the store: a union in one transaction, in any order of files the same, never smaller unasked. */
import type {DateReading} from '../core/contacts/read-moment.ts'
import type {RowsAre} from '../core/contacts/rows-are.ts'
import type {SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import {hashAlgorithmOf} from '../core/suppression/hash-forms.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import {AppError} from '../errors.ts'
import type {OptOutFile, OptOutFileAsk, OptOutFiles} from '../ports/opt-out-files.ts'
import type {Store} from '../ports/store.ts'
import type {
  ConflictSink,
  MergeCounts,
  MergedFileMark,
  MergeLine,
  SettlementFile,
  SuppressionConflict,
} from '../ports/suppression-store.ts'
import type {Clock} from '../ports/system.ts'

export interface MergeAsk {
  /** As it was typed: what to start over with. */
  readonly command: string
  /** Paths, or `-` for standard input. */
  readonly files: readonly string[]
  /** What the service of the files had the last time; null = nobody said. */
  readonly base: string | null
  /** The sheet of the workbooks among them. */
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly column: string | null
  readonly dates: DateReading | null
  readonly rows: RowsAre | null
  readonly source: string | null
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly offsetMinutes: number
  /** Why what the service removed is taken over; null = it is shown alone. */
  readonly removal: string | null
  readonly rule: 'optout' | 'newer'
  /** A file of decisions. */
  readonly settle: string | null
  /** Where conflicts are written; null = counted and shown alone. */
  readonly conflicts: string | null
  readonly isDryRun: boolean
  /** Percent of a file's lines that may be unreadable. */
  readonly mostUnreadable: number
  /** So many entries lock the store for long enough to hold up a run that is on. */
  readonly manyEntries: number
  /** Told before the store is locked for so many while a run is on. */
  readonly onHoldUp: (entries: number) => void
  /** Where the unreadable lines of a file go. */
  readonly rejectsOf: (file: string, sha256: string) => string
  /** reading: lines read so far. joining: percent. */
  readonly onProgress: (stage: 'reading' | 'joining', count: number) => void
  /** Until everything is joined, a stop leaves all as it was. */
  readonly stop: AbortSignal
  /** Asked about a file that may be a list of subscribers; throws where nobody can be asked. */
  readonly onDoubt: (file: string, signs: readonly string[]) => Promise<RowsAre>
}

export interface MergedFile {
  readonly file: string
  readonly service: string | null
  readonly encoding: TextEncoding
  /** Null for an empty file. */
  readonly addressColumn: string | null
  readonly reasonColumn: string | null
  readonly dateColumn: string | null
  readonly entries: number
  /** Rows of subscribers, and of people of whom the file says nothing. */
  readonly subscribers: number
  readonly others: number
  /** What the service had the last time: compared with, not merged. */
  readonly isBase: boolean
  /** Its bytes went in before, read in the same way: it was not read again. */
  readonly isKnown: boolean
  /** It holds hashes of a kind that everybody can turn back into addresses, by trying; null = none. */
  readonly weakHash: WeakHash | null
  /** Lines that cannot be read, counted per reason; kept in rejectsFile. An address in one is an entry all the same. */
  readonly unreadable: Readonly<Record<string, number>>
  readonly rejectsFile: string | null
}

export interface MergeResult extends MergeCounts {
  readonly files: readonly MergedFile[]
  readonly total: number
  /** A few of the conflicts, with whole subjects. */
  readonly samples: readonly SuppressionConflict[]
  readonly conflictsFile: string | null
  readonly isDryRun: boolean
}

export interface MergeNeeds {
  readonly store: Store
  readonly optOuts: OptOutFiles
  readonly clock: Clock
  /** Whether a run of a send is on. */
  readonly isRunning: () => Promise<boolean>
  readonly openConflicts: (path: string) => ConflictSink
  readonly readSettlements: (path: string) => Promise<SettlementFile>
}

const SAMPLES = 5
/** Fewer lines than that are told and go in: a short file has a title, a blank, a remark. */
const FEW_LINES = 5

/** Throws FILE_*, ENCODING_UNSURE, CSV_BROKEN, OPT_OUT_COLUMN_MISSING, HASHES_MIXED, OPT_OUTS_*, SETTLE_INVALID, STORE_*, INTERRUPTED_UNCHANGED: then nothing was merged. */
export async function mergeSuppressions(ask: MergeAsk, needs: MergeNeeds): Promise<MergeResult> {
  const opened: OptOutFile[] = []
  const sink = ask.conflicts === null ? null : needs.openConflicts(ask.conflicts)
  let isDone = false
  try {
    const settled = ask.settle === null ? new Map() : await needs.readSettlements(ask.settle)
    // All are opened first, so that a wrong file stops the merge before it begins.
    for (const file of ask.files) opened.push(await openSurely({...ask, file}, needs.optOuts, ask.onDoubt))
    const base = ask.base === null ? null : await openSurely({...ask, file: ask.base}, needs.optOuts, ask.onDoubt)
    if (base !== null) opened.push(base)
    const reading = startReading(opened, base, ask)
    if (ask.base === null && settled.size === 0 && !ask.isDryRun) await reading.skipKnown(needs.store)
    const samples: SuppressionConflict[] = []
    const counts = await needs.store.suppressions.merge(reading.lines(), needs.clock.now(), {
      ...{
        hasBase: base !== null,
        removal: ask.removal,
        rule: ask.rule,
        settled,
        isDryRun: ask.isDryRun,
        files: reading.marks,
      },
      async onRead(entries) {
        if (entries > ask.manyEntries && !ask.isDryRun && (await needs.isRunning())) ask.onHoldUp(entries)
      },
      onPart(done, parts) {
        stopWhereAsked(ask)
        ask.onProgress('joining', Math.floor((100 * done) / parts))
      },
      onConflict(conflict) {
        if (samples.length < SAMPLES) samples.push(conflict)
        sink?.write(conflict)
      },
    })
    isDone = true
    return {
      ...counts,
      known: counts.known + reading.known(),
      files: reading.result(),
      total: await needs.store.suppressions.count(),
      samples,
      conflictsFile: ask.conflicts,
      isDryRun: ask.isDryRun,
    }
  } finally {
    await sink?.close(isDone)
    for (const file of opened) await file.release()
  }
}

/** A file that may be a list of subscribers is asked about, and opened anew as what it is said to be. */
async function openSurely(ask: OptOutFileAsk, optOuts: OptOutFiles, onDoubt: MergeAsk['onDoubt']): Promise<OptOutFile> {
  const file = await optOuts.open(ask)
  if (file.subscriberSigns.length === 0) return file
  await file.release()
  return optOuts.open({...ask, rows: await onDoubt(file.file, file.subscriberSigns)})
}

type WeakHash = 'md5' | 'sha1'

type Tally = {-readonly [name in keyof MergedFile]: MergedFile[name]}

/** The lines of all files, counted as they pass by. base: the last of the files, or null. */
function startReading(files: readonly OptOutFile[], base: OptOutFile | null, ask: MergeAsk) {
  const rejectsOf = distinct(files, ask.rejectsOf)
  const tallies = new Map<OptOutFile, Tally>()
  for (const file of files)
    tallies.set(file, {
      ...{file: file.file, service: file.service, encoding: file.encoding},
      ...{addressColumn: file.addressColumn, reasonColumn: file.reasonColumn, dateColumn: file.dateColumn},
      ...{
        entries: 0,
        subscribers: 0,
        others: 0,
        isKnown: false,
        isBase: file === base,
        weakHash: null,
        unreadable: {},
        rejectsFile: null,
      },
    })
  const merged = () => files.filter((file) => file !== base)
  let read = 0

  async function* linesOf(file: OptOutFile): AsyncGenerator<readonly MergeLine[]> {
    const tally = tallies.get(file)!
    const unreadable: Record<string, number> = {}
    let count = 0
    for await (const batch of file.read(rejectsOf(file))) {
      stopWhereAsked(ask)
      read += batch.lines.length + batch.others + batch.unreadable.length
      ask.onProgress('reading', read)
      for (const why of batch.unreadable) unreadable[why] = (unreadable[why] ?? 0) + 1
      count += batch.unreadable.length
      tally.others += batch.others
      const subscribers = batch.lines.filter(({role}) => role === 'subscribed').length
      tally.subscribers += subscribers
      tally.entries += batch.lines.length - subscribers
      tally.weakHash ??= weakHashIn(batch.lines)
      // What is said of subscribers there the last time is old news.
      if (file !== base) yield batch.lines
      else yield batch.lines.filter(({role}) => role !== 'subscribed').map((line) => ({...line, role: 'base' as const}))
    }
    tally.unreadable = unreadable
    if (count > 0) tally.rejectsFile = rejectsOf(file)
    refuseUnreadable(tally, count, ask)
    // Only what was said can bring subscribers in: then conflicts are told. Else the sample held none and the rest did.
    if (tally.subscribers > 0 && file.rows === null)
      throw new AppError('OPT_OUTS_DOUBTFUL', {file: file.file, why: `subscribers: ${tally.subscribers}`})
  }

  return {
    async skipKnown(store: Store) {
      for (const file of merged()) {
        const entries = await store.suppressions.mergedBefore(file.sha256, file.reading)
        if (entries !== null) Object.assign(tallies.get(file)!, {isKnown: true, entries})
      }
    },
    async *lines(): AsyncGenerator<readonly MergeLine[]> {
      for (const file of files) if (!tallies.get(file)!.isKnown) yield* linesOf(file)
    },
    /** Entries of files that were not read again. */
    known: () => merged().reduce((sum, file) => sum + (tallies.get(file)!.isKnown ? tallies.get(file)!.entries : 0), 0),
    marks: (): readonly MergedFileMark[] =>
      merged().flatMap((file) => {
        const {entries, subscribers, rejectsFile, isKnown} = tallies.get(file)!
        const isWhole = !isKnown && rejectsFile === null && subscribers === 0
        return isWhole ? [{sha256: file.sha256, reading: file.reading, entries}] : []
      }),
    result: (): readonly MergedFile[] => files.map((file) => tallies.get(file)!),
  }
}

function weakHashIn(lines: readonly MergeLine[]): WeakHash | null {
  const hashed = lines.find(({kind}) => kind === 'hash')
  const algorithm = hashed === undefined ? null : hashAlgorithmOf(hashed.subject)
  return algorithm === 'md5' || algorithm === 'sha1' ? algorithm : null
}

function stopWhereAsked({stop, command}: MergeAsk): void {
  if (stop.aborted) throw new AppError('INTERRUPTED_UNCHANGED', {command})
}

function refuseUnreadable(tally: MergedFile, count: number, ask: MergeAsk): void {
  const lines = tally.entries + tally.subscribers + tally.others + count
  const share = (count / lines) * 100
  if (count <= FEW_LINES || share <= ask.mostUnreadable) return
  const why = Object.entries(tally.unreadable).sort(([, a], [, b]) => b - a)
  throw new AppError('OPT_OUTS_UNREADABLE', {
    ...{file: tally.file, count, lines, share: Math.round(share), rejects: tally.rejectsFile!},
    why: why.map(([word, times]) => `${word} × ${times}`).join(', '),
    needed: Math.ceil(share),
  })
}

/** Files of one name in different folders keep their unreadable lines apart: a number stands before the ending. */
function distinct(files: readonly OptOutFile[], named: MergeAsk['rejectsOf']): (file: OptOutFile) => string {
  const paths = new Map<OptOutFile, string>()
  for (const file of files) {
    const path = named(file.file, file.sha256)
    const same = [...paths].find(([other]) => other.file === file.file)
    const taken = new Set(paths.values())
    let free = same?.[1] ?? path
    for (let n = 2; same === undefined && taken.has(free); n += 1) free = path.replace(/(\.[^./\\]*)?$/, `.${n}$1`)
    paths.set(file, free)
  }
  return (file) => paths.get(file)!
}
