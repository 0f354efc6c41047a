/**
 * Hostile values of contacts: field x place x payload. Either the recipient is stopped, for the reason that is expected, or two
 * parsers read the same mail as with a harmless value, to one recipient, and a browser finds the same HTML around it.
 */
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import type {FillResult} from '../../../src/core/sending/fill-message.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import type {Data} from '../../../src/core/templates/fill-part.ts'
import {withPreheader} from '../../../src/core/templates/preheader.ts'
import {htmlShape, htmlWords} from '../../support/html-shape.ts'
import {BOUNDARY_LINE, INJECTIONS, VICTIM} from '../../support/injections.ts'
import {compiled, contentOf, KEY, publicIdOf, SEND_ID} from '../../support/mail-cases.ts'
import {PARSERS, partTree, type ReadMail} from '../../support/read-mail.ts'

/** How a value gets to its tag. */
interface Field {
  readonly tag: string
  readonly data: (value: string) => Data
}

const FIELDS: Readonly<Record<string, Field>> = {
  'a column': {tag: 'name', data: (name) => ({name, secret: 's3cret'})},
  'a Japanese column': {tag: '氏名', data: (value) => ({氏名: value})},
  'a column with blanks and signs': {tag: "Kunde's <Name> & Co", data: (value) => ({"Kunde's <Name> & Co": value})},
  'a column with a dot': {tag: 'sales.name', data: (value) => ({'sales.name': value})},
  'a column in full width': {tag: 'Ｎａｍｅ', data: (value) => ({Ｎａｍｅ: value})},
  'a column that looks like a format': {tag: 'a:b', data: (value) => ({'a:b': value})},
  'a column called toString': {tag: 'toString', data: (value) => ({toString: value})},
  'a column called hasOwnProperty': {tag: 'hasOwnProperty', data: (value) => ({hasOwnProperty: value})},
  'nested data': {tag: 'order.item', data: (item) => ({order: {item}})},
  'another column of the contact': {tag: 'name', data: (name) => ({name, Subject: name, Bcc: name, 'List-Id': name})},
}

type Rule = 'header' | 'body' | 'link'

interface Place {
  readonly parts: (tag: string) => Partial<SendContent>
  readonly rule: Rule
  /** Where the value must be found again, unchanged. */
  readonly says: 'subject' | 'text' | 'html' | 'html-link' | 'nowhere'
  /** A raw field may bring elements: that is what it is for. */
  readonly isRaw?: true
}

const PAGE = (body: string) => `<!doctype html>\n<html><head><title>t</title></head><body>\n${body}\n</body></html>\n`
const html = (source: (tag: string) => string, says: Place['says'] = 'html', rule: Rule = 'body'): Place => ({
  parts: (tag) => ({html: compiled(PAGE(source(`{{${tag}}}`)), 'html')}),
  rule,
  says,
})
const text = (source: string, parts: Partial<SendContent> = {}): Place => ({
  parts: (tag) => ({text: compiled(source.replaceAll('X', `{{${tag}}}`), 'text'), ...parts}),
  rule: 'body',
  says: 'text',
})

