/**
 * How text looks under the styles around it, as far as mail programs follow them: what hides it (rulebook G.10), how
 * large it is and how well it stands out. Inherited: colour, size, visibility, indent. What shines through counts.
 */
import {kept} from '../../core/kept.ts'
import type {TextLook} from '../../core/lint/template-view.ts'
import type {Style} from './css-cascade.ts'
import type {Colour, ColourReader} from './css-colours.ts'
import {BLACK, contrastOf, painted, WHITE} from './css-colours.ts'
import type {Shape} from './css-selectors.ts'
import {fontAttributePx, fontSizePx, lengthPx, MEDIUM_PX} from './css-values.ts'

export interface Look extends TextLook {
  /** Hidden together with everything inside; nothing inside can undo it. */
  readonly isGone: boolean
  /** May be undone further inside. */
  readonly isInvisible: boolean
  readonly indentPx: number
  /** Null = unknown: a tag, a picture behind, the mail around a fragment. */
  readonly colour: Colour | null
  readonly background: Colour | null
  readonly opacity: number
  /** By a reader, as text. */
  readonly isSeen: boolean
}

/** isWhole: nothing is known of what a fragment will stand on. */
export function lookOutside(isWhole: boolean): Look {
  const look = {
    ...{isGone: false, isInvisible: false, indentPx: 0, sizePx: MEDIUM_PX, opacity: 1},
    ...{colour: BLACK, background: isWhole ? WHITE : null},
  }
  return judged(look)
}

function judged(look: Omit<Look, 'contrast' | 'isSeen'>): Look {
  const contrast = contrastIn(look)
  return {...look, contrast, isSeen: isSeen({...look, contrast})}
}

/** Two points: nobody reads what is smaller. */
const TINY_PX = 8 / 3
/** Letters that differ from their ground by less are not there for the eye. */
const SAME = 1.1
const ASIDE_PX = 100
const FAINT = 0.05

function isSeen({isGone, isInvisible, indentPx, sizePx, contrast}: Omit<Look, 'isSeen'>): boolean {
  const isTiny = sizePx !== null && sizePx < TINY_PX
  return !isGone && !isInvisible && !isTiny && indentPx > -ASIDE_PX && (contrast === null || contrast >= SAME)
}

/** Pictures have a size and colours of their own. */
export function isPictureSeen({isGone, isInvisible}: Look): boolean {
  return !isGone && !isInvisible
}

/** What mail programs do to elements nobody styles. */
const OWN_SIZES: Readonly<Record<string, string>> = {
  ...{h1: '2em', h2: '1.5em', h3: '1.17em', h5: '0.83em', h6: '0.67em'},
  ...{small: 'smaller', sub: 'smaller', sup: 'smaller', big: 'larger'},
}
const LINK_COLOUR = '#0000ee'

/** Attributes of old HTML that style. */
const LOOKED_AT = ['hidden', 'bgcolor', 'background', 'color', 'size', 'text']

/** The look of an element inside a parent; the parent's own where it changes nothing. */
export type LookOf = (parent: Look, shape: Shape, style: Style) => Look

/** For one mail, which repeats a few looks again and again. */
export function looksUnder(colourOf: ColourReader): LookOf {
  const known = new WeakMap<Look, Map<Style, Map<string, Look>>>()
  return (parent, shape, style) => {
    const {attributes, tag} = shape
    const isLink = tag === 'a' && attributes.has('href')
    const isPlain = !LOOKED_AT.some((name) => attributes.has(name))
    if (style === null && OWN_SIZES[tag] === undefined && !isLink && isPlain) return parent
    if (!isPlain) return lookUnder(parent, shape, style, colourOf)
    const byStyle = kept(known, parent, () => new Map<Style, Map<string, Look>>())
    const byTag = kept(byStyle, style, () => new Map<string, Look>())
    return kept(byTag, isLink ? 'a href' : tag, () => lookUnder(parent, shape, style, colourOf))
  }
}

function lookUnder(parent: Look, shape: Shape, style: Style, colourOf: ColourReader): Look {
  const {attributes, tag} = shape
  const ownSize = OWN_SIZES[tag]
  const isLink = tag === 'a' && attributes.has('href')
  const said = (name: string) => style?.get(name)
  const sizePx = sizeUnder(parent, said('font-size') ?? ownSize, tag === 'font' ? attributes.get('size') : undefined)
  const indent = said('text-indent')
  const visibility = said('visibility')
  const look = {
    isGone: parent.isGone || (attributes.has('hidden') && said('display') === undefined) || isGone(said, sizePx, tag),
    isInvisible:
      visibility === undefined || visibility === 'inherit'
        ? parent.isInvisible
        : /^(?:hidden|collapse)/.test(visibility),
    indentPx: indent === undefined ? parent.indentPx : (lengthPx(indent, sizePx, null) ?? 0),
    sizePx,
    colour: colourUnder(
      parent,
      colourOf,
      said('color') ?? colourAttribute(shape)?.toLowerCase() ?? (isLink ? LINK_COLOUR : null),
    ),
    background: backgroundUnder(parent, colourOf, said, attributes),
    opacity: parent.opacity * opacityOf(said('opacity')),
  }
  const isSame =
    look.colour === parent.colour &&
    look.background === parent.background &&
    look.sizePx === parent.sizePx &&
    look.opacity === parent.opacity &&
    look.isGone === parent.isGone &&
    look.isInvisible === parent.isInvisible &&
    look.indentPx === parent.indentPx
  return isSame ? parent : judged(look)
}

