import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import {readMessage} from '../../../src/adapters/mime/read-message.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import {NOBODY} from '../../../src/core/sending/nobody.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import {contentOf} from '../../support/mail-cases.ts'

async function made(content: SendContent) {
  const {sendId, publicId, key} = NOBODY
  const charset = await charsetWriter(content.charset)
  const skeleton = await buildSkeleton(content, sendId)
  const fill = messageFiller({skeleton, content, charset, sendId, contentHash: 'x', key, sign: () => ''})
  const mail = fill({publicId, address: 'hanako@example.jp', attributes: '{"氏名":"山田花子"}'}, 0)
  if (!('bytes' in mail)) throw new Error(mail.why)
  return readMessage(mail.bytes)
}

const PNG = {name: '絵.png', type: 'image/png', cid: 'pic@x', content: Buffer.from('picture').toString('base64')}
const PDF = {name: '案内.pdf', type: 'application/pdf', cid: null, content: Buffer.from('pdf').toString('base64')}

describe.each(['utf-8', 'iso-2022-jp'] as const)('a mail in %s, taken apart', (charset) => {
  it('has its headers decoded in order, its bodies, its pictures and how each part travels', async () => {
    const mail = await made(
      contentOf({
        charset,
        subject: '【お知らせ】{{氏名}}様への長い長い件名を二行に折り返すためのことば',
        text: '{{氏名}} 様\n--boundary\nContent-Type: text/x-none\n',
        html: '<p>{{氏名}}</p><img src="cid:pic@x">',
        files: [PNG, PDF],
        from: {name: '見本通信', address: 'news@example.jp'},
      }),
    )
    const headers = new Map(mail.headers)
    expect(headers.get('Subject')).toBe('【お知らせ】山田花子様への長い長い件名を二行に折り返すためのことば')
    expect(headers.get('From')).toBe('見本通信 <news@example.jp>')
    expect(mail.headers.map(([name]) => name).indexOf('Subject')).toBeGreaterThan(0)
    expect(mail.text.trimEnd()).toBe('山田花子 様\n--boundary\nContent-Type: text/x-none')
    expect(mail.html?.trimEnd()).toBe('<p>山田花子</p><img src="cid:pic@x">')
    expect(mail.parts.map(({type}) => type)).toEqual(['text/plain', 'text/html', 'image/png', 'application/pdf'])
    expect(mail.parts.every(({encoding}) => /^(7bit|8bit|base64|quoted-printable)$/.test(encoding))).toBe(true)
    expect(mail.files.map(({name, cid, content}) => [name, cid, Buffer.from(content).toString()])).toEqual([
      ['絵.png', 'pic@x', 'picture'],
      ['案内.pdf', null, 'pdf'],
    ])
  })
})

it('has one part where the mail is text alone', async () => {
  const mail = await made(contentOf({text: 'Hello'}))
  expect([mail.html, mail.text.trimEnd(), mail.parts.length]).toEqual([null, 'Hello', 1])
})
