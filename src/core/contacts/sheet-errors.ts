/** What stands in a cell whose formula has no result: an error, or nothing worked out yet. It says nothing, and no no either. */

/** A formula that was never worked out, by the name Excel itself gives to a value that is still to come. */
export const NOT_WORKED_OUT = '#GETTING_DATA'

const ERROR =
  /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|EXTERNAL!|UNKNOWN!|BUSY!|GETTING_DATA)$/i

/** True for #N/A, #REF! and their like, as workbooks hold them and as programs write them into CSV. */
export function isSheetError(cell: string): boolean {
  return cell.charCodeAt(0) === 0x23 && ERROR.test(cell)
}
