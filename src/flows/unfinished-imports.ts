/** Imports of a list that were cut short and that nothing has made good since: its people are not all there. */
import type {ImportRecord} from '../ports/list-import.ts'

export interface UnfinishedImport {
  /** Enough of it for `list undo`. */
  readonly id: string
  readonly file: string
  /** Of the file, taken in so far. */
  readonly rowsRead: number
}

/** Enough of an import's id to name it to people. */
export const SHORT_ID = 8

/**
 * records: of one list, oldest first. One that is running now counts too: who plans on it gets part of the list. A
 * finished import of a file of that name after it makes it good, as after a file that changed while it was read.
 */
export function unfinishedImports(records: readonly ImportRecord[]): readonly UnfinishedImport[] {
  const isMadeGood = ({fileName}: ImportRecord, i: number) =>
    records
      .slice(i + 1)
      .some((later) => later.fileName === fileName && later.counts !== null && later.undoneAt === null)
  return records
    .filter((record, i) => record.counts === null && record.undoneAt === null && !isMadeGood(record, i))
    .map(({uuid, fileName, rowsRead}) => ({id: uuid.slice(0, SHORT_ID), file: fileName, rowsRead: rowsRead ?? 0}))
}
