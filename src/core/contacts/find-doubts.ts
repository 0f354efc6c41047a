/** Looks at the first rows of a list for what its proposed mapping cannot be sure of. */
import {MASK} from '../sensitive/mask.ts'
import {cellOf} from './cell.ts'
import type {Doubt} from './doubts.ts'
import {fieldOfHeader} from './field-of-header.ts'
import type {Field} from './fields.ts'
import {foldWord} from './fold-word.ts'
import type {ProposedMapping} from './mapping.ts'
import {readMoment} from './read-moment.ts'
import {isSheetError} from './sheet-errors.ts'
import type {StatusWords} from './status-words.ts'
import {readStatus, stopColumnOf} from './status-words.ts'
import type {StopWatch} from './stop-words.ts'
import {makeStopFinder} from './stop-words.ts'
import {readYesNo} from './words.ts'

/** First rows, cells in column order. */
export type Sample = readonly (readonly string[])[]

export interface ToDoubt extends Pick<ProposedMapping, 'mapping' | 'unsure' | 'unsureRows'> {
  /** Header words as written, empty where there is none. */
  readonly words: readonly string[]
  readonly sample: Sample
  /** Columns whose values are mostly addresses, best first. */
  readonly addressLike: readonly number[]
  readonly hasHeader: boolean
  /** Somebody said which column holds the address, or that there is no header. */
  readonly isTold: boolean
  /** Columns whose field was said. */
  readonly told: ReadonlySet<number>
  readonly statusWords: StatusWords
}

/** Of a column of states so many words are asked about, of such a length; a column with more is none. */
const MOST_WORDS = 20
const LONGEST_WORD = 60
const JUDGED_ROWS = 200

export function findDoubts(given: ToDoubt): readonly Doubt[] {
  const doubts: Doubt[] = []
  const add = (doubt: Pick<Doubt, 'kind' | 'columns'> & Partial<Doubt>) =>
    doubts.push({words: [], alternatives: [], ...doubt})
  if (given.unsureRows !== null) add({kind: 'every-row', columns: []})
  if (!given.hasHeader && !given.isTold) add({kind: 'no-header', columns: given.addressLike})
  const rivals = rivalsOf(given)
  if (rivals.length > 1) add({kind: 'which-address', columns: rivals})
  for (const {index, field, confidence, watch} of given.mapping) {
    const stops = watch === undefined ? [] : stopWordsIn(given.sample, index, watch)
    if (stops.length > 0) add({kind: 'stop-words', columns: [index], words: stops})
    const words = field === 'opt_out' ? unknownWords(given, index) : []
    if (words.length > 0) add({kind: 'status-words', columns: [index], words})
    const guessed = confidence === 'guess' && field !== 'address'
    const alternatives = guessed
      ? (given.unsure.find((each) => each.index === index)?.alternatives ?? [])
      : likelyFields(given, index)
    if (alternatives.length > 0) add({kind: 'field', columns: [index], alternatives})
  }
  return doubts
}

/** Columns with an equal claim to be the address: those whose header says so, else all that hold addresses. */
function rivalsOf({mapping, words, addressLike, told}: ToDoubt): readonly number[] {
  if (mapping.some(({index, field}) => field === 'address' && told.has(index))) return []
  const open = addressLike.filter((index) => !told.has(index))
  const named = open.filter((index) => fieldOfHeader(words[index]!) === 'address')
  return named.length > 0 ? named : open
}

function unknownWords({sample, words: headers, statusWords}: ToDoubt, index: number): string[] {
  const column = stopColumnOf(headers[index]!)
  const words = new Map<string, string>()
  for (const row of sample) {
    const cell = (row[index] ?? '').trim()
    if (words.size >= MOST_WORDS) break
    if (cell.length > LONGEST_WORD || isSheetError(cell) || words.has(foldWord(cell))) continue
    if (readStatus(cell, column, statusWords) !== 'unknown') continue
    // An address in such a column is no word of a state, and must not be shown.
    words.set(foldWord(cell), cell.includes('@') ? MASK : cell)
  }
  return [...words.values()]
}

/** Most frequent first, each with its rows: 退会: 12. The words are our own, so nothing of the file is shown. */
function stopWordsIn(sample: Sample, index: number, watch: StopWatch): string[] {
  const find = makeStopFinder(watch)
  const rows = new Map<string, number>()
  for (const row of sample) {
    const cell = cellOf(row, index)
    const word = cell === '' ? null : find(cell)
    if (word !== null) rows.set(word, (rows.get(word) ?? 0) + 1)
  }
  const sorted = [...rows].sort(([, a], [, b]) => b - a)
  return sorted.slice(0, MOST_WORDS).map(([word, count]) => `${word}: ${count}`)
}

/** Of a column without a name, kept as it is: what it may be when nine of ten filled cells are dates or answers. */
function likelyFields({mapping, sample, hasHeader, told}: ToDoubt, index: number): readonly Field[] {
  if (hasHeader || told.has(index) || mapping[index]!.field !== 'attribute') return []
  const cells = filledCells(sample, index)
  if (isMost(cells, (cell) => readMoment(cell, 0) !== null)) return ['consent_at', 'withdrawn_at']
  return isMost(cells, (cell) => readYesNo(cell) !== null) ? ['consent', 'opt_out'] : []
}

function filledCells(sample: Sample, index: number): string[] {
  return sample
    .slice(0, JUDGED_ROWS)
    .map((row) => (row[index] ?? '').trim())
    .filter((cell) => cell !== '')
}

function isMost(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(fits).length >= cells.length * 0.9
}
