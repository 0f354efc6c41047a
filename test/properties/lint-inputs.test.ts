/** Any bytes as .eml, .html or .txt: no crash, no hang, and every place of a finding lies in the file. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lintFiles} from '../../src/adapters/files/lint-files.ts'
import {templateMarkup} from '../../src/adapters/html/template-markup.ts'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import {readEml} from '../../src/adapters/mime/eml/read-eml.ts'
import type {Finding} from '../../src/core/lint/finding.ts'
import {lintSource} from '../../src/flows/lint-templates.ts'
import {LAWS, lawsOf} from '../../src/rulebook/laws.ts'
import {corpusPath, hasCorpora} from '../support/corpora.ts'

const laws = lawsOf(LAWS.map(({id}) => id))
const sender = {name: '株式会社サンプル', address: '東京都渋谷区渋谷1-2-3', contact: '03-1234-5678'}

async function lintBytes(bytes: Uint8Array, name: string): Promise<readonly Finding[]> {
  const files = lintFiles('en', {markup: templateMarkup, readMail: readEml, stdin: {name, read: async () => bytes}})
  const source = await files.read('-')
  return lintSource(source, {laws, sender, knownNames: null, day: '2027-07-01'}, {views: {html: viewHtml}}).findings
}

function expectPlacesInside(findings: readonly Finding[], bytes: Uint8Array): void {
  // Every byte is at least as long as what it becomes on a line.
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\n|\r/)
  for (const {where, key, excerpt} of findings) {
    if (where.kind !== 'template') continue
    const {line, column} = where
    const isInside = line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1
    expect([key, line, column, isInside]).toEqual([key, line, column, true])
    if (excerpt !== undefined) expect(excerpt.at).toBeLessThanOrEqual(excerpt.text.length + 1)
  }
}

const PIECES = [
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\0',
    ':',
    ';',
    ',',
    '=',
    '<',
    '>',
    '"',
    '--',
    '--b',
    '--b--',
    '\n--b\n',
    '\n--b--\n',
    '\n\n',
  ],
  ...[
    'From: a@example.com\n',
    'From me\n',
    'Subject: ',
    'Bcc: x\n',
    'Date: x\n',
    'List-Id: ',
    'List-Unsubscribe: ',
    '<https://',
  ],
  ...['List-Unsubscribe-Post: List-Unsubscribe=One-Click\n', 'DKIM-Signature: h=', '=?utf-8?B?', '=?utf-8?Q?', '?='],
  ...[
    'Content-Type: multipart/mixed; boundary=b\n',
    'Content-Type: multipart/alternative; boundary="b"\n',
    'Content-Type: text/html',
  ],
  ...[
    'Content-Type: text/plain',
    '; charset=',
    'utf-8',
    'iso-2022-jp',
    'shift_jis',
    'utf-16le',
    'x-odd',
    'utf-7',
    'message/rfc822',
  ],
  ...[
    'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    'Content-Disposition: attachment\n',
  ],
  ...[
    '=3D',
    '=E3=81',
    '=\n',
    '=',
    '44GK',
    '\x1b$B',
    '\x1b(B',
    '\x82\xa8',
    '\xe3\x81\x8a',
    '\xff',
    '&amp;',
    '&',
    '{{name}}',
    '*|FNAME|*',
  ],
  ...[
    '<p>',
    '</p>',
    '<a href="#">unsubscribe</a>',
    '<!--',
    '-->',
    '<!-- todoke-laws: us, xx -->',
    '{{! todoke-laws: yy }}',
    '<style>',
  ],
  ...[
    '{{',
    '}}',
    '{{#a}}',
    '{{/a}}',
    '<table>',
    '<img src="x.png">',
    '<img alt="株式会社サンプル">',
    'https://shop.example.co.jp/',
  ],
]
const latin1 = (words: string) => Buffer.from(words, 'latin1')
const bytesOf = fc.oneof(
  fc.uint8Array({maxLength: 400}),
  fc.array(fc.constantFrom(...PIECES), {maxLength: 40}).map((pieces) => latin1(pieces.join(''))),
  // Mostly whole, with a few bytes of another kind in it.
  fc
    .tuple(fc.array(fc.constantFrom(...PIECES), {maxLength: 30}), fc.uint8Array({maxLength: 8}), fc.nat({max: 300}))
    .map(([pieces, odd, at]) => {
      const words = latin1(`MIME-Version: 1.0\n${pieces.join('')}`)
      return Buffer.concat([words.subarray(0, at), odd, words.subarray(at)])
    }),
)

describe('any bytes', () => {
  it.each(['a.eml', 'a.html', 'a.txt', 'a'])('as %s end in findings with places inside the file', async (name) => {
    await fc.assert(
      fc.asyncProperty(bytesOf, async (bytes) => {
        expectPlacesInside(await lintBytes(bytes, name), bytes)
      }),
      {numRuns: 300},
    )
  })

  it('a megabyte of the worst of each kind ends soon', async () => {
    for (const piece of [
      ...PIECES.filter((each) => each !== '<!-- todoke-laws: us, xx -->'),
      '=?a?q?',
      '<<',
      '((',
      '--b\n',
    ]) {
      const bytes = latin1(
        `Content-Type: multipart/mixed; boundary=b\nSubject: x\n${piece.repeat(Math.ceil(300_000 / piece.length))}`,
      )
      const start = performance.now()
      await readEml(bytes, 'a.eml')
      expect([piece, performance.now() - start < 10_000]).toEqual([piece, true])
    }
  }, 120_000)
})

describe.skipIf(!hasCorpora)('the mails of the corpora', () => {
  const mailsIn = (folder: string) =>
    readdirSync(corpusPath(folder))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => [join(folder, name)] as const)

  const broken = hasCorpora ? mailsIn('mime/mail-parser-malformed') : []
  const whole = hasCorpora ? [...mailsIn('newsletters-eml/hard-ham'), ...mailsIn('newsletters-eml/one-click')] : []

  it('are there', () => {
    expect([broken.length, whole.length]).toEqual([23, 51])
  })

  it.each([...broken, ...whole])('%s gives findings with places inside the file, in both line ends', async (path) => {
    const bytes = readFileSync(corpusPath(path))
    const crlf = latin1(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'))
    for (const each of [bytes, crlf]) expectPlacesInside(await lintBytes(each, path), each)
  })

  it.each(whole)('%s is read as a mail with something in it', async (path) => {
    const {html, text, faults, mail} = await readEml(readFileSync(corpusPath(path)), path)
    expect(faults).toEqual([])
    expect(`${html?.source ?? ''}${text?.source ?? ''}`.length).toBeGreaterThan(200)
    expect(mail.headers.some(({name}) => name === 'Subject')).toBe(true)
  })

  // 005: the end of the outer part is written like the beginning of the inner one. 019: several mails cut into one
  // another, whose many HTML forms are alternatives of one text. 020: the plain form stands before the first boundary,
  // which is for nobody.
  const clear = broken.filter(([path]) => !/\/(?:005|019|020)\.eml$/.test(path))

  it.each(clear)('%s loses no line of text that another parser finds in it', async (path) => {
    const {html, text} = await readEml(readFileSync(corpusPath(path)), path)
    const seen = squeezed(`${html?.source ?? ''}${text?.source ?? ''}`)
    const lines = textsOf(JSON.parse(readFileSync(corpusPath(path.replace('.eml', '.json')), 'utf8'))).flatMap(
      (words) => words.split(/\r?\n/),
    )
    // That parser takes unclosed parts for text, with their boundaries and headers.
    const lost = lines.filter((line) => !/^(?:--|[\w-]+:)/.test(line) && !seen.includes(squeezed(line)))
    expect(lost).toEqual([])
  })
})

function squeezed(words: string): string {
  return words.replace(/\s+/g, '')
}

interface Parsed {
  readonly parts: readonly {readonly body: {readonly Text?: string; readonly Html?: string}}[]
  readonly text_body: readonly number[]
  readonly html_body: readonly number[]
}

function textsOf({parts, text_body, html_body}: Parsed): readonly string[] {
  return [...new Set([...text_body, ...html_body])].flatMap((index) => {
    const {Text, Html} = parts[index]!.body
    return Text ?? Html ?? []
  })
}
