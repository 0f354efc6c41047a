import {sign} from 'node:crypto'
import {once} from 'node:events'
import {Worker} from 'node:worker_threads'
import {describe, expect, it} from 'vitest'
import type {DkimKey} from '../../../../src/core/sending/dkim/key.ts'
import {dkimSigner} from '../../../../src/core/sending/dkim/signer.ts'
import {ED25519, RSA, receive} from '../../../support/dkim.ts'

const DATE = Date.UTC(2026, 10, 23, 9)

const HEADERS = [
  'From: =?UTF-8?B?44K144Oz44OX44Or6YCa5L+h?= <news@example.com>',
  'To: taro@example.jp',
  'Reply-To: reply@example.com',
  'Subject: =?UTF-8?B?MTHmnIjjga7jgYrnn6Xjgonjgps=?=\r\n =?UTF-8?B?44GU5qGI5YaF?=',
  'Message-ID: <abcdefghijklmnopqrstuvwxyz@example.com>',
  'Date: Mon, 23 Nov 2026 09:00:00 +0000',
  'MIME-Version: 1.0',
  'List-Unsubscribe: <https://mail.example.com/optout/AAAA>,\r\n\t<mailto:optout@example.com?subject=unsubscribe%20AAAA>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'List-Id: <news.example.com>',
  'Feedback-ID: may:news:marketing:todoke',
  'Content-Type: multipart/alternative;  boundary="todoke_x"',
]

const block = (headers: readonly string[] = HEADERS) => headers.map((line) => `${line}\r\n`).join('')
const BODY = '--todoke_x\r\nContent-Type: text/plain\r\n\r\nHello  Taro,\t\r\n\r\n=46rom here \r\n--todoke_x--\r\n'

const bytesOf = (body: string | Uint8Array) => (typeof body === 'string' ? Buffer.from(body) : Buffer.from(body))

function signed(
  body: string | Uint8Array,
  {headers = HEADERS, keys = [RSA, ED25519], rewrites = [] as string[]} = {},
): Buffer {
  const signatures = dkimSigner(keys, {rewrites})(block(headers), body, DATE)
  return Buffer.concat([Buffer.from(`${signatures}${block(headers)}\r\n`), bytesOf(body)])
}

const BOTH = ['rsa-sha256 pass', 'ed25519-sha256 pass']

describe('a signed mail', () => {
  it.each<readonly [string, readonly DkimKey[], readonly string[]]>([
    ['RSA', [RSA], BOTH.slice(0, 1)],
    ['Ed25519', [ED25519], BOTH.slice(1)],
    ['both, RSA on top', [ED25519, RSA], BOTH],
  ])('verifies with %s', async (_, keys, expected) => {
    expect(await receive(signed(BODY, {keys: [...keys]}), [RSA, ED25519])).toEqual(expected)
  })

  it.each<readonly [string, string | Uint8Array]>([
    ['an empty body', ''],
    ['a body of one line end', '\r\n'],
    ['a body of blanks and line ends', ' \t\r\n  \r\n\r\n'],
    ['blank lines at the end', 'Hello\r\n\r\n\r\n\r\n'],
    ['no line end at the end', 'Hello'],
    ['a blank at the very end', 'Hello \t '],
    ['blank lines at the beginning', '\r\n\r\nHello\r\n'],
    ['runs of blanks', '  Hello \t  Taro\t\r\n   \r\n\tx \r\n'],
    ['no-break and ideographic spaces, which are no blanks', '\u3000お知らせ\u00a0\u00a0\u3000 \r\n'],
    ['8-bit text', '11月のお知らせです。\r\n'],
    ['bytes of Shift_JIS', Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x20, 0x20, 0x8c, 0xea, 0x0d, 0x0a, 0x0d, 0x0a])],
    ['bytes in the middle of a larger store', new Uint8Array(Buffer.from('xxHello  \r\n\r\nyy')).subarray(2, 13)],
  ])('verifies with %s', async (_, body) => {
    expect(await receive(signed(body), [RSA, ED25519])).toEqual(BOTH)
  })

  it.each<readonly [string, readonly string[]]>([
    [
      'UTF-8 in headers (SMTPUTF8)',
      ['From: サンプル <news@example.com>', 'To: 太郎@例え.jp', 'Subject: 11月\u3000のお知らせ'],
    ],
    [
      'headers folded right behind the name',
      ['From:\r\n news@example.com', 'Subject:\r\n\t\r\n Hello', 'To: a@example.jp'],
    ],
    [
      'blanks around values and before the colon',
      ['From:  news@example.com  ', 'Subject :\tHello  \t Taro\t', 'To:a@b.example'],
    ],
    ['empty values', ['From: news@example.com', 'Subject:', 'X-Note: ']],
    [
      'a header that occurs twice',
      ['From: news@example.com', 'X-Tag: one', 'X-Tag: two', 'Cc: a@example.jp', 'Cc: b@example.jp'],
    ],
  ])('verifies with %s', async (_, headers) => {
    expect(await receive(signed(BODY, {headers: [...headers]}), [RSA, ED25519])).toEqual(BOTH)
  })

  it('has lines of at most 76 characters, also with long names', () => {
    const longName = `List-${'x'.repeat(60)}`
    const headers = [...HEADERS, `${longName}: 1`]
    const domain = `${'a'.repeat(40)}.example.com`
    const keys = [{...RSA, domain, selector: 'b'.repeat(40)}]
    for (const line of dkimSigner(keys, {rewrites: []})(block(headers), BODY, DATE).split('\r\n'))
      expect(line.length).toBeLessThanOrEqual(76)
  })

  it('is signed with the same bytes when it is sent again, and dated by the mail', () => {
    const sign = dkimSigner([RSA, ED25519], {rewrites: []})
    const first = sign(block(), BODY, DATE)
    sign(block(['From: news@example.com', 'X-Other: 1']), 'other', DATE + 5000)
    expect(sign(block(), BODY, DATE)).toBe(first)
    expect(first.match(/ t=\d+;/g)).toEqual([' t=1795424400;', ' t=1795424400;'])
    expect(first).not.toMatch(/\bl=/)
  })

  it('has keys that cross to worker threads as they are', async () => {
    const source = `
      import {parentPort, workerData} from 'node:worker_threads'
      import {sign} from 'node:crypto'
      parentPort.postMessage(workerData.map(({privateKey}) => sign(null, Buffer.from('x'), privateKey).toString('base64')))`
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {workerData: [ED25519]})
    const [signatures] = await once(worker, 'message')
    expect(signatures).toEqual([sign(null, Buffer.from('x'), ED25519.privateKey).toString('base64')])
  })

  it('is not signed without keys', () => {
    expect(dkimSigner([], {rewrites: []})(block(), BODY, DATE)).toBe('')
  })
})

