/** Reads the text of a form as it was shown: the same words have the same hash, whatever encoding and line ends the file has. */
import {createHash} from 'node:crypto'
import type {Lang} from '../../i18n/text.ts'
import {readText} from './read-text.ts'

/** Lines joined by \n. lang: of the details in errors. Throws what readText throws. */
export async function readWording(path: string, lang: Lang): Promise<{text: string; sha256: string}> {
  const text = (await readText(path, lang)).replace(/\r\n?/g, '\n')
  return {text, sha256: createHash('sha256').update(text).digest('hex')}
}
