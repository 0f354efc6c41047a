/**
 * Export files of known services, told by their headers and their names. What a file is may be all that says why its
 * people are in it: an unsubscribed file has no column for it.
 *
 * Header rows seen: Mailchimp (shared corpus; public import code for the unsubscribed and cleaned files), SendGrid's
 * suppression_*.csv (public import code: status, reason, email, created in Unix seconds), HubSpot's export of
 * unsubscribes and bounces (help page), Mailgun's and Postmark's suppressions (API pages), Constant Contact, listmonk and Salesforce (public code), Amazon SES (API
 * pages), Blastmail (help page: 登録日, E-Mail, エラー回数, 状態), Brevo's ADDED_TIME and MODIFIED_TIME (API page).
 * By memory (unverified): SendGrid's contacts, Brevo's blocklist columns, SES's contact files, other Japanese services.
 */
import {foldHeader} from './fold-word.ts'
import {ownFields} from './own-export.ts'
import type {DateReading} from './read-moment.ts'
import type {StopReason} from './status-words.ts'

export type FormatService =
  | 'todoke'
  | 'mailchimp'
  | 'sendgrid'
  | 'brevo'
  | 'hubspot'
  | 'constant-contact'
  | 'ses'
  | 'listmonk'
  | 'mailgun'
  | 'postmark'
  | 'salesforce'
  | 'blastmail'
  | 'jp-service'

export type FormatPart = 'contacts' | 'unsubscribed' | 'bounced' | 'complaints' | 'non-subscribed' | 'suppressed'

/** What standing in a file says of everyone in it; unconfirmed: nobody there has agreed. */
export type RowState = StopReason | 'unconfirmed'

export interface ListFormat {
  readonly id: FormatService
  readonly part: FormatPart
  /** The service's own name; of no use for jp-service, which is a kind. */
  readonly name: string
  /** False when another program's file could look like this. */
  readonly sure: boolean
  readonly everyRow: RowState | null
  readonly dates: DateReading | null
}

/** fileName: as the service named it, without folders. sample: first rows; Unix seconds in `created` tell SendGrid. */
export function detectFormat(
  headers: readonly string[],
  fileName: string | null = null,
  sample: readonly (readonly string[])[] = [],
): ListFormat | null {
  if (ownFields(headers) !== null) return format('todoke', 'contacts')
  const file = {
    headers: new Set(headers.map(foldHeader)),
    name: fileName?.toLowerCase() ?? '',
    hasUnixSeconds: (header: string) => {
      const index = headers.findIndex((each) => foldHeader(each) === header)
      const cells = sample.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
      return cells.length > 0 && cells.every((cell) => /^1\d{9}$/.test(cell))
    },
  }
  for (const detect of [
    ...[mailchimp, hubspot, constantContact, salesforce, ses, postmark, mailgun],
    ...[listmonk, sendgrid, brevo, japanese],
  ]) {
    const format = detect(file)
    if (format !== null) return format
  }
  return null
}

interface SeenFile {
  readonly headers: ReadonlySet<string>
  readonly name: string
  readonly hasUnixSeconds: (header: string) => boolean
}

const NAMES: Readonly<Record<FormatService, string>> = {
  todoke: 'Todoke',
  mailchimp: 'Mailchimp',
  sendgrid: 'SendGrid',
  brevo: 'Brevo',
  hubspot: 'HubSpot',
  'constant-contact': 'Constant Contact',
  ses: 'Amazon SES',
  listmonk: 'listmonk',
  mailgun: 'Mailgun',
  postmark: 'Postmark',
  salesforce: 'Salesforce',
  blastmail: 'ブラストメール',
  'jp-service': '',
}

function format(id: FormatService, part: FormatPart, more: Partial<ListFormat> = {}): ListFormat {
  return {id, part, name: NAMES[id], sure: true, everyRow: EVERY_ROW[part], dates: null, ...more}
}

const EVERY_ROW: Readonly<Record<FormatPart, RowState | null>> = {
  contacts: null,
  unsubscribed: 'optout',
  bounced: 'bounce',
  complaints: 'complaint',
  'non-subscribed': 'unconfirmed',
  suppressed: 'optout',
}

function count(file: SeenFile, ...headers: readonly string[]): number {
  return headers.filter((header) => file.headers.has(header)).length
}

function mailchimp(file: SeenFile): ListFormat | null {
  const own = ['memberrating', 'leid', 'euid', 'optintime', 'optinip', 'confirmtime', 'confirmip', 'lastchanged']
  if (!file.headers.has('emailaddress') || count(file, ...own, 'gmtoff', 'dstoff') < 2) return null
  const named = /^(subscribed|unsubscribed|cleaned|non-?subscribed|archived|transactional)_/.exec(file.name)?.[1]
  if (named === 'subscribed') return format('mailchimp', 'contacts')
  if (named === 'unsubscribed' || named === 'archived') return format('mailchimp', 'unsubscribed')
  if (named === 'cleaned') return format('mailchimp', 'bounced')
  if (named !== undefined) return format('mailchimp', 'non-subscribed')
  // A file with both columns was joined from several: there each row says for itself.
  const [left, cleaned] = [file.headers.has('unsubtime'), file.headers.has('cleantime')]
  if (left && !cleaned) return format('mailchimp', 'unsubscribed')
  return format('mailchimp', cleaned && !left ? 'bounced' : 'contacts')
}

