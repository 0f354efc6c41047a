/** One stretch of a file of consent events while it is read: lines with their events, and what had to be rejected. */
import type {EventReading} from '../../core/consent/read-event.ts'
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import type {ConsentBatch} from '../../ports/consent-files.ts'
import type {ConsentLine} from '../../ports/consent-store.ts'
import type {RejectCount} from '../../ports/list-files.ts'

/** write: puts a record of the stretch into the rejects file; record: its place in the stretch. */
export function startConsentBatch(bytesRead: number, write: (record: number, why: string) => void) {
  const lines: ConsentLine[] = []
  const records: number[] = []
  const faulty = new Set<number>()
  const rejected: Record<string, RejectCount> = {}
  const count = (why: string, line: number) => {
    const known = rejected[why]
    rejected[why] = {count: (known?.count ?? 0) + 1, firstLine: known?.firstLine ?? line}
  }
  const fail = (record: number, line: number, why: string) => {
    write(record, why)
    count(why, line)
  }
  return {
    /** Of a line that is in the rejects file already. */
    count,
    fail,
    add(record: number, line: number, address: string, {events, fault}: EventReading) {
      const parsed = parseAddress(address)
      if (!isAddress(parsed)) return fail(record, line, parsed)
      if (fault !== null) fail(record, line, fault)
      if (events.length === 0) return
      if (fault !== null) faulty.add(lines.length)
      lines.push({line, address: parsed, events})
      records.push(record)
    },
    result: (): ConsentBatch => ({
      lines,
      rejected,
      faulty,
      bytesRead,
      reject: (place, why) => write(records[place]!, why),
    }),
  }
}
