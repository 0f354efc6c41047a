/** Values of the properties that decide what a reader sees: shorthands taken apart, lengths in px. */
import type {Declaration} from './css-blocks.ts'
import type {ColourReader} from './css-colours.ts'

/** All that is looked at; the rest of a style is passed over. */
export const SEEN_BY: ReadonlySet<string> = new Set(
  `display visibility opacity font font-size color background background-color background-image height width max-height
  max-width overflow overflow-x overflow-y text-indent clip clip-path position left top right margin margin-top padding
  padding-top white-space`.split(/\s+/),
)

const KEYWORDS: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset', 'revert', 'currentcolor'])

/** A declaration as the ones it stands for; what mail programs would not understand is left out. */
export function longhands(declaration: Declaration, colourOf: ColourReader): readonly Declaration[] {
  const {name, value} = declaration
  const as = (longhand: string, its: string): Declaration => ({...declaration, name: longhand, value: its})
  if (name === 'background') return backgroundOf(value, colourOf, as)
  if (name === 'font') {
    const size = wordsOf(value).find((word) => /^[.\d]/.test(word) && !/^\d00$/.test(word))
    return size === undefined ? [] : [as('font-size', size.replace(/\/.*$/, ''))]
  }
  if (name === 'margin' || name === 'padding') return [as(`${name}-top`, wordsOf(value)[0] ?? '')]
  if (name === 'color' || name === 'background-color')
    return KEYWORDS.has(value) || colourOf(value) !== 'invalid' ? [declaration] : []
  return [declaration]
}

/** `background: none` and a picture alone clear the colour; with a tag or a variable in it nothing is known. */
function backgroundOf(
  value: string,
  colourOf: ColourReader,
  as: (longhand: string, its: string) => Declaration,
): readonly Declaration[] {
  const words = wordsOf(value)
  const isPicture = words.some((word) => /^(?:url|image|image-set|[\w-]*gradient)\(/.test(word))
  const colour = words.find(
    (word) => KEYWORDS.has(word) || (!/^(?:url|none)\b/.test(word) && colourOf(word) !== 'invalid'),
  )
  return [as('background-image', isPicture ? 'some' : 'none'), as('background-color', colour ?? 'transparent')]
}

/** Words of a value; what stands in brackets is of one word. */
function wordsOf(value: string): readonly string[] {
  return value.match(/(?:[^\s(]|\([^)]*\)?)+/g) ?? []
}

const PX: Readonly<Record<string, number>> = {'': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4}
const LENGTH = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|pc|in|cm|mm|rem|em|ex|ch|%)?$/

/** em: px of 1em; whole: px of 100 %, null = unknown. Null where it is no length or unknown. */
export function lengthPx(value: string, em: number | null, whole: number | null): number | null {
  const [, digits, unit = ''] = LENGTH.exec(value) ?? []
  if (digits === undefined) return null
  const number = Number(digits)
  if (number === 0) return 0
  if (unit === '%') return whole === null ? null : (number / 100) * whole
  if (unit === 'rem') return number * MEDIUM_PX
  if (unit === 'em') return em === null ? null : number * em
  if (unit === 'ex' || unit === 'ch') return em === null ? null : (number * em) / 2
  return number * PX[unit]!
}

/** What mail programs take where nobody says a size. */
export const MEDIUM_PX = 16

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

/** The computed font size under a parent's; null = unknown (calc, a tag, a viewport's width). */
export function fontSizePx(value: string, parent: number | null): number | null {
  if (Object.hasOwn(SIZES, value)) return SIZES[value]!
  if (value === 'smaller') return parent === null ? null : parent / 1.2
  if (value === 'larger') return parent === null ? null : parent * 1.2
  if (value === 'inherit' || value === 'unset') return parent
  if (value === 'initial' || value === 'revert') return MEDIUM_PX
  return lengthPx(value, parent, parent)
}

/** <font size>: 1 to 7, or so many steps from 3. */
export function fontAttributePx(size: string): number | null {
  const [, sign = '', digits] = /^\s*([+-]?)(\d{1,2})/.exec(size) ?? []
  if (digits === undefined) return null
  const step = sign === '' ? Number(digits) : 3 + Number(`${sign}${digits}`)
  return [10, 13, 16, 18, 24, 32, 48][Math.min(7, Math.max(1, step)) - 1]!
}