function hubspot(file: SeenFile): ListFormat | null {
  if (count(file, 'portalbounce', 'portalunsubscribe', 'portalspamreport', 'globalbounce') >= 2)
    return format('hubspot', 'suppressed', {everyRow: null})
  const hasTopic = [...file.headers].some((header) => header.startsWith('optedoutofemail'))
  const own = count(file, 'unsubscribedfromallemail', 'marketingcontactstatus', 'emailhardbouncereason', 'recordid')
  return hasTopic || own >= 2 ? format('hubspot', 'contacts') : null
}

function constantContact(file: SeenFile): ListFormat | null {
  const headers = [...file.headers]
  const hasState = headers.some((header) => header.startsWith('emailpermissionstatus'))
  const others = ['emailstatus', 'emailupdatesource', 'confirmedoptoutdate', 'emaillists', 'sourcename']
  const own = others.filter((start) => headers.some((header) => header.startsWith(start))).length
  return (hasState && own >= 1) || own >= 3 ? format('constant-contact', 'contacts') : null
}

function salesforce(file: SeenFile): ListFormat | null {
  const own = ['hasoptedoutofemail', 'emailoptout', 'isemailbounced', 'emailbouncedreason', 'emailbounceddate']
  return count(file, ...own) > 0 ? format('salesforce', 'contacts') : null
}

function ses(file: SeenFile): ListFormat | null {
  const {headers} = file
  const isEntry = headers.has('reason') || headers.has('suppressionreason')
  if (headers.has('emailaddress') && isEntry && count(file, 'lastupdatetime', 'lastupdatedtimestamp', 'addedon') > 0)
    return format('ses', 'suppressed')
  const hasTopics = [...headers].some((header) => header.startsWith('topicpreferences'))
  return headers.has('emailaddress') && (hasTopics || headers.has('unsubscribeall')) ? format('ses', 'contacts') : null
}

function listmonk(file: SeenFile): ListFormat | null {
  if (!file.headers.has('email') || !file.headers.has('attributes')) return null
  return count(file, 'status', 'subscriptionstatus') > 0
    ? format('listmonk', 'contacts', {sure: file.headers.has('uuid')})
    : null
}

/** What its suppressions are called in its API and exports. */
function postmark(file: SeenFile): ListFormat | null {
  const isEntry = count(file, 'suppressionreason', 'origin', 'createdat') === 3
  return isEntry && count(file, 'emailaddress', 'recipient', 'email') > 0 ? format('postmark', 'suppressed') : null
}

/** Unsubscribes have tags, bounces a code and what the server said. */
function mailgun(file: SeenFile): ListFormat | null {
  const {headers} = file
  if (!headers.has('address') || !headers.has('createdat')) return null
  if (headers.has('code') && headers.has('error')) return format('mailgun', 'bounced')
  if (headers.has('tags') && headers.size <= 4) return format('mailgun', 'unsubscribed')
  return null
}

/** Unix seconds, or the name SendGrid gives the file: a plain list of email and created is anyone's. */
function sendgrid(file: SeenFile): ListFormat | null {
  const {headers} = file
  if (headers.has('email') && headers.has('contactid') && count(file, 'alternateemails', 'phonenumberid') > 0)
    return format('sendgrid', 'contacts', {sure: false})
  const others = [...headers].filter((header) => !['email', 'created', 'reason', 'status', 'ip'].includes(header))
  if (!headers.has('email') || !headers.has('created') || others.length > 0) return null
  const named = /suppression|unsubscribe|bounce|block|invalid|spam/.test(file.name)
  if (!named && !file.hasUnixSeconds('created')) return null
  const of = (part: FormatPart) => format('sendgrid', part, {dates: 'epoch', sure: named || headers.size > 2})
  if (/spam/.test(file.name)) return of('complaints')
  if (/bounce|block|invalid/.test(file.name)) return of('bounced')
  if (/unsubscribe/.test(file.name)) return of('unsubscribed')
  return headers.has('reason') ? of('bounced') : headers.has('ip') ? of('complaints') : of('unsubscribed')
}

function brevo(file: SeenFile): ListFormat | null {
  const states = ['blocklisted', 'emailblocklisted', 'emailblacklisted', 'blacklisted', 'doubleoptin']
  if (!file.headers.has('email')) return null
  if (file.headers.has('reason') && count(file, 'blockedat', 'blockeddate') > 0)
    return format('brevo', 'suppressed', {sure: false})
  const own = count(file, 'addedtime', 'modifiedtime') + (count(file, ...states) > 0 ? 1 : 0)
  return own >= 2 || file.headers.has('emailblocklisted') ? format('brevo', 'contacts', {sure: own >= 2}) : null
}

function japanese(file: SeenFile): ListFormat | null {
  if (count(file, 'エラー回数', '状態') === 2 && file.headers.has('email')) return format('blastmail', 'contacts')
  const own = count(
    file,
    '配信状態',
    '配信ステータス',
    'エラー回数',
    'エラーカウント',
    '退会日時',
    '購読解除',
    '会員状態',
  )
  return own >= 2 ? format('jp-service', 'contacts', {sure: false}) : null
}
