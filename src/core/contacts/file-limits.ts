/** What a list file may hold at the most, so that no file, made so or broken, fills memory or takes for ever. */

export interface FileLimits {
  /** Plain bytes of the file. */
  readonly fileBytes: number
  /** Bytes of one record: an unclosed quote fails there, not at the end of the file. */
  readonly recordBytes: number
  /** Characters of a cell. */
  readonly cellLength: number
  readonly columns: number
  /** Characters of a column's name. */
  readonly nameLength: number
}

/** Source: reliability.md B3. */
export const FILE_LIMITS: FileLimits = {
  fileBytes: 50 * 1024 ** 3,
  recordBytes: 1024 ** 2,
  cellLength: 64 * 1024,
  columns: 512,
  nameLength: 128,
}

/** The most that settings may ask for: Excel has no more columns. */
export const MOST_COLUMNS = 16_384
export const MOST_NAME_LENGTH = 10_000
