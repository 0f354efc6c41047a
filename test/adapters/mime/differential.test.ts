/**
 * Every mail means, to two parsers, what nodemailer's own builder makes of the same contact: templates of our own, and those of
 * the corpora. npm test takes some of the contacts; TODOKE_SLOW=1 takes all 200.
 */
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import type {FillRecipient} from '../../../src/core/sending/fill-message.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import type {CompiledPart} from '../../../src/core/templates/compile-part.ts'
import {compilePart} from '../../../src/core/templates/compile-part.ts'
import {byNodemailer} from '../../support/by-nodemailer.ts'
import type {ConvertedFile} from '../../support/converted.ts'
import {convertedFile, FOREIGN_TAGS} from '../../support/converted.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'
import {askOf, contentOf, KEY, SEND_ID} from '../../support/mail-cases.ts'
import {CONTACTS, isSlow} from '../../support/many-contacts.ts'
import {PARSERS, partTree, type ReadMail} from '../../support/read-mail.ts'
import {CONTENTS} from '../../support/template-table.ts'

const own = isSlow ? CONTACTS : CONTACTS.slice(0, 20)
const ofCorpora = isSlow ? CONTACTS : CONTACTS.slice(0, 4)
if (!isSlow)
  console.warn(
    `SHORT FORM: mails for ${own.length} of 200 contacts (corpora: ${ofCorpora.length}); TODOKE_SLOW=1 takes all`,
  )

const DATE = Date.UTC(2026, 10, 23, 0, 15, 30)

/** ISO-2022-JP has one code for signs that Unicode has twice, and no half-width kana. */
const SIGNS: Readonly<Record<string, string>> = {'\u301c': '~', '\u2212': '-', '\u2016': '\u2225', '\u2014': '\u2015'}
function sameSigns(text: string): string {
  return text.normalize('NFKC').replace(/[\u301c\u2212\u2016\u2014]/g, (sign) => SIGNS[sign]!)
}

