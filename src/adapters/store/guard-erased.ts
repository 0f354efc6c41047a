/** Opt-outs beside tombstones: who was erased is forbidden for good, and no file of opt-outs writes their address again. */
import type {SuppressionHit} from '../../core/suppression/entry.ts'
import type {MergeLine, SuppressionStore} from '../../ports/suppression-store.ts'
import type {Tombstones} from './tombstones.ts'

export function guardErased(store: SuppressionStore, graves: Tombstones): SuppressionStore {
  return {
    ...store,
    async merge(entries, at, how) {
      let erased = 0
      const counts = await store.merge(
        withoutErased(entries, graves, () => {
          erased += 1
        }),
        at,
        how,
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
  entries: AsyncIterable<readonly MergeLine[]>,
  graves: Tombstones,
  onErased: () => void,
): AsyncGenerator<readonly MergeLine[]> {
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
