/** Takes an import back: what it added goes, what it changed returns, what protects people stays. */
import type {UndoCounts, UndoPreview} from '../ports/list-import.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface UndoAsk {
  /** As `list import` printed it. */
  readonly importId: string
  /** Told before anything is changed; what it throws ends the undo. */
  readonly onPreview: (preview: UndoPreview) => Promise<void>
}

/** Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST, IMPORT_LOCKED, STORE_*. */
export async function undoImport(
  {importId, onPreview}: UndoAsk,
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<UndoCounts> {
  const preview = await store.lists.previewUndo(importId)
  await onPreview(preview)
  return store.lists.undo(preview.uuid, clock.now())
}
