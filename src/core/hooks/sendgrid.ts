/**
 * SendGrid: ECDSA (P-256, SHA-256) over the timestamp and the body. A group that somebody left counts as all mail: its number says
 * nothing of our topics.
 * Source: www.twilio.com/docs/sendgrid, Event Webhook Security Features; Event Webhook Reference.
 */
import type {KeyObject} from 'node:crypto'
import {createPublicKey, createVerify} from 'node:crypto'
import type {HookEvent, HookKind, HookReader} from './hook.ts'
import {headerOf, isFresh, jsonOf, objectOf, textOf, wordOf} from './hook.ts'

const KINDS: Readonly<Record<string, HookKind>> = {
  ...{unsubscribe: 'optout', group_unsubscribe: 'optout', spamreport: 'complaint'},
  ...{group_resubscribe: 'resubscribe', bounce: 'bounce'},
}

/** written: the verification key as SendGrid shows it, base64 of SubjectPublicKeyInfo. Null for what is none. */
export function sendgridKey(written: string): KeyObject | null {
  try {
    const key = createPublicKey({key: Buffer.from(written, 'base64'), format: 'der', type: 'spki'})
    return key.asymmetricKeyType === 'ec' ? key : null
  } catch {
    return null
  }
}

export function sendgridReader(key: KeyObject): HookReader {
  return (request, now) => {
    const timestamp = headerOf(request, 'x-twilio-email-event-webhook-timestamp')
    const signature = Buffer.from(headerOf(request, 'x-twilio-email-event-webhook-signature'), 'base64')
    const verify = createVerify('sha256').update(timestamp).update(request.body)
    if (!isSigned(() => verify.verify(key, signature))) return 'unsigned'
    if (!/^\d{1,12}$/.test(timestamp) || !isFresh(Number(timestamp) * 1000, now)) return 'stale'
    const events = jsonOf(textOf(request))
    return Array.isArray(events) ? {events: events.map(eventOf)} : 'form'
  }
}

function isSigned(verify: () => boolean): boolean {
  try {
    return verify()
  } catch {
    return false
  }
}

function eventOf(given: unknown): HookEvent {
  const {event, email, timestamp} = objectOf(given) ?? {}
  const kind = (typeof event === 'string' && Object.hasOwn(KINDS, event) && KINDS[event]) || 'other'
  return {kind, address: wordOf(email), at: typeof timestamp === 'number' ? timestamp * 1000 : null}
}
