/**
 * What a template becomes for the people of a list, gathered mail by mail: whose mail cannot be made, which values
 * break its layout, how long its subject and how large its HTML gets. Holds a few places of each kind, never a list.
 */
import type {AuditedContact, ContactLabel} from '../contacts/audited-contact.ts'
import {labelOf} from '../contacts/audited-contact.ts'
import {isStandIn} from '../contacts/stand-ins.ts'
import type {CharsetWriter} from '../sending/charset.ts'
import type {SendContent} from '../sending/send-content.ts'
import type {CompiledPart, LiteralNode, SlotNode} from '../templates/compile-part.ts'
import type {FillStop, PartFiller, Scope, Sink} from '../templates/fill-part.ts'
import {literalsOf, partFiller} from '../templates/fill-part.ts'
import {textColumns} from '../text-columns.ts'
import {gapNames} from './gap-names.ts'
import {isAddressed} from './greetings.ts'
import {longWordIn, looksLikeMarkup} from './value-looks.ts'

/** What is to be filled. rawNames: values that are HTML on purpose. */
export interface FillOf extends Pick<SendContent, 'subject' | 'text' | 'html' | 'language'> {
  readonly rawNames: ReadonlySet<string>
}

/** Contacts of which one thing is said, by the name of the tag. */
export interface FieldCount {
  readonly name: string
  readonly count: number
  readonly samples: readonly ContactLabel[]
}

export interface FillCensus {
  /** False: the template cannot be filled at all, and nothing else is known. */
  readonly isMade: boolean
  readonly contacts: number
  /** Contacts whose mail cannot be made. */
  readonly stopped: number
  /** Empty, without a default: such a mail is not made. */
  readonly empty: readonly FieldCount[]
  /** Empty, in a template whose tags then leave nothing. */
  readonly gaps: readonly FieldCount[]
  /** Values that cannot stand where their tag is. */
  readonly unfit: readonly (FieldCount & {readonly why: UnfitWhy})[]
  readonly markup: readonly FieldCount[]
  readonly longWords: readonly FieldCount[]
  readonly lineBreaks: readonly FieldCount[]
  /** Words for nothing (NULL, なし) where people are greeted or in the subject. */
  readonly standIns: readonly (FieldCount & {readonly value: string})[]
  /** The widest subject, in half-width columns, and whose it is; null when none was made. */
  readonly subject: {readonly columns: number; readonly label: ContactLabel} | null
  /** Bytes of the HTML part: of the smallest and the largest mail, and of how many it is beyond the clipping limit. */
  readonly html: {readonly least: number; readonly most: number} & Pick<FieldCount, 'count' | 'samples'>
}

export type UnfitWhy = Exclude<FillStop['why'], 'empty-value'>

/** Where Gmail cuts a mail off (rulebook C.1). */
export const CLIPPED_BYTES = 102_400
const SAMPLES = 5
/** May stand in text and in links alike. */
const STAND_IN = 'https://www.example.com/'
/** Empty fields that are told of one person. */
const MOST_EMPTY = 20

export const NOTHING_FILLED: FillCensus = {
  ...{
    isMade: true,
    contacts: 0,
    stopped: 0,
    empty: [],
    gaps: [],
    unfit: [],
    markup: [],
    longWords: [],
    lineBreaks: [],
    standIns: [],
  },
  subject: null,
  html: {least: 0, most: 0, count: 0, samples: []},
}

export interface FillTaker {
  /** Fills the mail to one contact. Tells why it cannot be made, e.g. template:empty-value, or null. */
  see(who: Pick<AuditedContact, 'row' | 'publicId' | 'address'>, scope: Scope): string | null
  result(): FillCensus
}

type Who = Parameters<FillTaker['see']>[0]

