/**
 * Where the plain bytes of a list file come from, as a value that a worker thread can be given: the same place opened
 * again yields the same bytes, or the error FILE_CHANGED.
 */
import type {FileLimits} from '../core/contacts/file-limits.ts'

export interface SourcePlace {
  /** As the user named it, `-` for standard input: what errors and screens say. */
  readonly name: string
  /** The file that is read: the named one, or a copy made for this job. */
  readonly path: string
  readonly kind: 'plain' | 'gzip' | 'zip'
  /** What is read in it, for showing only, never a path: the entry of a zip, the sheet of a workbook. */
  readonly inside: string | null
  /** Size of the file as it lies there, packed or not. */
  readonly sizeBytes: number
  /** When the file was last written to, milliseconds. */
  readonly modifiedMs: number
  /**
   * How the text is written where we wrote it ourselves, from a sheet; null = to be found out. Records end in CR, so
   * that a line break inside a cell is none of the file and the line number is the row of the sheet.
   */
  readonly writtenAs: {readonly encoding: 'utf-8'; readonly delimiter: ','; readonly lineEnd: '\r'} | null
  /** Copies made for this job; gone when the source is released. */
  readonly spooled: readonly string[]
  readonly limits: FileLimits
}
