/**
 * Mailgun: HMAC-SHA-256 over timestamp and token. It does not cover the event, so a token counts once: another event under it is
 * to be refused, the same one again is an answer that got lost.
 * Source: documentation.mailgun.com, user manual, Securing Webhooks; Webhook payloads.
 */
import {createHmac} from 'node:crypto'
import type {HookEvent, HookReader} from './hook.ts'
import {isFresh, isSame, objectOf, textOf, wordOf} from './hook.ts'

/** key: the HTTP webhook signing key of the account. */
export function mailgunReader(key: string): HookReader {
  return (request, now) => {
    const read = objectOf(textOf(request))
    const signed = objectOf(read?.signature)
    const data = objectOf(read?.['event-data'])
    const timestamp = String(signed?.timestamp ?? '')
    const token = wordOf(signed?.token)
    const signature = wordOf(signed?.signature)
    if (data === null || token === null || signature === null) return 'form'
    const own = createHmac('sha256', key).update(timestamp).update(token).digest('hex')
    if (!isSame(signature, own)) return 'unsigned'
    if (!/^\d{1,12}$/.test(timestamp) || !isFresh(Number(timestamp) * 1000, now)) return 'stale'
    return {events: [eventOf(data)], proof: {word: `mailgun|${token}`, notice: request.body}}
  }
}

function eventOf(data: Readonly<Record<string, unknown>>): HookEvent {
  const {event, recipient, timestamp} = data
  const at = typeof timestamp === 'number' ? Math.round(timestamp * 1000) : null
  const kind =
    event === 'unsubscribed' ? 'optout' : event === 'complained' ? 'complaint' : event === 'failed' ? 'bounce' : 'other'
  return {kind, address: wordOf(recipient), at}
}
