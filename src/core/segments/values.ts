/** The right side of a comparison, understood once: what it is as text, as a number, as a stretch of time. */
import {foldText, isCode, readNumber} from './cells.ts'
import type {Stretch} from './dates.ts'
import {readStretch} from './dates.ts'
import {segmentFault} from './fault.ts'
import type {Literal} from './syntax.ts'

export type Value =
  | {
      readonly kind: 'text'
      readonly folded: string
      /** Of a text that is a number (but no code such as 0120), or a date: then these are compared. */
      readonly number: number | null
      readonly stretch: Stretch | null
    }
  | {readonly kind: 'number'; readonly number: number}
  | {readonly kind: 'date'; readonly stretch: Stretch}
  | {readonly kind: 'boolean'; readonly is: boolean}

/** Throws SEGMENT_INVALID for a day that no calendar has, a number that is rather a code, and empty text. */
export function readValue(source: string, literal: Literal, offsetMinutes: number): Value {
  const {kind, text} = literal
  if (kind === 'boolean') return {kind, is: text === 'true'}
  if (kind === 'date') {
    const stretch = readStretch(text, offsetMinutes)
    if (stretch === null) throw segmentFault(source, literal, 'segment-date-unknown')
    return {kind, stretch}
  }
  if (kind === 'number') {
    const number = /^[+-]?0\d/.test(text) ? null : readNumber(text)
    if (number === null) throw segmentFault(source, literal, 'segment-number-long')
    return {kind, number}
  }
  const folded = foldText(text)
  if (folded === '') throw segmentFault(source, literal, 'segment-text-empty')
  return {
    kind,
    folded,
    number: isCode(folded) ? null : readNumber(folded),
    stretch: readStretch(text, offsetMinutes),
  }
}
