/**
 * Reads cells that hold proof of a consent, the same in a list and in a file of events: yes and no, boxes, persons and
 * organisations in one word each, days and texts as they are given.
 */
import {subscriberType} from '../consent/read-evidence.ts'
import type {EvidenceName} from './evidence-words.ts'
import {EVIDENCE} from './evidence-words.ts'
import {foldWord} from './fold-word.ts'
import {remember} from './remember.ts'
import {saysNothing} from './status-words.ts'
import {readYesNo} from './words.ts'

export interface Proof {
  /** '' = the cell says nothing. */
  readonly value: string
  /** False: a word that should be one of a few and is none of them; the value is the word. */
  readonly isRead: boolean
}

/** Of one value: a form's text is a wording, not evidence. */
const LONGEST_VALUE = 2000
const NONE: Proof = {value: '', isRead: true}

/** Reads the cells of one kind of proof; the words of few are remembered. */
export function proofReader(name: EvidenceName): (cell: string) => Proof {
  const kind = EVIDENCE[name]
  // A day or a name is kept as it is given: whoever judges it reads it, and what is unreadable is no proof.
  if (kind === 'text' || kind === 'moment')
    return (cell) => (isNothing(cell) ? NONE : {value: cell.trim().slice(0, LONGEST_VALUE), isRead: true})
  const read = VALUE_OF[kind]
  return remember((cell) => {
    // A box that nobody ticked beforehand is told by "none", which elsewhere says nothing.
    const given = kind === 'checkbox' || !saysNothing(cell) ? cell.trim() : ''
    if (given === '' || /^[-‐–—―ー]+$/.test(given)) return NONE
    const value = read(given)
    return {value: value ?? given.slice(0, LONGEST_VALUE), isRead: value !== null}
  })
}

/** Days and addresses differ from row to row; of those that begin like one nothing more must be asked. */
function isNothing(cell: string): boolean {
  const first = cell.charCodeAt(0)
  return cell === '' || (cell.length < 40 && !(first > 0x30 && first < 0x3a) && isEmptyWord(cell))
}
const isEmptyWord = remember(saysNothing)

const VALUE_OF: Readonly<Record<'yes-no' | 'checkbox' | 'subscriber', (given: string) => string | null>> = {
  'yes-no': (given) => wordOf(readYesNo(given), 'yes', 'no'),
  checkbox: (given) =>
    /^(none|なし|無し?)$/i.test(given) ? 'none' : wordOf(readYesNo(given) ?? tickOf(foldWord(given)), 'on', 'off'),
  subscriber: subscriberType,
}

function tickOf(word: string): boolean | null {
  if (/^((pre ?)?(checked|ticked|selected)|オン|チェック(あり|有り?|済み?)|選択済み?)$/.test(word)) return true
  return /^((un|not )(checked|ticked|selected)|オフ|チェック(なし|無し?)|空欄?|未選択)$/.test(word) ? false : null
}

function wordOf(answer: boolean | null, yes: string, no: string): string | null {
  return answer === null ? null : answer ? yes : no
}
