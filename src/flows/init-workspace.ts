/** Makes a workspace: settings, a sample list, sample mails and the place for the store, all or nothing. */
import {exampleValuesLeft} from '../core/example-values.ts'
import type {MadeWorkspace, WorkspaceMaker, WorkspaceValues} from '../ports/workspace.ts'

export interface InitAsk {
  readonly folder: string
  readonly values: WorkspaceValues
}

export interface InitNeeds {
  readonly workspaces: WorkspaceMaker
}

/** Throws FLAG_INVALID, LAW_UNKNOWN, WORKSPACE_EXISTS, FILE_UNWRITABLE; then nothing was changed. */
export async function initWorkspace(ask: InitAsk, needs: InitNeeds): Promise<MadeWorkspace> {
  const draft = needs.workspaces.draft(ask.values)
  const folder = await needs.workspaces.create(ask.folder, draft.files)
  return {
    folder,
    files: draft.files.map(({path, kind}) => ({path, kind})),
    examplesLeft: exampleValuesLeft(draft.settings).map((key) => ({key, line: draft.lineOf(key)})),
  }
}
