/**
 * Hostile values in what a send says for everyone: settings, names of sends and lists, files. They are refused by the settings, or
 * by the plan, or the mail is the one it is with a harmless value.
 */
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {checkSettings} from '../../../src/adapters/settings/check-settings.ts'
import {UTF_8} from '../../../src/core/sending/charset.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import type {Settings} from '../../../src/core/settings.ts'
import {offeredColumns} from '../../../src/core/templates/offered-names.ts'
import {AppError} from '../../../src/errors.ts'
import {freezeContent} from '../../../src/flows/freeze-content.ts'
import type {TemplateSource} from '../../../src/ports/templates.ts'
import {INJECTIONS, VICTIM} from '../../support/injections.ts'
import {KEY, publicIdOf, SEND_ID} from '../../support/mail-cases.ts'
import {PARSERS, partTree, type ReadMail} from '../../support/read-mail.ts'

const YAML = {
  sender: {
    name: 'Mihon KK',
    address: '1-2-3 Reidai, Mihon-shi',
    contact: '03-1234-5678',
    from: {name: 'Mihon News', address: 'news@example.com'},
    replyTo: 'reply@example.com',
  },
  optOut: {url: 'https://mail.example.com/o', mailto: 'stop@example.com'},
  relay: {host: 'smtp.example.com', port: 587, tls: 'starttls'},
  laws: ['jp'],
  audienceCountry: 'JP',
  purposes: [{name: 'news', notice: 'News.'}],
}

const SOURCE: TemplateSource = {
  name: 'news',
  path: 'news',
  subject: 'News from {{sender.name}}',
  subjectAt: null,
  html: {
    file: 'body.html',
    source: '<p title="{{sender.name}}">{{sender.name}} <a href="{{unsubscribe_url}}">x</a></p>{{> footer}}',
  },
  text: {file: 'body.txt', source: '[[{{sender.name}}]]\n{{> footer}}'},
  preheader: null,
  preheaderAt: null,
  from: null,
  replyTo: null,
  topic: null,
  purpose: null,
  mailClass: null,
  languages: ['en'],
  charset: 'utf-8',
  filling: 'strict',
  raw: [],
  partials: {html: new Map(), text: new Map()},
  images: [],
  attachments: [{name: 'terms.pdf', type: 'application/pdf', content: Buffer.from('x')}],
}

interface Written {
  readonly yaml: object
  readonly source: TemplateSource
  readonly ask: {readonly name: string; readonly list: string; readonly subject: string | null}
}

const USUAL: Written = {yaml: YAML, source: SOURCE, ask: {name: 'nov', list: 'news', subject: null}}
const withYaml = (yaml: object): Written => ({...USUAL, yaml: {...YAML, ...yaml}})
const withSource = (source: Partial<TemplateSource>): Written => ({...USUAL, source: {...SOURCE, ...source}})
const {sender, optOut} = YAML

/** What a mail may say otherwise because of the value. */
type Free = 'from-name' | 'reply-to' | 'subject' | 'unsubscribe' | 'file-name' | 'feedback-id' | 'list-id' | 'none'

interface SenderField {
  readonly write: (value: string) => Written
  readonly free: Free
  /** How many of the values may be sent; the others are refused. */
  readonly mails: number
}

const FIELDS: Readonly<Record<string, SenderField>> = {
  'sender.name': {write: (name) => withYaml({sender: {...sender, name}}), free: 'subject', mails: 74},
  'sender.address': {write: (address) => withYaml({sender: {...sender, address}}), free: 'none', mails: 74},
  'sender.contact': {write: (contact) => withYaml({sender: {...sender, contact}}), free: 'none', mails: 74},
  'sender.from.name': {
    write: (name) => withYaml({sender: {...sender, from: {...sender.from, name}}}),
    free: 'from-name',
    mails: 74,
  },
  'sender.from.address': {
    write: (address) => withYaml({sender: {...sender, from: {...sender.from, address}}}),
    free: 'none',
    mails: 0,
  },
  'sender.replyTo': {write: (replyTo) => withYaml({sender: {...sender, replyTo}}), free: 'reply-to', mails: 0},
  'optOut.url': {write: (url) => withYaml({optOut: {...optOut, url}}), free: 'unsubscribe', mails: 0},
  'the end of optOut.url': {
    write: (value) => withYaml({optOut: {...optOut, url: `https://mail.example.com/${value}`}}),
    free: 'unsubscribe',
    mails: 23,
  },
  'optOut.mailto': {write: (mailto) => withYaml({optOut: {...optOut, mailto}}), free: 'unsubscribe', mails: 0},
  'the subject': {write: (subject) => withSource({subject}), free: 'subject', mails: 74},
  '--subject': {write: (subject) => ({...USUAL, ask: {...USUAL.ask, subject}}), free: 'subject', mails: 74},
  'the preheader': {write: (preheader) => withSource({preheader}), free: 'none', mails: 114},
  'the from name of the template': {
    write: (name) => withSource({from: {name, address: 'other@example.com'}}),
    free: 'from-name',
    mails: 81,
  },
  'the from address of the template': {
    write: (address) => withSource({from: {name: 'Mihon News', address}}),
    free: 'none',
    mails: 0,
  },
  'the reply address of the template': {write: (replyTo) => withSource({replyTo}), free: 'reply-to', mails: 0},
  'the name of the send': {write: (name) => ({...USUAL, ask: {...USUAL.ask, name}}), free: 'feedback-id', mails: 121},
  'the name of the list': {write: (list) => ({...USUAL, ask: {...USUAL.ask, list}}), free: 'list-id', mails: 121},
  'the name of a file': {
    write: (name) => withSource({attachments: [{...SOURCE.attachments[0]!, name}]}),
    free: 'file-name',
    mails: 78,
  },
  'the type of a file': {
    write: (type) => withSource({attachments: [{...SOURCE.attachments[0]!, type}]}),
    free: 'none',
    mails: 0,
  },
}