const PLACES: Readonly<Record<string, Place>> = {
  subject: {
    parts: (tag) => ({subject: compiled(`Hello {{${tag}}}!`, 'subject')}),
    rule: 'header',
    says: 'subject',
  },
  'the whole subject': {
    parts: (tag) => ({subject: compiled(`{{${tag}}}`, 'subject')}),
    rule: 'header',
    says: 'nowhere',
  },
  'a subject in Japanese': {
    parts: (tag) => ({subject: compiled(`【{{${tag}}}様】お知らせ`, 'subject')}),
    rule: 'header',
    says: 'nowhere',
  },
  'a section of the subject': {
    parts: (tag) => ({subject: compiled(`Hello{{#${tag}}} {{.}}{{/${tag}}}!`, 'subject')}),
    rule: 'header',
    says: 'subject',
  },
  'text as 8bit': text('[[ Hello X! ]]\n', {eightBit: true}),
  'text as quoted-printable': text('[[ Hello X! ]]\n'),
  'text as base64': text(`[[ Hello X! ]]\n${'日本語の長い文章です。'.repeat(20)}\n`),
  'text as 7bit': text('[[ Hello X! ]]\nです\n', {charset: 'iso-2022-jp'}),
  'text beside HTML': text('[[ Hello X! ]]\nX\n', {eightBit: true, html: compiled(PAGE('<p>x</p>'), 'html')}),
  'a line of its own': text('[[\nHello X!\nX\n]]\n', {eightBit: true}),
  'a default value': {
    parts: (tag) => ({text: compiled(`[[ {{none|Hello}} {{${tag}|nobody}}! ]]\n`, 'text')}),
    rule: 'body',
    says: 'text',
  },
  'HTML text': html((tag) => `<p>Hello ${tag}!</p>`),
  'HTML text as 8bit': {
    parts: (tag) => ({html: compiled(PAGE(`<p>Hello {{${tag}}}!</p>`), 'html'), eightBit: true}),
    rule: 'body',
    says: 'html',
  },
  'an attribute in double quotes': html((tag) => `<p title="Hello ${tag}!">x</p>`),
  'an attribute in single quotes': html((tag) => `<p title='Hello ${tag}!'>x</p>`),
  'a whole link': html((tag) => `<a href="${tag}">x</a>`, 'html', 'link'),
  'a part of a link': html((tag) => `<a href="https://example.com/?q=${tag}&amp;r=1">x</a>`, 'html-link'),
  'a part of a link in single quotes': html((tag) => `<a href='https://example.com/${tag}'>x</a>`, 'html-link'),
  'an address of a picture': html((tag) => `<img src="https://example.com/${tag}.png" alt="${tag}">`, 'html-link'),
  'the title': {
    parts: (tag) => ({html: compiled(`<title>Hello {{${tag}}}!</title><body><p>x</p></body>`, 'html')}),
    rule: 'body',
    says: 'html',
  },
  'a text area': html((tag) => `<textarea>Hello ${tag}!</textarea><p>x</p>`),
  'a comment': html((tag) => `<!-- Hello ${tag}! --><p>x</p>`, 'nowhere'),
  'a comment in front of a bracket': html((tag) => `<!-- ${tag}> --><p>x</p>`, 'nowhere'),
  'a comment behind a hyphen': html((tag) => `<!-- -${tag}> --><p>x</p>`, 'nowhere'),
  'a conditional comment': html(
    (tag) => `<!--[if mso]><table title="${tag}"><tr><td>${tag}</td></tr></table><![endif]--><p>x</p>`,
    'nowhere',
  ),
  'a link in a conditional comment': html(
    (tag) => `<!--[if mso]><v:rect href="${tag}"></v:rect><![endif]--><p>x</p>`,
    'nowhere',
    'link',
  ),
  'the preheader': {
    parts: (tag) => ({html: withPreheader(compiled(PAGE('<p>x</p>'), 'html'), compiled(`Hello {{${tag}}}!`, 'text'))}),
    rule: 'body',
    says: 'html',
  },
  'a section': html((tag) => `{{#${tag.slice(2, -2)}}}<p>Hello ${tag}!</p>{{/${tag.slice(2, -2)}}}`),
  'a section as it stands': html((tag) => `{{#${tag.slice(2, -2)}}}<p>Hello {{.}}!</p>{{/${tag.slice(2, -2)}}}`),
  'a table': html((tag) => `<table><tr><td>Hello ${tag}!</td></tr></table>`),
  'a raw field in an attribute': {
    parts: (tag) => ({html: compiled(PAGE(`<p title="{{{${tag}}}}">x</p>`), 'html', {raw: new Set([tag])})}),
    rule: 'body',
    says: 'html',
  },
  'a raw field': {
    parts: (tag) => ({html: compiled(PAGE(`<p>Hello {{{${tag}}}}!</p>`), 'html', {raw: new Set([tag])})}),
    rule: 'body',
    says: 'nowhere',
    isRaw: true,
  },
}

const HARMLESS: Readonly<Record<Rule, string>> = {header: 'Taro', body: 'Taro', link: 'https://example.com/'}
const DATE = Date.UTC(2026, 10, 23)
const CONTACT = {publicId: publicIdOf(1), address: 'taro@example.jp'}

type Fill = (value: string) => FillResult

async function filling(place: Place, field: Field): Promise<Fill> {
  const content = {...contentOf({}), ...place.parts(field.tag)}
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: await charsetWriter(content.charset),
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: () => '',
  })
  return (value) => fill({...CONTACT, attributes: JSON.stringify(field.data(value))}, DATE)
}

/** Written apart from the code under test. */
function isStopExpected(value: string, rule: Rule): boolean {
  if (/[\ud800-\udfff]/u.test(value)) return true
  const codes = [...value].map((char) => char.codePointAt(0)!)
  const isControl = (code: number) => code < 0x20 || code === 0x7f
  if (rule === 'header')
    return codes.some((code) => isControl(code) || (code >= 0x80 && code < 0xa0) || code === 0x2028 || code === 0x2029)
  if (codes.some((code) => isControl(code) && ![9, 10, 13].includes(code))) return true
  return rule === 'link' && !/^(https:\/\/|mailto:|tel:)/i.test(value)
}

