/**
 * Names that sending systems fill by themselves, by the marks they stand in (rulebook G.9 and the systems' own
 * documentation). A tag that yields an address becomes {{unsubscribe_url}}, one that yields a whole link a link.
 */
import {matchesIn} from '../../lint/find-phrases.ts'
import {OPT_OUT_TAG} from '../../lint/phrases/merge-tags.ts'
import type {Meaning, Reading, System, Why} from './reading.ts'
import {aValue, problem} from './reading.ts'

type Target =
  | 'opt-out'
  | 'opt-out-link'
  | 'sender.name'
  | 'sender.address'
  | 'sender.contact'
  | 'sender'
  | 'email'
  | Extract<
      Why,
      'address-part' | 'campaign' | 'forward' | 'mirror' | 'preferences' | 'preheader' | 'today' | 'tracking'
    >

type Names = Readonly<Partial<Record<Target, string>>>
/** several: what no system has to itself. */
type BySystem = Readonly<Partial<Record<System | 'several', Names>>>

/** Names in lower case, blanks between them. */
const MUSTACHE: BySystem = {
  sendgrid: {
    'opt-out': 'unsubscribe',
    preferences: 'unsubscribe_preferences',
    'sender.name': 'sender_name',
    'sender.address': 'sender_address',
    'address-part': 'sender_city sender_state sender_zip sender_country',
    mirror: 'weblink',
  },
  brevo: {'opt-out': 'unsubscribe', mirror: 'mirror', preferences: 'update_profile'},
  hubspot: {
    'opt-out': 'unsubscribe_link unsubscribe_link_all',
    'opt-out-link': 'unsubscribe_anchor unsubscribe_section',
    'sender.name': 'site_settings.company_name',
    'sender.address': 'site_settings.company_street_address_1',
    'address-part':
      'site_settings.company_street_address_2 site_settings.company_city site_settings.company_state site_settings.company_zip site_settings.company_country',
    'sender.contact': 'site_settings.company_phone',
    mirror: 'view_as_page_url view_as_page_section',
    campaign: 'content.subject content.name',
  },
  listmonk: {
    'opt-out': 'unsubscribeurl',
    preferences: 'manageurl optinurl',
    mirror: 'messageurl',
    tracking: 'trackview',
    campaign: '.campaign.subject .campaign.name .campaign.uuid .campaign.fromemail rooturl',
    email: '.subscriber.email',
  },
  klaviyo: {
    'sender.name': 'organization.name',
    'sender.address': 'organization.full_address',
    'sender.contact': 'organization.phone organization.url',
  },
  postmark: {'opt-out-link': 'pm:unsubscribe', 'opt-out': 'pm:unsubscribe_url'},
  marketo: {
    'opt-out': 'system.unsubscribelink',
    mirror: 'system.viewaswebpagelink',
    forward: 'system.forwardtofriendlink',
  },
  kit: {'sender.address': 'inline_postal_address', email: 'subscriber.email_address'},
  customerio: {email: 'customer.email'},
  several: {
    'opt-out': 'unsubscribe_url_all resend_unsubscribe_url amazonsesunsubscribeurl email.unsubscribe_link',
    'opt-out-link': 'unsubscribe_text',
    preferences: 'manageurl',
  },
}

const MAILCHIMP: Names = {
  'opt-out': 'unsub unsubscribe',
  'sender.name': 'list:company user:company list:from_name',
  'sender.address':
    'list:address list:addressline html:list_address_html html:user_address_html user:address list_address_html',
  'sender.contact': 'list:phone list:email list:url user:phone user:email user:url',
  email: 'email',
  mirror: 'archive archive_link_short campaign_archive',
  preferences: 'update_profile manage_prefs',
  forward: 'forward list:subscribe rewards html:rewards',
  preheader: 'mc_preview_text',
  campaign: 'mc:subject list:name list:description campaign_uid campaign_name uniqid list:uid',
  today: 'current_year',
}

const PERCENT: BySystem = {
  mailgun: {
    'opt-out': 'unsubscribe_url tag_unsubscribe_url mailing_list_unsubscribe_url',
    'opt-out-link': 'unsubscribe tag_unsubscribe mailing_list_unsubscribe',
    email: 'recipient recipient_email recipient.email',
  },
  activecampaign: {
    'opt-out': 'unsubscribelink',
    sender: 'sender-info sender-info-singleline',
    email: 'email',
    mirror: 'webcopy',
    preferences: 'updatelink',
    forward: 'forward2friend',
    today: 'today',
  },
  myasp: {'opt-out': 'cancelurl cancelurl1click cancelurl2 cancelurlall', 'sender.contact': 'kara_mail_cancel_address'},
}

