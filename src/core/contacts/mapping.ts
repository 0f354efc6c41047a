/** What each column of a file means and what becomes of it: proposed from headers, changed by --map, kept with the import. */
import type {ColumnFate, ColumnJudgement, SensitiveCategory} from '../sensitive/column-judgement.ts'
import {decidingCategory, fateOf} from '../sensitive/column-judgement.ts'
import type {KeptOn} from '../sensitive/kept-on.ts'
import type {Choice} from './choose-fields.ts'
import {chooseFields} from './choose-fields.ts'
import type {Field} from './fields.ts'
import {FIELDS} from './fields.ts'
import {stopInFormat} from './format-words.ts'
import type {ListFormat, RowState} from './formats.ts'
import {detectFormat} from './formats.ts'
import type {DateReading} from './read-moment.ts'
import type {RowsAre} from './rows-are.ts'
import {rowsOf} from './rows-are.ts'
import type {StatusWords, StopColumn, StopReason} from './status-words.ts'
import {stopColumnOf} from './status-words.ts'
import type {StopWatch} from './stop-words.ts'
import {isMostlyAnswers, watchOf} from './stop-words.ts'

/** How one column is read. Kept with the import: with the file's bytes it says all that reading depends on. */
export interface MappedColumn {
  readonly index: number
  readonly header: string
  readonly field: Field
  readonly fate: ColumnFate
  readonly category: SensitiveCategory | null
  /** Special-care data or identifying numbers that the user took in, and on which ground. */
  readonly kept?: KeptOn
  /** sure: said, by a header word or by the format; guess: by its values. */
  readonly confidence: 'sure' | 'guess'
  /** Of columns of dates that are read otherwise than 'ymd'. */
  readonly dates?: DateReading
  /** Of columns that may say stop. */
  readonly stop?: StopColumn
  /** Of columns of states and answers: what the user says of their words. */
  readonly words?: StatusWords
  /** Of a column of states whose cells are yes and no: whether mail is wanted, so that an empty cell is no yes. */
  readonly asks?: true
  /** Of a column whose meaning nobody said: how it is watched for words that say no. */
  readonly watch?: StopWatch
  /** Of the address column: what standing in this file says of everyone in it. */
  readonly everyRow?: RowState
}

export type ListMapping = readonly MappedColumn[]

export interface MappingFault {
  readonly given: string
  readonly what: 'not-a-pair' | 'unknown-column' | 'unknown-field'
}

/** A column that could mean something else: what is proposed, and what else it may be, likeliest first. */
export interface UnsureColumn {
  readonly index: number
  readonly column: string
  readonly proposed: Field
  readonly alternatives: readonly Field[]
}

export interface ProposedMapping {
  readonly mapping: ListMapping
  readonly faults: readonly MappingFault[]
  readonly format: ListFormat | null
  readonly unsure: readonly UnsureColumn[]
  /** What the file may say of everyone in it, told by its name or by a format that is a guess; null = nothing, or it was said. */
  readonly unsureRows: StopReason | null
}

/** What helps to propose: the file's own name, its first rows, and what the user says of its dates and words. */
export interface MappingClues {
  readonly fileName?: string | null
  readonly sample?: readonly (readonly string[])[]
  readonly dates?: DateReading | null
  readonly statusWords?: StatusWords | null
  /** All names it goes by, a sheet's own too. */
  readonly names?: readonly string[]
  /** What the user says of everyone in the file. */
  readonly rows?: RowsAre | null
  /** Columns whose field is given by overrides, but was never asked about: they are watched all the same. */
  readonly watched?: ReadonlySet<number>
}

/**
 * overrides: "COLUMN=FIELD" as given, COLUMN a name or #1. addressLike: columns whose values look like addresses, best
 * first; used when no header names one. Of columns that name a field only one may fill, the first is taken; of those
 * that name the day of a consent, the first that names the consent itself.
 */
