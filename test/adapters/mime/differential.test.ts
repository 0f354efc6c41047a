/**
 * Every mail means, to two parsers, what nodemailer's own builder makes of the same contact: templates of our own, and those of
 * the corpora. npm test takes some of the contacts; TODOKE_SLOW=1 takes all 200.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {extname, join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import type {FillRecipient} from '../../../src/core/sending/fill-message.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import type {CompiledPart, PartNode} from '../../../src/core/templates/compile-part.ts'
import {compilePart} from '../../../src/core/templates/compile-part.ts'
import {byNodemailer} from '../../support/by-nodemailer.ts'
import {converted, FOREIGN_TAGS} from '../../support/converted.ts'
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

interface Found {
  readonly name: string
  readonly content: SendContent | null
  /** Why it cannot be sent as it is. */
  readonly reasons: readonly string[]
  readonly slots: readonly Extract<PartNode, {kind: 'slot'}>[]
}

function inCorpora(): readonly Found[] {
  const folder = corpusPath('templates')
  return (readdirSync(folder, {recursive: true}) as string[])
    .filter((file) => /\.(?:html|txt|mjml|ejs|yml)$/.test(file))
    .sort()
    .map((file) => found(relative(folder, join(folder, file)), readFileSync(join(folder, file), 'utf8')))
}

function found(name: string, written: string): Found {
  const source = converted(written)
  const ending = extname(name)
  // Their sources are turned into one of the two, or into several templates, before they are compiled.
  if (ending !== '.html' && ending !== '.txt')
    return {name, content: null, reasons: [`written as ${ending}`], slots: []}
  const kind = ending === '.html' ? 'html' : 'text'
  const {part, problems} = compilePart({file: name, source}, askOf(kind))
  const foreign = FOREIGN_TAGS.exec(source)
  const reasons = [
    ...problems.map(({key}) => key),
    ...(foreign === null ? [] : [`tag of another system: ${foreign[0]}`]),
  ]
  if (reasons.length > 0) return {name, content: null, reasons: [...new Set(reasons)], slots: []}
  const content = {...contentOf({eightBit: name.length % 2 === 0}), ...(kind === 'html' ? {html: part} : {text: part})}
  return {name, content, reasons, slots: slotsOf(part)}
}

function slotsOf(part: CompiledPart): Extract<PartNode, {kind: 'slot'}>[] {
  return part.flatMap((node) => (node.kind === 'literal' ? [] : node.kind === 'slot' ? [node] : slotsOf(node.body)))
}

/** A contact whose columns are what the template asks for. */
function fitting(contact: FillRecipient, slots: Found['slots']): FillRecipient {
  const {name, note} = JSON.parse(contact.attributes) as Record<string, string>
  const data: Record<string, string> = {}
  for (const slot of slots) data[slot.name] = `${name} ${note}`
  for (const slot of slots)
    if (slot.context === 'url') data[slot.name] = `https://example.com/?q=${encodeURIComponent(note!)}`
  return {...contact, attributes: JSON.stringify(data)}
}

describe.skipIf(!hasCorpora)('the templates of the corpora', () => {
  const templates = hasCorpora ? inCorpora() : []
  const sendable = templates.filter(({content}) => content !== null)

  it('are sent as they are, but for those that have to be converted', () => {
    const rest = templates.filter(({content}) => content === null)
    expect(Object.fromEntries(rest.map(({name, reasons}) => [name, reasons]))).toEqual(TO_BE_CONVERTED)
    expect(sendable.length).toBeGreaterThanOrEqual(50)
  })

  it.each(sendable.map((template) => [template.name, template] as const))('%s', async (_, {content, slots}) => {
    const contacts = ofCorpora.map((contact) => fitting(contact, slots))
    expect(await compare(content!, contacts)).toBeGreaterThanOrEqual(contacts.length / 2)
  })
})

const TO_BE_CONVERTED: Readonly<Record<string, readonly string[]>> = {
  'colorlib-mjml/1.mjml': ['written as .mjml'],
  'colorlib-mjml/11.mjml': ['written as .mjml'],
  'colorlib-mjml/13.mjml': ['written as .mjml'],
  'colorlib-mjml/15.mjml': ['written as .mjml'],
  'colorlib-mjml/17.mjml': ['written as .mjml'],
  'colorlib-mjml/19.mjml': ['written as .mjml'],
  'colorlib-mjml/21.mjml': ['written as .mjml'],
  'colorlib-mjml/23.mjml': ['written as .mjml'],
  'colorlib-mjml/25.mjml': ['written as .mjml'],
  'colorlib-mjml/27.mjml': ['written as .mjml'],
  'colorlib-mjml/3.mjml': ['written as .mjml'],
  'colorlib-mjml/5.mjml': ['written as .mjml'],
  'colorlib-mjml/7.mjml': ['written as .mjml'],
  'colorlib-mjml/9.mjml': ['written as .mjml'],
  'colorlib-mjml/partials/base.mjml': ['written as .mjml'],
  'growi-ja/pageCreate.ejs': ['written as .ejs'],
  'growi-ja/userInvitation.ejs': ['written as .ejs'],
  'growi-ja/userWaitingActivation.ejs': ['written as .ejs'],
  'openpne-ja/mail_template.yml': ['written as .yml'],
  'postmark-basic/comment-notification/content.html': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/comment-notification/content.txt': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/invoice/content.html': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/invoice/content.txt': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/receipt/content.html': ['template.stray-close', 'template.unclosed-section'],
  'postmark-basic/receipt/content.txt': ['template.stray-close', 'template.unclosed-section'],
  'sendgrid/dynamic-templates/different-languages/different_languages.html': [
    'template.stray-close',
    'template.unclosed-section',
    'tag of another system: <%',
  ],
  'sendgrid/dynamic-templates/newsletter/news_feed.html': [
    'template.stray-close',
    'template.unclosed-section',
    'tag of another system: <%',
  ],
  'sendgrid/dynamic-templates/receipt/receipt.html': [
    'template.stray-close',
    'template.unclosed-section',
    'tag of another system: <%',
  ],
  'sendgrid/dynamic-templates/special-sale/special_sale.html': [
    'template.stray-close',
    'template.unclosed-section',
    'tag of another system: <%',
  ],
  'sendgrid/dynamic-templates/transactional-actions/call_to_action.html': [
    'template.raw-refused',
    'tag of another system: <%',
  ],
}
