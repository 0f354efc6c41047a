/** Segments: whatever is written means the same when written again, and whatever is typed ends in an answer or an error. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compileSegment} from '../../src/core/segments/compile.ts'
import type {SegmentContact} from '../../src/core/segments/fields.ts'
import {BUILT_IN_FIELDS} from '../../src/core/segments/fields.ts'
import {parseSegment} from '../../src/core/segments/parse.ts'
import type {Literal, Segment, SegmentName} from '../../src/core/segments/syntax.ts'
import {COMPARE_SIGNS} from '../../src/core/segments/syntax.ts'
import {cutTokens} from '../../src/core/segments/tokens.ts'
import {AppError} from '../../src/errors.ts'
import {printSegment} from '../support/print-segment.ts'

const PLACE = {at: 0, end: 0}
const HEADERS = ['plan', '点数', 'Date of birth', 'a]b`c', 'not', '登録 日', '__proto__', '２０２４']
const SETTINGS = {names: HEADERS, offsetMinutes: 540}

const header = fc.constantFrom(...HEADERS)
const name: fc.Arbitrary<SegmentName> = fc.oneof(
  header.map((text) => ({...PLACE, text, isQuoted: true})),
  fc.constantFrom('plan', '点数').map((text) => ({...PLACE, text, isQuoted: false})),
)
const words = fc.oneof(
  fc.constantFrom('gold', '東京都', '1,200', '007', '2024-01-01', '９８', 'はい', '', ' '),
  fc.string({unit: 'grapheme', maxLength: 8}),
)
const text: fc.Arbitrary<Literal> = words.filter((each) => each.normalize('NFKC').trim() !== '').map(literalOf('text'))
const day = fc.date({min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true})
const value = fc.oneof(
  text,
  fc.integer({min: -2000, max: 2000}).map(String).map(literalOf('number')),
  day.map((date) => literalOf('date')(date.toISOString().slice(0, 10))),
  day.map((date) => literalOf('date')(`${date.toISOString().slice(0, 16)}+09:00`)),
)
const {segment} = fc.letrec<{segment: Segment}>((tie) => ({
  segment: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({kind: fc.constant('compare' as const), name, sign: fc.constantFrom(...COMPARE_SIGNS), value}),
    fc.record({kind: fc.constant('in' as const), name, values: fc.array(value, {minLength: 1, maxLength: 4})}),
    fc.record({
      kind: fc.constant('match' as const),
      name,
      how: fc.constantFrom('contains' as const, 'starts with' as const, 'ends with' as const),
      value: text,
    }),
    fc.record({kind: fc.constant('empty' as const), name}),
    fc.record({kind: fc.constant('not' as const), of: tie('segment')}),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('segment'), {minLength: 2, maxLength: 4}),
    }) as fc.Arbitrary<Segment>,
  ),
}))
const contact: fc.Arbitrary<SegmentContact> = fc.dictionary(header, words).map((attributes) => ({
  ...{address: 'a@example.jp', country: 'JP', locale: null, timeZone: null, addedAt: 0, consents: []},
  attributes,
}))

function literalOf(kind: Literal['kind']) {
  return (each: string): Literal => ({...PLACE, kind, text: each})
}

/** What a tree says of somebody, put together from its smallest parts, each compiled alone. */
function meaning(tree: Segment, person: SegmentContact): boolean {
  if (tree.kind === 'not') return !meaning(tree.of, person)
  if (tree.kind === 'all') return tree.of.every((each) => meaning(each, person))
  if (tree.kind === 'any') return tree.of.some((each) => meaning(each, person))
  return compileSegment(printSegment(tree), SETTINGS).test(person)
}

/** Without places, which differ between two ways to write the same. */
function shape(of: Segment): unknown {
  return JSON.parse(JSON.stringify(of, (key, each) => (key === 'at' || key === 'end' ? undefined : each)))
}

describe('segments', () => {
  it('mean the same when they are written out and parsed again', () => {
    fc.assert(
      fc.property(segment, contact, (tree, person) => {
        const written = printSegment(tree)
        expect(shape(parseSegment(written))).toEqual(shape(tree))
        expect(compileSegment(written, SETTINGS).test(person)).toBe(meaning(tree, person))
      }),
      {numRuns: 300},
    )
  })

  it('keep the laws of logic: not not, and De Morgan, and one of <, =, > at most', () => {
    fc.assert(
      fc.property(segment, segment, contact, (one, other, person) => {
        const is = (tree: Segment) => compileSegment(printSegment(tree), SETTINGS).test(person)
        const not = (of: Segment): Segment => ({kind: 'not', of})
        expect(is(not(not(one)))).toBe(is(one))
        expect(is(not({kind: 'all', of: [one, other]}))).toBe(is({kind: 'any', of: [not(one), not(other)]}))
      }),
      {numRuns: 200},
    )
    fc.assert(
      fc.property(
        name,
        fc.oneof(
          fc.integer().map(String).map(literalOf('number')),
          day.map((date) => literalOf('date')(date.toISOString().slice(0, 10))),
        ),
        contact,
        (of, limit, person) => {
          const is = (sign: (typeof COMPARE_SIGNS)[number]) =>
            compileSegment(printSegment({kind: 'compare', name: of, sign, value: limit}), SETTINGS).test(person)
          const fitting = [is('<'), is('='), is('>')].filter(Boolean).length
          expect(fitting).toBeLessThanOrEqual(1)
          expect([is('<='), is('>='), is('!=')]).toEqual([is('<') || is('='), is('>') || is('='), !is('=')])
        },
      ),
      {numRuns: 200},
    )
  })

  const piece = fc.oneof(
    fc.string({unit: 'binary', maxLength: 6}),
    fc.constantFrom(...HEADERS, ...BUILT_IN_FIELDS, ...COMPARE_SIGNS),
    fc.constantFrom('(', ')', ',', '"', "'", '「', '」', '[', ']', '`', '“', '　', ' ', '\n', '\ud842'),
    fc.constantFrom(
      'and',
      'or',
      'not',
      'in',
      'is',
      'empty',
      'contains',
      'starts with',
      'true',
      '"x"',
      '5',
      '2024-01-01',
    ),
  )

  it('end in a test or in an error with a place, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), fc.constantFrom('', ' '), contact, (pieces, between, person) => {
        const typed = pieces.join(between)
        try {
          expect(typeof compileSegment(typed, SETTINGS).test(person)).toBe('boolean')
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.code).toBe('SEGMENT_INVALID')
          expect(error.values.at).toBeGreaterThanOrEqual(0)
          expect(error.values.at).toBeLessThanOrEqual(typed.length)
        }
      }),
      {numRuns: 1000},
    )
  })

  it('are cut into tokens that lie in order and leave out nothing but blanks', () => {
    const some = fc.array(fc.constantFrom('plan', ' ', '　', '（', '≠', '"a ""b"', '[c d]', '12', '2024-01-01', '登録'))
    fc.assert(
      fc.property(some, (pieces) => {
        const typed = pieces.join('')
        let until = 0
        for (const {at, end} of cutTokens(typed)) {
          expect(typed.slice(until, at).trim()).toBe('')
          expect(end).toBeGreaterThanOrEqual(at)
          until = end
        }
        expect(until).toBe(typed.length)
      }),
    )
  })
})
