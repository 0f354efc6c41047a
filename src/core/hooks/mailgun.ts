/**
 * Mailgun: HMAC-SHA-256 over timestamp and token. It does not cover the event, so a token counts once: another event under it is
 * refused, the same one again is an answer that got lost.
 * Source: documentation.mailgun.com, user manual, Securing Webhooks; Webhook payloads.
 */
import {createHash, createHmac} from 'node:crypto'
import type {HookEvent, HookReader} from './hook.ts'
import {isFresh, isSame, MOST_AGE_MS, objectOf, textOf, wordOf} from './hook.ts'

const MOST_TOKENS = 100_000

/** key: the HTTP webhook signing key of the account. */
export function mailgunReader(key: string): HookReader {
  const seen = new Map<string, {readonly body: string; readonly at: number}>()
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
    const body = createHash('sha256').update(request.body).digest('base64')
    const before = seen.get(token)
    if (before !== undefined && before.body !== body) return 'replayed'
    seen.set(token, {body, at: now})
    forget(seen, now)
    return {events: [eventOf(data)]}
  }
}

/** Tokens whose time is over; beyond the most, the oldest. */
function forget(seen: Map<string, {readonly at: number}>, now: number): void {
  for (const [token, {at}] of seen) {
    if (seen.size <= MOST_TOKENS && now - at <= 2 * MOST_AGE_MS) return
    seen.delete(token)
  }
}

function eventOf(data: Readonly<Record<string, unknown>>): HookEvent {
  const {event, recipient, timestamp} = data
  const at = typeof timestamp === 'number' ? Math.round(timestamp * 1000) : null
  const kind =
    event === 'unsubscribed' ? 'optout' : event === 'complained' ? 'complaint' : event === 'failed' ? 'bounce' : 'other'
  return {kind, address: wordOf(recipient), at}
}
