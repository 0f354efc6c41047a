/** Files of consent events: a table with one event per row, or JSON lines, told apart by their first character. */
import {eventColumns} from '../../core/consent/event-columns.ts'
import type {EventCells} from '../../core/consent/read-event.ts'
import {makeEventReader} from '../../core/consent/read-event.ts'
import {stopGuard, WATCHED_FIELDS} from '../../core/consent/stop-guard.ts'
import {cellOf} from '../../core/contacts/cell.ts'
import type {ListMapping} from '../../core/contacts/mapping.ts'
import {isPadded} from '../../core/contacts/read-contact.ts'
import {stopOfName} from '../../core/contacts/rows-are.ts'
import {fateOf} from '../../core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {AppError} from '../../errors.ts'
import type {ConsentBatch, ConsentFile, ConsentFileAsk, ConsentFiles} from '../../ports/consent-files.ts'
import {startConsentBatch} from './consent-batch.ts'
import {openJsonLines} from './json-lines.ts'
import type {CsvFile} from './open-csv.ts'
import {openCsv} from './open-csv.ts'
import {readRecords} from './read-records.ts'
import type {RejectsFile} from './rejects-file.ts'
import {checkRejectsPath, rejectsFile} from './rejects-file.ts'
import {openSource} from './source/open-source.ts'
import {readSource} from './source/read-source.ts'
import type {SpoolRoom} from './source/spool-room.ts'

/** room: for copies of what can be read only once. */
export function consentFiles(room: SpoolRoom): ConsentFiles {
  return {
    async open(ask) {
      const source = await openSource({given: ask.file, sheet: ask.sheet, stdin: () => process.stdin}, room)
      try {
        const isJson = await beginsAsJson(readSource(source.place))
        const file = isJson
          ? await openJsonLines(source.place, ask)
          : asEvents(await openCsv(source.place, {encoding: ask.encoding}), ask)
        return {...file, release: source.release}
      } catch (error) {
        await source.release()
        throw error
      }
    },
    checkRejects: checkRejectsPath,
  }
}

async function beginsAsJson(blocks: AsyncIterable<Buffer>): Promise<boolean> {
  for await (const block of blocks) return /^(\ufeff|\s)*\{/.test(block.subarray(0, 256).toString('utf8'))
  return false
}

function asEvents(csv: CsvFile, ask: ConsentFileAsk): Omit<ConsentFile, 'release'> {
  const {file} = ask
  if (csv.headerLine === null)
    throw new AppError('HEADER_MISSING', {file, line: csv.dialect.skipLines + 1, number: csv.dialect.skipLines + 1})
  const {columns, faults} = eventColumns(csv.header, ask.map)
  const [fault] = faults
  const known = csv.header.join(', ').slice(0, 300)
  if (fault)
    throw new AppError('MAPPING_INVALID', {given: fault.given, what: fault.what, columns: known, fields: 'event'})
  const named = columns.find(({field}) => field === 'address')?.index ?? csv.addressLike[0]
  if (named === undefined) throw new AppError('ADDRESS_COLUMN_MISSING', {file, columns: known})
  const read = columns.map((column) => (column.index === named ? {...column, field: 'address' as const} : column))
  checkTells(read, ask, known)
  return {
    file,
    format: 'csv',
    encoding: csv.dialect.encoding,
    sha256: csv.survey.sha256,
    sizeBytes: csv.survey.sizeBytes,
    columns: read,
    read: (rejectsPath) => readEvents(csv, read, ask, rejectsPath),
  }
}

/** Without a word for what happened nobody knows whether a file is one of consents or of those who left. */
function checkTells(columns: ConsentFile['columns'], {file, event}: ConsentFileAsk, known: string): void {
  const header = columns.find(({field}) => field === 'event')?.header ?? null
  if (header !== null && event !== null)
    throw new AppError('FLAG_INVALID', {
      ...{flag: '--event', given: event, expected: `--map "${header}=ignore"`, command: 'consent import'},
    })
  if (header !== null || event !== null) return
  const hasBasis = columns.some(({field}) => field === 'basis')
  if (hasBasis && stopOfName(file.split(/[\\/]/).at(-1)!) !== null) throw new AppError('EVENT_DOUBTFUL', {file})
  // A date of leaving speaks for itself; what else such a file holds is no yes.
  if (!hasBasis && columns.every(({field}) => field !== 'withdrawn_at'))
    throw new AppError('EVENT_COLUMN_MISSING', {file, columns: known})
}

async function* readEvents(
  csv: CsvFile,
  columns: ConsentFile['columns'],
  ask: ConsentFileAsk,
  rejectsPath: string,
): AsyncGenerator<ConsentBatch> {
  const taken = columns.filter(({field}) => field !== null)
  const readEvent = makeEventReader({...ask, tellsEvent: taken.some(({field}) => field === 'event')})
  const saysStop = stopFinder(csv, columns, ask.map)
  const width = csv.header.length
  let rejects: RejectsFile | null = null
  const write = (line: number, why: string, bytes: Buffer, fields: readonly string[] | null) => {
    rejects ??= rejectsFile(rejectsPath, ask.file, csv.dialect, csv.headerBytes, mappingOf(csv, columns))
    rejects.add(line, why, bytes, fields)
  }
  try {
    for await (const chunk of readRecords(csv.survey, csv.dialect)) {
      const spans = chunk.spans()
      const batch = startConsentBatch(chunk.bytesRead, (record, why) => {
        const {line, bytes} = spans[record]!
        write(line, why, bytes, chunk.records[record]!)
      })
      for (const {line, why, bytes} of chunk.broken) {
        write(line, why, bytes, null)
        batch.count(why, line)
      }
      for (const [record, fields] of chunk.records.entries()) {
        const {line} = spans[record]!
        if (line === csv.headerLine) continue
        if (fields.length !== width && !isPadded(fields, width)) batch.fail(record, line, 'column-count')
        else {
          const cells = cellsOf(fields, taken)
          batch.add(record, line, cells.address ?? '', readEvent(cells, saysStop(fields)))
        }
      }
      yield batch.result()
    }
  } finally {
    ;(rejects as RejectsFile | null)?.close()
  }
}

/** A column that the user told us to ignore is not watched. */
function stopFinder(csv: CsvFile, columns: ConsentFile['columns'], map: readonly string[]) {
  const said = (index: number, header: string) =>
    map.some((pair) => pair.trim() === `${header}=ignore` || pair.trim() === `#${index + 1}=ignore`)
  const guards = columns.flatMap(({index, header, field}) => {
    if (field === null ? said(index, header) : !WATCHED_FIELDS.has(field)) return []
    const saysNo = stopGuard(
      header,
      csv.sample.map((row) => cellOf(row, index)),
    )
    return saysNo === null ? [] : [{index, saysNo}]
  })
  return (fields: readonly string[]): boolean => guards.some(({index, saysNo}) => saysNo(cellOf(fields, index)))
}

function cellsOf(fields: readonly string[], taken: ConsentFile['columns']): EventCells {
  const cells: Record<string, string> = {}
  for (const {index, field} of taken) cells[field!] = cellOf(fields, index)
  return cells
}

/** Of columns that are not taken in: what must not stand in a file of ours is masked in the rejects too. */
function mappingOf(csv: CsvFile, columns: ConsentFile['columns']): ListMapping {
  const judge = startColumnJudge(csv.header)
  for (const row of csv.sample) judge.see(row)
  return judge.result().map((column, index) => ({
    ...{index, header: column.name, field: 'ignore', category: column.category, confidence: 'sure'},
    fate: columns[index]!.field === null ? fateOf(column) : 'store',
  }))
}
