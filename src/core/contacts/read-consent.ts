/**
 * The consent event of a row. A yes is never made up: a word nobody knows, in a column that asks for consent, for its
 * basis or for a state, is kept as a refusal that a later yes ends; an empty cell where a yes is asked for is none.
 */
import {cellOf, valueIn} from './cell.ts'
import type {Basis, ConsentFact} from './consent.ts'
import type {Field} from './fields.ts'
import {EVIDENCE_FIELDS} from './fields.ts'
import type {ListMapping, MappedColumn} from './mapping.ts'
import {makeMomentReader} from './read-moment.ts'
import type {ReadNotes} from './read-notes.ts'
import type {RowHold} from './read-stop.ts'
import {remember} from './remember.ts'
import {saysNothing} from './status-words.ts'
import type {Answer} from './words.ts'
import {basisOfRoute, readAnswer, readBasis, readYesNo} from './words.ts'

/** What the import says for rows that say nothing themselves; offsetMinutes: zone of dates that name none. */
export interface Declared {
  readonly basis: Basis | null
  readonly purpose: string | null
  readonly offsetMinutes: number
}

/** hold: what the row's states say against its consent. */
export type ConsentReader = (fields: readonly string[], hold: RowHold | null) => ConsentFact | null

/** Of a word or a date nobody could read; what is longer is neither. */
const LONGEST_PROOF = 200
const NO_EVIDENCE: ConsentFact['evidence'] = Object.freeze({})

/**
 * Basis: the basis column, else a yes in a consent column, else a route that names card or trade, else what the import
 * declares; a date alone is no basis. What is declared never speaks over a word of the row.
 */
export function makeConsentReader(mapping: ListMapping, declared: Declared, notes: ReadNotes): ConsentReader {
  const readable = mapping.filter((column) => column.fate !== 'leave-out')
  const of = (field: Field) => readable.find((column) => column.field === field)
  const indexOf = (field: Field) => of(field)?.index ?? -1
  const answers = readable.filter((column) => column.field === 'consent').map(answerColumn)
  const asking = readable.filter((column) => column.asks === true).map(stateAnswer)
  const evidence = EVIDENCE_FIELDS.flatMap((field) => {
    const column = of(field)
    return column ? [{field, index: column.index}] : []
  })
  const basis = of('basis')
  const day = of('consent_at')
  const momentOf = makeMomentReader(declared.offsetMinutes, day?.dates ?? 'ymd')
  const source = indexOf('consent_source')
  const [method, wording, topic] = [indexOf('consent_method'), indexOf('consent_wording'), indexOf('consent_topic')]
  const purpose = indexOf('purpose')
  const basisOf = remember(readBasisWord)
  const routeBasis = remember(basisOfRoute)
  /** The column that asks for a yes and got no answer from the row; null = there is none. */
  const unanswered = (fields: readonly string[]): MappedColumn | null => {
    for (const {column, isSilent} of asking) if (isSilent(cellOf(fields, column.index))) return column
    if (answers.length === 0) return null
    for (const {index, answerOf} of answers) if (answerOf(cellOf(fields, index)) !== 'silent') return null
    return readable.find((column) => column.field === 'consent')!
  }

  return (fields, hold) => {
    let held = hold
    let isYes = false
    let isNo = false
    for (const column of answers) {
      const cell = cellOf(fields, column.index)
      if (cell === '') continue
      const answer = column.answerOf(cell)
      if (answer === 'yes') isYes = true
      else if (answer === 'no') isNo = true
      else if (answer !== 'silent') {
        held ??= {word: cell, column: column.header}
        notes.add(answer === 'unknown' ? 'unknown-word' : 'unconfirmed', column.header, cell)
      }
    }
    const basisCell = basis === undefined ? '' : cellOf(fields, basis.index)
    const stated = basisCell === '' ? null : basisOf(basisCell)
    if (stated === 'no') isNo = true
    const route = valueIn(fields, source)
    let ground: Basis | null = stated === 'no' || stated === 'unknown' ? null : stated
    ground ??= isYes ? 'consent' : routeBasis(route)
    if (stated === 'unknown') {
      notes.add('unknown-word', basis!.header, basisCell)
      if (ground === null) held ??= {word: basisCell, column: basis!.header}
    }
    if (ground === null && declared.basis !== null) {
      const open = isNo || held !== null ? null : unanswered(fields)
      if (open === null) ground = declared.basis
      else notes.add('no-answer', open.header, '')
    }

    const dayCell = day === undefined ? '' : cellOf(fields, day.index)
    const at = dayCell === '' ? null : momentOf(dayCell)
    const isUnread = at === null && dayCell !== '' && !saysNothing(dayCell)
    if (isUnread) notes.add('date-unread', day!.header, dayCell)
    const isRefused = isNo || held !== null
    if (!isRefused && ground === null) return null
    return {
      kind: isRefused ? 'refused' : 'given',
      basis: isRefused ? null : ground,
      // Held is no event of a day: undated it also ends what was recorded before, until a later yes.
      at: isRefused && !isNo ? null : at,
      method: valueIn(fields, method) || null,
      source: route || null,
      wording: valueIn(fields, wording) || null,
      topic: valueIn(fields, topic) || null,
      purpose: valueIn(fields, purpose) || declared.purpose,
      evidence:
        evidence.length === 0 && !isUnread && held === null
          ? NO_EVIDENCE
          : proofOf(fields, evidence, isUnread ? dayCell : '', held),
    }
  }
}

function answerColumn(column: MappedColumn) {
  const words = column.words ?? null
  return {
    index: column.index,
    header: column.header,
    answerOf: remember((cell): Answer => readAnswer(cell, words)),
  }
}

/** A state whose cells are yes and no asks whether mail is wanted. */
function stateAnswer(column: MappedColumn) {
  return {column, isSilent: remember(saysNothing)}
}

/** A no in a basis column (同意区分: 不同意) is a refusal, and a word nobody knows no basis. */
function readBasisWord(cell: string): Basis | 'no' | 'unknown' | null {
  const basis = readBasis(cell)
  if (basis !== null) return basis
  if (saysNothing(cell)) return null
  const answer = readYesNo(cell)
  return answer === null ? 'unknown' : answer ? 'consent' : 'no'
}

/** dayText: a date that could not be read, kept as it stands. */
function proofOf(
  fields: readonly string[],
  columns: readonly {readonly field: string; readonly index: number}[],
  dayText: string,
  held: RowHold | null,
): ConsentFact['evidence'] {
  const proof: Record<string, string> = {}
  for (const {field, index} of columns) {
    const value = cellOf(fields, index)
    if (value !== '') proof[field] = value
  }
  if (dayText !== '') proof.at_text = dayText.slice(0, LONGEST_PROOF)
  if (held !== null) {
    proof.status_word = held.word.slice(0, LONGEST_PROOF)
    if (held.column !== '') proof.status_column = held.column
  }
  return proof
}
