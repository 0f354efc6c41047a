/**
 * What is wrong with a segment, as an error that knows the place. The expression goes along with every address in it
 * starred out, each character by one, so that the place stays right.
 */
import {AppError} from '../../errors.ts'

/** Where something stands: UTF-16 index of its first character, and of the one after its last. */
export interface Span {
  readonly at: number
  readonly end: number
}

/** Each has words under `fault.KEY`; {found} and the other values are filled in there. */
export type SegmentFault =
  | 'segment-empty'
  | 'segment-too-long'
  | 'segment-too-deep'
  | 'segment-text-open'
  | 'segment-name-open'
  | 'segment-character'
  | 'segment-write-instead'
  | 'segment-date-unknown'
  | 'segment-number-long'
  | 'segment-name-expected'
  | 'segment-name-unknown'
  | 'segment-name-like'
  | 'segment-operator-expected'
  | 'segment-with-expected'
  | 'segment-empty-expected'
  | 'segment-value-expected'
  | 'segment-quotes-missing'
  | 'segment-text-expected'
  | 'segment-list-expected'
  | 'segment-comma-expected'
  | 'segment-close-expected'
  | 'segment-joint-expected'
  | 'segment-text-empty'
  | 'segment-moment-expected'
  | 'segment-moment-unfit'
  | 'segment-boolean-unfit'
  | 'segment-word-expected'
  | 'segment-country-expected'

/**
 * values of the error: at and column (from 1, by characters) of the place, the expression, found (what stands there),
 * and the given ones. details: lines shown below.
 */
export function segmentFault(
  source: string,
  {at, end}: Span,
  why: SegmentFault,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly string[] = [],
): AppError {
  const expression = starred(source)
  const found = at >= source.length ? 'segment-end' : `\`${[...expression.slice(at, end)].slice(0, LONGEST).join('')}\``
  const column = [...expression.slice(0, at)].length + 1
  return new AppError('SEGMENT_INVALID', {why, at, column, expression, found, ...values}, {details})
}

/** Characters of what stands at the place that are repeated in the words of the error. */
const LONGEST = 40
const PIECES = /[^\s"'`“”‘’「」『』<>(),;:=[\]]+/g

/** The text with the characters of addresses as stars; as long as before. */
export function starred(text: string): string {
  return text.replace(PIECES, (piece) => (/.[@＠]/.test(piece) ? piece.replace(/[^@＠]/g, '*') : piece))
}