export function startFillCensus(content: FillOf, charset: CharsetWriter): FillTaker {
  const {subject, text, html, language, rawNames} = content
  const parts = [
    partOf(subject, partFiller(subject, 'subject', language)),
    partOf(text, partFiller(text, 'text', language)),
    ...(html === null ? [] : [partOf(html, partFiller(html, 'html', language))]),
  ]
  const empty = startTally()
  const gaps = startTally()
  const unfit = startTally()
  const markup = startTally()
  const longWords = startTally()
  const lineBreaks = startTally()
  const standIns = startTally()
  const clipped = startTally()
  const gapsOf = gapNames([subject, text, ...(html === null ? [] : [html])])
  let contacts = 0
  let stopped = 0
  let widest: {columns: number; who: Who} | null = null
  let least = Number.POSITIVE_INFINITY
  let most = 0

  const seeValue = (value: string, name: string, who: Who) => {
    if (value.includes('\n')) lineBreaks.add(name, who)
    if (rawNames.has(name)) return
    if (looksLikeMarkup(value)) markup.add(name, who)
    if (longWordIn(value)) longWords.add(name, who)
  }

  /** The first stop of the mail, with its size and what its values look like. */
  const fillOnce = (who: Who, scope: Scope): FillStop | null => {
    let lacking: FillStop | null = null
    let bytes = 0
    for (const [index, {fill, literals, greeted}] of parts.entries()) {
      let words = ''
      bytes = 0
      const sink: Sink = {
        literal(id) {
          const literal = literals[id]!
          bytes += literal.bytes
          if (index === 0) words += literal.text
        },
        value(value, name) {
          bytes += Buffer.byteLength(value)
          if (index === 0) words += value
          else seeValue(value, name, who)
          if ((index === 0 || greeted.has(name)) && isStandIn(value)) standIns.add(`${value.trim()} ${name}`, who)
          if (lacking === null && charset.name !== 'utf-8' && charset.write(value.replaceAll('\n', '')) === null)
            lacking = {ok: false, why: 'not-in-charset', name}
        },
      }
      const stop = fill(scope, sink)
      if (stop !== null) return stop
      const columns = index === 0 ? textColumns(words) : 0
      if (index === 0 && (widest === null || columns > widest.columns)) widest = {columns, who}
    }
    if (html !== null && lacking === null) {
      least = Math.min(least, bytes)
      most = Math.max(most, bytes)
      if (bytes > CLIPPED_BYTES) clipped.add('', who)
    }
    return lacking
  }

  /** Each empty field of the person, not only the first: with it filled, the next one shows. */
  const seeStops = (first: FillStop, who: Who, scope: Scope) => {
    const filled = new Set<string>()
    let stop: FillStop | null = first
    while (stop !== null && stop.why === 'empty-value' && !filled.has(stop.name) && filled.size < MOST_EMPTY) {
      empty.add(stop.name, who)
      filled.add(stop.name)
      stop = stopOf(parts, {...scope, builtIn: (name) => (filled.has(name) ? STAND_IN : scope.builtIn(name))})
    }
    if (stop !== null && stop.why !== 'empty-value' && !filled.has(stop.name))
      unfit.add(`${stop.why} ${stop.name}`, who)
  }

  return {
    see(who, scope) {
      contacts += 1
      for (const name of gapsOf(scope)) gaps.add(name, who)
      const stop = fillOnce(who, scope)
      if (stop === null) return null
      stopped += 1
      seeStops(stop, who, scope)
      return `template:${stop.why}`
    },
    result: () => ({
      ...{isMade: true, contacts, stopped, empty: empty.result(), gaps: gaps.result()},
      unfit: unfit.result().map(({name, ...rest}) => {
        const [why, field] = twoWords(name)
        return {...rest, why: why as UnfitWhy, name: field}
      }),
      standIns: standIns.result().map(({name, ...rest}) => {
        const [value, field] = twoWords(name)
        return {...rest, value, name: field}
      }),
      ...{markup: markup.result(), longWords: longWords.result(), lineBreaks: lineBreaks.result()},
      subject: widest === null ? null : {columns: widest.columns, label: labelOf(widest.who)},
      html: {least: most === 0 ? 0 : least, most, count: 0, samples: [], ...clipped.result()[0]},
    }),
  }
}

interface Part {
  readonly fill: PartFiller
  readonly literals: readonly {readonly text: string; readonly bytes: number}[]
  /** Names that somebody is addressed by. */
  readonly greeted: ReadonlySet<string>
}

function partOf(part: CompiledPart, fill: PartFiller): Part {
  return {
    fill,
    greeted: greetedIn(part),
    literals: literalsOf(part).map((text) => ({text, bytes: Buffer.byteLength(text)})),
  }
}

/** Words of sections are read where they stand. */
function greetedIn(part: CompiledPart): ReadonlySet<string> {
  const nodes: (LiteralNode | SlotNode)[] = []
  const walk = (some: CompiledPart) => {
    for (const node of some)
      if (node.kind === 'literal' || node.kind === 'slot') nodes.push(node)
      else walk(node.body)
  }
  walk(part)
  const wordsAt = (index: number) => {
    const node = nodes[index]
    return node?.kind === 'literal' ? node.text : ''
  }
  const names = nodes.flatMap((node, index) =>
    node.kind === 'slot' && isAddressed(wordsAt(index - 1), wordsAt(index + 1)) ? [node.name] : [],
  )
  return new Set(names)
}

/** The first word, which holds no blank, and the rest. */
function twoWords(words: string): readonly [string, string] {
  const blank = words.indexOf(' ')
  return [words.slice(0, blank), words.slice(blank + 1)]
}

function stopOf(parts: readonly Part[], scope: Scope): FillStop | null {
  const nowhere: Sink = {literal: () => undefined, value: () => undefined}
  for (const {fill} of parts) {
    const stop = fill(scope, nowhere)
    if (stop !== null) return stop
  }
  return null
}

/** Counts people by a name, each once however often in a row, and keeps the first few. */
function startTally() {
  const counts = new Map<string, {count: number; last: Who; samples: ContactLabel[]}>()
  return {
    add(name: string, who: Who) {
      const known = counts.get(name)
      if (known === undefined) counts.set(name, {count: 1, last: who, samples: [labelOf(who)]})
      else if (known.last !== who) {
        known.count += 1
        known.last = who
        if (known.samples.length < SAMPLES) known.samples.push(labelOf(who))
      }
    },
    /** Most people first. */
    result: (): readonly FieldCount[] =>
      [...counts]
        .map(([name, {count, samples}]) => ({name, count, samples}))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  }
}
