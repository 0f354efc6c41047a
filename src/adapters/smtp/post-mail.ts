/** Hands single mails to the relay over one connection that is kept while there are more: to the dot, then only when marked. */
import type {DeliveryOutcome, Envelope, RelayAddress, RelayConnection} from '../../ports/relay.ts'
import {openRelay} from './open-relay.ts'

export interface Postman {
  /** mark: asked before the final dot; null = it said no, and the relay has to forget the mail. */
  post(envelope: Envelope, message: Uint8Array, mark: () => Promise<boolean>): Promise<DeliveryOutcome | null>
  rest(): Promise<void>
}

/** Never rejects but with what mark throws, and then the mail was not sent. */
export function postman(address: RelayAddress): Postman {
  let kept: RelayConnection | null = null

  async function connected(): Promise<RelayConnection | DeliveryOutcome> {
    if (kept?.isUsable) return kept
    const opened = await openRelay(address)
    if ('failure' in opened) return opened.failure
    kept = opened.connection
    return kept
  }

  return {
    async post(envelope, message, mark) {
      const connection = await connected()
      if ('kind' in connection) return connection
      const offered = await connection.offer(envelope, message)
      if (offered !== 'ready') return offered
      let isMarked = false
      try {
        isMarked = await mark()
      } finally {
        if (!isMarked) connection.abandon()
      }
      return isMarked ? connection.release() : null
    },
    async rest() {
      const last = kept
      kept = null
      if (last?.isUsable) await last.quit()
    },
  }
}
