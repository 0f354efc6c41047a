/** Opt-outs beside tombstones: who was erased is forbidden for good, and no file of opt-outs writes their address again. */

import type {SuppressionHit} from '../../core/suppression/entry.ts'
import {kindOfSubject} from '../../core/suppression/entry.ts'
import type {MergeLine, SuppressionStore} from '../../ports/suppression-store.ts'
import type {Tombstones} from './tombstones.ts'

export function guardErased(store: SuppressionStore, graves: Tombstones): SuppressionStore {
  return {
    ...store,
    async merge(lines, at, how) {
      let erased = 0
      const before = graves.count()
      let isSame: boolean | null = null
      const counts = await store.merge(
        withoutErased(lines, graves, () => {
          erased += 1
        }),
        at,
        {
          ...how,
          // Hashing everybody again while the store is locked would hold it: only where somebody was erased meanwhile.
          isErased(subject) {
            isSame ??= graves.count() === before
            return !isSame && kindOfSubject(subject) === 'address' && graves.find(subject) !== null
          },
        },
      )
      return {...counts, known: counts.known + erased}
    },
    async holding(suppressKey, at, address) {
      const hits = await store.holding(suppressKey, at, address)
      const grave = graves.find(suppressKey)
      return grave === null ? hits : [...hits, hitOf(grave)]
    },
  }
}

async function* withoutErased(
  lines: AsyncIterable<readonly MergeLine[]>,
  graves: Tombstones,
  onErased: () => void,
): AsyncGenerator<readonly MergeLine[]> {
  for await (const batch of lines)
    yield graves.any()
      ? batch.filter(({kind, subject}) => {
          const isErased = kind === 'address' && graves.find(subject) !== null
          if (isErased) onErased()
          return !isErased
        })
      : batch
}

function hitOf({uuid, reason, erasedAt}: NonNullable<ReturnType<Tombstones['find']>>): SuppressionHit {
  return {
    ...{uuid, subject: '', reason, scope: 'all', from: null, until: null},
    ...{source: 'contact erase', line: null, recordedAt: erasedAt},
  }
}
