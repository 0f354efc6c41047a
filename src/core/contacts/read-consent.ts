/**
 * The consent event of a row. A yes is never made up: a word nobody knows, in a column that asks for consent or for a
 * state, is kept as a refusal that a later yes ends, in a column of bases as a consent that proves nothing; an empty
 * cell where a yes is asked for is none.
 */
import {refusalIn} from '../consent/refusal-notes.ts'
import {cellOf, valueIn} from './cell.ts'
import type {Basis, ConsentFact} from './consent.ts'
import {momentOfNo} from './day-of-no.ts'
import type {EvidenceName} from './evidence-words.ts'
import {EVIDENCE_NAMES, isNoteHeader} from './evidence-words.ts'
import type {Field} from './fields.ts'
import type {ListMapping, MappedColumn} from './mapping.ts'
import {makeMomentReader} from './read-moment.ts'
import type {ReadNotes} from './read-notes.ts'
import type {Proof} from './read-proof.ts'
import {proofReader} from './read-proof.ts'
import type {RowHold} from './read-stop.ts'
import {remember} from './remember.ts'
import {saysNothing} from './status-words.ts'
import {makeStopFinder} from './stop-words.ts'
import type {Answer} from './words.ts'
import {basisOfRoute, readAnswer, readBasis} from './words.ts'

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
 * declares; a date alone is no basis: what a row tells without one is kept as an event that proves nothing
 * (isUnproven). What is declared never speaks over a word of the row.
 */
export function makeConsentReader(mapping: ListMapping, declared: Declared, notes: ReadNotes): ConsentReader {
  const readable = mapping.filter((column) => column.fate !== 'leave-out')
  const of = (field: Field) => readable.find((column) => column.field === field)
  const indexOf = (field: Field) => of(field)?.index ?? -1
  const answers = readable.filter((column) => column.field === 'consent').map(answerColumn)
  const asking = readable.filter((column) => column.asks === true).map(stateAnswer)
  const evidence = EVIDENCE_NAMES.flatMap((field): ProofColumn[] => {
    const column = of(field)
    return column ? [{field, index: column.index, header: column.header, read: proofReader(field)}] : []
  })
  const remarks = readable.filter(({field, header}) => field === 'attribute' && isNoteHeader(header))
  const basis = of('basis')
  const day = of('consent_at')
  const momentOf = makeMomentReader(declared.offsetMinutes, day?.dates ?? 'ymd')
  const source = indexOf('consent_source')
  const [method, wording, topic] = [indexOf('consent_method'), indexOf('consent_wording'), indexOf('consent_topic')]
  const purpose = indexOf('purpose')
  /** Whether the row says when, how, where or under which words, though not why: that is kept, as no proof. */
  const tellsMore = (fields: readonly string[], dayCell: string): boolean =>
    tells(dayCell) ||
    [method, source, wording].some((index) => tells(valueIn(fields, index))) ||
    evidence.some(({index, read}) => read(valueIn(fields, index)).value !== '')
  const basisOf = remember(readBasisWord)
  const routeBasis = remember(basisOfRoute)
  /** The column that asks for a yes and got no answer from the row; null = there is none. */
  const unanswered = (fields: readonly string[]): MappedColumn | null => {
    for (const {column, isSilent} of asking) if (isSilent(cellOf(fields, column.index))) return column
    if (answers.length === 0) return null
    for (const {index, answerOf} of answers) if (answerOf(cellOf(fields, index)) !== 'silent') return null
    return readable.find((column) => column.field === 'consent')!
  }

  /** On a card or a published address nothing else says that mail is unwanted; the column stays an attribute. */
  const refusalBeside = (fields: readonly string[], ground: Basis): string | null => {
    if (ground !== 'card' && ground !== 'published') return null
    for (const {index} of remarks) {
      const note = cellOf(fields, index)
      const refusal = note === '' ? null : refusalIn(note)
      if (refusal !== null) return refusal
    }
    return null
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
    else if (stated === 'unconfirmed') {
      held ??= {word: basisCell, column: basis!.header}
      notes.add('unconfirmed', basis!.header, basisCell)
    }
    const route = valueIn(fields, source)
    let ground = asBasis(stated)
    ground ??= isYes ? 'consent' : routeBasis(route)
    if (stated === 'unknown') {
      notes.add('unknown-word', basis!.header, basisCell)
    }
    // What is declared never speaks over a word of the row, and a word nobody knows proves nothing.
    const unknown = stated === 'unknown' && ground === null ? basisCell : ''
    if (ground === null && declared.basis !== null && unknown === '') {
      const open = isNo || held !== null ? null : unanswered(fields)
      if (open === null) ground = declared.basis
      else notes.add('no-answer', open.header, '')
    }

    const dayCell = day === undefined ? '' : cellOf(fields, day.index)
    const at = dayCell === '' ? null : momentOf(dayCell)
    const isUnread = at === null && dayCell !== '' && !saysNothing(dayCell)
    if (isUnread) notes.add('date-unread', day!.header, dayCell)
    const isRefused = isNo || held !== null
    if (!isRefused && ground === null && unknown === '' && !tellsMore(fields, dayCell)) return null
    const note = ground === null || isRefused ? null : refusalBeside(fields, ground)
    return {
      kind: isRefused ? 'refused' : 'given',
      basis: isRefused ? null : ground,
      // Held is no event of a day: undated it also ends what was recorded before, until a later yes.
      at: !isRefused || at === null ? at : isNo ? momentOfNo(dayCell, at, declared.offsetMinutes) : null,
      method: valueIn(fields, method) || null,
      source: route || null,
      wording: valueIn(fields, wording) || null,
      topic: valueIn(fields, topic) || null,
      purpose: valueIn(fields, purpose) || declared.purpose,
      evidence:
        evidence.length === 0 && !isUnread && held === null && unknown === '' && note === null
          ? NO_EVIDENCE
          : proofOf(
              fields,
              evidence,
              {dayText: isUnread ? dayCell : '', held: isNo ? null : held, unknown, note},
              notes,
            ),
    }
  }
}

