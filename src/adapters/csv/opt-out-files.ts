/** Opt-out files: any CSV or plain list with one column of addresses, wherever that column stands. */
import {createHash} from 'node:crypto'
import {basename} from 'node:path'
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {addressColumnOf} from '../../core/contacts/choose-fields.ts'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import type {OptOutColumns} from '../../core/suppression/read-opt-out.ts'
import {addressesIn, OPT_OUT_HEADERS, readDomainEntry, readOptOutRow} from '../../core/suppression/read-opt-out.ts'
import {AppError} from '../../errors.ts'
import type {OptOutFile, OptOutFileAsk, OptOutFiles} from '../../ports/list-files.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {encodeText} from './encoding/encode-text.ts'
import {lineEndOf} from './encoding/line-ends.ts'
import type {CsvFile} from './open-csv.ts'
import {openCsv} from './open-csv.ts'
import {readRecords} from './read-records.ts'
import type {RejectsFile} from './rejects-file.ts'
import {rejectsFile} from './rejects-file.ts'
import {openSource} from './source/open-source.ts'
import type {SpoolRoom} from './source/spool-room.ts'

/** room: for copies of what can be read only once. */
export function optOutFiles(room: SpoolRoom): OptOutFiles {
  return {open: (ask) => open(ask, room)}
}

async function open(ask: OptOutFileAsk, room: SpoolRoom): Promise<OptOutFile> {
  const source = await unlessEmpty(openSource({given: ask.file, sheet: ask.sheet, stdin: () => process.stdin}, room))
  if (source === null) return emptyFile(ask.file)
  try {
    const csv = await unlessEmpty(
      openCsv(source.place, {encoding: ask.encoding, isPerson: isSubject, mayBeEmpty: true}),
    )
    if (csv !== null) return {...asOptOuts(csv, ask), release: source.release}
    await source.release()
    return emptyFile(ask.file)
  } catch (error) {
    await source.release()
    throw error
  }
}

function asOptOuts(csv: CsvFile, ask: OptOutFileAsk): Omit<OptOutFile, 'release'> {
  const hasHeader = csv.headerLine !== null
  const columns = findColumns(csv, hasHeader, ask.file)
  const nameOf = (index: number | null) => (index === null ? null : hasHeader ? csv.header[index]! : `#${index + 1}`)
  return {
    file: ask.file,
    encoding: csv.dialect.encoding,
    confidence: csv.survey.confidence,
    sha256: csv.survey.sha256,
    addressColumn: nameOf(columns.address)!,
    reasonColumn: nameOf(columns.reason),
    dateColumn: nameOf(columns.at),
    read: (rejectsPath) => readEntries(csv, columns, hasHeader, ask, rejectsPath),
  }
}

/** Nobody opted out today is a fact, not a fault: null. */
async function unlessEmpty<Opened>(opening: Promise<Opened>): Promise<Opened | null> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_EMPTY') return null
    throw error
  }
}

function emptyFile(file: string): OptOutFile {
  const sha256 = createHash('sha256').digest('hex')
  const columns = {addressColumn: null, reasonColumn: null, dateColumn: null}
  return {file, encoding: 'utf-8', confidence: 100, sha256, ...columns, async *read() {}, async release() {}}
}

function isSubject(cell: string): boolean {
  return isAddress(parseAddress(cell)) || readDomainEntry(cell.trim()) !== null
}

function findColumns(csv: CsvFile, hasHeader: boolean, file: string): OptOutColumns {
  const {header} = csv
  const byWord = hasHeader ? addressColumnOf(header, csv.addressLike) : (csv.sample[0] ?? []).findIndex(isSubject)
  const address = byWord >= 0 ? byWord : (csv.addressLike[0] ?? -1)
  if (address < 0) throw new AppError('ADDRESS_COLUMN_MISSING', {file, columns: header.join(', ').slice(0, 300)})
  const find = (words: RegExp) => {
    const index = hasHeader
      ? header.findIndex((name, i) => i !== address && words.test(name.normalize('NFKC').trim()))
      : -1
    return index < 0 ? null : index
  }
  return {address, reason: find(OPT_OUT_HEADERS.reason), at: find(OPT_OUT_HEADERS.at)}
}

async function* readEntries(
  csv: CsvFile,
  columns: OptOutColumns,
  hasHeader: boolean,
  ask: OptOutFileAsk,
  rejectsPath: string,
) {
  const source = basename(ask.file)
  const {encoding} = csv.dialect
  const decode = textDecoder(encoding)
  let rejects: RejectsFile | null = null
  const reject = (line: number, why: string, bytes: Buffer, fields: readonly string[] | null) => {
    const header = hasHeader ? csv.headerBytes : encodeText(`address${lineEndOf(bytes, encoding) ?? '\n'}`, encoding)
    rejects ??= rejectsFile(rejectsPath, ask.file, csv.dialect, header, [])
    rejects.add(line, why, bytes, fields)
  }
  // Whoever stands above the header asked for no mail too: those lines are then read like any other.
  const skipLines = csv.skippedAddresses.length > 0 ? 0 : csv.dialect.skipLines
  try {
    for await (const chunk of readRecords(csv.survey, {...csv.dialect, skipLines})) {
      const entries: SuppressionEntry[] = []
      const unreadable: string[] = []
      for (const {line, why, bytes} of chunk.broken) {
        reject(line, why, bytes, null)
        unreadable.push(why)
        entries.push(...addressesIn(decode(bytes), {...ask, source, line}))
      }
      const spans = chunk.spans()
      for (const [i, fields] of chunk.records.entries()) {
        const {line, bytes} = spans[i]!
        if (line === csv.headerLine) continue
        const entry = readOptOutRow(fields, columns, {...ask, source, line})
        if (typeof entry !== 'string') entries.push(entry)
        else {
          reject(line, entry, bytes, fields)
          unreadable.push(entry)
          // Cells that fit their columns hold the person's address in its own; the rest may be somebody else's.
          const isShifted = fields.length !== csv.header.length
          const text = isShifted ? fields.join(' ') : (fields[columns.address] ?? '')
          entries.push(...addressesIn(text, {...ask, source, line}))
        }
      }
      yield {entries, unreadable}
    }
  } finally {
    ;(rejects as RejectsFile | null)?.close()
  }
}
