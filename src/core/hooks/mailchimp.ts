/**
 * Mailchimp: no signature; a secret in the address (`?secret=…`) proves it, and GET is asked once to see that something answers. It
 * signs no moment, so what is sent again cannot be told, and changes nothing.
 * Source: mailchimp.com/developer, Sync audience data with webhooks.
 */
import type {HookEvent, HookReader} from './hook.ts'
import {isSame, momentOf, textOf} from './hook.ts'

export function mailchimpReader(secret: string): HookReader {
  return (request) => {
    const {secret: given} = request.query
    if (typeof given !== 'string' || !isSame(given, secret)) return 'unsigned'
    const fields = new URLSearchParams(textOf(request))
    return fields.has('type') ? {events: [eventOf(fields)]} : 'form'
  }
}

function eventOf(fields: URLSearchParams): HookEvent {
  const type = fields.get('type')
  const reason = fields.get('data[reason]')
  // 2026-04-01 09:00:00, in UTC.
  const at = momentOf(fields.get('fired_at')?.replace(' ', 'T').concat('Z'))
  const said = {address: fields.get('data[email]'), at}
  if (type === 'subscribe') return {kind: 'resubscribe', ...said}
  if (type !== 'unsubscribe' && type !== 'cleaned') return {kind: 'other', ...said}
  if (reason === 'abuse') return {kind: 'complaint', ...said}
  return {kind: type === 'cleaned' ? 'bounce' : 'optout', ...said}
}
