/** Opt-out files: any CSV or plain list with one column of addresses, wherever that column stands. */
import {createHash} from 'node:crypto'
import {basename} from 'node:path'
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {addressColumnOf} from '../../core/contacts/mapping.ts'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import type {OptOutColumns} from '../../core/suppression/read-opt-out.ts'
import {addressesIn, OPT_OUT_HEADERS, readDomainEntry, readOptOutRow} from '../../core/suppression/read-opt-out.ts'
import {AppError} from '../../errors.ts'
import type {OptOutFile, OptOutFileAsk, OptOutFiles} from '../../ports/list-files.ts'
import type {CsvFile} from './open-csv.ts'
import {openCsv} from './open-csv.ts'
import type {Dialect} from './read-records.ts'
import {readRecords} from './read-records.ts'
import {rejectsFile} from './rejects-file.ts'

export const optOutFiles: OptOutFiles = {open}

async function open(ask: OptOutFileAsk): Promise<OptOutFile> {
  const csv = await openUnlessEmpty(ask)
  if (csv === null) return emptyFile(ask.file)
  const hasHeader = !csv.header.some(isSubject)
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
async function openUnlessEmpty(ask: OptOutFileAsk): Promise<CsvFile | null> {
  try {
    return await openCsv(ask.file, {encoding: ask.encoding, headerIsData: true})
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_EMPTY') return null
    throw error
  }
}

function emptyFile(file: string): OptOutFile {
  const sha256 = createHash('sha256').digest('hex')
  const columns = {addressColumn: null, reasonColumn: null, dateColumn: null}
  return {file, encoding: 'utf-8', confidence: 100, sha256, ...columns, async *read() {}}
}

function isSubject(cell: string): boolean {
  return isAddress(parseAddress(cell)) || readDomainEntry(cell.trim()) !== null
}

function findColumns(csv: CsvFile, hasHeader: boolean, file: string): OptOutColumns {
  const {header} = csv
  const byWord = hasHeader ? addressColumnOf(header, csv.addressLike) : header.findIndex(isSubject)
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
  const headerBytes = hasHeader ? csv.headerBytes : Buffer.from('address\n')
  const rejects = rejectsFile(rejectsPath, ask.file, csv.dialect, headerBytes, [])
  let toSkip = hasHeader ? 1 : 0
  try {
    for await (const chunk of readRecords(csv.survey, csv.dialect)) {
      const entries: SuppressionEntry[] = []
      const unreadable: string[] = []
      for (const {line, why, bytes} of chunk.broken) {
        rejects.add(line, why, bytes, null)
        unreadable.push(why)
        entries.push(...addressesIn(decode(bytes, csv.dialect), {...ask, source, line}))
      }
      const spans = chunk.spans()
      for (const [i, fields] of chunk.records.entries()) {
        if (toSkip > 0) {
          toSkip -= 1
          continue
        }
        const {line, bytes} = spans[i]!
        const entry = readOptOutRow(fields, columns, {...ask, source, line})
        if (typeof entry !== 'string') entries.push(entry)
        else {
          rejects.add(line, entry, bytes, fields)
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
    rejects.close()
  }
}

function decode(bytes: Buffer, {encoding}: Dialect): string {
  return new TextDecoder(encoding === 'cp932' ? 'shift_jis' : 'utf-8').decode(bytes)
}
