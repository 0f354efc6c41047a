/** What a tag of another sending system means, in words that our own language can say, or why it cannot. */

/** The systems whose tags are known, by the names `--from` takes. */
export const SYSTEMS = [
  'mailchimp',
  'sendgrid',
  'brevo',
  'hubspot',
  'listmonk',
  'liquid',
  'handlebars',
  'postmark',
  'mailgun',
  'klaviyo',
  'activecampaign',
  'marketing-cloud',
  'mailjet',
  'braze',
  'marketo',
  'customerio',
  'kit',
  'campaign-monitor',
  'phplist',
  'mautic',
  'mailerlite',
  'erb',
  'myasp',
  'shanon',
  'socketlabs',
  'mailwizz',
  'percent',
  'brackets',
  'hashes',
] as const

export type System = (typeof SYSTEMS)[number]

/** Why a tag stays as it was written; each has its words and its way out under `convert.why.`. */
export type Why =
  | 'address-part'
  | 'braces'
  | 'campaign'
  | 'code-place'
  | 'condition'
  | 'delimiters'
  | 'expression'
  | 'filter'
  | 'forward'
  | 'include'
  | 'loop'
  | 'mirror'
  | 'name'
  | 'preferences'
  | 'preheader'
  | 'raw'
  | 'today'
  | 'tracking'
  | 'unpaired'

/** Whether a value is there; negated: whether it is missing. */
export interface Test {
  readonly name: string
  readonly negated: boolean
}

export type Meaning =
  /** own: it is written in our language already, and stays as it is unless its name changes. raw: HTML of the sender. */
  | {
      readonly kind: 'value'
      readonly name: string
      readonly fallback: string | null
      readonly format: string | null
      readonly raw: boolean
      readonly own: boolean
    }
  /** A section of our own language: only its name may change. */
  | {readonly kind: 'section'; readonly sigil: '#' | '^' | '/'; readonly name: string}
  /** test null: a block that cannot be said in our language, for that reason. loop: name of each element, or null. */
  | {readonly kind: 'open'; readonly test: Test | null; readonly loop: string | null; readonly why: Why | null}
  /** test null: else; why: an else-if that cannot be said. */
  | {readonly kind: 'branch'; readonly test: Test | null; readonly why: Why | null}
  | {readonly kind: 'close'}
  /** Text of the result. */
  | {readonly kind: 'text'; readonly text: string}
  /** The whole opt-out link, with these words. */
  | {readonly kind: 'link'; readonly label: string}
  /** City, postcode, country: a part of the sender's address other than the street. */
  | {readonly kind: 'address-part'}
  | {readonly kind: 'own'}
  | {readonly kind: 'problem'; readonly why: Why}

export interface Reading {
  readonly meaning: Meaning
  /** The system that alone writes so; null: several do, or it is our own language. */
  readonly system: System | null
}

/** A stretch of the source that may be a tag. */
export interface Candidate {
  /** As written, and what stands between the marks, trimmed. */
  readonly tag: string
  readonly inside: string
  /** Offsets into the source, end exclusive. */
  readonly start: number
  readonly end: number
}

/** What readers may know beside the tag: the system the template is taken to be of, and whether a person said so. */
export interface ReadingContext {
  readonly system: System | null
  readonly isSaid: boolean
}

/** A way of writing tags. Candidates begin with opener and end with closer, or match the pattern (sticky, bounded). */
export interface Syntax {
  readonly opener: string
  readonly find: {readonly closer: string} | RegExp
  /** Blocks are closed by tags of the same family only. */
  readonly family: string
  /** Whether the marks are never anything but a tag, even in CSS and script. */
  readonly isSure: boolean
  /** Null: no tag but ordinary text. */
  readonly read: (candidate: Candidate, context: ReadingContext) => Reading | null
}

/** Who the mail goes to: a list has only columns, so what stands before the column's name goes. */
const OF_CONTACT =
  /^(?:(?:this|@root|contact|subscriber|lead|recipient|person|\$|\.Subscriber\.Attribs|\.Subscriber|\.Tx\.Data|\.Data)\.|[.@$](?=[\p{L}_]))+/u

/** The name without what says that it is the contact's, or the element's of a loop. */
export function bareName(words: string): string {
  return words.replace(OF_CONTACT, '')
}

export function aValue(
  name: string,
  more: {fallback?: string | null; format?: string | null; raw?: boolean; own?: boolean} = {},
): Meaning {
  const {fallback = null, format = null, raw = false, own = false} = more
  return {kind: 'value', name: own ? name : bareName(name), fallback, format, raw, own}
}

export function problem(why: Why): Meaning {
  return {kind: 'problem', why}
}
