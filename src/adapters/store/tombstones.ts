/** Recognises erased people who come again: in a list, a file of opt-outs or of consents, or on the command line. */

import type {SuppressionReason} from '../../core/suppression/entry.ts'
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {tombstoneMaker} from '../../core/suppression/tombstone.ts'
import {AppError} from '../../errors.ts'
import type {Connection} from './connection.ts'

export interface Grave {
  readonly mac: string
  readonly uuid: string
  readonly reason: SuppressionReason
  readonly erasedAt: number
}

export interface Tombstones {
  /** False while nobody was ever erased: then nothing need be asked. Throws ERASURE_KEY_MISSING. */
  any(): boolean
  /** How many were erased. */
  count(): number
  /** Throws ERASURE_KEY_MISSING where a person could not be recognised. */
  find(suppressKey: string): Grave | null
}

/** keys: all of the workspace. */
export function tombstones({db}: Connection, keys: readonly ErasureKey[]): Tombstones {
  const makers = keys.map((key) => tombstoneMaker(key))
  const keysUsed = db.prepare('select distinct key_id as id from erasures')
  const howMany = db.prepare('select count(*) as n from erasures')
  const isAny = db.prepare('select 1 from erasures limit 1')
  const find = db.prepare('select mac, uuid, reason, erased_at as erasedAt from erasures where mac = ?')
  let areKeysKnown = false
  const any = () => {
    if (isAny.get() === undefined) return false
    // Without its key a tombstone recognises nobody, and the person would come back in silence.
    if (!areKeysKnown)
      for (const {id} of keysUsed.all() as {id: string}[])
        if (!keys.some((key) => key.id === id)) throw new AppError('ERASURE_KEY_MISSING', {key: id})
    areKeysKnown = true
    return true
  }
  return {
    any,
    count: () => (howMany.get() as {n: number}).n,
    find(suppressKey) {
      if (!any()) return null
      for (const make of makers) {
        const found = find.get(make(suppressKey)) as Grave | undefined
        if (found !== undefined) return found
      }
      return null
    },
  }
}