const namesSigned = (signature: string) => /h=([^;]*);/.exec(signature)![1]!.replace(/\s/g, '').split(':')

describe('the signed headers', () => {
  const sign = (headers: readonly string[], rewrites: readonly string[] = []) =>
    namesSigned(dkimSigner([RSA], {rewrites})(block(headers), BODY, DATE))

  it('are all of the mail, and once more those that readers and machines go by', () => {
    const present = HEADERS.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    const more =
      'from subject to reply-to cc date list-unsubscribe list-unsubscribe-post mime-version content-type'.split(' ')
    expect(sign(HEADERS)).toEqual([...present, ...more])
  })

  it('leave out what the relay writes anew, in any case, and traces of the way', () => {
    const names = sign(['Return-Path: <>', 'Received: x', 'Bcc: a@example.jp', ...HEADERS], ['message-id', 'DATE'])
    for (const name of ['message-id', 'date', 'return-path', 'received', 'bcc']) expect(names).not.toContain(name)
  })

  it('verify after the relay has written its own', async () => {
    const mail = signed(BODY, {rewrites: ['Message-ID', 'Date']}).toString('latin1')
    const rewritten = mail
      .replace(/^Message-ID: .*$/m, 'Message-ID: <1@relay.example>')
      .replace(/^Date: .*$/m, 'Date: x')
    expect(rewritten).not.toBe(mail)
    expect(await receive(Buffer.from(rewritten, 'latin1'), [RSA, ED25519])).toEqual(BOTH)
  })

  it.each(['From', 'list-unsubscribe', 'List-Unsubscribe-Post'])('never leave out %s', (name) => {
    expect(() => dkimSigner([RSA], {rewrites: [name]})).toThrow('must be signed')
  })

  it('are wanted: a mail without From, or with a line without a name, is not signed', () => {
    const bare = dkimSigner([RSA], {rewrites: []})
    expect(() => bare('Subject: Hello\r\n', BODY, DATE)).toThrow('From')
    expect(() => bare('From: a@example.com\r\nno name here\r\n', BODY, DATE)).toThrow('no name')
    expect(() => bare('From: a@example.com\r\nwith blank: x\r\n', BODY, DATE)).toThrow('no name')
  })
})

const FAILED = ['rsa-sha256 fail', 'ed25519-sha256 fail']

describe('a mail changed on the way', () => {
  const mail = signed(BODY).toString('latin1')

  it.each(HEADERS.map((line) => line.slice(0, line.indexOf(':'))))('fails when %s was changed', async (name) => {
    const changed = mail.replace(new RegExp(`^${name}: `, 'm'), `${name}: x`)
    expect(changed).not.toBe(mail)
    expect(await receive(Buffer.from(changed, 'latin1'), [RSA, ED25519])).toEqual(FAILED)
  })

  it.each([
    'From',
    'Subject',
    'To',
    'Reply-To',
    'Cc',
    'Date',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
    'MIME-Version',
    'Content-Type',
  ])('fails when another %s was put in, on top or at the end', async (name) => {
    const [signatures, rest] = [mail.slice(0, mail.indexOf('From: ')), mail.slice(mail.indexOf('From: '))]
    const onTop = `${name}: evil@example.org\r\n${mail}`
    const between = `${signatures}${name}: evil@example.org\r\n${rest}`
    const atEnd = mail.replace('\r\n\r\n', `\r\n${name}: evil@example.org\r\n\r\n`)
    for (const changed of [onTop, between, atEnd])
      expect(await receive(Buffer.from(changed, 'latin1'), [RSA, ED25519])).toEqual(FAILED)
  })

  it('fails when its body was changed, also at the end', async () => {
    for (const changed of [mail.replace('Taro', 'Hanako'), `${mail}more\r\n`])
      expect(new Set(await receive(Buffer.from(changed, 'latin1'), [RSA, ED25519]))).toEqual(
        new Set(['rsa-sha256 neutral', 'ed25519-sha256 neutral']),
      )
  })

  it('fails with the key of another', async () => {
    const stranger = {...RSA, privateKey: ED25519.privateKey, kind: 'ed25519'} as const
    expect(await receive(signed(BODY, {keys: [RSA]}), [stranger])).not.toContain('rsa-sha256 pass')
  })
})
