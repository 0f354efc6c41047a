/** The character set that a mail is written in, as one function; what needs a library is made by an adapter. */

export interface CharsetWriter {
  readonly name: 'utf-8' | 'iso-2022-jp'
  /**
   * The bytes of a text without line ends, as a string of characters below 0x80 (utf-8: the text itself). Null when the set
   * lacks a character of it. What comes out ends in ASCII again, so that lines can be joined.
   */
  write(text: string): string | null
}

export const UTF_8: CharsetWriter = {name: 'utf-8', write: (text) => text}
