/**
 * A segment as one fast function of a contact. Everything that can be known beforehand (names, numbers, dates, folded
 * text) is worked out here, and what makes no sense is refused here, so that testing a contact cannot fail.
 */
import {readCountry} from '../contacts/read-country.ts'
import type {CellTest, OrderSign} from './cell-tests.ts'
import {isWithin, momentOrder, startCellTests} from './cell-tests.ts'
import {foldText} from './cells.ts'
import type {Stretch} from './dates.ts'
import type {SegmentFault, Span} from './fault.ts'
import {segmentFault} from './fault.ts'
import type {KnownNames, SegmentContact, Source} from './fields.ts'
import {asStored, CONSENT_WORDS, startNaming} from './fields.ts'
import {parseSegment} from './parse.ts'
import type {CompareSign, Literal, MatchWord, Segment} from './syntax.ts'
import type {Value} from './values.ts'
import {readValue} from './values.ts'

export type ContactTest = (contact: SegmentContact) => boolean

export interface CompiledSegment {
  /** Never throws. A value that is missing fits no comparison but `!=` and `is empty`. */
  readonly test: ContactTest
  /** Columns and fields it looks at, each once, as the list writes them. */
  readonly names: readonly string[]
  /** Headers of the list's columns among them, and where the values stand that a column is compared with. */
  readonly columns: readonly string[]
  readonly compared: readonly {readonly headers: readonly string[]; readonly values: readonly Span[]}[]
}

export interface SegmentSettings extends KnownNames {
  /** Zone of dates that name none, minutes east of UTC (Japan: 540), in the segment as in the cells. */
  readonly offsetMinutes: number
}

/** Throws SEGMENT_INVALID with the place and what was expected. */
export function compileSegment(source: string, settings: SegmentSettings): CompiledSegment {
  const {offsetMinutes} = settings
  const find = startNaming(source, settings)
  const cells = startCellTests(offsetMinutes)
  const names = new Set<string>()
  const compared: CompiledSegment['compared'][number][] = []
  const fault = (literal: Literal, why: SegmentFault, values = {}) => segmentFault(source, literal, why, values)

  const test = compile(parseSegment(source))
  return {test, names: [...names], columns: [...new Set(compared.flatMap(({headers}) => headers))], compared}

  function compile(segment: Segment): ContactTest {
    if (segment.kind === 'all') return every(segment.of.map(compile))
    if (segment.kind === 'any') return some(segment.of.map(compile))
    if (segment.kind === 'not') return negated(compile(segment.of))
    const of = find(segment.name)
    names.add(of.name)
    if (of.kind === 'attribute') compared.push({headers: of.headers, values: valuesOf(segment)})
    if (segment.kind === 'empty') return isEmpty(of)
    if (segment.kind === 'in') return equal(of, segment.values)
    if (segment.kind === 'match') return match(of, segment.how, segment.value)
    const {sign, value} = segment
    if (isOrder(sign)) return order(of, sign, value)
    return sign === '=' ? equal(of, [value]) : negated(equal(of, [value]))
  }

  function equal(of: Source, literals: readonly Literal[]): ContactTest {
    if (of.kind === 'moment') {
      const stretches = literals.map(stretchOf)
      return onMoment(of, (moment) => stretches.some((stretch) => isWithin(moment, stretch)))
    }
    return onCell(of, cells.equal(literals.map((literal) => valueFor(of, literal))))
  }

  function order(of: Source, sign: OrderSign, literal: Literal): ContactTest {
    if (of.kind === 'moment') return onMoment(of, momentOrder(sign, stretchOf(literal)))
    const value = valueFor(of, literal)
    if (value.kind === 'boolean') throw fault(literal, 'segment-boolean-unfit')
    return onCell(of, cells.order(sign, value))
  }

  function match(of: Source, how: MatchWord, literal: Literal): ContactTest {
    if (of.kind === 'moment') throw fault(literal, 'segment-moment-unfit', {name: of.name, how})
    readValue(source, literal, offsetMinutes)
    return onCell(of, cells.match(how, foldText(literal.text)))
  }

  function stretchOf(literal: Literal): Stretch {
    const value = readValue(source, literal, offsetMinutes)
    const stretch = 'stretch' in value ? value.stretch : null
    if (stretch === null) throw fault(literal, 'segment-moment-expected')
    return stretch
  }

  /** A field of ours says words; those that it cannot say would silently fit nobody. */
  function valueFor(of: Exclude<Source, {kind: 'moment'}>, literal: Literal): Value {
    if (of.kind === 'attribute') return readValue(source, literal, offsetMinutes)
    if (literal.kind !== 'text') throw fault(literal, 'segment-text-expected')
    const word = foldText(literal.text)
    if (of.name === 'consent' && !(CONSENT_WORDS as readonly string[]).includes(word))
      throw fault(literal, 'segment-word-expected', {words: CONSENT_WORDS.join(', ')})
    if (of.name === 'country' && readCountry(word) === null) throw fault(literal, 'segment-country-expected')
    return readValue(source, {...literal, text: asStored(of.name, literal.text)}, offsetMinutes)
  }
}

function valuesOf(segment: Exclude<Segment, {kind: 'all' | 'any' | 'not'}>): readonly Span[] {
  if (segment.kind === 'empty') return []
  return segment.kind === 'in' ? segment.values : [segment.value]
}

function isOrder(sign: CompareSign): sign is OrderSign {
  return sign !== '=' && sign !== '!='
}

function isEmpty(of: Source): ContactTest {
  if (of.kind === 'moment') return (contact) => of.read(contact) === null
  // Where nothing is recorded the field has a word for that.
  if (of.kind === 'field' && of.name === 'consent') return (contact) => of.read(contact) === 'none'
  return (contact) => of.read(contact).trim() === ''
}

function onCell({read}: Exclude<Source, {kind: 'moment'}>, fits: CellTest): ContactTest {
  return (contact) => {
    const cell = read(contact)
    return cell !== '' && fits(cell)
  }
}

function onMoment({read}: Extract<Source, {kind: 'moment'}>, fits: (moment: number) => boolean): ContactTest {
  return (contact) => {
    const moment = read(contact)
    return moment !== null && fits(moment)
  }
}

function negated(test: ContactTest): ContactTest {
  return (contact) => !test(contact)
}

function every(tests: readonly ContactTest[]): ContactTest {
  return (contact) => {
    for (const test of tests) if (!test(contact)) return false
    return true
  }
}

function some(tests: readonly ContactTest[]): ContactTest {
  return (contact) => {
    for (const test of tests) if (test(contact)) return true
    return false
  }
}