const DOUBLE_PERCENT: Names = {
  'opt-out': 'unsub_center_url unsubscribe unsubscribelink unsubscribe_url',
  'sender.name': 'member_busname',
  'sender.address': 'member_addr',
  'address-part': 'member_city member_state member_postalcode member_country',
  email: 'emailaddr emailaddress',
  mirror: 'view_email_url webversion',
  preferences: 'profile_center_url subscription_center_url modifydetails',
  forward: 'ftaf_url sendfriend',
  today: 'xtmonth xtday xtyear todaysdate',
}

const BRACKET: BySystem = {
  sendgrid: {
    'opt-out': 'unsubscribe',
    preferences: 'unsubscribe_preferences',
    'sender.name': 'sender_name',
    'sender.address': 'sender_address',
    'address-part': 'sender_city sender_state sender_zip sender_country',
    mirror: 'weblink',
  },
  phplist: {'opt-out': 'unsubscribeurl', preferences: 'preferencesurl preferences', forward: 'forwardurl forward'},
  mailwizz: {
    'opt-out': 'unsubscribe_url direct_unsubscribe_url unsubscribe_link link_unsubscribe',
    'sender.address': 'company_full_address',
    'sender.name': 'company_name',
  },
  'campaign-monitor': {mirror: 'webversion'},
  several: {'opt-out': 'link:subscription_unsubscribe_url', preferences: 'managesubscriptionurl'},
}

const DOUBLE_BRACKET: Names = {
  'opt-out': 'unsub_link unsub_link_en remove',
  mirror: 'permalink',
  forward: 'share_facebook share_twitter',
}

const SMARTY: Names = {
  'opt-out': 'unsubscribe',
  'sender.name': 'account.company account_company',
  'sender.address': 'account_address account.address',
  email: 'email',
  mirror: 'url',
  preferences: 'preferences',
}

const HASH: Names = {'opt-out': 'unsubscribe unsubscribelink optout', 'sender.address': 'senderaddress'}

const TABLES = {
  mustache: tableOf(MUSTACHE),
  mailchimp: tableOf({mailchimp: MAILCHIMP}),
  percent: tableOf(PERCENT),
  'double-percent': tableOf({'marketing-cloud': DOUBLE_PERCENT}),
  bracket: tableOf(BRACKET),
  'double-bracket': tableOf({mailjet: DOUBLE_BRACKET}),
  smarty: tableOf({mailerlite: SMARTY}),
  hash: tableOf({socketlabs: HASH}),
} as const

const BY_MARKS: readonly BySystem[] = [
  ...[MUSTACHE, PERCENT, BRACKET],
  {
    mailchimp: MAILCHIMP,
    'marketing-cloud': DOUBLE_PERCENT,
    mailjet: DOUBLE_BRACKET,
    mailerlite: SMARTY,
    socketlabs: HASH,
  },
]

/** The names that the system fills by itself, in lower case; labels: those that stand for a way out or the sender. */
export function namesFilledBy(system: System): {
  readonly all: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
} {
  const all: string[] = []
  const labels: string[] = []
  for (const {[system]: names} of BY_MARKS)
    for (const [target, list] of Object.entries(names ?? {})) {
      all.push(...list.split(' '))
      if (/^(?:opt-out|sender)/.test(target)) labels.push(...list.split(' '))
    }
  return {all: new Set(all), labels: new Set(labels)}
}

interface Entry {
  readonly target: Target
  /** Null: several systems use the name. */
  readonly system: System | null
}

function tableOf(systems: BySystem): ReadonlyMap<string, Entry> {
  const table = new Map<string, Entry>()
  for (const [system, names] of Object.entries(systems) as [System | 'several', Names][])
    for (const [target, list] of Object.entries(names) as [Target, string][])
      for (const name of list.split(' '))
        table.set(name, {target, system: table.has(name) || system === 'several' ? null : system})
  return table
}

/** What the name stands for in those marks, or null when it is a name of the list. */
export function wellKnown(marks: keyof typeof TABLES, name: string): Reading | null {
  const entry = TABLES[marks].get(name.toLowerCase())
  return entry === undefined ? null : {meaning: meaningOf(entry.target), system: entry.system}
}

/** Whether the tag is known as an opt-out tag of some system, whatever its name. */
export function isOptOut(tag: string): boolean {
  return matchesIn(OPT_OUT_TAG, tag)[0]?.[0] === tag
}

export const OPT_OUT: Meaning = aValue('unsubscribe_url')

function meaningOf(target: Target): Meaning {
  if (target === 'opt-out') return OPT_OUT
  if (target === 'opt-out-link') return {kind: 'link', label: 'Unsubscribe'}
  if (target === 'sender') return {kind: 'text', text: '{{sender.name}}, {{sender.address}}'}
  if (target === 'address-part') return {kind: 'address-part'}
  if (target === 'email' || target.startsWith('sender.')) return aValue(target)
  return problem(target as Why)
}
