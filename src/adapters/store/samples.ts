/** The first few contacts of each kind that an import touches: what a proposal shows. */
import type {FieldChange, ImportSample, StoppedBy} from '../../ports/list-import.ts'
import {joinChanges} from './merge-contact.ts'

export interface Samples {
  wants(kind: ImportSample['kind']): boolean
  add(kind: 'added' | 'updated', contactId: number, address: string, changes: readonly FieldChange[]): void
  addStopped(address: string, by: StoppedBy): void
  /** A later row changed a contact: a sample of it then shows what it ends as. False when there is none. */
  revise(contactId: number, changes: readonly FieldChange[]): boolean
  all(): readonly ImportSample[]
}

const OF_A_KIND = 5

export function startSamples(): Samples {
  const kept: ImportSample[] = []
  const counts = {added: 0, updated: 0, stopped: 0}
  /** Places in kept of those that can change. */
  const places = new Map<number, number>()
  const keep = (sample: ImportSample) => {
    counts[sample.kind] += 1
    return kept.push(sample) - 1
  }
  return {
    wants: (kind) => counts[kind] < OF_A_KIND,
    add(kind, contactId, address, changes) {
      places.set(contactId, keep({kind, address, changes, by: null}))
    },
    addStopped(address, by) {
      keep({kind: 'stopped', address, changes: [], by})
    },
    revise(contactId, changes) {
      const place = places.get(contactId)
      if (place === undefined) return false
      const sample = kept[place]!
      const joined = joinChanges(sample.changes, changes)
      // A new contact had nothing before it.
      const after = sample.kind === 'added' ? joined.map((change) => ({...change, before: null})) : joined
      kept[place] = {...sample, changes: after.filter((change) => change.before !== change.after)}
      return true
    },
    all: () => kept.filter(({kind, changes}) => kind !== 'updated' || changes.length > 0),
  }
}
