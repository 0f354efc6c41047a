/**
 * The journal of a detached server: records are only ever added, and a yes is said when they are on the disk. What comes in one
 * turn of the loop is written and synced together. A write that failed is taken back; after a sync that failed nothing is
 * trusted any more until the server is started anew.
 */
import {randomBytes} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {JournalHead, JournalSeals} from '../../core/serving/journal.ts'
import {journalSeals, MOST_PAYLOAD, START, sealEntry, writeEntry, writeHead} from '../../core/serving/journal.ts'
import type {AppError} from '../../errors.ts'
import type {Journal} from '../../ports/journal.ts'
import {writeWholeFile} from '../files/write-file.ts'
import type {Segment} from './segments.ts'
import {journalError, openSegments, openToWrite, readLines, segmentName} from './segments.ts'

export interface JournalSetup {
  /** Made where it is not there, 0700. */
  readonly folder: string
  /** 32 bytes. */
  readonly key: Uint8Array
  /** A file of so many bytes is followed by the next. */
  readonly fileBytes?: number
}

export type OpenJournal = Journal & {
  readonly journal: string
  /** File that took what a crash had left half written; null = nothing had. */
  readonly torn: string | null
  /** Writes what waits, and closes. */
  close(): Promise<void>
}

const FILE_BYTES = 4 * 1024 * 1024
/** Of an answer: whoever pulls reads no more than 256 KB at once. */
const ANSWER_BYTES = 100 * 1024
/** Records in one write. */
const MOST_TOGETHER = 500

interface Waiting {
  readonly kind: string
  readonly at: number
  readonly payload: string
  done(): void
  failed(error: Error): void
}

/** Throws JOURNAL_DAMAGED, JOURNAL_UNUSABLE. */
export async function openJournal({folder, key, fileBytes = FILE_BYTES}: JournalSetup): Promise<OpenJournal> {
  const seals = journalSeals(key)
  await mkdir(folder, {recursive: true, mode: 0o700}).catch((error: unknown) => {
    throw journalError(folder, error)
  })
  const found = await openSegments(folder, seals)
  const state = found ?? (await beginJournal(folder, seals))
  const segments: Segment[] = [...state.segments]
  const {journal} = segments[0]!.head
  let {size, seq, seal} = state
  let file: FileHandle = await openToWrite(segments.at(-1)!.file).catch((error: unknown) => {
    throw journalError(folder, error)
  })
  /** Why nothing can be written any more. */
  let broken: AppError | null = null
  const waiting: Waiting[] = []
  let isWorking = false
  let work = Promise.resolve()

  async function writeGroup(): Promise<void> {
    const group = waiting.splice(0, MOST_TOGETHER)
    try {
      if (broken !== null) throw broken
      if (size >= fileBytes) await nextFile()
      let before = seal
      const entries = group.map(({kind, at, payload}, i) => {
        const entry = sealEntry(journal, before, {seq: seq + 1 + i, at, kind, payload}, seals)
        before = entry.seal
        return entry
      })
      const bytes = Buffer.from(entries.map((entry) => `${writeEntry(entry)}\n`).join(''))
      await writeDurably(bytes)
      size += bytes.length
      seq += entries.length
      seal = before
      for (const each of group) each.done()
    } catch (error) {
      const known = journalError(segments.at(-1)!.file, error)
      for (const each of group) each.failed(known)
    }
  }

  async function writeDurably(bytes: Buffer): Promise<void> {
    try {
      for (let done = 0; done < bytes.length; ) {
        const {bytesWritten} = await file.write(bytes, done, bytes.length - done, size + done)
        done += bytesWritten
      }
    } catch (error) {
      await file.truncate(size).catch((worse: unknown) => breakDown(worse))
      throw error
    }
    // What a failed sync left on the disk nobody knows (reliability.md A4): it is not tried again.
    await file.datasync().catch((error: unknown) => breakDown(error))
  }

  function breakDown(error: unknown): never {
    broken = journalError(segments.at(-1)!.file, error)
    throw broken
  }

  async function nextFile(): Promise<void> {
    const head = {journal, seq: seq + 1, before: seal}
    const next = await beginFile(folder, head, seals)
    const opened = await openToWrite(next.file)
    await file.close()
    file = opened
    segments.push(next)
    size = next.size
  }

  async function writeAll(): Promise<void> {
    // What arrives in the same turn of the loop goes into the same write.
    await new Promise(setImmediate)
    while (waiting.length > 0) await writeGroup()
    isWorking = false
  }

  return {
    journal,
    torn: found?.torn ?? null,
    append: (kind, at, payload) =>
      new Promise((done, failed) => {
        // One record may not fill an answer, or it could never be pulled.
        if (Buffer.byteLength(payload) > MOST_PAYLOAD) return failed(journalError(folder, new Error('record too long')))
        waiting.push({kind, at, payload, done, failed})
        if (isWorking) return
        isWorking = true
        work = writeAll()
      }),
    async answer(after, nonce, keys) {
      const last = seq
      const begins = segments[0]!.head.seq
      const newest = seal
      const page =
        after >= last
          ? {before: after === last ? newest : START, lines: []}
          : await readLines(segments, after, last, ANSWER_BYTES).catch((error: unknown) => {
              throw journalError(folder, error)
            })
      const end = page.lines.at(-1)?.split('\t').at(-1) ?? page.before
      const facts = {journal, after, before: page.before, begins, last, keys}
      return {...facts, lines: page.lines, proof: seals.answer({...facts, nonce, end})}
    },
    async check() {
      if (broken !== null) throw broken
    },
    async close() {
      while (isWorking) await work
      await file.close()
    },
  }
}

async function beginJournal(folder: string, seals: JournalSeals) {
  const head: JournalHead = {journal: randomBytes(16).toString('base64url'), seq: 1, before: START}
  const {size, ...segment} = await beginFile(folder, head, seals)
  return {segments: [segment], size, seq: 0, seal: START, torn: null}
}

/** With its head on the disk before it has its name. */
async function beginFile(folder: string, head: JournalHead, seals: JournalSeals) {
  const file = join(folder, segmentName(head.seq))
  const bytes = Buffer.from(`${writeHead(head, seals)}\n`)
  // One of that name holds no record: it was begun by a turn that came no further.
  await writeWholeFile(file, bytes, {mode: 0o600, existing: 'replace'}).catch((error: unknown) => {
    throw journalError(file, error)
  })
  return {file, head, size: bytes.length}
}
