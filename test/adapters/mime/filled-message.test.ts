import {createHash} from 'node:crypto'
import {simpleParser} from 'mailparser'
import {beforeAll, describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {newsEn} from '../../../src/adapters/settings/news-en.ts'
import {newsJa} from '../../../src/adapters/settings/news-ja.ts'
import {wireForm} from '../../../src/core/contacts/address.ts'
import {UTF_8} from '../../../src/core/sending/charset.ts'
import type {Filler, FillRecipient} from '../../../src/core/sending/fill-message.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import {readToken} from '../../../src/core/suppression/token.ts'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {byNodemailer} from '../../support/by-nodemailer.ts'
import {compiled, contentOf, KEY, publicIdOf, SEND_ID, scopeWith} from '../../support/mail-cases.ts'

const DATE = Date.UTC(2026, 10, 23, 0, 15, 30)
const HASH = 'c0ffee'

const HTML = (body: string) =>
  `<!doctype html>\n<html><head><title>{{name|News}}</title></head><body>\n${body}\n</body></html>\n`
const subjectOf = (settings: string) => /^subject: '(.*)'$/m.exec(settings)![1]!

const CONTENTS: readonly (readonly [string, SendContent])[] = [
  [
    'the Japanese sample',
    contentOf({language: 'ja', subject: subjectOf(newsJa.settings), html: newsJa.html, text: newsJa.text}),
  ],
  ['the English sample', contentOf({subject: subjectOf(newsEn.settings), html: newsEn.html, text: newsEn.text})],
  ['text alone', contentOf({subject: 'Hello {{name}}', text: 'Dear {{name}},\n\nbye: {{unsubscribe_url}}\n'})],
  [
    'a Japanese subject with a name in it',
    contentOf({
      subject: '【{{name}}様】新しい器のお知らせ｜サンプル通信 十一月号をお届けします',
      text: '{{name}} 様\r\nこんにちは\r\n',
    }),
  ],
  [
    'values in text, attributes and links',
    contentOf({
      subject: '{{name}}: {{plan|no plan}}',
      html: HTML(
        '<p title="{{name}}">Hi {{name}}</p><a href=\'https://example.com/?n={{name}}&amp;p={{plan|-}}\'>x</a><img src="https://example.com/{{plan|-}}.png" alt="{{note|none}}">',
      ),
      text: '{{name}} {{plan|-}} {{note|-}}\n',
    }),
  ],
  [
    'sections',
    contentOf({
      subject: 'Hi{{#name}} {{name}}{{/name}}',
      html: HTML('{{#plan}}<b>{{plan}}</b>{{/plan}}{{^plan}}<i>no plan</i>{{/plan}}{{! a comment }}'),
      text: '{{#plan}}plan {{plan}}{{/plan}}{{^plan}}no plan{{/plan}}\n',
    }),
  ],
  [
    'a reply address and a name with a comma',
    contentOf({replyTo: 'reply@example.com', from: {name: 'Mihon, Inc. "News"', address: 'news@example.com'}}),
  ],
  [
    'a sender with a Japanese name',
    contentOf({
      from: {name: '株式会社サンプル・お客様サポート窓口', address: 'info@example.jp'},
      text: '{{sender.name}} {{sender.contact}}',
    }),
  ],
  [
    'long lines',
    contentOf({text: `${'long '.repeat(3000)}{{name}}\n`, html: HTML(`<p>${'長い'.repeat(2000)}{{name}}</p>`)}),
  ],
  ['lone dots and From lines', contentOf({text: '.\n..\n.{{name}}\nFrom here\n\n.\n'})],
  ['an encoded word as text', contentOf({subject: '=?UTF-8?B?QQ==?= {{name}}', text: 'x'})],
  ['a subject of one long word', contentOf({subject: `${'a'.repeat(200)} {{plan|b}}`, text: '{{email}}\n'})],
  [
    'emoji all over',
    contentOf({subject: '🎁{{name}}🎉👨‍👩‍👧‍👦', text: '👩🏽‍🚀 {{name}} 🇯🇵\n', html: HTML('👩🏽‍🚀 {{name}} 🇯🇵')}),
  ],
  [
    'an opt-out page below a path',
    contentOf({
      optOut: {url: 'https://mail.example.jp/o/', mailto: 'stop+list@example.jp'},
      text: '{{unsubscribe_url}}',
    }),
  ],
]

const NAMES = [
  '田中 太郎',
  '髙橋﨑',
  '🎉 Emma 🎊',
  "O'Hara",
  '"Quoted"',
  '<b>bold</b>',
  'a & b',
  'مرحبا بالعالم',
  'שלום',
  '\u202bx\u202c',
  'x'.repeat(5000),
  '長'.repeat(5000),
  'naïve café',
  '１２３　全角',
  'e\u0301',
  '%0d%0aBcc: x',
  '=?utf-8?q?a?=',
  '{{name}}',
  '{{{x}}}',
  'a,b;c:d',
  '\\',
  'tab\tin body',
  '😀'.repeat(50),
  'ｶﾀｶﾅ',
  '~!@#$%^&*()_+',
  "'; drop table x;--",
  '=1+1',
  '.',
  '..',
  '-',
]

/** 50 contacts; names with a tab are left to the bodies. */
const CONTACTS: readonly FillRecipient[] = Array.from({length: 50}, (_, i) => {
  const name = NAMES[i % NAMES.length]!
  const attributes: Record<string, string> = {name}
  if (i % 3 === 0) attributes.plan = ['gold', '<script>', 'プレミアム "A"', "it's", 'a/b?c=d&e'][i % 5]!
  if (i % 4 === 0) attributes.note = `note ${i} ${name.slice(0, 40)}`
  const address = [
    `p${i}@example.com`,
    `first.last+tag${i}@example.co.jp`,
    `a..b${i}@docomo.ne.jp`,
    `o'hara${i}@example.org`,
  ][i % 4]!
  return {publicId: publicIdOf(i + 1), address, attributes: JSON.stringify(attributes)}
})

/** The tree of a mail without what must differ (boundaries) and what may (transfer encodings). */
function structureOf(message: Buffer): string[] {
  return [...message.toString('latin1').matchAll(/^Content-Type: ([^;\r]+)/gim)].map((found) => found[1]!.toLowerCase())
}

async function meaningOf(message: Buffer) {
  const mail = await simpleParser(message, {skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true})
  const raw = (name: string) =>
    mail.headerLines
      .filter((line) => line.key === name)
      .map((line) => line.line.replace(/\r?\n\s+/g, ' ').replace(/^[^:]+:\s*/, ''))
  return {
    from: mail.from?.value,
    // nodemailer quotes a quoted local part once more; the exact form is looked at below.
    to: [mail.to].flat().map((each) => each?.value.map(({address}) => address?.replace(/["\\]/g, ''))),
    replyTo: mail.replyTo?.value,
    subject: mail.subject,
    text: mail.text?.replace(/\r\n|\r/g, '\n').replace(/\n+$/, ''),
    html: !mail.html ? null : mail.html.replace(/\r\n|\r/g, '\n').replace(/\n+$/, ''),
    date: mail.date?.getTime(),
    messageId: mail.messageId,
    listUnsubscribe: raw('list-unsubscribe'),
    post: raw('list-unsubscribe-post'),
    listId: raw('list-id'),
    feedbackId: raw('feedback-id'),
    precedence: raw('precedence'),
    mimeVersion: raw('mime-version'),
    attachments: mail.attachments.length,
    headerNames: mail.headerLines
      .map((line) => line.key)
      .filter((key) => key !== 'content-transfer-encoding')
      .sort(),
    structure: structureOf(message),
  }
}

const fillers = new Map<string, Filler>()

beforeAll(async () => {
  for (const [name, content] of CONTENTS)
    fillers.set(
      name,
      messageFiller({
        skeleton: await buildSkeleton(content, SEND_ID),
        content,
        charset: UTF_8,
        sendId: SEND_ID,
        contentHash: HASH,
        key: KEY,
        sign: () => '',
      }),
    )
})

describe('a filled mail', () => {
  it.each(CONTENTS)('means what nodemailer would have built: %s', async (name, content) => {
    const fill = fillers.get(name)!
    let filled = 0
    for (const contact of CONTACTS) {
      const ours = fill(contact, DATE)
      if (!('bytes' in ours)) {
        const theirs = await byNodemailer({content, contact, messageId: '<x@example.com>', dateMs: DATE})
        expect(theirs, JSON.stringify(ours)).toBeNull()
        continue
      }
      const meaning = await meaningOf(ours.bytes)
      const theirs = await byNodemailer({content, contact, messageId: meaning.messageId!, dateMs: DATE})
      expect(theirs).not.toBeNull()
      // nodemailer lets a text that looks like an encoded word be read as one; ours stays the text it is.
      const subject = theirs!.subject.includes('=?') ? {subject: theirs!.subject} : {}
      expect(meaning).toEqual({...(await meaningOf(theirs!.message)), ...subject})
      filled += 1
    }
    expect(filled).toBeGreaterThan(40)
  })

  it.each(CONTENTS)('keeps the limits of the wire and names one recipient: %s', (name) => {
    const fill = fillers.get(name)!
    for (const contact of CONTACTS) {
      const ours = fill(contact, DATE)
      if (!('bytes' in ours)) continue
      const wire = ours.bytes.toString('latin1')
      expect(wire.endsWith('\r\n')).toBe(true)
      expect(/[^\r]\n|\r[^\n]/.test(wire)).toBe(false)
      expect(/[^\x00-\x7f]/.test(wire)).toBe(false)
      for (const line of wire.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
      const headers = wire.slice(0, wire.indexOf('\r\n\r\n'))
      for (const line of headers.split('\r\n'))
        expect(line.length, line).toBeLessThanOrEqual(line.includes('=?') ? 76 : 998)
      for (const [word] of headers.matchAll(/=\?[^?]+\?[BQ]\?[^?]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75)
      expect(headers.match(/^(?:To|Cc|Bcc):.*$/gim)).toEqual([`To: ${wireForm(contact.address)}`])
    }
  })

  it('carries every header of the design, once', () => {
    const result = fillers.get('text alone')!(CONTACTS[0]!, DATE)
    const wire = 'bytes' in result ? result.bytes.toString() : ''
    const headers = wire
      .slice(0, wire.indexOf('\r\n\r\n'))
      .replace(/\r\n\s+/g, ' ')
      .split('\r\n')
    const names = headers.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'subject',
        'date',
        'message-id',
        'mime-version',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'list-id',
        'feedback-id',
        'precedence',
      ]),
    )
    expect(headers).toContain('Date: Mon, 23 Nov 2026 00:15:30 +0000')
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  it('links to the opt-out of this send and this recipient, the same in both headers and in the text', async () => {
    for (const contact of CONTACTS.slice(0, 10)) {
      const result = fillers.get('text alone')!(contact, DATE)
      const mail = await simpleParser('bytes' in result ? result.bytes : '')
      const header = mail.headerLines.find((line) => line.key === 'list-unsubscribe')!.line.replace(/\s+/g, ' ')
      const [, page, mailto] = /<(https:[^>]+)>, <(mailto:[^>]+)>/.exec(header)!
      const facts = {kind: 'optout', sendId: SEND_ID, recipientId: contact.publicId}
      expect(readToken(page!.split('/').at(-1)!, [KEY])).toEqual(facts)
      expect(readToken(mailto!.split('unsubscribe%20')[1]!, [KEY])).toEqual(facts)
      expect(mail.text).toContain(`bye: ${page}\n`)
    }
  })

  it('is byte for byte the same for the same date, and another one for another date or recipient', () => {
    const fill = fillers.get('the Japanese sample')!
    const bytes = (contact: FillRecipient, at: number) => {
      const result = fill(contact, at)
      return createHash('sha256')
        .update('bytes' in result ? result.bytes : '')
        .digest('hex')
    }
    expect(bytes(CONTACTS[0]!, DATE)).toBe(bytes({...CONTACTS[0]!}, DATE))
    expect(bytes(CONTACTS[0]!, DATE)).not.toBe(bytes(CONTACTS[0]!, DATE + 1000))
    expect(bytes(CONTACTS[0]!, DATE)).not.toBe(bytes(CONTACTS[1]!, DATE))
  })

  it('leaves a comment out of a subject in which nothing is filled', async () => {
    const content = contentOf({subject: 'News{{! for May }} of May'})
    const fill = messageFiller({
      skeleton: await buildSkeleton(content, SEND_ID),
      content,
      charset: UTF_8,
      sendId: SEND_ID,
      contentHash: HASH,
      key: KEY,
      sign: () => '',
    })
    const result = fill(CONTACTS[0]!, DATE)
    expect((await simpleParser('bytes' in result ? result.bytes : '')).subject).toBe('News of May')
  })

  it('writes a local part beyond ASCII as UTF-8', async () => {
    const contact = {...CONTACTS[0]!, address: '太郎@example.jp'}
    const result = fillers.get('text alone')!(contact, DATE)
    expect('bytes' in result && result.bytes.toString('utf8')).toContain('\r\nTo: 太郎@example.jp\r\n')
  })

  it.each([
    'x\r\nBcc: victim@example.com',
    'x\nBcc: v@example.com',
    'x\rBcc: v@example.com',
    'a\0b',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    'a\x1bb',
    'a\x7fb',
    '\ud800',
  ])('is not made when a value would break out of the subject: %j', (name) => {
    const contact = {...CONTACTS[0]!, attributes: JSON.stringify({name})}
    expect(fillers.get('text alone')!(contact, DATE)).toEqual({ok: false, why: 'control-character', name: 'name'})
  })

  it('takes line ends in bodies, where they are only text, but no other control character', () => {
    const fill = fillPart(compiled('{{name}}', 'text'), 'text', 'en')
    expect(fill(scopeWith({name: 'a\r\nBcc: b@example.com'}))).toEqual({ok: true, text: 'a\nBcc: b@example.com'})
    for (const name of ['a\0', 'a\x08', 'a\x1b[31m', 'a\x7f']) expect(fill(scopeWith({name})).ok).toBe(false)
  })
})
