/** An opt-out as a journal holds it: what the token of the link said and what was chosen, and nothing of the person. */
import type {ReaderChoice} from '../suppression/reader-choice.ts'
import {READER_CHOICES} from '../suppression/reader-choice.ts'

/** The kind of such records in a journal. */
export const OPT_OUT_KIND = 'optout'

export interface OptOutRecord {
  /** As the token carries them. */
  readonly send: string
  readonly recipient: string
  readonly choice: ReaderChoice
  readonly via: 'one-click' | 'page'
}

export function writeOptOut({send, recipient, choice, via}: OptOutRecord): string {
  return JSON.stringify({send, recipient, choice, via})
}

/** Null for what is none. Never throws. */
export function readOptOutRecord(payload: string): OptOutRecord | null {
  let read: Partial<Record<keyof OptOutRecord, unknown>>
  try {
    read = JSON.parse(payload)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  const {send, recipient, choice, via} = read
  const isToken = typeof send === 'string' && typeof recipient === 'string'
  const isKnown = READER_CHOICES.some((each) => each === choice) && (via === 'one-click' || via === 'page')
  return isToken && isKnown ? (read as OptOutRecord) : null
}
