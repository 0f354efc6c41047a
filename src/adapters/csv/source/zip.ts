/** Zip files: entries listed from the central directory, read as streams, checked by size and checksum. */
import type {Readable} from 'node:stream'
import {crc32} from 'node:zlib'
import type {Entry, ZipFile} from 'yauzl'
import {openPromise} from 'yauzl'
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'
import {openError} from '../../files/open-error.ts'
import {checkRatio} from './limits.ts'
import {damaged, unpack} from './unpack.ts'

export interface Zip {
  /** In the order of the archive, without folders. Names are for showing and comparing, never paths. */
  readonly entries: readonly ZipEntry[]
  /** Plain bytes. Throws ARCHIVE_LOCKED, ARCHIVE_DAMAGED, ARCHIVE_BOMB, FILE_TOO_BIG. */
  read(entry: ZipEntry): AsyncGenerator<Buffer>
  close(): void
}

export interface ZipEntry {
  readonly name: string
  readonly raw: Entry
}

/** A workbook has some dozens of entries, a list one. */
const MOST_ENTRIES = 10_000
const STORED = 0
const DEFLATED = 8
const IS_UTF8 = 0x800

/** file: as errors name it. Throws ARCHIVE_DAMAGED, ARCHIVE_ENTRIES, ARCHIVE_PATH. */
export async function openZip(path: string, file: string, limits: FileLimits): Promise<Zip> {
  const zip = await openPromise(path, {autoClose: false, decodeStrings: false}).catch((error) => {
    throw error.code === undefined ? damaged(file, 0, error) : openError(file, error)
  })
  try {
    const entries = await listEntries(zip, file)
    return {entries, read: (entry) => readEntry(zip, entry, file, limits), close: () => zip.close()}
  } catch (error) {
    zip.close()
    throw error instanceof AppError ? error : damaged(file, 0, error)
  }
}

async function listEntries(zip: ZipFile, file: string): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  if (zip.entryCount > MOST_ENTRIES) throw new AppError('ARCHIVE_ENTRIES', {file, count: zip.entryCount, names: '…'})
  for await (const raw of zip.eachEntry()) {
    const name = nameOf(raw)
    if (/^([\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..'))
      throw new AppError('ARCHIVE_PATH', {file, name})
    if (!name.endsWith('/')) entries.push({name, raw})
  }
  return entries
}

/** Archives made on Windows in Japan hold names in CP932 without saying so. */
function nameOf({fileNameRaw, generalPurposeBitFlag}: Entry): string {
  for (const encoding of generalPurposeBitFlag & IS_UTF8 ? ['utf-8'] : ['utf-8', 'shift_jis'])
    try {
      return printable(new TextDecoder(encoding, {fatal: true}).decode(fileNameRaw))
    } catch {
      // Not that encoding: the next one is tried, at last one that fits every byte.
    }
  return printable(fileNameRaw.toString('latin1'))
}

function printable(name: string): string {
  return name.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')
}

async function* readEntry(zip: ZipFile, {raw}: ZipEntry, file: string, limits: FileLimits): AsyncGenerator<Buffer> {
  if (raw.isEncrypted()) throw new AppError('ARCHIVE_LOCKED', {file})
  const {compressionMethod: method, compressedSize, uncompressedSize} = raw
  if (method !== STORED && method !== DEFLATED) throw damaged(file, 0, `compression method ${method}`)
  // What the entry claims of itself is enough to refuse it; what it holds is counted all the same.
  checkRatio(file, uncompressedSize, Math.min(compressedSize, zip.fileSize), limits)
  let bytes = 0
  let sum = 0
  try {
    const packed = await zip.openReadStreamPromise(raw, {decodeFileData: false})
    for await (const block of method === DEFLATED ? unpack(packed, 'deflate', file, limits) : stored(packed)) {
      bytes += block.length
      sum = crc32(block, sum)
      yield block
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, bytes, error)
  }
  if (bytes !== uncompressedSize) throw damaged(file, bytes, `${uncompressedSize} bytes expected`)
  if (sum !== raw.crc32) throw damaged(file, bytes, 'checksum')
}

async function* stored(packed: Readable): AsyncGenerator<Buffer> {
  yield* packed as AsyncIterable<Buffer>
}
