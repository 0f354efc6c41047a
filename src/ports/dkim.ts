/** What jobs with DKIM keys ask of the outside: key files, and the records that receivers will find. */
import type {DkimKey} from '../core/sending/dkim/key.ts'
import type {DkimKind} from '../core/sending/dkim/kind.ts'
import type {DkimSetting} from '../core/settings.ts'

export interface DkimKeyFiles {
  /** Reads, proves and returns the key. Throws DKIM_KEY_BAD. */
  read(setting: DkimSetting): Promise<DkimKey>
  /** Makes a new key; nothing is written. bits: of an RSA key. */
  make(ask: Pick<DkimKey, 'domain' | 'selector'>, kind: DkimKind, bits: number): Promise<DkimKey>
  /**
   * Writes keys as PEM, readable by the owner alone, all or none. Throws FILE_EXISTS, FOLDER_MISSING, FILE_UNWRITABLE.
   * Returns the files as the settings name them and as the user finds them, in the order of the keys.
   */
  write(keys: readonly DkimKey[]): Promise<readonly WrittenKey[]>
}

export interface WrittenKey {
  /** Relative to the workspace where it lies in it, else the full path. */
  readonly keyFile: string
  /** Relative to where the user stands. */
  readonly path: string
}

/** texts: one for each TXT record, its strings joined; none where the name or its records are not there. */
export type TxtAnswer = {readonly texts: readonly string[]} | {readonly unreachable: string}

/** Never throws; unreachable holds the resolver's code, e.g. ETIMEOUT. */
export type LookUpTxt = (name: string) => Promise<TxtAnswer>