function settingsOf(yaml: object): Settings | null {
  return checkSettings(Buffer.from(JSON.stringify(yaml)), {laws: ['jp'], lang: 'en'}).settings
}
const USUAL_SETTINGS = settingsOf(YAML)

const NEEDS = {
  textOf: async () => '',
  hash: (text: string) => Buffer.from(text.slice(0, 9), 'utf16le').toString('hex').padEnd(12, '0'),
  charsetOf: async () => UTF_8,
  say: (key: string) => key,
}

/** The mail; or by whom it was refused. */
async function mailOf({yaml, source, ask}: Written): Promise<Buffer | 'settings' | 'plan'> {
  const settings = yaml === YAML ? USUAL_SETTINGS : settingsOf(yaml)
  if (settings === null) return 'settings'
  const content = await frozen(settings, source, ask)
  if (content === null) return 'plan'
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: UTF_8,
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: () => '',
  })
  const result = fill({publicId: publicIdOf(1), address: 'taro@example.jp', attributes: '{}'}, Date.UTC(2026, 10, 23))
  // A subject with a tag of its own, which no column fills.
  if (!('bytes' in result)) return 'plan'
  return result.bytes
}

async function frozen(settings: Settings, source: TemplateSource, ask: Written['ask']): Promise<SendContent | null> {
  try {
    return await freezeContent({...ask, template: 'news', names: offeredColumns([]), settings}, NEEDS, source)
  } catch (error) {
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID' && error.details.length > 0) return null
    throw error
  }
}

const FREE_HEADERS: Readonly<Record<Free, readonly string[]>> = {
  'from-name': ['from'],
  'reply-to': ['reply-to'],
  subject: ['subject'],
  unsubscribe: ['list-unsubscribe'],
  'feedback-id': ['feedback-id'],
  'list-id': ['list-id', 'feedback-id'],
  'file-name': [],
  none: [],
}

function frameOf(mail: ReadMail, message: Buffer, free: Free) {
  const fixed = [...mail.headers].filter(([name]) => !FREE_HEADERS[free].includes(name))
  return {
    names: mail.headerNames,
    fixed,
    to: mail.to,
    senders: mail.from.map(({address}) => address),
    replies: mail.replyTo.length,
    tree: partTree(message).join(),
    files: mail.files.map(({name, type}) => [free === 'file-name' ? '' : name, type]),
  }
}

const values = Object.entries(INJECTIONS)
/** trim takes a byte order mark for a blank. */
const bare = (text: string) => text.trim()

describe(`hostile values in ${Object.keys(FIELDS).length * values.length} cells of sender's field and payload`, () => {
  it.each(Object.keys(FIELDS))('%s', async (field) => {
    const {write, free, mails} = FIELDS[field]!
    const usual = {
      'sender.from.address': 'news@example.com',
      'the from name of the template': 'Mihon News',
    }[field]
    const harmless = await mailOf(usual === undefined ? (HARMLESS[field] ?? USUAL) : write(usual))
    if (typeof harmless === 'string') throw new Error(harmless)
    const frames = new Map<string, unknown>()
    for (const [parser, read] of Object.entries(PARSERS))
      frames.set(parser, frameOf(await read(harmless), harmless, free))
    const seen = {mails: 0, refused: 0}
    for (const [payload, value] of values) {
      const mail = await mailOf(write(value))
      if (typeof mail === 'string') {
        seen.refused += 1
        continue
      }
      seen.mails += 1
      for (const [parser, read] of Object.entries(PARSERS)) {
        const meaning = await read(mail)
        expect(frameOf(meaning, mail, free), `${payload} by ${parser}`).toEqual(frames.get(parser))
        const said =
          free === 'from-name' ? meaning.from[0]!.name : free === 'file-name' ? meaning.files[0]!.name : value
        // Parsers take blanks off the ends, postal-mime a byte order mark too.
        expect(bare(said), `${payload} by ${parser}`).toBe(bare(value))
        if (free === 'unsubscribe') expect(meaning.headers.get('list-unsubscribe')![0]).not.toContain(VICTIM)
      }
    }
    expect(seen).toEqual({mails, refused: values.length - mails})
  })
})

const HARMLESS: Readonly<Record<string, Written>> = {
  'sender.name': USUAL,
  'the preheader': withSource({preheader: 'Hello'}),
}
