/** Mailboxes of every kind in a real folder, read twice, with mails that nobody is sure of and some that mean harm. */
import {mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {encodeText} from '../../src/adapters/csv/encoding/encode-text.ts'
import {unsureFile} from '../../src/adapters/csv/unsure-mail.ts'
import {mailboxes} from '../../src/adapters/mime/mailbox.ts'
import {isAddress, parseAddress} from '../../src/core/contacts/address.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import type {ReadMailAsk} from '../../src/flows/read-mail-opt-outs.ts'
import {readMailOptOuts} from '../../src/flows/read-mail-opt-outs.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, NOW, query} from '../support/workspace-store.ts'

const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}

let b: Bench
beforeEach(async () => {
  b = await bench('read-mail')
  await b.import(put(b.folder, 'people.csv', 'email,name\ntaro@example.jp,Taro\nhanako@example.jp,Hanako\n'))
})

const listPath = () => join(b.folder, 'rejects', 'unsure-mail.csv')

function read(paths: readonly string[], ask: Partial<ReadMailAsk> = {}) {
  return readMailOptOuts(
    {
      ...{paths, isDryRun: false, onProgress: () => {}},
      places: {mailto: 'optout@example.jp', own: new Set(['news@example.jp'])},
      ...ask,
    },
    {store: b.store, mailboxes, unsureFile: unsureFile(listPath(), 540), tokenKeys: async () => [KEY], clock},
  )
}

async function stopped(): Promise<string[]> {
  return (await query(b.storeFile, 'select subject from suppression_events order by subject')).map(({subject}) =>
    String(subject),
  )
}

async function tokenOf(address: string): Promise<string> {
  const parsed = parseAddress(address)
  const person = await b.store.consents.person(isAddress(parsed) ? parsed : (null as never), NOW)
  return tokenMaker(KEY, 'optout', Buffer.alloc(8, 1).toString('base64url'))(person!.contact.publicId)
}

function eml(from: string, subject: string, text: string, headers: readonly string[] = []): string {
  return [
    `From: ${from}`,
    'To: news@example.jp',
    `Subject: ${subject}`,
    'Date: Wed, 25 Mar 2026 10:00:00 +0900',
    `Message-ID: <${Buffer.from(`${from}${subject}${text}`).toString('hex').slice(0, 40)}@example.com>`,
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    text,
    '',
  ].join('\r\n')
}

