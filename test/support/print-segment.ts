/** A tree of a segment written out again, every group in brackets: what is parsed from it must mean the same. */
import type {Literal, Segment, SegmentName} from '../../src/core/segments/syntax.ts'

export function printSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'all':
      return `(${segment.of.map(printSegment).join(' and ')})`
    case 'any':
      return `(${segment.of.map(printSegment).join(' OR ')})`
    case 'not':
      return `not ${printSegment(segment.of)}`
    case 'compare':
      return `${nameOf(segment.name)}${segment.sign}${literalOf(segment.value)}`
    case 'match':
      return `${nameOf(segment.name)} ${segment.how} ${literalOf(segment.value)}`
    case 'in':
      return `${nameOf(segment.name)} in (${segment.values.map(literalOf).join(', ')})`
    case 'empty':
      return `${nameOf(segment.name)} is empty`
  }
}

function nameOf({text, isQuoted}: SegmentName): string {
  return isQuoted ? `[${text.replaceAll(']', ']]')}]` : text
}

function literalOf({kind, text}: Literal): string {
  return kind === 'text' ? `"${text.replaceAll('"', '""')}"` : text
}
