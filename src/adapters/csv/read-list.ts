/** Turns a list file into rows ready for the store. Runs in a worker thread for imports, in place for an audit. */
import type {ContactDraft} from '../../core/contacts/read-contact.ts'
import {isFault, makeRowReader} from '../../core/contacts/read-contact.ts'
import type {ListBatch, ListReadAsk} from '../../ports/list-files.ts'
import type {ConsentRow, ImportRow} from '../../ports/store.ts'
import {randomWord, sealEvent} from '../system/seal-event.ts'
import type {RecordChunk} from './read-records.ts'
import {readRecords} from './read-records.ts'
import {rejectsFile} from './rejects-file.ts'

export interface DraftBatch extends Omit<ListBatch, 'rows'> {
  readonly drafts: readonly {readonly draft: ContactDraft; readonly record: number}[]
  readonly chunk: RecordChunk
}

/** Throws FILE_CHANGED and FILE_*. */
export async function* readDrafts({
  plan,
  basis,
  purpose,
  offsetMinutes,
  rejectsFile: rejectsPath,
}: ListReadAsk): AsyncGenerator<DraftBatch> {
  const {file: path, sizeBytes, modifiedMs, mapping} = plan
  const readRow = makeRowReader(mapping, {basis, purpose, offsetMinutes})
  const leftOutColumns = mapping.filter((column) => column.fate !== 'store')
  let rejects: ReturnType<typeof rejectsFile> | null = null
  let isFirst = true
  try {
    for await (const chunk of readRecords({path, sizeBytes, modifiedMs}, plan)) {
      const drafts: {draft: ContactDraft; record: number}[] = []
      const rejected: Record<string, number> = {}
      // Headers are foreign words: one called constructor must be a key like any other.
      const leftOut: Record<string, number> = Object.create(null)
      let folded = 0
      let from = 0
      if (isFirst && chunk.records.length > 0) {
        isFirst = false
        from = 1
        rejects = rejectsFile(rejectsPath, path, plan, chunk.spans()[0]!.bytes, mapping)
      }
      for (let record = from; record < chunk.records.length; record += 1) {
        const fields = chunk.records[record]!
        const draft = readRow(fields)
        if (isFault(draft)) {
          const span = chunk.spans()[record]!
          rejects?.add(span.line, reasonWord(draft), span.bytes, fields)
          rejected[draft.why] = (rejected[draft.why] ?? 0) + 1
          continue
        }
        drafts.push({draft, record})
        if (draft.address.wasFolded) folded += 1
        for (const column of leftOutColumns)
          if (
            (fields[column.index] ?? '').trim() !== '' &&
            !draft.attributes.some(([header]) => header === column.header)
          )
            leftOut[column.header] = (leftOut[column.header] ?? 0) + 1
      }
      for (const {line, bytes, why} of chunk.broken) {
        rejects?.add(line, why, bytes, null)
        rejected[why] = (rejected[why] ?? 0) + 1
      }
      yield {drafts, chunk, rejected, folded, leftOut, bytesRead: chunk.bytesRead}
    }
  } finally {
    rejects?.close()
  }
}

export async function* readList(ask: ListReadAsk): AsyncGenerator<ListBatch> {
  for await (const {drafts, rejected, folded, leftOut, bytesRead} of readDrafts(ask))
    yield {rows: drafts.map(({draft}) => toRow(draft)), rejected, folded, leftOut, bytesRead}
}

function reasonWord(fault: {why: string; column: string | null}): string {
  return fault.column === null ? fault.why : `${fault.why}@${fault.column.replace(/[\s,;"\t|]/g, '_')}`
}

function toRow(draft: ContactDraft): ImportRow {
  const {address, key, suppressKey} = draft.address
  return [
    address,
    key,
    suppressKey === key ? null : suppressKey,
    draft.country,
    draft.locale,
    draft.timeZone,
    attributesJson(draft.attributes),
    randomWord(),
    consentRow(draft),
    draft.optOut,
  ]
}

/** Built by hand because a header such as __proto__ must become an ordinary key, never an object's prototype. */
function attributesJson(attributes: ContactDraft['attributes']): string {
  let json = ''
  for (const [header, value] of attributes)
    json += `${json === '' ? '' : ','}${JSON.stringify(header)}:${JSON.stringify(value)}`
  return `{${json}}`
}

function consentRow(draft: ContactDraft): ConsentRow | null {
  const {consent} = draft
  if (consent === null) return null
  const {kind, basis, at, method, source, wording, purpose, topic} = consent
  const evidence = JSON.stringify(consent.evidence)
  const seal = sealEvent([kind, basis, at, method, source, wording, purpose, topic, evidence])
  return [seal.uuid, kind, basis, at, method, source, wording, purpose, topic, evidence, seal.salt, seal.hash]
}
