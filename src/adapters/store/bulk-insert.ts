/**
 * Inserts of many rows in one statement: calling into the database costs as much as the insert itself. Only columns
 * that hold something are named; one prepared statement per pattern of columns and number of rows.
 */
import type {SqliteDatabase, SqliteStatement} from './driver.ts'

export type Cell = string | number | null | Uint8Array

/** Rows in one statement. More gain little and make statements that are slow to bind. */
export const GROUP = 64

export interface BulkTable {
  readonly table: string
  /** Columns whose value is the same for every row of the session, written into the statement. */
  readonly fixed: Readonly<Record<string, number>>
  /** Columns made of the statement's first parameter and the row's place in the group (from 0): their SQL. */
  readonly derived: Readonly<Record<string, (place: number) => string>>
  /** An `on conflict` clause. */
  readonly tail: string
}

/**
 * Writes rows [from, to) of the columns, at most GROUP of them, and returns how many went in. first: the parameter
 * that derived columns are made of.
 */
export type BulkInsert = (
  first: Cell,
  columns: Readonly<Record<string, readonly Cell[] | Float64Array | null>>,
  from: number,
  to: number,
) => number

export function bulkInsert(db: SqliteDatabase, {table, fixed, derived, tail}: BulkTable): BulkInsert {
  const statements = new Map<string, SqliteStatement>()
  const parameters: Cell[] = []
  const hasFirst = Object.keys(derived).length > 0
  const prepare = (names: readonly string[], rows: number): SqliteStatement => {
    const all = [...Object.keys(derived), ...Object.keys(fixed), ...names]
    const groups: string[] = []
    for (let place = 0; place < rows; place += 1) {
      const values = [
        ...Object.values(derived).map((sqlOf) => sqlOf(place)),
        ...Object.values(fixed),
        // Numbered ones have names, which the driver looks for one after the other at each of them.
        ...names.map(() => '?'),
      ]
      groups.push(`(${values.join(', ')})`)
    }
    return db.prepare(`insert into ${table} (${all.join(', ')}) values ${groups.join(', ')} ${tail}`)
  }
  return (first, columns, from, to) => {
    let pattern = `${to - from}`
    for (const name in columns) if (columns[name] !== null) pattern += ` ${name}`
    let statement = statements.get(pattern)
    if (statement === undefined) {
      statement = prepare(pattern.split(' ').slice(1), to - from)
      statements.set(pattern, statement)
    }
    parameters.length = 0
    if (hasFirst) parameters.push(first)
    for (let row = from; row < to; row += 1)
      for (const name in columns) {
        const cells = columns[name]
        if (cells) parameters.push(cells[row]!)
      }
    return Number(statement.run(...parameters).changes)
  }
}