export function proposeMapping(
  headers: readonly string[],
  judged: readonly ColumnJudgement[],
  overrides: readonly string[],
  addressLike: readonly number[],
  clues: MappingClues = {},
): ProposedMapping {
  const {chosen, faults} = readOverrides(headers, overrides)
  const {sample = [], statusWords = null, watched = NONE} = clues
  const {format, everyRow, unsureRows} = rowsOf(detectFormat(headers, clues.fileName ?? null, sample), clues)
  const choices = chooseFields(headers, chosen, addressLike, sample, format)
  const dates = clues.dates ?? format?.dates ?? 'ymd'
  const hasWords = statusWords !== null && statusWords.active.length + statusWords.stopped.length > 0
  const mapping = headers.map((header, index): MappedColumn => {
    const {field, confidence} = choices[index]!
    const column = judged[index]
    const fate = column ? fateOf(column) : 'store'
    const isJudged = ATTRIBUTE_LIKE.has(field) || (fate === 'leave-out' && field !== 'address')
    const stop = (format && stopInFormat(format, header)) ?? stopColumnOf(header)
    const cells = () => sample.slice(0, WATCHED_ROWS).map((row) => row[index] ?? '')
    const asks = field === 'opt_out' && stop.kind === 'state' && isMostlyAnswers(cells())
    const isWatched = WATCHED.has(field) && (!chosen.has(index) || watched.has(index)) && format?.id !== 'todoke'
    const watch = isWatched && isOpen(everyRow) ? watchOf(header, cells()) : null
    return {
      index,
      header: header.trim(),
      field,
      fate: isJudged ? fate : 'store',
      category: column && isJudged ? decidingCategory(column) : null,
      confidence,
      ...(dates !== 'ymd' && DATED.has(field) && {dates}),
      ...((field === 'opt_out' || field === 'withdrawn_at') && {stop}),
      ...(hasWords && (field === 'opt_out' || field === 'consent') && {words: statusWords}),
      ...(asks && {asks}),
      ...(watch !== null && {watch}),
      ...(field === 'address' && everyRow !== null && {everyRow}),
    }
  })
  // A file with a column of states says of each row what it is.
  const hasStates = mapping.some(({field}) => field === 'opt_out' || field === 'withdrawn_at')
  const isUnsure = format?.everyRow != null || !hasStates
  return {mapping, faults, format, unsure: unsureOf(headers, choices), unsureRows: isUnsure ? unsureRows : null}
}

const NONE: ReadonlySet<number> = new Set()
const WATCHED_ROWS = 200
/** Fields of which the words are kept and not understood. */
const WATCHED: ReadonlySet<Field> = new Set([
  'attribute',
  'name',
  'consent_source',
  'consent_method',
  'consent_topic',
  'purpose',
  'note',
])

function isOpen(everyRow: RowState | null): boolean {
  return everyRow === null || everyRow === 'unconfirmed'
}

function unsureOf(headers: readonly string[], choices: readonly Choice[]): UnsureColumn[] {
  return choices.flatMap(({field, alternatives}, index) =>
    alternatives.length === 0 ? [] : [{index, column: headers[index]!.trim(), proposed: field, alternatives}],
  )
}

const DATED: ReadonlySet<Field> = new Set(['consent_at', 'withdrawn_at', 'opt_out', 'special_care_consent_at'])
/**
 * Fields in which special-care data can lie; an address or a date of consent is none. What must never be stored
 * (マイナンバー) is barred under any name, also one given by --map.
 */
const ATTRIBUTE_LIKE: ReadonlySet<Field> = new Set(['attribute', 'name'])

function readOverrides(headers: readonly string[], overrides: readonly string[]) {
  const chosen = new Map<number, Field>()
  const faults: MappingFault[] = []
  for (const given of overrides) {
    const split = given.lastIndexOf('=')
    if (split <= 0) {
      faults.push({given, what: 'not-a-pair'})
      continue
    }
    const name = given.slice(0, split).trim()
    const field = given.slice(split + 1).trim() as Field
    const index = columnNamed(headers, name)
    if (index < 0) faults.push({given, what: 'unknown-column'})
    else if (!FIELDS.includes(field)) faults.push({given, what: 'unknown-field'})
    else chosen.set(index, field)
  }
  return {chosen, faults}
}

/** By its name, else by its number: #1 is the first column of the list. -1 = there is none. */
function columnNamed(headers: readonly string[], name: string): number {
  const named = headers.findIndex((header) => header.trim() === name)
  const number = /^#([1-9]\d{0,3})$/.exec(name)?.[1]
  if (named >= 0 || number === undefined) return named
  const index = ourColumns(headers) + Number(number) - 1
  return index < headers.length ? index : -1
}

/** How many columns of our own stand before the list's: a rejects file begins with line and reason. */
export function ourColumns(headers: readonly string[]): number {
  let count = 0
  while (count < headers.length && /^todoke_(line|reason)$/.test(headers[count]!.trim())) count += 1
  return count
}
