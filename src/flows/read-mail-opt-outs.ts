/**
 * Opt-outs that came by mail, to the mailto: of the mails or as replies, become suppressions; what nobody is sure of
 * goes to a list for a person to read. Read again the same mailbox adds nothing. No mail is moved, answered or deleted.
 */
import type {Address} from '../core/contacts/address.ts'
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {SuppressionEntry} from '../core/suppression/entry.ts'
import {spellingOf} from '../core/suppression/entry.ts'
import type {MailVerdict, OptOutPlaces} from '../core/suppression/mail-opt-out.ts'
import {judgeMail} from '../core/suppression/mail-opt-out.ts'
import type {TokenKey} from '../core/suppression/token.ts'
import {readToken} from '../core/suppression/token.ts'
import type {InboxMail, Mailboxes, UnsureFile, UnsureMail} from '../ports/mailboxes.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface ReadMailAsk {
  readonly paths: readonly string[]
  readonly isDryRun: boolean
  readonly places: OptOutPlaces
  readonly onProgress: (mails: number) => void
}

export type MailCounts = Readonly<Record<Exclude<MailVerdict['kind'], 'unsure'> | 'unsure' | 'settled', number>>

export interface ReadMailResult {
  readonly dryRun: boolean
  readonly mails: number
  /** They sum to mails. settled: unsure ones that a person has decided about. */
  readonly counts: MailCounts
  /** Opt-outs by the signed token of a mail; the others are by the words and the From address. */
  readonly byToken: number
  readonly added: number
  /** Recorded before. */
  readonly known: number
  /** Of those added, how many forbid a contact that is held. */
  readonly binding: number
  /** Mails that wait for a person. */
  readonly unsure: readonly UnsureMail[]
}

interface Needs {
  readonly store: Store
  readonly mailboxes: Mailboxes
  readonly unsureFile: UnsureFile
  readonly tokenKeys: () => Promise<readonly TokenKey[]>
  readonly clock: Clock
}

const SOURCE = 'suppression read-mail'

/** Throws FILE_*, MAIL_FOLDER_EMPTY, STORE_*: then nothing was recorded. */
export async function readMailOptOuts(ask: ReadMailAsk, needs: Needs): Promise<ReadMailResult> {
  const {store, mailboxes, unsureFile, clock} = needs
  const now = clock.now()
  const keys = await needs.tokenKeys()
  const standing = await unsureFile.read()
  const readAgain = new Set<string>()
  const counts = {'opt-out': 0, automatic: 0, bounce: 0, report: 0, own: 0, other: 0, unsure: 0, settled: 0}
  const entries: SuppressionEntry[] = []
  const listed: UnsureMail[] = []
  let byToken = 0
  let mails = 0
  for (const path of ask.paths)
    for await (const mail of mailboxes.read(path)) {
      mails += 1
      ask.onProgress(mails)
      if (standing.has(mail.id)) readAgain.add(mail.id)
      const owner = await ownerOf(mail, keys, store)
      const verdict = judgeMail(mail, owner !== null, ask.places)
      const sender = senderOf(mail, ask.places)
      const from = mail.arrivedAt === null ? now : Math.min(mail.arrivedAt, now)
      if (verdict.kind === 'opt-out') {
        counts['opt-out'] += 1
        if (verdict.by === 'token') byToken += 1
        entries.push(...entriesFrom(owner, sender, from))
      } else if (verdict.kind === 'unsure') {
        const decision = standing.get(mail.id)?.decision ?? null
        if (decision === 'stop' && sender !== null) entries.push(...entriesFrom(null, sender, from))
        // Decided ones stay on the list too: it is where the next reading finds what was decided.
        const isSettled = decision === 'keep' || (decision === 'stop' && sender !== null)
        counts[isSettled ? 'settled' : 'unsure'] += 1
        listed.push(unsureOf(mail, verdict.why, isSettled ? decision : null))
      } else counts[verdict.kind] += 1
    }
  const merged = ask.isDryRun ? await rehearse(entries, store, now) : await store.suppressions.merge(once(entries), now)
  // Rows of mails in other mailboxes stay, with what was decided about them.
  const kept = [...standing].flatMap(([id, row]) => (readAgain.has(id) ? [] : [row]))
  if (!ask.isDryRun) await unsureFile.write(listed, kept)
  const {added, known, binding} = merged
  const unsure = listed.filter(({decision}) => decision === null)
  return {dryRun: ask.isDryRun, mails, counts, byToken, added, known, binding, unsure}
}

/** The person to whom a mail with that token went: the suppress key, null where no token of ours is in the mail. */
async function ownerOf(mail: InboxMail, keys: readonly TokenKey[], store: Store): Promise<string | null> {
  const places = [mail.subject, ...mail.recipients]
  for (const [word] of places.flatMap((text) => [...text.slice(0, 2000).matchAll(/[\w-]{62}/g)])) {
    const facts = readToken(word, keys)
    if (facts?.kind !== 'optout') continue
    const subject = await store.people.subjectOf(facts.recipientId)
    if (subject !== null) return subject
  }
  return null
}

/** Null where there is none that can be read, and for ourselves. */
function senderOf({from}: InboxMail, {own}: OptOutPlaces): Address | null {
  if (from === null || own.has(from.toLowerCase())) return null
  const parsed = parseAddress(from)
  return isAddress(parsed) ? parsed : null
}

/** By mail nobody says which topic: all of it stops. owner: a suppress key. */
function entriesFrom(owner: string | null, sender: Address | null, from: number): readonly SuppressionEntry[] {
  const rest = {reason: 'optout', scope: 'all', from, until: null, source: SOURCE, line: null} as const
  const entries: SuppressionEntry[] = []
  if (sender !== null) entries.push({kind: 'address', subject: sender.suppressKey, ...spellingOf(sender), ...rest})
  if (owner !== null && owner !== sender?.suppressKey) entries.push({kind: 'address', subject: owner, ...rest})
  return entries
}

function unsureOf(mail: InboxMail, why: UnsureMail['why'], decision: UnsureMail['decision']): UnsureMail {
  const {id, place, from, arrivedAt, subject} = mail
  return {id, place, from: from ?? '', arrivedAt, subject, why, decision}
}

async function rehearse(entries: readonly SuppressionEntry[], store: Store, now: number) {
  let known = 0
  let added = 0
  for (const subject of new Set(entries.map((entry) => entry.subject))) {
    const holding = await store.suppressions.holding(subject, now)
    const isKnown = holding.some(
      (hit) => hit.reason === 'optout' && hit.scope === 'all' && !hit.subject.startsWith('@'),
    )
    if (isKnown) known += 1
    else added += 1
  }
  return {added, known, binding: 0}
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield batch
}