function colourAttribute({tag, attributes}: Shape): string | undefined {
  return tag === 'font' ? attributes.get('color') : tag === 'body' ? attributes.get('text') : undefined
}

type Said = (name: string) => string | undefined

/** Parts of tables grow with what they hold, whatever height they are given. */
const GROWING: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td', 'th'])

function isGone(said: Said, em: number | null, tag: string): boolean {
  if (said('display') === 'none' || opacityOf(said('opacity')) <= FAINT) return true
  const px = (name: string) => {
    const value = said(name)
    return value === undefined ? null : lengthPx(value, em, null)
  }
  const cuts = OVERFLOWS.some((name) => CUTS.test(said(name) ?? ''))
  if (cuts && !GROWING.has(tag) && SIDES.some((name) => isAtMost(px(name), 1))) return true
  const isLifted = /^(?:absolute|fixed)$/.test(said('position') ?? '')
  if (isLifted && (isAtMost(px('left'), -OFF_SCREEN_PX) || isAtMost(px('top'), -OFF_SCREEN_PX))) return true
  if (isLifted && isAtMost(px('right'), -OFF_SCREEN_PX)) return true
  if (isLifted && /^rect\(\s*([01](?:px)?)[\s,]+\1[\s,]+\1[\s,]+\1\s*\)$/.test(said('clip') ?? '')) return true
  return /^inset\(\s*(?:50|100)%\s*\)$/.test(said('clip-path') ?? '')
}

const OVERFLOWS = ['overflow', 'overflow-x', 'overflow-y']
const CUTS = /hidden|clip|auto|scroll/
const SIDES = ['max-height', 'height', 'max-width', 'width']
const OFF_SCREEN_PX = 500

function isAtMost(px: number | null, most: number): boolean {
  return px !== null && px <= most
}

function opacityOf(value: string | undefined): number {
  const number = value === undefined ? 1 : value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value)
  return number >= 0 && number <= 1 ? number : 1
}

function sizeUnder({sizePx}: Look, value: string | undefined, attribute: string | undefined): number | null {
  if (value !== undefined) return fontSizePx(value, sizePx)
  return attribute === undefined ? sizePx : (fontAttributePx(attribute) ?? sizePx)
}

function colourUnder(parent: Look, colourOf: ColourReader, value: string | null): Colour | null {
  if (value === null || /^(?:inherit|unset|currentcolor)$/.test(value)) return parent.colour
  const colour = colourOf(value)
  return colour === 'invalid' ? parent.colour : colour === 'unknown' ? null : sameAs(parent.colour, colour)
}

/** A picture behind may have any colour: then nothing is known until something solid lies over it. */
function backgroundUnder(
  parent: Look,
  colourOf: ColourReader,
  said: Said,
  attributes: Shape['attributes'],
): Colour | null {
  const image = said('background-image') ?? (attributes.get('background') ? 'some' : 'none')
  if (image !== 'none' && image !== 'initial') return null
  const value = said('background-color') ?? attributes.get('bgcolor')?.toLowerCase()
  if (value === undefined || /^(?:inherit|initial|unset|revert|transparent)$/.test(value)) return parent.background
  const colour = value === 'currentcolor' ? parent.colour : colourOf(value)
  if (colour === 'invalid') return parent.background
  if (colour === 'unknown' || colour === null) return null
  if (colour.opacity === 1) return sameAs(parent.background, colour)
  return parent.background === null ? null : painted(colour, parent.background)
}

/** The parent's own object where it is the same colour, so that looks can be compared. */
function sameAs(known: Colour | null, colour: Colour): Colour {
  const isSame =
    known !== null &&
    known.r === colour.r &&
    known.g === colour.g &&
    known.b === colour.b &&
    known.opacity === colour.opacity
  return isSame ? known : colour
}

function contrastIn({colour, background, opacity}: Pick<Look, 'colour' | 'background' | 'opacity'>): number | null {
  if (colour === null || background === null) return null
  return contrastOf(painted({...colour, opacity: colour.opacity * opacity}, background), background)
}
