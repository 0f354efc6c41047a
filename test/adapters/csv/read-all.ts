/** Reads a whole file through survey and reader, for tests. */
import type {Dialect} from '../../../src/adapters/csv/read-records.ts'
import {readRecords} from '../../../src/adapters/csv/read-records.ts'
import type {Span} from '../../../src/adapters/csv/record-lines.ts'
import {surveyFile} from '../../../src/adapters/csv/survey-file.ts'
import {placeOf} from '../../support/place.ts'

export interface WholeFile {
  readonly records: (readonly string[])[]
  readonly spans: Span[]
  readonly broken: (Span & {readonly why: string})[]
  readonly chunks: number
}

export async function readAll(path: string, said: Partial<Dialect> = {}): Promise<WholeFile> {
  const survey = await surveyFile(await placeOf(path), said.encoding ?? null)
  const whole: WholeFile & {chunks: number} = {records: [], spans: [], broken: [], chunks: 0}
  for await (const chunk of readRecords(survey, {...survey, delimiter: ',', ...said})) {
    whole.chunks += 1
    whole.records.push(...chunk.records)
    whole.spans.push(...chunk.spans())
    whole.broken.push(...chunk.broken)
  }
  return whole
}
