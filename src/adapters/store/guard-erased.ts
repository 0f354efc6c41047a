/** Opt-outs beside tombstones: who was erased is forbidden for good, and no file of opt-outs writes their address again. */
import type {SuppressionEntry, SuppressionHit} from '../../core/suppression/entry.ts'
import type {SuppressionStore} from '../../ports/store.ts'
import type {Tombstones} from './tombstones.ts'

export function guardErased(store: SuppressionStore, graves: Tombstones): SuppressionStore {
  return {
    ...store,
    async merge(entries, at) {
      let erased = 0
      const counts = await store.merge(
        withoutErased(entries, graves, () => {
          erased += 1
        }),
        at,
      )
      return {...counts, known: counts.known + erased}
    },
    async holding(suppressKey, at) {
      const hits = await store.holding(suppressKey, at)
      const grave = graves.find(suppressKey)
      return grave === null ? hits : [...hits, hitOf(grave)]
    },
  }
}

async function* withoutErased(
  entries: AsyncIterable<readonly SuppressionEntry[]>,
  graves: Tombstones,
  onErased: () => void,
): AsyncGenerator<readonly SuppressionEntry[]> {
  for await (const batch of entries)
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
