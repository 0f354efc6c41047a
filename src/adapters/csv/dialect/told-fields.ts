/** What was said about the columns of a file, by --map or by a saved mapping. */
import {ourColumns} from '../../../core/contacts/mapping.ts'
import {replayColumns} from '../../../core/contacts/saved-mapping.ts'
import {AppError} from '../../../errors.ts'
import type {ListFileAsk} from '../../../ports/list-files.ts'
import type {CsvFile} from '../open-csv.ts'

/**
 * overrides: for proposeMapping, later ones win, with what was written instead. columns: whose field was said. watched:
 * those of them that a saved mapping keeps as they are without anybody having been asked. Throws MAPPING_DIFFERS.
 */
export function toldFields(
  csv: CsvFile,
  ask: ListFileAsk,
): {
  readonly overrides: readonly string[]
  readonly columns: ReadonlySet<number>
  readonly watched: ReadonlySet<number>
  readonly written: ReadonlyMap<string, string>
} {
  const ours = ourColumns(csv.header)
  const written = new Map(ask.map.map((given) => [byNumber(given, csv.header, ours), given]))
  const saved = savedFields(csv, ask)
  const placesOf = (given: readonly string[]) =>
    new Set(given.flatMap((each) => /^#(\d+)=/.exec(each)?.[1] ?? []).map((number) => ours + Number(number) - 1))
  const now = placesOf([...written.keys()])
  return {
    written,
    overrides: [...saved.overrides, ...written.keys()],
    columns: new Set([...placesOf(saved.overrides), ...now]),
    watched: new Set([...placesOf(saved.watched)].filter((index) => !now.has(index))),
  }
}

/** A file without header has the names its saved mapping gives. Throws MAPPING_DIFFERS when their number is another. */
export function savedNames(csv: CsvFile, {columns, file}: ListFileAsk): CsvFile {
  if (csv.headerLine !== null || !columns) return csv
  const inOrder = [...columns.saved].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const names = inOrder.map((each) => each.column)
  if (names.length === csv.header.length) return {...csv, header: names}
  throw differs(file, columns.of, csv.header.slice(names.length), names.slice(csv.header.length))
}

function savedFields(csv: CsvFile, {columns, file}: ListFileAsk) {
  if (!columns) return {overrides: [], watched: []}
  const {overrides, watched, onlyInFile, onlyInMapping} = replayColumns(columns.saved, csv.header)
  if (onlyInFile.length + onlyInMapping.length > 0) throw differs(file, columns.of, onlyInFile, onlyInMapping)
  return {overrides, watched}
}

function differs(file: string, mapping: string, onlyInFile: readonly string[], onlyInMapping: readonly string[]) {
  const details = [...onlyInFile.map((name) => `+ ${name}`), ...onlyInMapping.map((name) => `- ${name}`)]
  return new AppError('MAPPING_DIFFERS', {file, mapping, count: details.length}, {details})
}

/** Names are the ones we gave: one that stands twice in the file has a number behind it, which no header word has. */
function byNumber(given: string, names: readonly string[], ours: number): string {
  const split = given.lastIndexOf('=')
  const field = given.slice(split + 1).trim()
  const index = names.indexOf(given.slice(0, Math.max(0, split)).trim())
  return index < ours ? given : `#${index - ours + 1}=${field}`
}
