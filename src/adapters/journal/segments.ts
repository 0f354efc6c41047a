/**
 * The files of a journal: each begins with a sealed head and holds records up to a size. What a crash left half written
 * at the end is cut aside into a file of its own; anything else that is not as it was written is an error.
 */
import {constants, createReadStream} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'
import {chmod, open, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {JournalHead, JournalSeals} from '../../core/serving/journal.ts'
import {readEntry, readHead, START} from '../../core/serving/journal.ts'
import {AppError} from '../../errors.ts'
import {writeWholeFile} from '../files/write-file.ts'

export interface Segment {
  readonly file: string
  readonly head: JournalHead
}

/** The newest file and where the journal ends. */
export interface JournalEnd {
  readonly segments: readonly Segment[]
  /** Bytes of the newest file that hold whole records. */
  readonly size: number
  readonly seq: number
  readonly seal: string
  /** File that took what was half written; null = there was nothing. */
  readonly torn: string | null
}

const NAME = /^\d{15}\.journal$/

export function isSegment(name: string): boolean {
  return NAME.test(name)
}

export function segmentName(seq: number): string {
  return `${String(seq).padStart(15, '0')}.journal`
}

/** Null when there is no journal yet. Throws JOURNAL_DAMAGED, JOURNAL_UNUSABLE. */
export async function openSegments(folder: string, seals: JournalSeals): Promise<JournalEnd | null> {
  try {
    const names = (await readdir(folder)).filter(isSegment).sort()
    const segments: Segment[] = []
    for (const name of names) {
      const file = join(folder, name)
      const head = readHead(await firstLine(file), seals)
      if (head === null || head.journal !== (segments[0]?.head ?? head).journal) throw damaged(file, 1)
      segments.push({file, head})
    }
    return segments.length === 0 ? null : await endOf(segments, seals)
  } catch (error) {
    throw journalError(folder, error)
  }
}

/** A file has its name when its head is on the disk, so a crash leaves none without. */
async function firstLine(file: string): Promise<string> {
  let text = ''
  for await (const chunk of createReadStream(file, {encoding: 'latin1', end: 1023})) text += chunk
  return text.split('\n', 1)[0]!
}

async function endOf(segments: readonly Segment[], seals: JournalSeals): Promise<JournalEnd> {
  const {file, head} = segments.at(-1)!
  const bytes = await readFile(file)
  let at = bytes.indexOf(0x0a) + 1
  let {before: seal} = head
  let seq = head.seq - 1
  let number = 1
  for (let end = bytes.indexOf(0x0a, at); end >= 0; end = bytes.indexOf(0x0a, at)) {
    const entry = readEntry(bytes.toString('utf8', at, end))
    if (entry === null || entry.seq !== seq + 1 || entry.seal !== seals.entry(head.journal, seal, entry)) break
    number += 1
    at = end + 1
    seq = entry.seq
    seal = entry.seal
  }
  if (!isTorn(bytes.subarray(at))) throw damaged(file, number + 1)
  const torn = at < bytes.length ? await cutAside(file, bytes.subarray(at), at) : null
  return {segments, size: at, seq, seal, torn}
}

/**
 * Whether a crash alone can have left it so: a record that ends too soon, and zeros where the disk had no time. A line with its
 * end and no zeros was written whole, and somebody may have been told yes for it: what is wrong with it came later.
 */
function isTorn(rest: Buffer): boolean {
  const lines = rest.toString('latin1').split('\n')
  const last = lines.pop()!
  // One whose line end alone was changed is longer than any that was cut.
  return lines.every((line) => line.includes('\0') && !endsInRecord(line)) && !endsInRecord(last.slice(0, -1))
}

function endsInRecord(line: string): boolean {
  return readEntry(line.slice(line.lastIndexOf('\0') + 1)) !== null
}

/** Nothing of it was ever answered with a yes; it is kept for whoever wants to look. */
async function cutAside(file: string, rest: Uint8Array, size: number): Promise<string> {
  const torn = `${file}.${size}.torn`
  await writeWholeFile(torn, rest, {mode: 0o600, existing: 'replace'})
  const handle = await open(file, 'r+')
  try {
    await handle.truncate(size)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return torn
}

/** The newest file, to write to. */
export async function openToWrite(file: string): Promise<FileHandle> {
  const handle = await open(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0))
  // It may have been copied here for all to read.
  if (process.getuid !== undefined) await chmod(file, 0o600)
  return handle
}

/** Records after that number, in the file that holds them. bytes: at the most, but always one whole record. */
export async function readLines(
  segments: readonly Segment[],
  after: number,
  last: number,
  bytes: number,
): Promise<{readonly before: string; readonly lines: readonly string[]}> {
  const {file, head} = [...segments].reverse().find(({head: {seq}}) => seq <= after + 1) ?? segments[0]!
  const [, ...all] = (await readFile(file, 'utf8')).split('\n')
  let {before} = head
  const lines: string[] = []
  let size = 0
  for (const line of all) {
    const entry = readEntry(line)
    if (entry === null || entry.seq > last) break
    if (entry.seq <= after) before = entry.seal
    else {
      size += line.length
      if (lines.length > 0 && size > bytes) break
      lines.push(line)
    }
  }
  return {before: after === 0 ? START : before, lines}
}

export function damaged(file: string, line: number): AppError {
  return new AppError('JOURNAL_DAMAGED', {file, line})
}

export function journalError(file: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const {code = '', message = ''} = error as NodeJS.ErrnoException
  return new AppError('JOURNAL_UNUSABLE', {file, why: code || message.slice(0, 120)}, {cause: error})
}
