/**
 * The system that will send a mail, where that is another one than Todoke: which tags are its own, which stand for a
 * way out or for the sender, which nobody will fill. What each tag means is read by core/templates/convert/.
 */
import {closestName} from '../close-names.ts'
import {countSystems} from '../templates/convert/convert-source.ts'
import {findSystem, WRITES} from '../templates/convert/find-system.ts'
import type {Meaning, System} from '../templates/convert/reading.ts'
import {SYSTEMS} from '../templates/convert/reading.ts'
import type {FoundTag} from '../templates/convert/scan.ts'
import {scanTags} from '../templates/convert/scan.ts'
import {namesFilledBy} from '../templates/convert/well-known.ts'
import type {PartView} from './template-view.ts'

/** Other names of the same: of the company, of the language. */
const OTHER_NAMES = {
  twig: 'liquid',
  jinja: 'liquid',
  django: 'liquid',
  ejs: 'erb',
  salesforce: 'marketing-cloud',
  campaignmonitor: 'campaign-monitor',
  sendy: 'campaign-monitor',
  sendinblue: 'brevo',
  convertkit: 'kit',
  interspire: 'percent',
} as const satisfies Readonly<Record<string, System>>

/** What a user may call them. */
export const SYSTEM_NAMES: readonly string[] = [...SYSTEMS, ...Object.keys(OTHER_NAMES)]

/** Null for a name that no system has. */
export function systemNamed(name: string): System | null {
  const word = name.trim().toLowerCase()
  if (Object.hasOwn(OTHER_NAMES, word)) return OTHER_NAMES[word as keyof typeof OTHER_NAMES]
  return SYSTEMS.find((each) => each === word) ?? null
}

/** The ways of writing that a system reads; tags written otherwise reach the reader as they stand. */
const FAMILIES: Readonly<Record<System, readonly string[]>> = {
  mailchimp: ['mailchimp'],
  sendgrid: ['mustache', 'erb', 'brackets'],
  brevo: ['mustache', 'liquid'],
  hubspot: ['mustache', 'liquid'],
  listmonk: ['mustache'],
  liquid: ['mustache', 'liquid'],
  handlebars: ['mustache'],
  postmark: ['mustache'],
  mailgun: ['percent', 'mustache'],
  klaviyo: ['mustache', 'liquid'],
  activecampaign: ['percent'],
  'marketing-cloud': ['percent'],
  mailjet: ['brackets', 'mustache', 'liquid'],
  braze: ['mustache', 'liquid'],
  marketo: ['mustache'],
  customerio: ['mustache', 'liquid'],
  kit: ['mustache', 'liquid'],
  'campaign-monitor': ['elements', 'brackets'],
  phplist: ['brackets'],
  mautic: ['brackets'],
  mailerlite: ['smarty'],
  erb: ['erb'],
  myasp: ['percent'],
  shanon: ['brackets'],
  socketlabs: ['brackets'],
  mailwizz: ['brackets'],
  percent: ['percent'],
  brackets: ['brackets'],
  hashes: ['brackets'],
}
/** Not one company's: a way of writing, in which any name may stand. */
const WAYS_OF_WRITING: ReadonlySet<System> = new Set(['liquid', 'handlebars', 'erb', 'percent', 'brackets', 'hashes'])
/** What is never anything but a tag. */
const SURE_FAMILIES: ReadonlySet<string> = new Set(['mustache', 'liquid', 'mailchimp', 'erb'])

export interface TagFault {
  readonly tag: string
  readonly offset: number
  /** The name that was probably meant; null: the tag is another system's. */
  readonly near: string | null
}

/** Tags of a part that the system does not fill, each once. */
export function tagFaults({source, kind}: Pick<PartView, 'source' | 'kind'>, system: System): readonly TagFault[] {
  const names = namesFilledBy(system)
  const faults = new Map<string, TagFault>()
  for (const found of scanTags(source, kind === 'html', {system, isSaid: true})) {
    const {tag, start, zone} = found
    if (zone !== 'content' || faults.has(tag)) continue
    const near = isForeign(found, system) ? null : nearName(found, system, names)
    if (near !== undefined) faults.set(tag, {tag, offset: start, near})
  }
  return [...faults.values()]
}

function isForeign({family, reading, tag}: FoundTag, system: System): boolean {
  const {meaning} = reading
  // Our own comments set findings aside.
  if (tag.startsWith('{{!')) return false
  if (!FAMILIES[system].includes(family))
    return SURE_FAMILIES.has(family) || reading.system !== null || isLabel(meaning)
  const isOwn = reading.system === null || reading.system === system || reading.system === WRITES[system]
  // Many write values alike; blocks and the names of labels are a system's own.
  return !isOwn && !WAYS_OF_WRITING.has(system) && (meaning.kind === 'open' || isLabel(meaning))
}

function isLabel(meaning: Meaning): boolean {
  if (meaning.kind === 'link' || meaning.kind === 'address-part') return true
  return meaning.kind === 'value' && /^(?:unsubscribe_url|sender\.\w+)$/.test(meaning.name)
}

/** Undefined: nothing speaks for a slip. */
function nearName(
  {family, inside, tag}: FoundTag,
  system: System,
  {all, labels}: ReturnType<typeof namesFilledBy>,
): string | undefined {
  if (!FAMILIES[system].includes(family)) return undefined
  const name = /^[\w.:-]{5,60}(?=\s*(?:$|\|))/.exec(inside)?.[0]
  if (name === undefined || all.has(name.toLowerCase())) return undefined
  const near = closestName(name.toLowerCase(), all)
  if (near === null || !labels.has(near)) return undefined
  return tag.replace(name, name === name.toUpperCase() ? near.toUpperCase() : (AS_WRITTEN[near] ?? near))
}

/** Where capitals matter. */
const AS_WRITTEN: Readonly<Record<string, string>> = {
  unsubscribeurl: 'UnsubscribeURL',
  sender_name: 'Sender_Name',
  sender_address: 'Sender_Address',
  senderaddress: 'SenderAddress',
  unsubscribelink: 'UnsubscribeLink',
}

/** The system that most tags of these parts are of, or null; for telling people what the template looks like. */
export function detectSystem(parts: readonly Pick<PartView, 'source' | 'kind'>[]): System | null {
  const counts = new Map<System, number>()
  for (const {source, kind} of parts)
    for (const [system, tags] of countSystems(source, kind === 'html'))
      counts.set(system, (counts.get(system) ?? 0) + tags)
  return findSystem(counts).system
}

/** The system to name for one foreign tag: its own, or the one that the whole template is of where that writes so too. */
export function systemOfTag(tag: string, detected: System | null): System | null {
  const own = scanTags(tag, false, {system: null, isSaid: false})[0]?.reading.system ?? null
  if (own === null || own === detected) return own ?? detected
  return detected !== null && WRITES[detected] === own ? detected : own
}

const MAY_NAME_SENDER = /sender|addr|organi[sz]ation|company|list:|user:|member_|account|phone/i

/** True when a text as seen holds a tag by which another system fills in that fact of the sender. */
export function showsSystemTag(text: string, fact: 'name' | 'address' | 'contact'): boolean {
  if (!MAY_NAME_SENDER.test(text) || !/[{*%[<#-]/.test(text)) return false
  return scanTags(text, false, {system: null, isSaid: false}).some(({reading: {meaning}}) =>
    meaning.kind === 'value'
      ? !meaning.own && meaning.name === `sender.${fact}`
      : meaning.kind === 'text' && meaning.text.includes(`{{sender.${fact}}}`),
  )
}
