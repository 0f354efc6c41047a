/**
 * The journal of a detached server as lines of text: each record names its number, moment, kind and payload, and is sealed with
 * an HMAC over itself and the seal before it. So nothing can be invented, changed, swapped or left out between two
 * records without the key. Kinds are open: whoever adds one gives it a word and a payload.
 */
import {macWith} from '../suppression/mac.ts'

export interface JournalEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** UTC milliseconds. */
  readonly at: number
  /** A word in lower case, e.g. optout. */
  readonly kind: string
  /** A JSON object as text, on one line. */
  readonly payload: string
}

/** How a file of the journal begins. */
export interface JournalHead {
  /** 16 random bytes as base64url: a journal that was begun anew is another one. */
  readonly journal: string
  /** Of the first record behind it. */
  readonly seq: number
  /** Seal of the record before that one; START where there is none. */
  readonly before: string
}

export const START = '-'
/** Bytes of a payload. */
export const MOST_PAYLOAD = 4096

export interface JournalSeals {
  head(head: JournalHead): string
  /** before: the seal of the record before it. */
  entry(journal: string, before: string, entry: JournalEntry): string
  answer(facts: AnswerFacts): string
}

/** What an answer to a pull vouches for, beside its records. */
export interface AnswerFacts {
  readonly journal: string
  /** What the asker made up for this question alone, so that no old answer passes for a new one. */
  readonly nonce: string
  readonly after: number
  /** Seal of the record `after`; START for 0. */
  readonly before: string
  /** The first record that is still there. */
  readonly begins: number
  /** The newest that is on the disk; 0 = none. */
  readonly last: number
  /** Seal of the last record of the answer; that of `after` where it brings none. */
  readonly end: string
  /** Ids of the keys whose links the server takes. */
  readonly keys: readonly string[]
}

/** secret: 32 bytes. Each kind of seal is over words of its own, so that none passes for another. */
export function journalSeals(secret: Uint8Array): JournalSeals {
  const mac = macWith(secret)
  const seal = (...words: readonly (string | number)[]) =>
    Buffer.from(mac(Buffer.from(words.join('\n'))), 'latin1').toString('base64url')
  return {
    head: ({journal, seq, before}) => seal('head', journal, seq, before),
    entry: (journal, before, {seq, at, kind, payload}) => seal('entry', journal, before, seq, at, kind, payload),
    answer: ({journal, nonce, after, before, begins, last, end, keys}) =>
      seal('answer', journal, nonce, after, before, begins, last, end, keys.join(',')),
  }
}

const FORMAT = 'todoke-journal'
const VERSION = '1'

export function writeHead(head: JournalHead, seals: JournalSeals): string {
  return [FORMAT, VERSION, head.journal, head.seq, head.before, seals.head(head)].join('\t')
}

/** Null for what is no head, or not sealed with this key. */
export function readHead(line: string, seals: JournalSeals): JournalHead | null {
  const [format, version, journal = '', seq = '', before = '', seal, ...more] = line.split('\t')
  if (format !== FORMAT || version !== VERSION || more.length > 0 || !/^[1-9]\d{0,14}$/.test(seq)) return null
  const head = {journal, seq: Number(seq), before}
  return seals.head(head) === seal ? head : null
}

export interface SealedEntry extends JournalEntry {
  readonly seal: string
}

export function sealEntry(journal: string, before: string, entry: JournalEntry, seals: JournalSeals): SealedEntry {
  return {...entry, seal: seals.entry(journal, before, entry)}
}

export function writeEntry({seq, at, kind, payload, seal}: SealedEntry): string {
  return [seq, at, kind, payload, seal].join('\t')
}

/** Null for what has not the shape of a record; whether its seal holds is not looked at. */
export function readEntry(line: string): SealedEntry | null {
  const [seq = '', at = '', kind = '', payload = '', seal = '', ...more] = line.split('\t')
  const isWhole =
    more.length === 0 &&
    /^[1-9]\d{0,14}$/.test(seq) &&
    /^\d{1,15}$/.test(at) &&
    /^[a-z][a-z-]{0,31}$/.test(kind) &&
    payload.startsWith('{') &&
    /^[\w-]{43}$/.test(seal)
  return isWhole ? {seq: Number(seq), at: Number(at), kind, payload, seal} : null
}
