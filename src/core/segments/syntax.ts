/** A segment as a tree: what was written, before anybody knows which names a list has. */
import type {Span} from './fault.ts'

export type Segment =
  | {readonly kind: 'all'; readonly of: readonly Segment[]}
  | {readonly kind: 'any'; readonly of: readonly Segment[]}
  | {readonly kind: 'not'; readonly of: Segment}
  | {readonly kind: 'compare'; readonly name: SegmentName; readonly sign: CompareSign; readonly value: Literal}
  | {readonly kind: 'match'; readonly name: SegmentName; readonly how: MatchWord; readonly value: Literal}
  | {readonly kind: 'in'; readonly name: SegmentName; readonly values: readonly Literal[]}
  | {readonly kind: 'empty'; readonly name: SegmentName}

export const COMPARE_SIGNS = ['=', '!=', '<', '<=', '>', '>='] as const
export type CompareSign = (typeof COMPARE_SIGNS)[number]
export type MatchWord = 'contains' | 'starts with' | 'ends with'

export interface SegmentName extends Span {
  readonly text: string
  /** Written in backticks or brackets: rather a column of the list than a field of ours. */
  readonly isQuoted: boolean
}

/** text: of a number and a date as written, in narrow letters; of a boolean true or false. */
export interface Literal extends Span {
  readonly kind: 'text' | 'number' | 'date' | 'boolean'
  readonly text: string
}
