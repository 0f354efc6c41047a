/** Turns complaints about many contacts into one finding per duty and words, with a count and a few masked samples. */
import type {Finding} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import type {ContactComplaint} from './judge-contact.ts'

export interface Tally {
  /** label: a row number or public id with a masked address, e.g. "row 12: t***@example.jp". */
  add(complaint: ContactComplaint, label: string): void
  /** Heaviest first, then most contacts first. */
  findings(): readonly Finding[]
}

const MOST_SAMPLES = 3

/** of: the list or file, as findings name it. */
export function tallyFindings(of: string): Tally {
  const counted = new Map<string, {complaint: ContactComplaint; count: number; samples: string[]}>()
  return {
    add(complaint, label) {
      const id = idOf(complaint)
      const entry = counted.get(id)
      if (entry === undefined) counted.set(id, {complaint, count: 1, samples: [label]})
      else {
        entry.count += 1
        if (entry.samples.length < MOST_SAMPLES) entry.samples.push(label)
      }
    },
    findings: () =>
      [...counted.values()]
        .map(({complaint: {duty, severity, key, values}, count, samples}): Finding & {readonly count: number} => ({
          duty: duty.id,
          rule: duty.rule,
          severity,
          where: {kind: 'contacts', of},
          key,
          values,
          sources: duty.sources,
          count,
          samples,
        }))
        .sort((a, b) => heaviestFirst(a, b) || b.count - a.count),
  }
}

/** Different values are different words; rules give few of them (a basis, a field), never a person's data. */
function idOf({duty, key, values}: ContactComplaint): string {
  let id = `${duty.id} ${key}`
  for (const name in values) id += ` ${name}=${values[name]}`
  return id
}
