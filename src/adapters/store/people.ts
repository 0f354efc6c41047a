/** Persons behind their port: what is held, erasure, and what stays behind. */
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {AppError} from '../../errors.ts'
import type {PersonStore} from '../../ports/person-store.ts'
import type {Connection} from './connection.ts'
import {erasePerson, previewErasure} from './erase-person.ts'
import {heldOn} from './held-on-person.ts'
import {signUpsOf} from './held-sign-ups.ts'
import {countProofs, deleteOverdue, openProofsOf, proofDaysOf} from './locked-proofs.ts'
import {sweepDetails} from './purge.ts'
import type {Tombstones} from './tombstones.ts'
import {needsWipe, wipeFile} from './wipe-file.ts'

/** keys: oldest first; the newest signs. */
export function personStore(connection: Connection, graves: Tombstones, keys: readonly ErasureKey[]): PersonStore {
  return {
    held: async (address) => heldOn(connection, address),
    signUps: async (suppressKey) => signUpsOf(connection, suppressKey),
    async subjectOf(publicId) {
      const id = connection.publicIds.contactId(publicId)
      const row = connection.db
        .prepare(
          `select coalesce(suppress_key, address_key) as subject from contacts where id = ? and address_key <> ''`,
        )
        .get(id) as {subject: string} | undefined
      return row?.subject ?? null
    },
    preview: async (suppressKey) => previewErasure(connection, suppressKey),
    async tombstone(suppressKey) {
      const grave = graves.find(suppressKey)
      if (grave === null) return null
      const {mac, ...told} = grave
      return {...told, proofUntil: proofDaysOf(connection, mac)}
    },
    async erase(order) {
      const key = keys.at(-1)
      if (key === undefined) throw new AppError('ERASURE_KEY_MISSING', {key: '–'})
      erasePerson(connection, key, order)
      // Proof that nobody else's consent shares.
      sweepDetails(connection)
    },
    wipe: async () => wipeFile(connection),
    needsWipe: async () => needsWipe(connection),
    lockedProofs: async (now) => countProofs(connection, now),
    deleteOverdueProofs: async (now) => deleteOverdue(connection, now),
    openProofs: async (suppressKey, why) => openProofsOf(connection, keys, suppressKey, why),
  }
}
