/**
 * The mails of a plan as files instead of a delivery: byte for byte what a run at this moment would send, to the same
 * people. The ledger is only read. Throws in the middle leave the files that were written.
 */
import type {FillResult} from '../core/sending/fill-message.ts'
import {isPlanStale, PLAN_LIFE_DAYS} from '../core/sending/plan-life.ts'
import {startSample} from '../core/sending/sample.ts'
import {AppError} from '../errors.ts'
import type {MailFolder} from '../ports/mail-folder.ts'
import type {Recipient, SendRecord, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {commandOf} from './run-send.ts'

export interface FolderAsk {
  readonly send: SendRecord
  readonly folder: string
  /** The first so many; null = all. */
  readonly limit: number | null
  /** So many of all by chance, the same ones each time; null = no sample. */
  readonly sample: number | null
  readonly stop: AbortSignal
  readonly onProgress: (written: number) => void
}

export interface FolderNeeds {
  readonly store: Store
  readonly clock: Clock
  /** How the run of that send fills its mails. */
  fillerFor(send: SendRecord): Promise<(recipient: Recipient, dateMs: number) => FillResult>
  /** Throws FOLDER_TAKEN, FILE_UNWRITABLE; then nothing is there. */
  openFolder(path: string): Promise<MailFolder>
}

export interface FolderResult {
  readonly folder: string
  readonly written: number
  /** Recipients who may be mailed, beyond those written. */
  readonly notWritten: number
  /** Planned when the plan was made, and not to be mailed by now; as far as was looked. */
  readonly suppressed: number
  /** By reason: mails that cannot be made. */
  readonly unfillable: Readonly<Record<string, number>>
}

const PAGE = 1000

/** Throws PLAN_STALE, KEY_MISSING, FOLDER_TAKEN, FILE_UNWRITABLE, INTERRUPTED_FOLDER, STORE_*. */
export async function sendToFolder(ask: FolderAsk, needs: FolderNeeds): Promise<FolderResult> {
  const {send, limit, sample} = ask
  const now = needs.clock.now()
  if (send.startedAt === null && isPlanStale(send.plannedAt, now))
    throw new AppError('PLAN_STALE', {name: send.name, days: PLAN_LIFE_DAYS})
  const fill = await needs.fillerFor(send)
  const folder = await needs.openFolder(ask.folder)
  const counts = {free: 0, suppressed: 0, written: 0}
  const unfillable: Record<string, number> = {}
  const write = async (recipient: Recipient) => {
    if (ask.stop.aborted) throw cutShort(ask, counts.written)
    const mail = fill(recipient, now)
    if (!('bytes' in mail)) {
      unfillable[`template:${mail.why}`] = (unfillable[`template:${mail.why}`] ?? 0) + 1
      return
    }
    counts.written += 1
    await folder.write(counts.written, recipient.publicId, mail.bytes)
    ask.onProgress(counts.written)
  }
  const drawn = sample === null ? null : startSample<Recipient>(send.publicId, sample)
  for await (const {recipients, suppressed} of pages(send, needs.store, now)) {
    counts.suppressed += suppressed
    for (const recipient of recipients) {
      counts.free += 1
      if (drawn !== null) drawn.add(recipient, recipient.publicId)
      else if (limit === null || counts.free <= limit) await write(recipient)
    }
  }
  for (const recipient of drawn?.result() ?? []) await write(recipient)
  const lost = Object.values(unfillable).reduce((sum, each) => sum + each, 0)
  return {
    folder: ask.folder,
    written: counts.written,
    notWritten: counts.free - counts.written - lost,
    suppressed: counts.suppressed,
    unfillable,
  }
}

/** Going on with a plain `send run` would send the mails. */
function cutShort({send, folder}: FolderAsk, count: number): AppError {
  return new AppError('INTERRUPTED_FOLDER', {count, folder, command: `${commandOf(send.name)} --to-folder …`})
}

async function* pages(send: SendRecord, store: Store, at: number) {
  const ledger = store.sends.ledger(send, at)
  for (let after = 0; ; ) {
    const page = await ledger.peek(after, PAGE, at)
    if (page.last === null) return
    yield page
    after = page.last
  }
}
