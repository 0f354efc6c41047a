/** The first row of a list as a person may be shown it while they say what its columns mean. */
import {isAddress, parseAddress} from '../../../core/contacts/address.ts'
import type {ListMapping} from '../../../core/contacts/mapping.ts'
import {maskAddress, maskValue} from '../../../core/sensitive/mask.ts'

const LONGEST = 40

/** One value per column: addresses masked, values of columns that are not stored too, long ones cut. */
export function exampleOf(row: readonly string[], mapping: ListMapping): string[] {
  return mapping.map(({index, fate}) => {
    const cell = (row[index] ?? '').trim().slice(0, 320)
    if (fate !== 'store' && cell !== '') return maskValue(cell)
    if (!cell.includes('@')) return cell.slice(0, LONGEST)
    const parsed = parseAddress(cell)
    return isAddress(parsed) ? maskAddress(parsed.address) : maskValue(cell)
  })
}
