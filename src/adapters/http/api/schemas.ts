/** JSON schemas of what programs send and get: they check each request, write each answer, and are the OpenAPI document's. */

export type JsonSchema = Readonly<Record<string, unknown>>

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({type: 'string', description, ...more})
const orNull = ({type, ...rest}: JsonSchema): JsonSchema => ({...rest, type: [type, 'null']})
/** Keys nobody knows are refused: a misspelt one must never mean nothing. */
const object = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})
const list = (items: JsonSchema): JsonSchema => ({type: 'array', items})

const MOMENT = text('ISO 8601 with a zone', {examples: ['2026-04-01T09:00:00+09:00']})
const ADDRESS = text('A mail address', {minLength: 3, maxLength: 320, examples: ['taro@example.jp']})
const ID = text('Public id of a contact; says nothing of the person', {examples: ['Zk3r0b1dJm9pQe5wYt7uHg']})
const WORD = {maxLength: 300}

const CONTACT = {
  id: ID,
  address: ADDRESS,
  country: orNull(text('ISO 3166 alpha-2')),
  locale: orNull(text('BCP 47')),
  timeZone: orNull(text('IANA name')),
  attributes: {type: 'object', description: 'Columns of the list by name', additionalProperties: {type: 'string'}},
}

export const CONTACT_ASK = object({address: ADDRESS})
export const CONTACT_ANSWER = object({...CONTACT, lists: list(text('Name of a list the contact is on'))})

export const CONTACTS_ASK = object(
  {
    list: text('Name of the list', {minLength: 1, maxLength: 64}),
    after: text('`next` of the page before', {minLength: 1, maxLength: 64}),
    limit: {type: 'integer', minimum: 1, maximum: 500, default: 100, description: 'Contacts in a page'},
  },
  ['after', 'limit'],
)
export const CONTACTS_ANSWER = object({
  contacts: list(object(CONTACT)),
  next: orNull(text('Where to go on; null = that was all')),
})

const CONSENT = {
  kind: text('requested, given, confirmed, reaffirmed, refused, withdrawn or expired'),
  basis: orNull(text('Why mailing is allowed, e.g. consent, card, trade')),
  at: orNull(MOMENT),
  method: orNull(text('How, e.g. web_form')),
  source: orNull(text('Where, e.g. the URL of the form')),
  wording: orNull(text('Name of the form text that was shown')),
  purpose: orNull(text('What for; a purpose of the settings')),
  topic: orNull(text('What about; null = everything')),
}
export const CONSENTS_ANSWER = object({id: ID, consents: list(object(CONSENT))})

export const CONSENT_ASK = object(
  {
    address: ADDRESS,
    event: text('What happened: given, confirmed, withdrawn, …', {minLength: 1, maxLength: 100}),
    at: {...MOMENT, maxLength: 80},
    basis: text('Missing = consent', WORD),
    method: text('How, e.g. web_form', WORD),
    source: text('Where, e.g. the URL of the form', WORD),
    wording: text('Name of the form text that was shown', WORD),
    purpose: text('A purpose of the settings', WORD),
    topic: text('What about; missing = everything', WORD),
  },
  ['at', 'basis', 'method', 'source', 'wording', 'purpose', 'topic'],
)

const SUPPRESSION = {
  id: text('UUID of the record'),
  reason: text('optout, complaint, bounce, legal or manual'),
  scope: text('all, third-party or topic:NAME'),
  from: orNull(MOMENT),
  until: orNull(MOMENT),
  source: text('Who says so'),
  recordedAt: MOMENT,
}
export const SUPPRESSIONS_ANSWER = object({
  isSuppressed: {type: 'boolean', description: 'Whether anything forbids mail now, of whatever scope'},
  suppressions: list(object(SUPPRESSION)),
})

export const SUPPRESSION_ASK = object(
  {
    subject: text('An address, @DOMAIN, or a hash of an address', {minLength: 3, maxLength: 320}),
    reason: {...text('Why'), enum: ['optout', 'complaint', 'bounce', 'legal', 'manual'], default: 'optout'},
    scope: text('all, third-party or topic:NAME', {maxLength: 120, default: 'all'}),
    until: {
      ...MOMENT,
      description: 'When it ends, to come, ISO 8601; a day = the end of that day; missing = never',
      maxLength: 40,
    },
  },
  ['reason', 'scope', 'until'],
)

export const ADDED_ANSWER = object({isNew: {type: 'boolean', description: 'False: it stood there already'}})

export const SENDS_ANSWER = object({sends: list(text('Name of a send'))})
export const SEND_ASK = object({name: text('Name of the send', {maxLength: 64})})
export const SEND_ANSWER = object({
  name: text('Name of the send'),
  list: text('Name of its list'),
  topic: orNull(text('What it is about')),
  state: text('Newest event: planned, started, stopped, finished'),
  audience: {type: 'integer', description: 'Contacts of the plan'},
  plannedAt: MOMENT,
  startedAt: orNull(MOMENT),
  finishedAt: orNull(MOMENT),
  totals: {
    type: 'object',
    description: 'Contacts by state; they add up to the audience',
    additionalProperties: {type: 'integer'},
  },
})

/** RFC 9457. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: text('Always about:blank: `code` tells which it is'),
    title: text('What happened, in the language asked for'),
    status: {type: 'integer'},
    code: text('Stable word, e.g. LIST_UNKNOWN'),
    detail: text('The way out, in the language asked for'),
    errors: list({
      type: 'object',
      required: ['at', 'rule'],
      properties: {
        at: text('JSON pointer into the request; the value is never repeated'),
        rule: text('Keyword of the schema that it breaks'),
      },
    }),
  },
}
