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

const MOST_SAMPLES = 3

/** of: the list or file, as findings name it. day: by whose law the complaints were made. */
export function tallyFindings(of: string, day: Day): Tally {
  const counted = new Map<Duty, Map<string, Entry>>()
  return {
    add(complaint, contact) {
      let entries = counted.get(complaint.duty)
      if (entries === undefined) {
        entries = new Map()
        counted.set(complaint.duty, entries)
      }
      const words = wordsOf(complaint)
      const entry = entries.get(words)
      if (entry === undefined) entries.set(words, {complaint, count: 1, samples: [labelOf(contact)]})
      else {
        entry.count += 1
        if (entry.samples.length < MOST_SAMPLES) entry.samples.push(labelOf(contact))
      }
    },
    findings: () =>
      [...counted.values()]
        .flatMap((entries) => [...entries.values()])
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

/** Different values are different words; rules give few of them (a basis, a field), never a person's data. */
function wordsOf({key, values}: ContactComplaint): string {
  let words = key
  for (const name in values) words += ` ${name}=${values[name]}`
  return words
}
