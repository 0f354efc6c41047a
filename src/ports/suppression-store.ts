/** What flows ask of the store about opt-outs: merged, lifted, looked up, read out. */

import type {HookProof} from '../core/hooks/hook.ts'
import type {AskedScope} from '../core/suppression/asked-scope.ts'
import type {SuppressionEntry, SuppressionHit, SuppressionScope} from '../core/suppression/entry.ts'

/**
 * entry: an opt-out. base: one that the service had the last time. subscribed: the person counts as a subscriber there,
 * since `from`; reason and scope say nothing then.
 */
export type MergeRole = 'entry' | 'base' | 'subscribed'

export interface MergeLine extends SuppressionEntry {
  /** An entry where not said. */
  readonly role?: MergeRole
  /** True where somebody named the source: then no other name is taken for the same one. */
  readonly isSourceSaid?: boolean
}

/**
 * consent-newer: a consent here is newer than the opt-out there. subscribed-there: a subscriber there, opted out here.
 * removed-there: the service had it the last time and has it no longer. returned: lifted here, and said again without a
 * date that would tell whether it is the old one; it binds.
 */
export type ConflictKind = 'consent-newer' | 'subscribed-there' | 'removed-there' | 'returned'

/** How a person settled a conflict: the opt-out stays, or the consent (there: the removal) is taken. */
export type Settlement = 'optout' | 'consent'

export interface SuppressionConflict {
  readonly kind: ConflictKind
  readonly subject: string
  /** The opt-out: why, how far, who says so, and since when (recorded, where no date was said). */
  readonly reason: SuppressionEntry['reason']
  readonly scope: SuppressionScope
  readonly source: string
  readonly since: number
  /** The other side: when, null where nothing says it; and who says so, null for a consent in the store. */
  readonly otherAt: number | null
  readonly otherSource: string | null
  /** Whether the opt-out stops holding by this merge. */
  readonly isLifted: boolean
}

/** Where conflicts are written, one after the other, within the merge. */
export interface ConflictSink {
  write(conflict: SuppressionConflict): void
  /** isDone: false when the merge was given up; then nothing is left. Throws FILE_EXISTS, FILE_UNWRITABLE. */
  close(isDone: boolean): Promise<void>
}

export type SettlementFile = ReadonlyMap<string, Settlement>

export interface MergeHow {
  /** Whether it is known what the service had the last time, be it nothing. */
  readonly hasBase: boolean
  /** Why what a service removed is taken over; null = it is only shown. */
  readonly removal: string | null
  /** optout: the opt-out holds. newer: a consent in the store that is newer lifts one of reason optout. */
  readonly rule: 'optout' | 'newer'
  /** By subject. */
  readonly settled: ReadonlyMap<string, Settlement>
  /** Asked once the store is locked: who is erased is counted as known and not written. */
  readonly isErased: (subject: string) => boolean
  /** Works everything out and changes nothing. */
  readonly isDryRun: boolean
  /** Awaited when everything was read and nothing is locked yet. entries: lines that are no base and no subscribers. */
  readonly onRead: (entries: number) => Promise<void>
  /**
   * Called within the merge after each part of it, once others had a turn of the loop; what it throws leaves the store as
   * it was. Null = nobody is told, and the merge takes no pause.
   */
  readonly onPart: ((done: number, parts: number) => void) | null
  /** Called within the merge, in order of subjects' numbers. */
  readonly onConflict: (conflict: SuppressionConflict) => void
  /** Files to remember as merged, when the merge is done. */
  readonly files: () => readonly MergedFileMark[]
}

/** A file that has gone in whole. reading: how it was read, as one text. */
export interface MergedFileMark {
  readonly sha256: string
  readonly reading: string
  readonly entries: number
}

export interface MergeCounts {
  readonly added: number
  readonly known: number
  /** Entries whose person gave consent after the opt-out: the opt-out holds unless settled otherwise. */
  readonly conflicting: number
  /** Of the entries added, how many forbid a contact that is in the store. */
  readonly binding: number
  /** With a base: people who are new there, and who are there no longer. */
  readonly addedThere: number
  readonly removedThere: number
  /** People who count as subscribers there and are opted out here. */
  readonly subscribedThere: number
  /** Entries that were lifted here and were said again without a date. */
  readonly returned: number
  /** Events that stopped holding. */
  readonly lifted: number
}