/** What stays the same whatever the value. */
function frameOf(mail: ReadMail, message: Buffer, {isRaw}: Place) {
  return {
    headerNames: mail.headerNames,
    to: mail.to,
    from: mail.from,
    replyTo: mail.replyTo,
    files: mail.files,
    tree: partTree(message).join(),
    html: mail.html === null ? null : isRaw ? '' : htmlShape(mail.html),
  }
}

const lines = (value: string) => value.replace(/\r\n?/g, '\n')

function wordsOf(mail: ReadMail, says: Place['says']): string {
  if (says === 'subject') return mail.subject
  if (says === 'text') return mail.text ?? ''
  const words = htmlWords(mail.html ?? '')
  if (says === 'html') return words
  return words.replace(/(?:%[0-9A-F]{2})+/g, (escaped) => decodeURIComponent(escaped))
}

const cells: {field: string; place: string; payload: string}[] = []
for (const place of Object.keys(PLACES))
  for (const payload of Object.keys(INJECTIONS)) cells.push({field: 'a column', place, payload})
for (const field of Object.keys(FIELDS).slice(1))
  for (const place of ['subject', 'HTML text as 8bit'])
    for (const [payload, value] of Object.entries(INJECTIONS))
      if (value.length < 200) cells.push({field, place, payload})

describe(`hostile values in ${cells.length} cells of field, place and payload`, () => {
  it('are many', () => {
    expect(cells.length).toBeGreaterThan(1500)
  })

  const pairs = [...new Set(cells.map(({field, place}) => `${field} | ${place}`))]
  it.each(pairs)('%s', async (pair) => {
    const [fieldName, placeName] = pair.split(' | ') as [string, string]
    const place = PLACES[placeName]!
    const fill = await filling(place, FIELDS[fieldName]!)
    const harmless = fill(HARMLESS[place.rule])
    if (!('bytes' in harmless)) throw new Error(harmless.why)
    const frames = new Map<string, unknown>()
    for (const [parser, read] of Object.entries(PARSERS)) {
      const frame = frameOf(await read(harmless.bytes), harmless.bytes, place)
      expect(frame.to).toEqual([{name: '', address: CONTACT.address}])
      frames.set(parser, frame)
    }
    for (const {payload} of cells.filter((cell) => cell.field === fieldName && cell.place === placeName)) {
      const value = INJECTIONS[payload]!
      const result = fill(value)
      if (!('bytes' in result)) {
        const isLacking = result.why === 'not-in-charset'
        if (isLacking)
          expect(placeName === 'text as 7bit' && !/^[\x00-\x1a\x1c-\x7f]*$/.test(value), payload).toBe(true)
        else expect([isStopExpected(value, place.rule), result], payload).toMatchObject([true, {ok: false}])
        continue
      }
      expect(isStopExpected(value, place.rule), `${payload}: a mail, no stop`).toBe(false)
      expect(result.returnPath).toBe('news@example.com')
      for (const [parser, read] of Object.entries(PARSERS)) {
        const mail = await read(result.bytes)
        expect(frameOf(mail, result.bytes, place), `${payload} by ${parser}`).toEqual(frames.get(parser))
        expect([...mail.headers].flat(2).join('\n').replace(mail.headers.get('subject')![0]!, '')).not.toContain(VICTIM)
        if (place.says === 'nowhere') continue
        const wanted = placeName === 'text as 7bit' ? value.normalize('NFKC') : value
        const said = wordsOf(mail, place.says)
        expect(placeName === 'text as 7bit' ? said.normalize('NFKC') : said, `${payload} by ${parser}`).toContain(
          lines(wanted),
        )
      }
    }
  })
})

describe('the table itself', () => {
  it('knows the boundary that this send uses', async () => {
    const result = (await filling(PLACES['HTML text']!, FIELDS['a column']!))('Taro')
    expect('bytes' in result && result.bytes.toString()).toContain(`\r\n${BOUNDARY_LINE}\r\n`)
  })

  it('would see a value that got out', async () => {
    const place = PLACES['a raw field']!
    const fill = await filling(place, FIELDS['a column']!)
    const shapes = await Promise.all(
      ['Taro', INJECTIONS.script!].map(async (value) => {
        const result = fill(value)
        return htmlShape((await PARSERS.mailparser('bytes' in result ? result.bytes : Buffer.alloc(0))).html!)
      }),
    )
    expect(shapes[0]).not.toEqual(shapes[1])
  })
})
