/** The small SVG pieces that all pictures share: bars in percent of their width, swatches and the texture of a state. */
import {cumsum, sum} from 'd3-array'
import {scaleLinear} from 'd3-scale'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'

export interface BarPart {
  readonly state: DeliveryState
  readonly count: number
  /** Words of the part, shown when it is pointed at. */
  readonly words: string
}

/** The least share of a bar that a part gets, in percent, so that three among a million can still be seen. */
export const LEAST_PERCENT = 0.8

/**
 * One stacked bar as wide as its place, so it needs no measuring on phones. length: share of the place that the bar
 * fills, 0 to 1. Parts of zero are left out; very small ones are widened to LEAST_PERCENT of the place (a
 * twelfth of the bar in short bars), and so are very short bars.
 */
export function stackedBar(parts: readonly BarPart[], size: {height: number; length: number}, title: string): Markup {
  const shown = parts.filter((part) => part.count > 0)
  const widths = widthsOf(shown, Math.max(size.length * 100, LEAST_PERCENT))
  // Parts are set apart by a line; a part alone needs none, and would lose half of a short bar to it.
  const look = shown.length > 1 ? 'edge' : 'alone'
  const ends = cumsum(widths)
  const rects = shown.map((part, index) => {
    const width = widths[index] ?? 0
    const x = Math.max(0, (ends[index] ?? 0) - width)
    return markup`<rect x="${percent(x)}" y="0" width="${percent(width)}" height="${size.height}" class="${look}" fill="url(#t-${part.state})"><title>${part.words}</title></rect>`
  })
  return markup`<svg class="bar" role="img" width="100%" height="${size.height}"><title>${title}</title>${rects}</svg>`
}

/** Widths in percent that sum to length, each at least the least. */
function widthsOf(parts: readonly BarPart[], length: number): readonly number[] {
  // A short bar widens less, or its small parts would look like large ones.
  const least = Math.min(LEAST_PERCENT, length / 12)
  const scale = scaleLinear([0, sum(parts, (part) => part.count)], [0, length])
  const raw = parts.map((part) => Math.max(least, scale(part.count)))
  const small = sum(raw.filter((width) => width <= least))
  const large = sum(raw.filter((width) => width > least))
  // What the small ones gained is taken from the large ones alone.
  return raw.map((width) => (width <= least || large === 0 ? width : (width * (length - small)) / large))
}

/** A small square in the look of a state, for legends. Decoration: the words stand next to it. */
export function swatch(state: DeliveryState): Markup {
  return markup`<svg class="swatch" width="14" height="14" aria-hidden="true"><rect x="0" y="0" width="14" height="14" rx="3" fill="url(#t-${state})"/></svg>`
}

/** Rounds down, so that rounded parts never sum to more than the whole. */
function percent(value: number): string {
  return `${Math.floor(value * 1000) / 1000}%`
}

/**
 * The looks of the states, referred to as url(#t-STATE): a colour and a texture each, so that colour is never alone.
 * Stands once on the page, before the pictures.
 */
export function texturesOfStates(): Markup {
  const patterns = (Object.keys(TEXTURES) as DeliveryState[]).map(
    (state) =>
      markup`<pattern id="t-${state}" width="7" height="7" patternUnits="userSpaceOnUse"><rect x="0" y="0" width="7" height="7" class="c-${state}"/>${TEXTURES[state]}</pattern>`,
  )
  return markup`<svg class="textures" width="0" height="0" aria-hidden="true"><defs>${patterns}</defs></svg>`
}

const TEXTURES: Readonly<Record<DeliveryState, Markup | null>> = {
  accepted: null,
  rejected: markup`<path class="line" d="M0 7L7 0"/>`,
  deferred: markup`<circle class="dot" cx="3.5" cy="3.5" r="1.5"/>`,
  'in-doubt': markup`<path class="line" d="M0 7L7 0M0 0L7 7"/>`,
  suppressed: null,
  held: markup`<path class="line" d="M3.5 0V7"/>`,
  dropped: markup`<path class="line" d="M0 0L7 7"/>`,
  skipped: markup`<circle class="dot" cx="3.5" cy="3.5" r="1.5"/>`,
  planned: markup`<path class="line" d="M0 3.5H7"/>`,
  attempting: markup`<path class="line" d="M0 3.5H7M3.5 0V7"/>`,
}
