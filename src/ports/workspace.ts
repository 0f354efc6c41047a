/** What `init` asks of the outside: texts of a new workspace, and a folder that takes them or stays untouched. */
import type {Settings} from '../core/settings.ts'

/** What the command line said; what is not set becomes an example value. */
export interface WorkspaceValues {
  readonly senderName?: string
  readonly senderAddress?: string
  readonly senderContact?: string
  /** `Name <address>` or an address alone. */
  readonly from?: string
  readonly optOutUrl?: string
  readonly optOutMailto?: string
  readonly relayHost?: string
  readonly relayPort?: number
  readonly relayTls?: string
  readonly relayUser?: string
  readonly relayPasswordFile?: string
  /** Short names of laws. */
  readonly laws?: readonly string[]
}

export type WorkspaceFileKind = 'settings' | 'list' | 'optouts' | 'template' | 'state' | 'gitignore'

export interface WorkspaceFile {
  /** Relative to the workspace, parts joined by /. */
  readonly path: string
  readonly kind: WorkspaceFileKind
  readonly bytes: Uint8Array
  /** Personal data or state: readable by the owner alone. */
  readonly isPrivate: boolean
}

export interface WorkspaceDraft {
  /** todoke.yaml comes last, so that a folder is a workspace only when all else is there. */
  readonly files: readonly WorkspaceFile[]
  readonly settings: Settings
  /** Line in todoke.yaml, from 1, of a key path such as sender.from.address. */
  lineOf(path: string): number
}

export interface WorkspaceMaker {
  /** Writes nothing. Throws FLAG_INVALID, LAW_UNKNOWN. */
  draft(values: WorkspaceValues): WorkspaceDraft
  /**
   * folder: made when it is not there. All files or none: throws WORKSPACE_EXISTS when one of them is there already,
   * FILE_UNWRITABLE when the disk refuses; in both cases nothing stays changed. Lines missing in an existing
   * .gitignore are added. Returns the folder's full path.
   */
  create(folder: string, files: readonly WorkspaceFile[]): Promise<string>
}

/** What `init` answers. */
export interface MadeWorkspace {
  /** Full path. */
  readonly folder: string
  readonly files: readonly {readonly path: string; readonly kind: WorkspaceFileKind}[]
  /** Settings that are still examples, in the order of todoke.yaml, with their lines. */
  readonly examplesLeft: readonly {readonly key: string; readonly line: number}[]
}
