/** Colours as CSS and old HTML write them, one painted over another, and how well they stand out (d3-color, WCAG 2). */
import {rgb} from 'd3-color'

/** Red, green and blue from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly opacity: number
}

export const BLACK: Colour = {r: 0, g: 0, b: 0, opacity: 1}
export const WHITE: Colour = {r: 255, g: 255, b: 255, opacity: 1}
const CLEAR: Colour = {...BLACK, opacity: 0}

/** Word writes the colours of its window into mails. */
const OF_THE_SYSTEM: Readonly<Record<string, Colour>> = {
  windowtext: BLACK,
  canvastext: BLACK,
  window: WHITE,
  canvas: WHITE,
  transparent: CLEAR,
}

/** unknown: a tag, a variable, a form we do not read; invalid: no colour at all, mail programs pass it over. */
export type ColourReader = (written: string) => Colour | 'unknown' | 'invalid'

/** Reads each colour once. Small letters. Never throws. */
export function colourReader(): ColourReader {
  const known = new Map<string, ReturnType<ColourReader>>(Object.entries(OF_THE_SYSTEM))
  return (written) => {
    const word = written.trim()
    const read = known.get(word) ?? readColour(word)
    known.set(word, read)
    return read
  }
}

function readColour(word: string): ReturnType<ColourReader> {
  // Old HTML writes its digits without the sign, and so do careless styles.
  const {r, g, b, opacity} = rgb(/^(?:[\da-f]{3}|[\da-f]{6})$/.test(word) ? `#${word}` : word)
  if (!Number.isNaN(r + g + b + opacity)) return {r, g, b, opacity}
  return /[({%*[]/.test(word) ? 'unknown' : 'invalid'
}

/** What is seen where a colour is painted over a solid one. */
export function painted(over: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * over.opacity + b * (1 - over.opacity)
  return {r: mix(over.r, under.r), g: mix(over.g, under.g), b: mix(over.b, under.b), opacity: 1}
}

/** WCAG 2.2, contrast ratio: 1 for the same colour to 21 for black on white. Both solid. */
export function contrastOf(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance({r, g, b}: Colour): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
