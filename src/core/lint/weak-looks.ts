/** How well a stretch of visible text can be noticed, taken by its best letter: only what is weak throughout is weak. */
import {showsName} from './sender-names.ts'
import type {PartView, TextLook, VisibleText} from './template-view.ts'

export interface Stretch {
  /** Of the visible text; end exclusive. */
  readonly start: number
  readonly end: number
}

/** Longer stretches are no labels; keeps a crafted mail from being read letter by letter again and again. */
const MOST_LETTERS = 300
const UNKNOWN: TextLook = {sizePx: null, contrast: null}

/** Null where some letter's look is unknown, where there are none, or too many. */
export function bestLook({text, lookAt}: VisibleText, {start, end}: Stretch): TextLook {
  if (end - start > MOST_LETTERS) return UNKNOWN
  const looks = new Set<TextLook>()
  for (let i = start; i < end; i += 1) if (/\S/.test(text[i]!)) looks.add(lookAt(i))
  return {sizePx: most([...looks].map(({sizePx}) => sizePx)), contrast: most([...looks].map((look) => look.contrast))}
}

function most(values: readonly (number | null)[]): number | null {
  return values.length === 0 || values.includes(null) ? null : Math.max(...values.map(Number))
}

/** The lines that show the sender's name, declared or filled in by its tag. */
export function linesWithName({visible}: PartView, name: string): readonly Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  for (const line of visible.text.split('\n')) {
    const shown = (name !== '' && showsName(line, name)) || /\{\{\s*sender\.name\s*(?:\|[^{}]*)?\}\}/.test(line)
    if (shown) lines.push({start, end: start + line.length})
    start += line.length + 1
  }
  return lines
}
