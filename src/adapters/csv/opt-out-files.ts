/** Opt-out files: any CSV or plain list with one column of addresses, wherever that column stands. */
import {createHash} from 'node:crypto'
import {basename} from 'node:path'
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {looksHashed} from '../../core/suppression/hash-forms.ts'
import type {OptOutPlan} from '../../core/suppression/opt-out-columns.ts'
import {planOptOuts} from '../../core/suppression/opt-out-columns.ts'
import {addressesIn, makeOptOutReader, readDomainEntry} from '../../core/suppression/read-opt-out.ts'
import {AppError} from '../../errors.ts'
import type {OptOutBatch, OptOutFile, OptOutFileAsk, OptOutFiles} from '../../ports/opt-out-files.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import type {MergeLine} from '../../ports/suppression-store.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {encodeText} from './encoding/encode-text.ts'
import {lineEndOf} from './encoding/line-ends.ts'
import type {CsvFile} from './open-csv.ts'
import {openCsv} from './open-csv.ts'
import {lineOf} from './read-chunk.ts'
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
    if (csv !== null) return {...asOptOuts(csv, ask, nameOf(source.place)), release: source.release}
    await source.release()
    return emptyFile(ask.file)
  } catch (error) {
    await source.release()
    throw error
  }
}

function asOptOuts(csv: CsvFile, ask: OptOutFileAsk, fileName: string): Omit<OptOutFile, 'release'> {
  const hasHeader = csv.headerLine !== null
  const plan = planOptOuts({...csv, name: fileName, hasHeader}, ask)
  if (plan === null) {
    const columns = csv.header.join(', ').slice(0, 300)
    throw new AppError('OPT_OUT_COLUMN_MISSING', {file: ask.file, columns})
  }
  const nameOf = (index: number | null) => (index === null ? null : hasHeader ? csv.header[index]! : `#${index + 1}`)
  const {columns, dates, format} = plan
  const addressColumn = nameOf(columns.address)!
  const source = ask.source ?? basename(ask.file)
  return {
    file: ask.file,
    rows: ask.rows,
    encoding: csv.dialect.encoding,
    confidence: csv.survey.confidence,
    sha256: csv.survey.sha256,
    service: format === null || format.name === '' ? null : format.name,
    addressColumn,
    reasonColumn: nameOf(columns.reason),
    dateColumn: nameOf(columns.at),
    reading: JSON.stringify([
      columns,
      csv.dialect,
      dates,
      plan.everyRow,
      ask.reason,
      ask.scope,
      ask.offsetMinutes,
      ask.rows,
      source,
    ]),
    subscriberSigns: [...plan.subscriberSigns, ...sampledSubscribers(csv, plan, ask)],
    read: (rejectsPath) => readEntries(csv, plan, {...ask, source, isSourceSaid: ask.source !== null}, rejectsPath),
  }
}

/** The state of the first row that says that the person is a subscriber, where nobody said what the file is. */
function sampledSubscribers(csv: CsvFile, plan: OptOutPlan, ask: OptOutFileAsk): readonly string[] {
  if (ask.rows !== null) return []
  const read = makeOptOutReader(plan, {...ask, source: ''})
  const first = csv.sample.findIndex((fields) => read(fields, 0).is === 'subscribed')
  if (first < 0) return []
  const states = plan.mapping.filter(({field}) => field === 'opt_out')
  return states.map(({index, header}) => `${header}: ${(csv.sample[first]![index] ?? '').trim().slice(0, 40)}`)
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
  const columns = {addressColumn: null, reasonColumn: null, dateColumn: null, service: null}
  const nothing = {reading: 'empty', subscriberSigns: [], async *read() {}, async release() {}}
  return {file, rows: null, encoding: 'utf-8', confidence: 100, sha256, ...columns, ...nothing}
}

/** As the service named it: of a zip the name of what is in it. */
function nameOf({kind, inside, name}: SourcePlace): string {
  return basename(kind === 'zip' && inside !== null ? inside : name)
}

function isSubject(cell: string): boolean {
  const text = cell.trim()
  return looksHashed(text) || isAddress(parseAddress(text)) || readDomainEntry(text) !== null
}

async function* readEntries(
  csv: CsvFile,
  plan: OptOutPlan,
  ask: OptOutFileAsk & {readonly source: string; readonly isSourceSaid: boolean},
  rejectsPath: string,
): AsyncGenerator<OptOutBatch> {
  const {encoding} = csv.dialect
  const decode = textDecoder(encoding)
  const read = makeOptOutReader(plan, ask)
  const isSourceSaid = ask.isSourceSaid
  const hasHeader = csv.headerLine !== null
  const wrong = new Map<number, {count: number; firstLine: number}>()
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
      const lines: MergeLine[] = []
      const unreadable: string[] = []
      let others = 0
      for (const {line, why, bytes} of chunk.broken) {
        reject(line, why, bytes, null)
        unreadable.push(why)
        lines.push(...addressesIn(decode(bytes), {...ask, line}))
      }
      const {records} = chunk
      for (let i = 0; i < records.length; i += 1) {
        const fields = records[i]!
        const line = lineOf(chunk, i)
        if (line === csv.headerLine) continue
        const row = read(fields, line)
        if (row.is === 'entry') lines.push(row.entry, ...(row.more ?? []))
        else if (row.is === 'subscribed') lines.push({...row.entry, role: row.is})
        else if (row.is === 'nothing') others += 1
        else if (row.is === 'wrong-hash') {
          const {count, firstLine} = wrong.get(row.length) ?? {count: 0, firstLine: line}
          wrong.set(row.length, {count: count + 1, firstLine})
        } else {
          reject(line, row.why, chunk.spans()[i]!.bytes, fields)
          unreadable.push(row.why)
          // Cells that fit their columns hold the person's address in its own; the rest may be somebody else's.
          const isShifted = fields.length !== csv.header.length
          const text = isShifted ? fields.join(' ') : (fields[plan.columns.address] ?? '')
          lines.push(...addressesIn(text, {...ask, line}))
        }
      }
      yield {lines: isSourceSaid ? lines.map((each) => ({...each, isSourceSaid})) : lines, unreadable, others}
    }
    if (wrong.size > 0) throw mixedHashes(ask.file, wrong)
  } finally {
    ;(rejects as RejectsFile | null)?.close()
  }
}

/** A hash that was cut, or of another kind than the rest, would be passed over in silence: the whole file is refused. */
function mixedHashes(file: string, wrong: ReadonlyMap<number, {count: number; firstLine: number}>): AppError {
  const found = [...wrong].sort(([, a], [, b]) => b.count - a.count)
  return new AppError('HASHES_MIXED', {
    file,
    count: found.reduce((sum, [, {count}]) => sum + count, 0),
    line: Math.min(...found.map(([, {firstLine}]) => firstLine)),
    lengths: found
      .slice(0, 5)
      .map(([length, {count}]) => `${length} × ${count}`)
      .join(', '),
  })
}
