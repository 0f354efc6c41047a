/**
 * What can be mended in a file of MJML, seen in the HTML that it becomes: each mend changes the file where that was written,
 * and the HTML in the same way, so that what comes of it can be linted.
 */
import type {Spot} from '../spot.ts'
import {sureLanguage} from '../sure-language.ts'
import type {Edit} from './edits.ts'
import {inOrder} from './edits.ts'
import type {Mend, MendPlaces} from './propose-mends.ts'
import {httpsMend} from './propose-mends.ts'

export interface MjmlMend {
  /** Of the file. */
  readonly mend: Mend
  /** Of the HTML. */
  readonly made: readonly Edit[]
}

export interface MjmlSides {
  readonly file: string
  readonly written: string
  /** Behind the name of the first element, when it says no language; null = it says one, or is no `<mjml>`. */
  readonly langAt: number | null
  readonly html: string
  /** Where an offset of the HTML was written. */
  readonly placeOf: (offset: number) => Spot
  /** Of the HTML. */
  readonly places: MendPlaces
}

/** MJML that says no language becomes HTML that says it is not known. */
export function mjmlLangMend({langAt, html, places}: MjmlSides, language: string | null): MjmlMend | null {
  const lang = language ?? sureLanguage(places.visible)
  const unsaid = /<html\b[^>]*?\slang="(?=und")/i.exec(html)
  if (langAt === null || lang === null || unsaid === null) return null
  const at = unsaid.index + unsaid[0].length
  return {
    mend: {kind: 'lang', edits: [{start: langAt, end: langAt, text: ` lang="${lang}"`}]},
    made: [{start: at, end: at + 'und'.length, text: lang}],
  }
}

/** hosts: see httpsMend. elsewhere: links that would be mended, but stand in included files. */
export function mjmlHttpsMend(
  {file, written, places, placeOf}: MjmlSides,
  hosts: ReadonlySet<string>,
): {readonly mend: MjmlMend | null; readonly elsewhere: number} {
  const made = httpsMend(places.links, hosts)?.edits ?? []
  const starts = lineStarts(written)
  const edits = new Map<number, Edit>()
  const kept: Edit[] = []
  let elsewhere = 0
  for (const edit of made) {
    const spot = placeOf(edit.start)
    const at = (starts[spot.line - 1] ?? 0) + spot.column - 1
    // Mail programs get some links twice.
    if (spot.file === file && /^http$/i.test(written.slice(at - 'http'.length, at)) && written[at] === ':') {
      edits.set(at, {...edit, start: at, end: at})
      kept.push(edit)
    } else elsewhere += 1
  }
  const mend = edits.size === 0 ? null : {mend: {kind: 'https', edits: [...edits.values()]} as const, made: kept}
  return {mend, elsewhere}
}

/** Where an offset of the mended text stood before. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  let grown = 0
  for (const {start, end, text} of inOrder(edits)) {
    if (start + grown >= offset) break
    grown += text.length - (end - start)
  }
  return Math.max(0, offset - grown)
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({index, 0: end}) => index + end.length)]
}
