/**
 * Takes the journal of a detached server over: in order, sealed and without a gap, a transaction for each answer, so that a cut
 * anywhere costs nothing and the next pull goes on from there. Taking the same again adds nothing.
 */

import {journalSeals} from '../core/serving/journal.ts'
import type {AnswerFault, PullPlace} from '../core/serving/journal-answer.ts'
import {readAnswer} from '../core/serving/journal-answer.ts'
import {AppError} from '../errors.ts'
import type {JournalSource, KeptEntry} from '../ports/journal.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface PullAsk {
  /** Take over a journal that was begun anew, from the first record that is there. */
  readonly isNewJournal: boolean
  onProgress(entries: number): void
}

export interface PullNeeds {
  readonly store: Pick<Store, 'journal'>
  readonly clock: Clock
  readonly source: JournalSource
  /** Seals the journal, 32 bytes. */
  readonly journalKey: Uint8Array
  /** Random, base64url. */
  newNonce(): string
}

export interface PullResult {
  readonly url: string
  /** Records that came now. */
  readonly entries: number
  readonly added: number
  readonly known: number
  /** Opt-outs of people who were not found at first, and now are. */
  readonly found: number
  /** Every record that is kept because nobody was found, or its kind is not known. */
  readonly kept: readonly KeptEntry[]
  /** Moment of the newest opt-out ever taken, UTC milliseconds. */
  readonly newestAt: number | null
  /** Number of the last record. */
  readonly last: number
  /** Keys whose links the server takes. */
  readonly keys: readonly string[]
}

/**
 * Throws PULL_UNREACHABLE, PULL_KEY_REFUSED, PULL_UNTRUE (what came is not what the journal holds; nothing of that answer was
 * taken), STORE_*.
 */
export async function pullJournal(ask: PullAsk, needs: PullNeeds): Promise<PullResult> {
  const {store, clock, source} = needs
  const seals = journalSeals(needs.journalKey)
  const standing = await store.journal.standing()
  let place: Omit<PullPlace, 'nonce'> =
    ask.isNewJournal || standing === null
      ? {...BEGIN, beginsAnywhere: ask.isNewJournal}
      : {after: standing.seq, journal: standing.journal, before: standing.seal}
  let isBegun = !ask.isNewJournal
  const counts = {entries: 0, added: 0, known: 0}
  for (;;) {
    const askedAt = clock.now()
    const nonce = needs.newNonce()
    const page = readAnswer(await source.read(place.after, nonce), {...place, nonce}, seals)
    if (typeof page === 'string') throw untrue(page, source.url)
    const {journal, begins, before, entries, end, last, keys} = page
    if (begins > place.after + 1) {
      place = {after: begins - 1, journal, before: null}
      continue
    }
    if (!isBegun) await store.journal.restart(journal, {seq: place.after, seal: before}, clock.now())
    isBegun = true
    const taken = await store.journal.take(journal, entries, clock.now())
    counts.entries += entries.length
    counts.added += taken.added
    counts.known += taken.known
    ask.onProgress(counts.entries)
    place = {after: entries.at(-1)?.seq ?? place.after, journal, before: end}
    if (place.after < last) continue
    const found = await store.journal.retryKept(clock.now())
    // What came in after the question is not known yet.
    await store.journal.complete(journal, askedAt, keys)
    const newestAt = (await store.journal.standing())?.newestAt ?? null
    return {url: source.url, ...counts, found, kept: await store.journal.kept(), newestAt, last, keys}
  }
}

const BEGIN = {after: 0, journal: null, before: null}

function untrue(fault: AnswerFault, url: string): AppError {
  return new AppError('PULL_UNTRUE', {url, why: `pull-${fault}`})
}
