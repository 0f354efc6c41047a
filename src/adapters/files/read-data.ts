/** One person's data as a JSON object of a file: column headers, or names with more below them. */
import type {Data} from '../../core/templates/fill-part.ts'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {readText} from './read-text.ts'

/** lang: of the details in errors. Throws FILE_* and DATA_INVALID. */
export async function readData(file: string, lang: Lang): Promise<Data> {
  const text = await readText(file, lang)
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    // The system's words quote the file, which holds somebody's data.
    throw new AppError('DATA_INVALID', {file, why: 'data-not-json'}, {cause: error})
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new AppError('DATA_INVALID', {file, why: 'data-not-object'})
  // Names are compared in one normal form, as those of a list's columns are.
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name.normalize('NFC'), value])) as Data
}