function tells(cell: string): boolean {
  return cell !== '' && !saysNothing(cell)
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

type BasisWord = Basis | 'no' | 'unconfirmed' | 'unknown'

/** A no in a basis column (同意区分: 不同意, 配信停止) is a refusal, and a word nobody knows no basis. */
function readBasisWord(cell: string): BasisWord | null {
  const basis = readBasis(cell)
  if (basis !== null) return basis
  const answer = readAnswer(cell)
  if (answer === 'yes') return 'consent'
  return answer === 'silent' ? null : answer === 'unknown' && saysStop(cell) !== null ? 'no' : answer
}

const saysStop = makeStopFinder('remarks')

function asBasis(word: BasisWord | null): Basis | null {
  return word === 'no' || word === 'unconfirmed' || word === 'unknown' ? null : word
}

interface ProofColumn {
  readonly field: EvidenceName
  readonly index: number
  readonly header: string
  readonly read: (cell: string) => Proof
}

interface Beside {
  /** A date that could not be read, kept as it stands; '' = none. */
  readonly dayText: string
  /** Not beside a plain no: who said it refused, whatever else stands there (isHeld). */
  readonly held: RowHold | null
  /** The word of a basis column that nobody knows; '' = none. */
  readonly unknown: string
  /** What refuses advertising in a column of remarks. */
  readonly note: string | null
}

function proofOf(
  fields: readonly string[],
  columns: readonly ProofColumn[],
  {dayText, held, unknown, note}: Beside,
  notes: ReadNotes,
): ConsentFact['evidence'] {
  const proof: Record<string, string> = {}
  for (const {field, index, header, read} of columns) {
    const {value, isRead} = read(valueIn(fields, index))
    if (value !== '') proof[field] = value
    if (!isRead) notes.add('proof-unread', header, value)
  }
  if (note !== null) proof.note = note
  if (unknown !== '') proof.basis_word = unknown.slice(0, LONGEST_PROOF)
  if (dayText !== '') proof.at_text = dayText.slice(0, LONGEST_PROOF)
  if (held !== null) {
    proof.status_word = held.word.slice(0, LONGEST_PROOF)
    if (held.column !== '') proof.status_column = held.column
  }
  return proof
}
