/**
 * Takes over what can be taken of a journal that lies in a folder here: the way back when it was damaged, and the server that wrote
 * it does not start any more or answers no pull. Taking the same again adds nothing.
 */
import {journalSeals} from '../core/serving/journal.ts'
import type {BadLine, JournalText} from '../core/serving/salvage-journal.ts'
import {salvageJournal} from '../core/serving/salvage-journal.ts'
import type {PullNeeds, PullResult} from './pull-journal.ts'

export interface PullFolderAsk {
  readonly folder: string
  onProgress(entries: number): void
}

export interface PullFolderNeeds extends Pick<PullNeeds, 'store' | 'clock' | 'journalKey'> {
  /** Throws FILE_*. */
  read(folder: string): Promise<readonly JournalText[]>
}

export interface PullFolderResult extends Omit<PullResult, 'url' | 'keys'> {
  readonly folder: string
  /** What is no record of that journal as it was written: nothing was taken of it. */
  readonly bad: readonly BadLine[]
}

const TOGETHER = 1000

/** Throws FILE_*, STORE_*. */
export async function pullFolder(
  {folder, onProgress}: PullFolderAsk,
  needs: PullFolderNeeds,
): Promise<PullFolderResult> {
  const {clock, journalKey} = needs
  const {journal: store} = needs.store
  const standing = await store.standing()
  const known = standing === null ? [] : [standing.journal]
  const {journals, bad} = salvageJournal(await needs.read(folder), journalSeals(journalKey), known)
  const counts = {entries: 0, added: 0, known: 0, last: 0}
  for (const [journal, entries] of journals)
    for (let at = 0; at < entries.length; at += TOGETHER) {
      const some = entries.slice(at, at + TOGETHER)
      const taken = await store.salvage(journal, some, clock.now())
      counts.entries += some.length
      counts.added += taken.added
      counts.known += taken.known
      counts.last = some.at(-1)!.seq
      onProgress(counts.entries)
    }
  const found = await store.retryKept(clock.now())
  const newestAt = (await store.standing())?.newestAt ?? null
  return {folder, ...counts, found, kept: await store.kept(), newestAt, bad}
}
