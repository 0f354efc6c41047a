/** One row of a table as a template may use it: the columns that an import would offer, and the address. */
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {cellOf, valueIn} from '../../core/contacts/cell.ts'
import {namesForTemplates} from '../../core/contacts/standing-columns.ts'
import {mayComeIn} from '../../core/sensitive/column-judgement.ts'
import {AppError} from '../../errors.ts'
import type {FilePerson} from '../../ports/previews.ts'
import {planList} from './plan-list.ts'
import {readRecords} from './read-records.ts'
import type {SpoolRoom} from './source/spool-room.ts'

/** row: from 1, without the header. Throws what planList throws, and ROW_UNKNOWN. */
export async function readRowPerson(file: string, row: number, room: SpoolRoom): Promise<FilePerson> {
  const plan = await planList({file, sheet: null, encoding: null, delimiter: null, map: []}, room)
  try {
    let left = row + (plan.headerLine === null ? 0 : 1)
    let count = plan.headerLine === null ? 0 : -1
    for await (const {records} of readRecords(plan, plan)) {
      const fields = records[left - 1]
      if (fields !== undefined) return personIn(fields, row, plan.mapping)
      left -= records.length
      count += records.length
    }
    throw new AppError('ROW_UNKNOWN', {of: file, row, count: Math.max(0, count)})
  } finally {
    await room.remove(plan.place.spooled)
  }
}

function personIn(
  fields: readonly string[],
  row: number,
  mapping: Awaited<ReturnType<typeof planList>>['mapping'],
): FilePerson {
  const shown = mapping.filter(
    ({field, fate}) =>
      (field === 'attribute' || field === 'name') && mayComeIn(fate) && fate !== 'leave-out-without-consent',
  )
  const address = mapping.find(({field}) => field === 'address')
  const parsed = address === undefined ? null : parseAddress(cellOf(fields, address.index))
  return {
    row,
    address: parsed !== null && isAddress(parsed) ? cellOf(fields, address!.index) : null,
    data: Object.fromEntries(shown.map(({header, index}) => [header.normalize('NFC'), valueIn(fields, index)])),
    names: namesForTemplates(mapping),
  }
}
