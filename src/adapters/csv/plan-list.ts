/** Looks at a list file and proposes how to read it: encoding, delimiter, what each column means and holds. */
import {basename} from 'node:path'
import {findDoubts} from '../../core/contacts/find-doubts.ts'
import {proposeMapping} from '../../core/contacts/mapping.ts'
import {rowsContradict} from '../../core/contacts/rows-are.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {keepColumns} from '../../core/sensitive/keep-columns.ts'
import {AppError} from '../../errors.ts'
import type {ListFileAsk, ListFilePlan} from '../../ports/list-files.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {exampleOf} from './dialect/example-row.ts'
import {savedNames, toldFields} from './dialect/told-fields.ts'
import {openCsv} from './open-csv.ts'
import {openSource} from './source/open-source.ts'
import type {SpoolRoom} from './source/spool-room.ts'

const NO_WORDS = {active: [], stopped: []} as const

/**
 * What the plan's place names as spooled stays in the room until the plan is done with; after an error nothing does.
 * Throws FILE_*, ARCHIVE_*, SHEET_*, STDIN_TERMINAL, ENCODING_*, HEADER_*,
 * FLAG_INVALID, KEEP_BARRED, COLUMNS_TOO_MANY, CSV_BROKEN, LINE_TOO_LONG, ADDRESS_COLUMN_MISSING, MAPPING_DIFFERS.
 */
export async function planList(ask: ListFileAsk, room: SpoolRoom): Promise<ListFilePlan> {
  const source = await openSource({given: ask.file, sheet: ask.sheet, stdin: () => process.stdin}, room)
  try {
    return await planPlace(ask, source.place)
  } catch (error) {
    await source.release()
    throw error
  }
}

async function planPlace(ask: ListFileAsk, place: SourcePlace): Promise<ListFilePlan> {
  const csv = savedNames(await openCsv(place, ask), ask)
  const {header: names, headerWords: words, headerLine, survey, dialect} = csv
  const judge = startColumnJudge(words)
  for (const row of csv.sample) judge.see(row)
  const columns = judge.result().map((column, index) => ({...column, name: names[index]!}))
  const told = toldFields(csv, ask)
  const {statusWords = NO_WORDS, rows = null} = ask
  const {addressLike, sample} = csv
  const proposal = proposeMapping(words, columns, told.overrides, addressLike, {
    fileName: fileNameOf(place),
    sample,
    dates: ask.dates ?? null,
    statusWords,
    names: [basename(place.name), place.inside ?? ''],
    rows,
    watched: told.watched,
  })
  if (rowsContradict(proposal.format, rows))
    throw new AppError('FLAG_INVALID', {
      ...{flag: '--rows', given: 'subscribers', command: 'list import'},
      expected: `opt-outs (${proposal.format!.name}: ${proposal.format!.part})`,
    })
  if (!proposal.mapping.some((column) => column.field === 'address'))
    throw new AppError('ADDRESS_COLUMN_MISSING', {file: ask.file, columns: names.join(', ').slice(0, 300)})
  const named = proposal.mapping.map((column, index) => ({...column, header: names[index]!}))
  const mapping = keepColumns(named, ask.keep ?? null)
  const isTold =
    ask.header === 'none' || mapping.some(({index, field}) => field === 'address' && told.columns.has(index))
  return {
    file: ask.file,
    place,
    sizeBytes: survey.sizeBytes,
    sha256: survey.sha256,
    encoding: dialect.encoding,
    hasBom: dialect.hasBom,
    confidence: survey.confidence,
    delimiter: dialect.delimiter,
    headerLine,
    skipLines: dialect.skipLines,
    skippedAddresses: csv.skippedAddresses,
    format: proposal.format,
    mapping,
    mappingFaults: proposal.faults.map((fault) => ({...fault, given: told.written.get(fault.given) ?? fault.given})),
    columns,
    doubts: findDoubts({
      mapping,
      unsure: proposal.unsure,
      unsureRows: proposal.unsureRows,
      words,
      sample,
      addressLike,
      hasHeader: headerLine !== null,
      isTold,
      // Our own export says what each of its columns is.
      told: proposal.format?.id === 'todoke' ? new Set(mapping.keys()) : told.columns,
      statusWords,
    }),
    statusWords,
    rows,
    example: exampleOf(sample[0] ?? [], mapping),
  }
}

/** As the service named it that wrote it: of a zip the name of what is in it. */
function fileNameOf({kind, inside, name}: SourcePlace): string {
  return basename(kind === 'zip' && inside !== null ? inside : name)
}
