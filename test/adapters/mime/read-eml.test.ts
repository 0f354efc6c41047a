/** Finished mails as lint reads them: what readers see of the parts, in which character set, and where in the file it stands. */
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {readEml} from '../../../src/adapters/mime/eml/read-eml.ts'

const CRLF = (words: string) => words.replaceAll('\n', '\r\n')
const read = (mail: string | Uint8Array) =>
  readEml(typeof mail === 'string' ? Buffer.from(mail, 'utf8') : mail, 'a.eml')

/** Line and column, from 1, of the first of these words in the raw mail. */
function placeIn(raw: string, words: string) {
  const lines = raw.slice(0, raw.indexOf(words)).split(/\r?\n/)
  return {file: 'a.eml', line: lines.length, column: lines.at(-1)!.length + 1}
}

function part(type: string, body: string, more = ''): string {
  return `Content-Type: ${type}\n${more}\n${body}\n`
}

function multipart(kind: string, ...parts: readonly string[]): string {
  const boundary = `b-${kind}-${parts.length}`
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\npreamble\n${parts.map((each) => `--${boundary}\n${each}`).join('')}--${boundary}--\nepilogue\n`
}

describe('places', () => {
  it('in quoted-printable are those of the encoded text, in both line ends', async () => {
    const mail = `From: a@example.com\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E3=81=93=E3=82=93 soft=\n line <a href=3D"#">stop</a></p>\n`
    for (const raw of [mail, CRLF(mail)]) {
      const {html} = await read(raw)
      expect(html!.source.trim()).toBe('<p>こん soft line <a href="#">stop</a></p>')
      for (const [shown, written] of [
        ['ん', '=E3=82=93'],
        ['oft', 'oft='],
        ['line', 'line'],
        ['"#"', '"#"'],
        ['stop', 'stop'],
      ] as const)
        expect(html!.placeOf(html!.source.indexOf(shown))).toEqual(placeIn(raw, written))
    }
  })

  it('in base64 are those of the letters that the byte is written with', async () => {
    const words = `<p>こんにちは</p>${'<b>a</b>'.repeat(20)}<i>stop</i>`
    const encoded = Buffer.from(words).toString('base64').replace(/.{76}/g, '$&\n')
    const {html} = await read(
      `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${encoded}\n`,
    )
    expect(html!.source).toBe(words)
    const bytes = Buffer.byteLength(words.slice(0, words.indexOf('stop')))
    const letters = Math.floor((bytes * 4) / 3)
    expect(html!.placeOf(words.indexOf('stop'))).toMatchObject({
      line: 4 + Math.floor(letters / 76),
      column: (letters % 76) + 1,
    })
  })

  it('in 8bit count letters, as an editor does', async () => {
    const raw = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nこんにちは stop\n'
    const {text} = await read(raw)
    expect(text!.placeOf(text!.source.indexOf('stop'))).toEqual(placeIn(raw, 'stop'))
  })

  it.each(['shift_jis', 'iso-2022-jp', 'euc-jp', 'euc-kr', 'gb18030', 'big5', 'utf-16le', 'koi8-r', 'cp850'])(
    'in %s are those of the bytes, also far behind in a long line',
    async (charset) => {
      const line =
        charset === 'koi8-r' ? 'привет ' : charset === 'cp850' ? 'grün ' : charset === 'euc-kr' ? '안녕 ' : '日本 '
      const words = `${line.repeat(charset === 'iso-2022-jp' ? 20 : 1500)}stop\nend`
      const bytes = charset === 'iso-2022-jp' ? jis(words) : iconv.encode(words, charset)
      const {text} = await read(
        Buffer.concat([
          Buffer.from(`Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64\n\n`),
          Buffer.from(bytes.toString('base64')),
        ]),
      )
      expect(text!.source).toBe(words)
      const before =
        charset === 'iso-2022-jp'
          ? jis(words.slice(0, words.indexOf('stop')))
          : iconv.encode(words.slice(0, words.indexOf('stop')), charset)
      expect(text!.placeOf(words.indexOf('stop'))).toMatchObject({
        line: 4,
        column: Math.floor((before.length * 4) / 3) + 1,
      })
    },
  )
})

/** 日本 and ASCII alone. */
function jis(words: string): Buffer {
  return Buffer.from(words.replaceAll('日本', '\x1b$BF|K\\\x1b(B'), 'latin1')
}

describe('what readers see', () => {
  it('is the best of alternatives, and of mixed parts all, one below the other', async () => {
    const both = multipart('alternative', part('text/plain', 'plain words'), part('text/html', '<p>rich words</p>'))
    const {html, text} = await read(multipart('mixed', both, part('text/plain', 'footer <a&b>')))
    expect(text!.source.replace(/\s+/g, ' ')).toBe('plain words footer <a&b>')
    expect(html!.source.replace(/\s+/g, ' ')).toBe('<p>rich words</p> <pre>footer &lt;a&amp;b></pre>')
    expect(html!.placeOf(html!.source.indexOf('b>'))).toMatchObject({column: 11})
  })

  it('is HTML alone where some of it has no plain form, and no attachment, picture or mail within', async () => {
    const inner = part('message/rfc822', 'Subject: inner\n\ninner words')
    const file = part('text/plain', 'file words', 'Content-Disposition: attachment; filename=a.txt\n')
    const rich = multipart('related', part('text/html', '<p>rich</p>'), part('image/png', 'x'))
    const {html, text, mail} = await read(multipart('mixed', rich, inner, file))
    expect([html!.source.trim(), text]).toEqual(['<p>rich</p>', null])
    expect(mail.attachments.map(({name, type}) => `${name} ${type}`)).toEqual(['a.txt text/plain'])
  })

  it('is found below parts within parts, whatever the case and quotes of the boundary', async () => {
    const deep = multipart('mixed', multipart('related', multipart('alternative', part('TEXT/Plain', 'deep words'))))
    expect((await read(deep)).text!.source.trim()).toBe('deep words')
  })

  it('is read in three character sets in one mail', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=shift_jis\nContent-Transfer-Encoding: 8bit\n\n',
      ),
      iconv.encode('お知らせ', 'shift_jis'),
      Buffer.from('\n--b\nContent-Type: text/plain; charset="ISO-2022-JP"\n\n'),
      jis('日本'),
      Buffer.from('\n--b\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n'),
      iconv.encode('привет', 'windows-1251'),
      Buffer.from('\n--b--\n'),
    ])
    const {text, mail} = await read(bytes)
    expect(text!.source.split(/\s+/)).toEqual(['お知らせ', '日本', 'привет'])
    expect(mail.leaves.map(({reading}) => reading!.fault)).toEqual([null, null, null])
  })

  it.each([
    ['us-ascii', 'お知らせ', 'wrong', 'utf-8'],
    ['utf-8', iconv.encode('お知らせ', 'shift_jis'), 'wrong', 'utf-8'],
    ['x-nobody-knows', 'お知らせ', 'unknown', 'utf-8'],
    ['iso-2022-jp', 'お知らせ', 'wrong', 'utf-8'],
    ['', jis('日本'), 'undeclared', 'iso-2022-jp'],
    ['', Buffer.from('gr\xfcn', 'latin1'), 'undeclared', 'windows-1252'],
    ['cp932', iconv.encode('①㈱', 'shift_jis'), null, 'cp932'],
  ] as const)(
    'declared as %j, with %j in it, has the fault %s and is read as %s',
    async (declared, body, fault, charset) => {
      const type = `text/plain${declared === '' ? '' : `; charset=${declared}`}`
      const {mail, text} = await read(
        Buffer.concat([Buffer.from(`Content-Type: ${type}\nContent-Transfer-Encoding: 8bit\n\n`), Buffer.from(body)]),
      )
      expect(mail.leaves[0]!.reading).toMatchObject({fault, charset})
      expect(text).not.toBeNull()
    },
  )
})

describe('headers', () => {
  it('are decoded and unfolded, each with its place', async () => {
    const raw = 'From: a@example.com\nSubject: =?utf-8?B?44GK?=\n =?utf-8?Q?=E7=9F=A5?= news\nX-A:b\n\nHello\n'
    const {mail, subject} = await read(raw)
    expect(mail.headers.map(({name, value, offset}) => [name, value, offset])).toEqual([
      ['From', 'a@example.com', 0],
      ['Subject', 'お知 news', raw.indexOf('Subject')],
      ['X-A', 'b', raw.indexOf('X-A')],
    ])
    expect([subject!.source, subject!.placeOf(3)]).toEqual(['お知 news', placeIn(raw, '=?utf-8?B?')])
  })

  it('may follow the line that Unix puts before a mail, and be followed by nothing', async () => {
    const {mail, faults} = await read('From me@example.com Mon Nov 30 10:00:00 2026\nSubject: a')
    expect(mail.headers.map(({name}) => name)).toEqual(['Subject'])
    expect(faults.map(({key}) => key)).toEqual(['readable.no-text'])
  })

  it('name attachments in the ways of RFC 2231 and RFC 2047', async () => {
    const file = (name: string) => part('application/pdf', 'x', `Content-Disposition: attachment;\n ${name}\n`)
    const names = [
      `filename*=UTF-8''%E6%96%99%E9%87%91.pdf`,
      `filename*0*=UTF-8''%E6%96%99;\n filename*1="x.pdf"`,
      'filename="=?utf-8?B?5paZ6YeR?=.pdf"',
      'filename="a \\"b\\".pdf"',
    ]
    const {mail} = await read(multipart('mixed', part('text/plain', 'x'), ...names.map(file)))
    expect(mail.attachments.map(({name}) => name)).toEqual(['料金.pdf', '料x.pdf', '料金.pdf', 'a "b".pdf'])
  })
})

describe('limits', () => {
  it('end a mail of ten thousand parts, of parts within parts, and of one huge text, with a fault each', async () => {
    const many = multipart('mixed', ...Array.from({length: 10_000}, () => part('text/plain', 'x')))
    let deep = part('text/plain', 'x')
    for (let i = 0; i < 200; i += 1)
      deep = `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n${deep}--b${i}--\n`
    const huge = part('text/html', '<p>words</p>'.repeat(1_000_000))
    for (const [mail, key] of [
      [many, 'readable.parts'],
      [deep, 'readable.parts'],
      [huge, 'readable.text-too-big'],
    ] as const)
      expect((await read(mail)).faults.map((fault) => fault.key)).toContain(key)
  })
})
