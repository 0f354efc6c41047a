/** The first few contacts of each kind that an import touches: what a proposal shows. */
import type {FieldChange, ImportSample} from '../../ports/list-import.ts'

export interface Samples {
  wants(kind: ImportSample['kind']): boolean
  add(kind: ImportSample['kind'], address: string, changes: readonly FieldChange[]): void
  all(): readonly ImportSample[]
}

const OF_A_KIND = 5

export function startSamples(): Samples {
  const kept: ImportSample[] = []
  const counts = {added: 0, updated: 0, stopped: 0}
  return {
    wants: (kind) => counts[kind] < OF_A_KIND,
    add(kind, address, changes) {
      counts[kind] += 1
      kept.push({kind, address, changes})
    },
    all: () => kept,
  }
}
