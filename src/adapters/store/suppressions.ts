/** Opt-outs: merged in one transaction, never removed, looked up broadly (suppress key, domain, hashes). */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SuppressionStore} from '../../ports/suppression-store.ts'
import type {Connection} from './connection.ts'
import {useProof} from './hook-proofs.ts'
import {mergeSuppressions} from './merge-suppressions.ts'
import {mergedBefore} from './suppression-files.ts'
import {liftAll} from './suppression-lifts.ts'
import {suppressionLookup} from './suppression-lookup.ts'
import {
  boundByOthers,
  figuresOf,
  markOfStore,
  readSuppressions,
  releasedWith,
  spellingsOf,
  standingOf,
} from './suppression-reads.ts'

export function suppressionStore(connection: Connection): SuppressionStore {
  const lookup = suppressionLookup(connection.db)
  return {
    merge: (lines, at, how) => mergeSuppressions(connection, lines, at, how),
    mergedBefore: async (sha256, reading) => mergedBefore(connection, sha256, reading),
    holding: async (suppressKey, at, address = suppressKey) => lookup.holding({address, suppressKey}, at),
    standingOf: async (subject) => standingOf(connection, subject, addressHash(subject)),
    holdingFor: async (contacts, scope, at) => lookup.holdingFor(contacts, scope, at),
    strongestFor: async (contacts, at) => lookup.strongestFor(contacts, at),
    async count() {
      const row = connection.db
        .prepare('select (select count(*) from suppression_events) - (select count(*) from suppression_lifts) as n')
        .get() as {n: number}
      return row.n
    },
    useProof: async (proof, at) => useProof(connection, proof, at),
    lift: async (orders, at) => liftAll(connection, orders, at),
    figures: async () => figuresOf(connection),
    mark: async (at) => markOfStore(connection, at),
    read: (since, at) => readSuppressions(connection, since, at),
    spellingsOf: async (subjects) => spellingsOf(connection, subjects),
    boundByOthers: (scope, at) => boundByOthers(connection, scope, at),
    releasedWith: (entries, scope, at) => releasedWith(connection, entries, scope, at),
  }
}
