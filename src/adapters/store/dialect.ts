/** What differs between SQLite and PostgreSQL, and nothing else; queries and migrations ask here instead of branching. */

export interface StoreDialect {
  /** Column type of a number that the database gives to new rows. */
  readonly serial: 'integer' | 'bigserial'
  /** Column type of raw bytes. */
  readonly bytes: 'blob' | 'bytea'
  /** Appended to `create table` of tables that are read in key order: SQLite then keeps rows in the key itself. */
  readonly clustered: string
  /** Whether a serial number must be told never to come back after its row is deleted. */
  readonly saysNeverReused: boolean
}

export const SQLITE: StoreDialect = {
  serial: 'integer',
  bytes: 'blob',
  clustered: 'without rowid',
  saysNeverReused: true,
}
