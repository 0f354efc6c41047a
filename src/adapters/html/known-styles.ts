/** The mails of one sender share their style sheets: what was worked out for one mail holds for the next. */
import type {Style} from './css-cascade.ts'
import {cascade} from './css-cascade.ts'
import {colourReader} from './css-colours.ts'
import type {Shape} from './css-selectors.ts'
import type {Look, LookOf} from './text-look.ts'
import {lookOutside, looksUnder} from './text-look.ts'

export interface Styles {
  readonly lookOf: LookOf
  /** Around the mail; see lookOutside. */
  outside(isWhole: boolean): Look
  /** For one mail. */
  begin(): (shape: Shape) => Style
}

/** A team has a few sheets. */
const MOST = 8
/** Elements, after which all is worked out anew: what is remembered must not grow with the mails. */
const MOST_ELEMENTS = 200_000
const known = new Map<string, Styles>()

/** sheets: of <style> elements in order. */
export function stylesOf(sheets: readonly string[]): Styles {
  const key = sheets.join('\0')
  const styles = known.get(key) ?? newStyles(sheets, () => known.delete(key))
  // The latest last.
  known.delete(key)
  known.set(key, styles)
  if (known.size > MOST) known.delete(known.keys().next().value!)
  return styles
}

function newStyles(sheets: readonly string[], forget: () => void): Styles {
  const colourOf = colourReader()
  const outside = new Map([true, false].map((isWhole) => [isWhole, lookOutside(isWhole)]))
  const begin = cascade(sheets, colourOf)
  let elements = 0
  return {
    lookOf: looksUnder(colourOf),
    outside: (isWhole) => outside.get(isWhole)!,
    begin() {
      const styleOf = begin()
      return (shape) => {
        elements += 1
        if (elements === MOST_ELEMENTS) forget()
        return styleOf(shape)
      }
    },
  }
}
