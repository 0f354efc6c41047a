/** Columns of known export files that mean more there than their header words say. */
import type {Field} from './fields.ts'
import {foldHeader} from './fold-word.ts'
import type {FormatService, ListFormat} from './formats.ts'
import type {StopColumn} from './status-words.ts'

const OWN_WORDS: Readonly<Partial<Record<FormatService, Readonly<Record<string, Field>>>>> = {
  // CONFIRM_TIME is always filled; OPTIN_TIME only where somebody signed up by a form.
  mailchimp: {optintime: 'attribute', confirmtime: 'consent_at', lastchanged: 'attribute'},
  hubspot: {email: 'address', createdate: 'consent_at'},
  salesforce: {email: 'address', createddate: 'consent_at', leadsource: 'consent_source'},
}
const ENTRY_WORDS: Readonly<Partial<Record<FormatService, Readonly<Record<string, Field>>>>> = {
  // SMTP replies and codes, not words of a state.
  sendgrid: {created: 'withdrawn_at', reason: 'attribute', status: 'attribute', ip: 'attribute'},
  mailgun: {address: 'address', createdat: 'withdrawn_at', code: 'attribute', error: 'attribute', tags: 'attribute'},
  postmark: {suppressionreason: 'opt_out', createdat: 'withdrawn_at', origin: 'attribute', recipient: 'address'},
  brevo: {reason: 'opt_out', blockedat: 'withdrawn_at', blockeddate: 'withdrawn_at'},
  ses: {
    reason: 'opt_out',
    suppressionreason: 'opt_out',
    lastupdatetime: 'withdrawn_at',
    lastupdatedtimestamp: 'withdrawn_at',
    addedon: 'withdrawn_at',
  },
}

/** What a header means in a format where that is more than its words say; null = go by the words. */
export function fieldInFormat(format: ListFormat, header: string): Field | null {
  const folded = foldHeader(header)
  const words = {...OWN_WORDS[format.id], ...(format.part === 'contacts' ? {} : ENTRY_WORDS[format.id])}
  if (Object.hasOwn(words, folded)) return words[folded]!
  return isTopicOfHubspot(format, folded) ? 'opt_out' : null
}

/** How a stop column is read where its own header does not say it; null = go by the header. */
export function stopInFormat(format: ListFormat, header: string): StopColumn | null {
  const folded = foldHeader(header)
  if (isTopicOfHubspot(format, folded)) return {kind: 'flag', reason: 'optout', isTopic: true}
  // The reason stands in a column of its own, so the date says the weakest.
  if (format.id === 'todoke' && header === 'opt_out_at') return {kind: 'moment', reason: 'bounce', isTopic: false}
  const isMoment = format.part !== 'contacts' && ENTRY_WORDS[format.id]?.[folded] === 'withdrawn_at'
  return isMoment ? {kind: 'moment', reason: 'optout', isTopic: false} : null
}

/** HubSpot's file of those who left has one more column per topic, under the topic's own name; TRUE means left. */
function isTopicOfHubspot({id, part}: ListFormat, folded: string): boolean {
  return id === 'hubspot' && part === 'suppressed' && !/^(email|portal.*|global.*)$/.test(folded)
}
