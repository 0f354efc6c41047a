/**
 * Inserts that name only the columns that hold something: most rows leave many columns empty, and each bound value
 * costs as much as a tenth of the insert. One prepared statement per pattern of empty columns.
 */
import type {SqliteDatabase, SqliteStatement} from './driver.ts'

/** Values in the order of columns; null ones are left out. Returns how many rows were written: 1 or 0. */
export type SparseInsert = (values: readonly (string | number | null)[]) => number

/** fixed: columns whose value is the same for every row, written into the statement. tail: an `on conflict` clause. */
export function sparseInsert(
  db: SqliteDatabase,
  table: string,
  fixed: Readonly<Record<string, number>>,
  columns: readonly string[],
  tail = '',
): SparseInsert {
  const statements = new Map<number, SqliteStatement>()
  const prepare = (mask: number): SqliteStatement => {
    const present = columns.filter((_, i) => (mask & (1 << i)) !== 0)
    const names = [...present, ...Object.keys(fixed)].join(', ')
    const values = [...present.map(() => '?'), ...Object.values(fixed)].join(', ')
    const statement = db.prepare(`insert into ${table} (${names}) values (${values}) ${tail}`)
    statements.set(mask, statement)
    return statement
  }
  return (values) => {
    let mask = 0
    const present: (string | number)[] = []
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]
      if (value === null || value === undefined) continue
      mask |= 1 << i
      present.push(value)
    }
    return Number((statements.get(mask) ?? prepare(mask)).run(...present).changes)
  }
}