function meaningOf(mail: ReadMail, message: Buffer, {charset}: SendContent) {
  const said = (text: string | null) => (text !== null && charset === 'iso-2022-jp' ? sameSigns(text) : text)
  const headers = [...mail.headers].filter(
    ([name]) => !['content-transfer-encoding', 'content-type', 'subject', 'from', 'to'].includes(name),
  )
  return {
    headers: headers.sort(([a], [b]) => (a < b ? -1 : 1)),
    from: mail.from.map(({name, address}) => [said(name), address]),
    // nodemailer quotes a quoted local part once more.
    to: mail.to.map(({address}) => address.replace(/["\\]/g, '')),
    replyTo: mail.replyTo,
    text: said(mail.text),
    html: said(mail.html),
    files: mail.files,
    tree: partTree(message),
  }
}

/** How many mails were compared; the others could be filled by neither. */
async function compare(content: SendContent, contacts: readonly FillRecipient[]): Promise<number> {
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: await charsetWriter(content.charset),
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: () => '',
  })
  let compared = 0
  for (const contact of contacts) {
    const ours = fill(contact, DATE)
    if (!('bytes' in ours)) {
      // What a character set lacks, nodemailer writes in UTF-8.
      if (ours.why === 'not-in-charset') continue
      const theirs = await byNodemailer({content, contact, messageId: '<x@example.com>', dateMs: DATE})
      expect(theirs, JSON.stringify(ours)).toBeNull()
      continue
    }
    const messageId = /^Message-ID: (<[^>]+>)\r$/im.exec(ours.bytes.toString('latin1'))![1]!
    const theirs = await byNodemailer({content, contact, messageId, dateMs: DATE})
    if (theirs === null) throw new Error(`filled by us alone: ${contact.attributes.slice(0, 200)}`)
    for (const [parser, read] of Object.entries(PARSERS)) {
      const [mine, other] = [await read(ours.bytes), await read(theirs.message)]
      expect(meaningOf(mine, ours.bytes, content), parser).toEqual(meaningOf(other, theirs.message, content))
      // nodemailer lets a text that looks like an encoded word be read as one; ours stays the text it is.
      const subject = theirs.subject.includes('=?') ? theirs.subject : other.subject
      // Blanks at the end are kept by us and lost where nodemailer leaves ASCII as it is.
      const signs = content.charset === 'iso-2022-jp' ? sameSigns : (text: string) => text
      expect(signs(mine.subject).trimEnd(), parser).toBe(signs(subject).trimEnd())
    }
    compared += 1
  }
  return compared
}

describe('our own templates', () => {
  it('are sixty', () => {
    expect(CONTENTS.length).toBe(60)
    expect(CONTACTS).toHaveLength(200)
  })

  it.each(CONTENTS)('%s', async (_, content) => {
    // Some names cannot stand in a subject, or not in ISO-2022-JP.
    expect(await compare(content, own)).toBeGreaterThanOrEqual(content.charset === 'utf-8' ? 15 : 8)
  })
})

/** A name that a template asks for; as an address, if anywhere. */
interface Named {
  readonly name: string
  readonly isAddress: boolean
}

interface Found {
  readonly name: string
  readonly content: SendContent | null
  /** Why it cannot be sent. */
  readonly reasons: readonly string[]
  readonly kept: readonly string[]
  readonly names: readonly Named[]
}

async function inCorpora(): Promise<readonly Found[]> {
  const folder = corpusPath('templates')
  const names = (readdirSync(folder, {recursive: true}) as string[]).filter((name) =>
    /\.(?:html|txt|mjml|ejs|yml)$/.test(name),
  )
  const all: Found[] = []
  for (const name of names.sort()) all.push(found(name, await convertedFile(join(folder, name))))
  return all
}

function found(name: string, {kind, source, kept, failure}: ConvertedFile): Found {
  const {part, problems} = compilePart({file: name, source}, askOf(kind))
  const foreign = FOREIGN_TAGS.exec(source)
  const reasons = [
    ...(failure === null ? [] : [failure]),
    ...problems.map(({key}) => key),
    ...(foreign === null ? [] : [`tag of another system: ${foreign[0]}`]),
  ]
  if (reasons.length > 0) return {name, content: null, reasons: [...new Set(reasons)], kept, names: []}
  const content = {...contentOf({eightBit: name.length % 2 === 0}), ...(kind === 'html' ? {html: part} : {text: part})}
  return {name, content, reasons, kept, names: namesIn(part)}
}

function namesIn(part: CompiledPart): readonly Named[] {
  return part.flatMap((node): Named[] => {
    if (node.kind === 'literal') return []
    if (node.kind === 'slot') return [{name: node.name, isAddress: node.context === 'url'}]
    return [...(node.kind === 'section' ? [{name: node.name, isAddress: false}] : []), ...namesIn(node.body)]
  })
}

/** A contact whose columns are what the template asks for; sections have a value and are shown. */
function fitting(contact: FillRecipient, names: readonly Named[]): FillRecipient {
  const {name, note} = JSON.parse(contact.attributes) as Record<string, string>
  const data: Record<string, string> = {}
  for (const named of names) data[named.name] = `${name} ${note}`
  for (const named of names)
    if (named.isAddress) data[named.name] = `https://example.com/?q=${encodeURIComponent(note!)}`
  return {...contact, attributes: JSON.stringify(data)}
}

const templates = hasCorpora ? await inCorpora() : []

describe.skipIf(!hasCorpora)('the templates of the corpora', () => {
  const sendable = templates.filter(({content}) => content !== null)

  it('are sent, converted where another system wrote them, but for those that are none', () => {
    const rest = templates.filter(({content}) => content === null)
    expect(Object.fromEntries(rest.map(({name, reasons}) => [name, reasons]))).toEqual(LEFT_OUT)
    expect(sendable).toHaveLength(84)
  })

  it('keep tags of another system only where convert tells them', () => {
    const some = sendable.filter(({kept}) => kept.length > 0)
    expect(Object.fromEntries(some.map(({name, kept}) => [name, kept]))).toEqual(KEPT)
  })

  it.each(sendable.map((template) => [template.name, template] as const))('%s', async (_, {content, names}) => {
    const contacts = ofCorpora.map((contact) => fitting(contact, names))
    expect(await compare(content!, contacts)).toBeGreaterThanOrEqual(contacts.length / 2)
  })
})

const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // Settings of a head, which the mails beside it include; no mail.
  'colorlib-mjml/partials/base.mjml': ['TEMPLATE_INVALID'],
  // Texts of a program, many in one file, with calls of its functions in them.
  'openpne-ja/mail_template.yml': ['tag of another system: {%'],
  // Goes through all the data of a mail ({{#each . }}), whatever its name; convert leaves the loop and tells it.
  'postmark-basic/comment-notification/content.html': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/comment-notification/content.txt': ['template.stray-close', 'template.unclosed-section'],
}

/** Pages of the other system, a copy of the mail and a choice of topics, which only it has. */
const MIRROR = ['<webversion style="color: #ffffff; text-decoration: underline; font-weight: bold;"> (mirror)']
const PREFERENCES = ['[Unsubscribe_Preferences] (preferences)']
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'cerberus/cerberus-fluid.html': MIRROR,
  'cerberus/cerberus-hybrid.html': MIRROR,
  'cerberus/cerberus-responsive.html': MIRROR,
  'sendgrid/dynamic-templates/different-languages/different_languages.html': PREFERENCES,
  'sendgrid/dynamic-templates/newsletter/news_feed.html': PREFERENCES,
  'sendgrid/dynamic-templates/receipt/receipt.html': PREFERENCES,
  'sendgrid/dynamic-templates/special-sale/special_sale.html': PREFERENCES,
  'sendgrid/dynamic-templates/transactional-actions/call_to_action.html': PREFERENCES,
}
