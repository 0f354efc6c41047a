/** A place in a file, with the line around it where that is not the one that the text in question shows. */

export interface Spot {
  readonly file: string
  /** Both from 1; columns in UTF-16 units. */
  readonly line: number
  readonly column: number
  /** See Finding. */
  readonly excerpt?: {readonly text: string; readonly at: number}
}
