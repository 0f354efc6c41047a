/** What differs between SQLite and PostgreSQL, and nothing else; queries and migrations ask here instead of branching. */

export interface StoreDialect {
  /** Column type of a number that the database gives to new rows. */
  readonly serial: 'integer' | 'bigserial'
  /** Appended to `create table` of tables that are read in key order: SQLite then keeps rows in the key itself. */
  readonly clustered: string
}

export const SQLITE: StoreDialect = {serial: 'integer', clustered: 'without rowid'}