describe('suppression read-mail', () => {
  it('reads a maildir: new and read mails, opt-outs with the moment they arrived, and the same again adds nothing', async () => {
    const box = join(b.folder, 'Maildir')
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(box, part), {recursive: true})
    writeFileSync(join(box, 'cur', '1.a:2,S'), eml('Taro <Taro@Example.JP>', 'Re: News', 'Please unsubscribe me.'))
    writeFileSync(
      join(box, 'new', '2.b'),
      eml('x@example.com', '=?iso-2022-jp?B?GyRCR1s/ri1kO18bKEI=?=', '', [
        'Received: from a by b; Thu, 26 Mar 2026 08:00:00 +0900',
      ]).replace('=?iso-2022-jp?B?GyRCR1s/ri1kO18bKEI=?=', `=?utf-8?B?${Buffer.from('配信停止').toString('base64')}?=`),
    )
    writeFileSync(join(box, 'tmp', '3.c'), eml('half@example.com', 'unsubscribe', ''))
    const first = await read([box])
    expect(first).toMatchObject({mails: 2, counts: {'opt-out': 2}, added: 2, known: 0, binding: 1, unsure: []})
    expect(await stopped()).toEqual(['taro@example.jp', 'x@example.com'])
    expect(await query(b.storeFile, "select from_at from suppression_events where subject = 'x@example.com'")).toEqual([
      {from_at: Date.parse('2026-03-26T08:00:00+09:00')},
    ])
    expect(await read([box])).toMatchObject({mails: 2, added: 0, known: 2})
  })

  it('believes the token of a mail whoever writes, and stops the writer too', async () => {
    const token = await tokenOf('hanako@example.jp')
    const file = put(b.folder, 'one.eml', eml('other@example.com', `unsubscribe ${token}`, ''))
    expect(await read([file])).toMatchObject({byToken: 1, added: 2})
    expect(await stopped()).toEqual(['hanako@example.jp', 'other@example.com'])
  })

  it('takes a token cut in half for words, and one of another key too', async () => {
    const token = await tokenOf('hanako@example.jp')
    const forged = tokenMaker(
      {id: KEY.id, secret: Buffer.alloc(32, 9)},
      'optout',
      Buffer.alloc(8).toString('base64url'),
    )
    const files = [token.slice(0, 31), forged(Buffer.alloc(16).toString('base64url'))].map((word, i) =>
      put(b.folder, `t${i}.eml`, eml(`w${i}@example.com`, `unsubscribe ${word}`, '')),
    )
    expect(await read(files)).toMatchObject({byToken: 0})
    expect(await stopped()).not.toContain('hanako@example.jp')
  })

  it('cuts a mbox into its mails', async () => {
    const mails = [
      eml('a@example.com', 'unsubscribe', ''),
      eml('b@example.com', 'Re: News', 'Nice!\r\n>From here on it is quoted'),
      eml('c@example.com', 'Out of office: News', 'away'),
      eml('d@example.com', 'Re: News', 'I think this is spam'),
    ]
    const box = put(
      b.folder,
      'in.mbox',
      mails.map((mail) => `From sender Wed Mar 25 10:00:00 2026\n${mail}\n`).join(''),
    )
    const result = await read([box])
    expect(result).toMatchObject({mails: 4, counts: {'opt-out': 1, automatic: 1, other: 1, unsure: 1}})
    expect(result.unsure).toMatchObject([{place: `${box}#4`, why: 'hint'}])
  })

  it('lists what is not sure for a person, privately, and does what they decide', async () => {
    const file = put(b.folder, 'u.eml', eml('d@example.com', 'Re: =cmd', 'How do I unsubscribe?'))
    const other = put(b.folder, 'v.eml', eml('e@example.com', 'Re: News', 'spam?'))
    expect((await read([file, other])).unsure).toHaveLength(2)
    expect(statSync(listPath()).mode & 0o777).toBe(0o600)
    const list = readFileSync(listPath(), 'utf8')
    expect(list).toContain('d@example.com')
    const lines = list.split('\r\n')
    // As a spreadsheet saves it: other delimiter, no quotes, no BOM.
    const decided = lines.map((line, i) =>
      line
        .replace(/^\ufeff/, '')
        .replaceAll('","', ';')
        .replaceAll('"', '')
        .replace(';;', i === 1 ? ';STOP;' : ';keep;'),
    )
    writeFileSync(listPath(), decided.join('\r\n'))
    expect(await read([file, other])).toMatchObject({unsure: [], added: 1, counts: {settled: 2, unsure: 0}})
    expect(await stopped()).toEqual(['d@example.com'])
    expect(await read([file, other])).toMatchObject({unsure: [], added: 0, known: 1})
  })

  it('keeps the rows of another mailbox, with what was decided about them', async () => {
    const first = put(b.folder, 'first.eml', eml('d@example.com', 'Re: News', 'spam? 迷惑'))
    const second = put(b.folder, 'second.eml', eml('e@example.com', 'Re: 会報', 'How do I unsubscribe?'))
    const sure = put(b.folder, 'sure.eml', eml('f@example.com', 'unsubscribe', ''))
    await read([first])
    writeFileSync(listPath(), readFileSync(listPath(), 'utf8').replace('","","', '","stop","'))
    await read([second])
    await read([sure])
    const list = readFileSync(listPath(), 'utf8')
    expect(list).toContain('d@example.com')
    expect(list).toContain('Re: 会報')
    expect(list.split('\r\n')).toHaveLength(4)
    expect(await read([first])).toMatchObject({unsure: [], added: 1})
    expect(await stopped()).toEqual(['d@example.com', 'f@example.com'])
    expect(await read([second])).toMatchObject({unsure: [{subject: 'Re: 会報'}]})
  })

  it.each([
    ['cp932', encodeText],
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const)('keeps rows of a list that was saved as %s', async (_, encode) => {
    const file = put(b.folder, 'd.eml', eml('d@example.com', 'Re: 配信停止の方法について', 'spam?'))
    await read([file])
    const saved = readFileSync(listPath(), 'utf8')
      .replace(/^\ufeff/, '')
      .replace('","","', '","keep","')
    writeFileSync(listPath(), encode(saved, 'cp932'))
    await read([put(b.folder, 'x.eml', eml('x@example.com', 'unsubscribe', ''))])
    expect(readFileSync(listPath(), 'utf8')).toContain('"keep",')
    expect(readFileSync(listPath(), 'utf8')).toContain('Re: 配信停止の方法について')
  })

  it('writes over no file that is something else', async () => {
    mkdirSync(join(b.folder, 'rejects'), {recursive: true})
    writeFileSync(listPath(), 'email,name\na@example.com,A\n')
    const file = put(b.folder, 'a.eml', eml('a@example.com', 'unsubscribe', ''))
    expect(await failure(read([file]))).toMatchObject({code: 'FILE_EXISTS'})
    expect(readFileSync(listPath(), 'utf8')).toBe('email,name\na@example.com,A\n')
    expect(await stopped()).toEqual([])
  })

  it('changes nothing in a dry run', async () => {
    const files = [
      put(b.folder, 'a.eml', eml('a@example.com', 'unsubscribe', '')),
      put(b.folder, 'b.eml', eml('b@example.com', '?', 'stop?')),
    ]
    expect(await read(files, {isDryRun: true})).toMatchObject({added: 1, dryRun: true})
    expect(await stopped()).toEqual([])
    expect(() => readFileSync(listPath())).toThrow()
  })

  it('holds to its caps: a mail of 12 MB, 2,000 parts, 30 levels, bytes that are no mail', async () => {
    const boundaryOf = (i: number) => `b${i}`
    const deep = Array.from(
      {length: 30},
      (_, i) => `Content-Type: multipart/mixed; boundary=${boundaryOf(i)}\r\n\r\n--${boundaryOf(i)}\r\n`,
    )
    const parts = `--p\r\nContent-Type: text/plain\r\n\r\nx\r\n`.repeat(2000)
    const head = (from: string) => `From: ${from}\r\nTo: news@example.jp\r\nSubject: Re: News\r\n`
    const files = [
      put(b.folder, '1.eml', `${head('big@example.com')}\r\n${'words words words\r\n'.repeat(700_000)}`),
      put(
        b.folder,
        '2.eml',
        `${head('parts@example.com')}Content-Type: multipart/mixed; boundary=p\r\n\r\n${parts}--p--\r\n`,
      ),
      put(b.folder, '3.eml', `${head('deep@example.com')}${deep.join('')}Content-Type: text/plain\r\n\r\nx`),
      put(b.folder, '4.eml', Buffer.from(Array.from({length: 4096}, (_, i) => (i * 37) % 256))),
    ]
    const result = await read(files)
    expect(result.unsure.map(({why}) => why).slice(0, 3)).toEqual(['too-big', 'too-many-parts', 'too-deep'])
    expect(result.mails).toBe(4)
    expect(result.added).toBe(0)
  })

  it('reads HTML without its quote', async () => {
    const html = '<style>p{}</style><p>Bitte melden Sie mich ab.</p><blockquote>Abmelden? Hier</blockquote>'
    const mail = eml('h@example.com', 'AW: News', html).replace('text/plain', 'text/html')
    expect(await read([put(b.folder, 'h.eml', mail)])).toMatchObject({counts: {'opt-out': 1}})
  })

  it('says what is no mailbox', async () => {
    mkdirSync(join(b.folder, 'empty'))
    expect(await failure(read([join(b.folder, 'empty')]))).toMatchObject({code: 'MAIL_FOLDER_EMPTY'})
    expect(await failure(read([join(b.folder, 'nowhere')]))).toMatchObject({code: 'FILE_MISSING'})
  })
})
