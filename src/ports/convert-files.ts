/** What the conversion of templates asks of files. */

export interface FoundFile {
  /** As the user will find it again. */
  readonly path: string
  /** Below the folder that was named, with slashes; the bare name of a single file. */
  readonly below: string
}

export interface ConvertFiles {
  /**
   * A file alone, or the files of a folder and below in the order of their names, without links and hidden ones.
   * Throws FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY (a folder without files).
   */
  find(path: string): Promise<{readonly isFolder: boolean; readonly files: readonly FoundFile[]}>
  /** Throws FILE_*, TEMPLATE_INVALID (too big). */
  read(path: string): Promise<string>
  /** What stands there, links followed; null: nothing. */
  kindOf(path: string): Promise<'file' | 'folder' | null>
  /** Makes the folder of the file where it is missing. Throws FILE_EXISTS without overwrite, FILE_UNWRITABLE. */
  write(path: string, text: string, overwrite: boolean): Promise<void>
  copy(from: string, to: string, overwrite: boolean): Promise<void>
}
