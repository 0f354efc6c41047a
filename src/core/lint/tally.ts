/** Turns complaints about many contacts into one finding per duty and words, with a count and a few masked samples. */
import type {AuditedContact, ContactLabel} from '../contacts/audited-contact.ts'
import {labelOf} from '../contacts/audited-contact.ts'
import type {Day, Duty} from './duty.ts'
import {behindFinding} from './duty.ts'
import type {Finding} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import type {ContactComplaint} from './judge-contact.ts'

export interface Tally {
  add(complaint: ContactComplaint, contact: Pick<AuditedContact, 'row' | 'publicId' | 'address'>): void
  /** Heaviest first, then most contacts first. */
  findings(): readonly Finding[]
}

interface Entry {
  readonly complaint: ContactComplaint
  count: number
  readonly samples: ContactLabel[]
}

/** Of one duty. */
interface Entries {
  readonly byWords: Map<string, Entry>
  /** The first of them: comparing with a few is cheaper than making the key of a map. */
  readonly first: Entry[]
}

const MOST_SAMPLES = 3
const MOST_COMPARED = 6

/** of: the list or file, as findings name it. day: by whose law the complaints were made. */
export function tallyFindings(of: string, day: Day): Tally {
  const counted = new Map<Duty, Entries>()
  return {
    add(complaint, contact) {
      let entries = counted.get(complaint.duty)
      if (entries === undefined) {
        entries = {byWords: new Map(), first: []}
        counted.set(complaint.duty, entries)
      }
      const entry = entryFor(complaint, entries)
      entry.count += 1
      if (entry.samples.length < MOST_SAMPLES) entry.samples.push(labelOf(contact))
    },
    findings: () =>
      [...counted.values()]
        .flatMap(({byWords}) => [...byWords.values()])
        .map(({complaint: {duty, severity, key, values}, count, samples}): Finding & {readonly count: number} => ({
          duty: duty.id,
          rule: duty.rule ?? '',
          severity,
          where: {kind: 'contacts', of},
          key,
          values,
          ...behindFinding(duty, day),
          count,
          samples,
        }))
        .sort((a, b) => heaviestFirst(a, b) || b.count - a.count),
  }
}

function entryFor(complaint: ContactComplaint, {byWords, first}: Entries): Entry {
  for (const entry of first) if (isSame(entry.complaint, complaint)) return entry
  const words = wordsOf(complaint)
  let entry = byWords.get(words)
  if (entry === undefined) {
    entry = {complaint, count: 0, samples: []}
    byWords.set(words, entry)
    if (first.length < MOST_COMPARED) first.push(entry)
  }
  return entry
}

/** True only where the words are the same. */
function isSame(a: ContactComplaint, b: ContactComplaint): boolean {
  if (a.key !== b.key) return false
  if (a.values === b.values) return true
  let names = 0
  for (const name in a.values) {
    if (a.values[name] !== b.values[name]) return false
    names += 1
  }
  for (const _ in b.values) names -= 1
  return names === 0
}

/** Different values are different words; rules give few of them (a basis, a field), never a person's data. */
function wordsOf({key, values}: ContactComplaint): string {
  let words = key
  for (const name in values) words += ` ${name}=${values[name]}`
  return words
}
