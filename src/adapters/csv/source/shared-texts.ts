/** The texts that cells of a workbook share, kept as bytes: a million of them take little more than their letters. */

import {plainText} from './cell-text.ts'
import {readXml} from './xml.ts'
import type {Zip, ZipEntry} from './zip.ts'

export interface SharedTexts {
  /** Empty for a number that has no text. */
  at(index: number): string
}

/** Bytes of all texts together; a workbook with more is refused, or its texts would fill the memory. */
const MOST_BYTES = 1 << 28

/** entry: null when the workbook has none. tooBig: the error to throw over the limit. */
export async function readSharedTexts(zip: Zip, entry: ZipEntry | null, tooBig: () => Error): Promise<SharedTexts> {
  let bytes = Buffer.allocUnsafe(1 << 16)
  let ends = new Uint32Array(1 << 12)
  let count = 0
  let length = 0
  const add = (text: string) => {
    // No letter takes more than three bytes for each of its UTF-16 units.
    const most = length + text.length * 3
    if (most > MOST_BYTES) throw tooBig()
    if (most > bytes.length) bytes = Buffer.concat([bytes], Math.max(most, bytes.length * 2))
    if (count === ends.length) {
      const longer = new Uint32Array(ends.length * 2)
      longer.set(ends)
      ends = longer
    }
    length += bytes.write(text, length)
    ends[count] = length
    count += 1
  }
  if (entry !== null) {
    const reader = sharedReader(add)
    for await (const _ of readXml(zip.read(entry), reader));
  }
  return {
    at: (index) =>
      index >= 0 && index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : '',
  }
}

/** One text per si: its t, or the t of its runs; rPh is how kanji are read aloud and no part of the text. */
function sharedReader(add: (text: string) => void) {
  let text = ''
  let isText = false
  let aloud = 0
  return {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aloud += 1
      else if (name === 't') isText = aloud === 0
    },
    close(name: string) {
      if (name === 'si') add(plainText(text))
      else if (name === 'rPh') aloud -= 1
      else if (name === 't') isText = false
    },
    text(piece: string) {
      if (isText) text += piece
    },
  }
}
