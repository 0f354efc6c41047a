/** Looks at a list file and proposes how to read it: encoding, delimiter, what each column means and holds. */
import {proposeMapping} from '../../core/contacts/mapping.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {AppError} from '../../errors.ts'
import type {ListFileAsk, ListFilePlan} from '../../ports/list-files.ts'
import {openCsv} from './open-csv.ts'

/** Throws FILE_*, ENCODING_*, HEADER_MISSING, HEADER_ONLY, ADDRESS_COLUMN_MISSING. */
export async function planList(ask: ListFileAsk): Promise<ListFilePlan> {
  const csv = await openCsv(ask.file, {encoding: ask.encoding, delimiter: ask.delimiter})
  const judge = startColumnJudge(csv.header)
  for (const row of csv.sample) judge.see(row)
  const columns = judge.result()
  const {mapping, faults} = proposeMapping(csv.header, columns, ask.map, csv.addressLike)
  if (!mapping.some((column) => column.field === 'address'))
    throw new AppError('ADDRESS_COLUMN_MISSING', {file: ask.file, columns: csv.header.join(', ').slice(0, 300)})
  return {
    file: ask.file,
    sizeBytes: csv.survey.sizeBytes,
    modifiedMs: csv.survey.modifiedMs,
    sha256: csv.survey.sha256,
    encoding: csv.dialect.encoding,
    hasBom: csv.dialect.hasBom,
    confidence: csv.survey.confidence,
    delimiter: csv.dialect.delimiter,
    mapping,
    mappingFaults: faults,
    columns,
  }
}