export interface SuppressionFigures {
  readonly standing: number
  readonly lifted: number
  readonly byKind: Readonly<Record<string, number>>
  readonly byReason: Readonly<Record<string, number>>
  readonly byScope: Readonly<Record<string, number>>
  readonly bySource: readonly {readonly source: string; readonly count: number; readonly newestAt: number}[]
}

/** One event as it goes out. */
export interface SuppressionRecord extends SuppressionHit {
  /** False when it was lifted. */
  readonly stands: boolean
}

export interface LiftOrder {
  /** Of a hit. */
  readonly uuid: string
  readonly subject: string
  readonly reason: string
  /** What proves it: the newer consent, a ticket. */
  readonly evidence: Readonly<Record<string, string | number>>
}

/** id: what the answer calls the person. */
export interface AskedPerson {
  readonly id: number
  readonly address: string
  readonly suppressKey: string
}

export interface SuppressionStore {
  /** Adds entries in one transaction; what is known already stays one entry. Removes nothing unless how says so. */
  merge(lines: AsyncIterable<readonly MergeLine[]>, at: number, how?: Partial<MergeHow>): Promise<MergeCounts>
  /** How many entries a file of these bytes brought that was read in this way, if nothing since could change that; else null. */
  mergedBefore(sha256: string, reading: string): Promise<number | null>
  /**
   * Entries that hold now for a person: by suppress key, by domain and by hash. address: as given, of which some
   * hashes are made; the suppress key where nothing else is known.
   */
  holding(suppressKey: string, at: number, address?: string): Promise<readonly SuppressionHit[]>
  /** Entries of exactly that subject that stand, of whatever time: what a removal is about. */
  standingOf(subject: string): Promise<readonly SuppressionHit[]>
  /** For a batch of contacts: contact id to the entries that hold. */
  holdingFor(
    contacts: readonly AskedPerson[],
    scope: AskedScope,
    at: number,
  ): Promise<ReadonlyMap<number, SuppressionHit>>
  /**
   * The same of any scope: per contact the entry that says most. All mail comes before a part of it, then a complaint,
   * a legal demand, an opt-out, one by hand, a bounce.
   */
  strongestFor(contacts: readonly AskedPerson[], at: number): Promise<ReadonlyMap<number, SuppressionHit>>
  count(): Promise<number>
  /** False when that proof of a service was used for another notice before. Durable. */
  useProof(proof: HookProof, at: number): Promise<boolean>
  /** In one transaction; each event at most once. Returns how many were lifted. */
  lift(orders: readonly LiftOrder[], at: number): Promise<number>
  figures(): Promise<SuppressionFigures>
  /** The state at that moment, up to which a reader has seen everything. */
  mark(at: number): Promise<string>
  /**
   * Events in the order they were recorded, lifted ones too. since: a mark; then only subjects of which something
   * changed after it or came to its end until `at`, each with all its events. Throws MARK_INVALID.
   */
  read(since: string | null, at: number): AsyncIterable<readonly SuppressionRecord[]>
  /** Addresses of contacts that are other spellings of these subjects: who matches exactly must know them too. */
  spellingsOf(subjects: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /**
   * Contacts that a whole domain or a hash forbids that mail (null: all mail), each as an entry of their own address.
   */
  boundByOthers(scope: SuppressionScope | null, at: number): AsyncIterable<readonly SuppressionRecord[]>
  /**
   * Contacts that one of these entries forbade mail (domains and hashes that hold no longer, by subject) and nothing
   * forbids it now, each as an entry of their own address that does not stand.
   */
  releasedWith(
    entries: ReadonlyMap<string, SuppressionRecord>,
    scope: SuppressionScope | null,
    at: number,
  ): AsyncIterable<readonly SuppressionRecord[]>
}
