/** A template of another system as ours: converted as `template convert` does with a single file, then, if it is MJML, made HTML. */
import {readFileSync} from 'node:fs'
import {mjmlToHtml} from '../../src/adapters/html/mjml-to-html.ts'
import {isHtmlTemplate} from '../../src/core/templates/convert/template-kind.ts'
import {AppError} from '../../src/errors.ts'
import {convertAlone} from './convert.ts'

export interface ConvertedFile {
  readonly kind: 'html' | 'text'
  readonly source: string
  /** Tags that stay as they were written; convert tells them. */
  readonly kept: readonly string[]
  /** The error that it ends with; null: none. */
  readonly failure: string | null
}

export async function convertedFile(path: string): Promise<ConvertedFile> {
  const written = readFileSync(path, 'utf8')
  const kind = isHtmlTemplate(path, written) ? 'html' : 'text'
  const {text, kept} = convertAlone(kind === 'html' ? written : `text:${written}`)
  const file = {kind, kept: kept.map(({tag, why}) => `${tag} (${why})`)} as const
  if (!path.endsWith('.mjml')) return {...file, source: text, failure: null}
  try {
    return {...file, source: await mjmlToHtml(text, path, 'en'), failure: null}
  } catch (error) {
    if (error instanceof AppError) return {...file, source: text, failure: error.code}
    throw error
  }
}

/** Tags of other systems, which would be sent out raw. */
export const FOREIGN_TAGS = /\*\|[^|\n]+\|\*|%%\w+%%|\[\[[^\]\n]+\]\]|<%|\{%|\[%[^%\n]+%\]/
