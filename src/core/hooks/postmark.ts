/**
 * Postmark: no signature; the name and password of the webhook's address (HTTP basic) prove it. It signs no moment, so what is
 * sent again cannot be told, and changes nothing.
 * Source: postmarkapp.com/developer, Webhooks overview; Subscription change webhook; Spam complaint webhook.
 */
import type {HookEvent, HookReader} from './hook.ts'
import {headerOf, isSame, momentOf, objectOf, textOf, wordOf} from './hook.ts'

/** login: NAME:PASSWORD. */
export function postmarkReader(login: string): HookReader {
  const own = `Basic ${Buffer.from(login).toString('base64')}`
  return (request) => {
    if (!isSame(headerOf(request, 'authorization').replace(/^basic +/i, 'Basic '), own)) return 'unsigned'
    const read = objectOf(textOf(request))
    return read === null ? 'form' : {events: [eventOf(read)]}
  }
}

function eventOf(read: Readonly<Record<string, unknown>>): HookEvent {
  const {RecordType: type, Email: email, BouncedAt: bouncedAt} = read
  if (type === 'SubscriptionChange') return changeOf(read)
  const kind = type === 'SpamComplaint' ? 'complaint' : type === 'Bounce' ? 'bounce' : 'other'
  return {kind, address: wordOf(email), at: momentOf(bouncedAt)}
}

function changeOf(read: Readonly<Record<string, unknown>>): HookEvent {
  const {
    Recipient: recipient,
    ChangedAt: changedAt,
    SuppressSending: suppress,
    SuppressionReason: why,
    Origin: origin,
  } = read
  const said = {address: wordOf(recipient), at: momentOf(changedAt)}
  if (suppress !== true) return {kind: 'resubscribe', ...said}
  if (why === 'HardBounce') return {kind: 'bounce', ...said}
  if (why === 'SpamComplaint') return {kind: 'complaint', ...said}
  return {kind: origin === 'Recipient' ? 'optout' : 'manual', ...said}
}
