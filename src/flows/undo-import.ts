/** Takes an import back: what it added goes, what it changed returns, what protects people stays. */
import type {UndoCounts} from '../ports/list-import.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

/** importId: as `list import` printed it. Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST, STORE_*. */
export async function undoImport(
  importId: string,
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<UndoCounts> {
  return store.lists.undo(importId, clock.now())
}
