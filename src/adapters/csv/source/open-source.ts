/**
 * Opens what the user named as a list: a text file, one packed by gzip or zip, an Excel workbook, or `-` for standard
 * input. What it is, its first bytes say, not its name.
 */
import {open, stat} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'
import type {SourcePlace} from '../../../ports/source-place.ts'
import {openError} from '../../files/open-error.ts'
import {checkSize} from './limits.ts'
import type {Container} from './magic.ts'
import {containerOf, MAGIC_BYTES} from './magic.ts'
import {oleError, refuseOtherWorkbooks} from './old-excel.ts'
import {readSource} from './read-source.ts'
import {openWorkbook, WRITTEN_AS} from './sheet-to-csv.ts'
import type {SpoolRoom} from './spool-room.ts'
import {isWorkbook} from './workbook.ts'
import type {Zip} from './zip.ts'
import {openZip} from './zip.ts'
import {theOneEntry} from './zipped-list.ts'

export interface Source {
  readonly place: SourcePlace
  /** Removes copies that were made for it. */
  release(): Promise<void>
}

export interface SourceAsk {
  readonly given: string
  /** The sheet of a workbook, by name; null = the only one that holds anything. */
  readonly sheet: string | null
  /** What `-` stands for. */
  readonly stdin: () => Readable & {readonly isTTY?: boolean}
}

const STDIN = '-'

/**
 * Copies stand in the room until release; after an error there are none. Throws FILE_*, ARCHIVE_*, SHEET_*,
 * STDIN_TERMINAL, and FLAG_INVALID when a sheet is asked of something that has none.
 */
export async function openSource(ask: SourceAsk, room: SpoolRoom): Promise<Source> {
  const {given} = ask
  const spooled = given === STDIN ? [await spoolStdin(ask.stdin(), room)] : []
  try {
    const place = await openPlace({...ask, path: spooled[0] ?? given, spooled}, room)
    return {place, release: () => room.remove(place.spooled)}
  } catch (error) {
    await room.remove(spooled)
    throw error
  }
}

/** Read to its end, because a list is read twice: to find out what it is, and to take it in. */
async function spoolStdin(stdin: ReturnType<SourceAsk['stdin']>, room: SpoolRoom): Promise<string> {
  if (stdin.isTTY) throw new AppError('STDIN_TERMINAL')
  return room.keep(async (file) => {
    let bytes = 0
    for await (const block of stdin as AsyncIterable<Buffer>) {
      bytes += block.length
      checkSize(STDIN, bytes, room.limits)
      await file.writeFile(block)
    }
  })
}

type Opening = SourceAsk & {readonly path: string; readonly spooled: readonly string[]}

async function openPlace(ask: Opening, room: SpoolRoom): Promise<SourcePlace> {
  const {given: name, path, spooled, sheet} = ask
  const {container, ...file} = await look(path, name, room.limits)
  const place = {name, path, inside: null, writtenAs: null, spooled, limits: room.limits, ...file}
  if (container === 'zip') {
    const zip = await openZip(path, name, room.limits)
    try {
      if (isWorkbook(zip)) return await openSheet(ask, zip, file.sizeBytes, room)
      refuseOtherWorkbooks(zip, name)
      refuseSheet(sheet)
      return await holdingText({...place, kind: 'zip', inside: theOneEntry(zip, name).name})
    } finally {
      zip.close()
    }
  }
  refuseSheet(sheet)
  if (container === 'gzip') return holdingText({...place, kind: 'gzip'})
  return {...place, kind: 'plain'}
}

async function look(path: string, name: string, limits: FileLimits) {
  const file = await open(path, 'r').catch((error) => Promise.reject(openError(name, error)))
  try {
    const status = await file.stat()
    if (status.isDirectory()) throw new AppError('FILE_IS_FOLDER', {file: name})
    if (!status.isFile()) throw new AppError('FILE_UNREADABLE', {file: name, why: 'not a regular file'})
    checkSize(name, status.size, limits)
    const {buffer, bytesRead} = await file.read(Buffer.alloc(MAGIC_BYTES), 0, MAGIC_BYTES, 0)
    const container: Container = containerOf(buffer.subarray(0, bytesRead))
    if (container === 'ole') throw await oleError(file, name)
    return {container, sizeBytes: status.size, modifiedMs: status.mtimeMs}
  } finally {
    await file.close()
  }
}

function refuseSheet(sheet: string | null): void {
  if (sheet !== null)
    throw new AppError('FLAG_INVALID', {flag: '--sheet', given: sheet, expected: '.xlsx', command: ''})
}

/** An archive in an archive is not unpacked: nobody packs a list twice, but bombs are packed so. */
async function holdingText(place: SourcePlace): Promise<SourcePlace> {
  for await (const block of readSource(place)) {
    if (containerOf(block) !== 'plain')
      throw new AppError('ARCHIVE_NESTED', {file: place.name, name: place.inside ?? ''})
    break
  }
  return place
}

/** The text of a sheet is a file of its own; that of standard input is not needed any more. */
async function openSheet(ask: Opening, zip: Zip, packedBytes: number, room: SpoolRoom): Promise<SourcePlace> {
  const before = await stat(ask.path)
  const book = await openWorkbook(zip, ask.given, ask.sheet, room.limits)
  const path = await room.keep((file) => book.write(file, packedBytes))
  const after = await stat(ask.path).catch(() => null)
  if (after?.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    await room.remove([path])
    throw new AppError('FILE_CHANGED', {file: ask.given})
  }
  await room.remove(ask.spooled)
  const text = await stat(path)
  return {
    name: ask.given,
    path,
    kind: 'plain',
    inside: book.sheet,
    sizeBytes: text.size,
    modifiedMs: text.mtimeMs,
    writtenAs: WRITTEN_AS,
    spooled: [path],
    limits: room.limits,
  }
}
