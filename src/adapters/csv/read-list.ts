/** Turns a list file into rows ready for the store. Runs in a worker thread for imports, in place for an audit. */
import {startAddressCensus} from '../../core/contacts/address-census.ts'
import {makeAddressFlagger} from '../../core/contacts/address-flags.ts'
import type {ContactDraft, FaultStop} from '../../core/contacts/read-contact.ts'
import {isFault, makeRowReader} from '../../core/contacts/read-contact.ts'
import {startReadNotes} from '../../core/contacts/read-notes.ts'
import type {ListBatch, ListReadAsk, RejectCount} from '../../ports/list-files.ts'
import {disposableDomains} from '../files/disposable-domains.ts'
import {headerFor} from './dialect/header-for.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {rowPacker} from './pack-rows.ts'
import {rawCells} from './raw-cells.ts'
import {lineOf} from './read-chunk.ts'
import type {RecordChunk} from './read-records.ts'
import {readRecords} from './read-records.ts'
import {rejectsFile} from './rejects-file.ts'

type Broken = RecordChunk['broken'][number]

export interface DraftBatch extends Omit<ListBatch, 'block'> {
  readonly drafts: readonly ContactDraft[]
  /** Opt-outs of rows that were rejected. */
  readonly stops: readonly FaultStop[]
  /** Rows and lines that could not be read, with the word of what is wrong with them. */
  readonly unread: readonly {readonly line: number; readonly why: string}[]
  /** Per draft, its record in the chunk. */
  readonly records: readonly number[]
  readonly chunk: RecordChunk
}

/** Throws FILE_*, and ARCHIVE_* when a packed file breaks off: rows given before are not the whole list. */
export async function* readDrafts({
  plan,
  basis,
  purpose,
  offsetMinutes,
  rejectsFile: rejectsPath,
}: ListReadAsk): AsyncGenerator<DraftBatch> {
  const {file: path, mapping} = plan
  const notes = startReadNotes()
  const readRow = makeRowReader(mapping, {basis, purpose, offsetMinutes}, notes)
  // What rejected lines say is not counted among the notes of the rows.
  const readStop = makeRowReader(mapping, {basis, purpose, offsetMinutes})
  const leftOutColumns = mapping.filter((column) => column.fate !== 'store')
  let rejects: ReturnType<typeof rejectsFile> | null = null
  const census = startAddressCensus(makeAddressFlagger(disposableDomains()))
  const early: Broken[] = []
  const decode = textDecoder(plan.encoding)
  /** Whoever said no in a line that cannot be read is stopped all the same, where its cells can be told apart. */
  const stopOfBroken = ({why, bytes}: Broken): FaultStop | null => {
    const cells = why === 'quote' ? rawCells(decode(bytes), plan.delimiter, mapping.length) : null
    if (cells === null) return null
    const read = readStop(cells)
    if (isFault(read)) return read.stop
    return read.optOut === null ? null : {subject: read.address.suppressKey, ...read.optOut}
  }
  let isFirst = true
  let last: RecordChunk | null = null
  try {
    for await (const chunk of readRecords(plan, plan)) {
      const drafts: ContactDraft[] = []
      const records: number[] = []
      const stops: FaultStop[] = []
      const rejected: Record<string, RejectCount> = {}
      const unread: {line: number; why: string}[] = []
      const countReject = (why: string, line: number) => {
        unread.push({line, why})
        const known = rejected[why]
        rejected[why] = {count: (known?.count ?? 0) + 1, firstLine: known?.firstLine ?? line}
      }
      // Headers are foreign words: one called constructor must be a key like any other.
      const leftOut: Record<string, number> = Object.create(null)
      let from = 0
      if (isFirst && chunk.records.length > 0) {
        isFirst = false
        from = plan.headerLine === null ? 0 : 1
        const first = chunk.spans()[0]!.bytes
        const header = plan.headerLine === null ? headerFor(mapping, plan, first) : first
        if (rejectsPath !== null) rejects = rejectsFile(rejectsPath, path, plan, header, mapping)
      }
      let record = from
      const line = () => lineOf(chunk, record)
      for (; record < chunk.records.length; record += 1) {
        const fields = chunk.records[record]!
        const draft = readRow(fields, chunk.isClean)
        if (isFault(draft)) {
          const span = chunk.spans()[record]!
          rejects?.add(span.line, reasonWord(draft), span.bytes, fields)
          countReject(draft.why, span.line)
          if (draft.stop !== null) stops.push(draft.stop)
          continue
        }
        drafts.push(draft)
        records.push(record)
        census.see(draft.address, line)
        for (const column of leftOutColumns)
          if (
            (fields[column.index] ?? '').trim() !== '' &&
            !draft.attributes.some(([header]) => header === column.header)
          )
            leftOut[column.header] = (leftOut[column.header] ?? 0) + 1
      }
      early.push(...chunk.broken)
      for (const broken of chunk.broken) {
        countReject(broken.why, broken.line)
        const stop = stopOfBroken(broken)
        if (stop !== null) stops.push(stop)
      }
      // The header comes first in the rejects file: what is broken before the first record waits for it.
      if (!isFirst) for (const {line, bytes, why} of early.splice(0)) rejects?.add(line, why, bytes, null)
      yield {
        drafts,
        records,
        stops,
        unread,
        chunk,
        rejected,
        leftOut,
        notes: notes.take(),
        flags: [],
        bytesRead: chunk.bytesRead,
      }
      last = chunk
    }
    if (early.length > 0 && rejectsPath !== null) {
      rejects = rejectsFile(rejectsPath, path, plan, headerFor(mapping, plan, early[0]!.bytes), mapping)
      for (const {line, bytes, why} of early) rejects.add(line, why, bytes, null)
    }
    if (last === null) return
    const nothing = {drafts: [], records: [], stops: [], unread: [], rejected: {}, leftOut: {}, notes: []}
    yield {...nothing, chunk: last, flags: census.result(), bytesRead: last.bytesRead}
  } finally {
    rejects?.close()
  }
}

export async function* readList(ask: ListReadAsk): AsyncGenerator<ListBatch> {
  const pack = rowPacker()
  for await (const {drafts, stops, rejected, leftOut, notes, flags, bytesRead} of readDrafts(ask))
    yield {block: pack(drafts, stops), rejected, leftOut, notes, flags, bytesRead}
}

function reasonWord(fault: {why: string; column: string | null}): string {
  return fault.column === null ? fault.why : `${fault.why}@${fault.column.replace(/[\s,;"\t|]/g, '_')}`
}
