/**
 * Proofs that services gave and that do not cover what they tell (Mailgun): each counts for one notice, also after a restart, or
 * whoever caught one could tell of anybody by it. Hashes alone; gone when the service's own moment is too old to be believed.
 */
import {createHash} from 'node:crypto'
import type {HookProof} from '../../core/hooks/hook.ts'
import {PROOF_COUNTS_MS} from '../../core/hooks/hook.ts'
import type {Connection} from './connection.ts'

/** False when it was used for another notice. Durable. Throws STORE_*. */
export function useProof(connection: Connection, {word, notice}: HookProof, at: number): boolean {
  const {db} = connection
  return connection.transact(() => {
    db.prepare('delete from hook_proofs where used_at < ?').run(at - PROOF_COUNTS_MS)
    const proof = hashOf(word)
    db.prepare('insert or ignore into hook_proofs (proof, notice, used_at) values (?, ?, ?)').run(
      ...[proof, hashOf(notice), at],
    )
    const row = db.prepare('select notice from hook_proofs where proof = ?').get(proof) as {notice: Uint8Array}
    return hashOf(notice).equals(row.notice)
  })
}

function hashOf(given: string | Uint8Array): Buffer {
  return createHash('sha256').update(given).digest().subarray(0, 16)
}
