import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import {lookAtMessage} from '../../../src/adapters/smtp/wire-text.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import {contentOf, KEY, publicIdOf, SEND_ID} from '../../support/mail-cases.ts'
import {PARSERS} from '../../support/read-mail.ts'

async function fillerOf(content: SendContent) {
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: await charsetWriter(content.charset),
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: () => '',
  })
  return (address: string) => fill({publicId: publicIdOf(1), address, attributes: '{"name":"Taro"}'}, 0)
}

describe('the sender', () => {
  it.each([
    ['iso-2022-jp', '株式会社サンプル'],
    ['iso-2022-jp', 'Sample, "News"'],
    ['iso-2022-jp', 'サンプル '.repeat(20).trim()],
    ['utf-8', '=?UTF-8?B?PGI+?= $& $1'],
    ['utf-8', '株式会社サンプル'],
  ] as const)('stands in the mail once, in %s: %s', async (charset, name) => {
    const content = contentOf({charset, subject: 'お知らせ', from: {name, address: 'news@example.com'}})
    const result = (await fillerOf(content))('taro@example.jp')
    if (!('bytes' in result)) throw new Error(result.why)
    for (const read of Object.values(PARSERS)) {
      const mail = await read(result.bytes)
      expect(mail.from).toEqual([{name, address: 'news@example.com'}])
      expect(mail.headers.get('from')).toHaveLength(1)
      expect(mail.subject).toBe('お知らせ')
    }
  })
})

describe('a subject that folds inside its encoded words', () => {
  it.each(['utf-8', 'iso-2022-jp'] as const)('is read as it was, wherever it folds, in %s', async (charset) => {
    const mixed = charset === 'utf-8' ? ['長', '😀', 'a', 'é', '👨‍👩‍👧'] : ['長', 'ア', 'a', '〒', ' 1']
    for (let length = 1; length < 90; length += 1) {
      const subject = Array.from({length}, (_, i) => mixed[(i * length) % mixed.length]).join('')
      const result = (await fillerOf(contentOf({charset, subject})))('taro@example.jp')
      if (!('bytes' in result)) throw new Error(result.why)
      const header = result.bytes.toString('latin1').split('\r\n\r\n')[0]!
      for (const line of header.split('\r\n').filter((each) => each.includes('=?'))) {
        expect(line.length).toBeLessThanOrEqual(76)
        const bytes = Buffer.from(/\?B\?(.*)\?=$/.exec(line)![1]!, 'base64')
        // Each word is whole by itself: it splits no character and ends in ASCII (RFC 2047 section 5, RFC 1468).
        if (charset === 'utf-8') expect(bytes.toString('utf8')).not.toContain('\ufffd')
        else expect(bytes.toString('latin1')).toMatch(/^(?:[^\x1b]|\x1b\$[@B](?:[^\x1b]{2})+\x1b\(B)*$/)
      }
      for (const read of Object.values(PARSERS)) expect((await read(result.bytes)).subject).toBe(subject)
    }
  })
})

describe('the bodies', () => {
  it.each([
    ['a control character', 'a\0b\x1b[31m\n'],
    ['a line too long', `${'x'.repeat(999)}\n`],
    ['the mark of a boundary', `\n----_NmP-=_todoke_${SEND_ID}-Part_1\n`],
    ['the mark of a boundary with a value in it', '----_NmP-=_todoke_{{name}}\n'],
  ])('of 8 bits are written another way when the template holds %s', async (_, text) => {
    const result = (await fillerOf(contentOf({text, html: '<p>日本</p>', eightBit: true})))('taro@example.jp')
    if (!('bytes' in result)) throw new Error(result.why)
    expect(lookAtMessage(result.bytes).fault).toBeNull()
    for (const read of Object.values(PARSERS))
      expect((await read(result.bytes)).text?.trim()).toBe(text.replace('{{name}}', 'Taro').trim())
    expect(result.bytes.toString().match(/Content-Transfer-Encoding: 8bit/g)).toHaveLength(1)
  })
})

describe('what is not fit for a header', () => {
  it.each([
    ['from.name', {from: {name: 'a\r\nBcc: x@example.net', address: 'news@example.com'}}],
    ['from.name', {from: {name: 'a\ud800', address: 'news@example.com'}}],
    ['from.address', {from: {name: 'a', address: 'a@example.com, b@example.net'}}],
    ['replyTo', {replyTo: 'a@example.com\n'}],
    ['optOut.url', {optOut: {url: 'https://example.com/>\r\nBcc: x', mailto: 'stop@example.com'}}],
    ['optOut.mailto', {optOut: {url: 'https://example.com/o', mailto: 'stop@example.com>'}}],
    ['listId', {listId: 'a b'}],
    ['feedbackId', {feedbackId: 'a\r\nb'}],
    ['bounces', {bounces: '<>'}],
    ['complaints', {complaints: 'a@example.com; report=x'}],
    ['file "a\\r\\nb"', {files: [{name: 'a\r\nb', type: 'text/plain', cid: null, content: ''}]}],
    ['file "a"', {files: [{name: 'a', type: 'text/plain\r\nX: y', cid: null, content: ''}]}],
    ['file "a"', {files: [{name: 'a', type: 'image/png', cid: 'x>', content: ''}]}],
  ] as const)('is not built: %s', async (field, parts) => {
    await expect(buildSkeleton(contentOf(parts), SEND_ID)).rejects.toThrow(field)
  })

  it('is not built with an id that could end the boundary', async () => {
    await expect(buildSkeleton(contentOf({}), 'a"\r\nX: y')).rejects.toThrow('sendId')
  })

  it.each([
    '',
    'a',
    '@example.com',
    'a@',
    'a@example.com, b@example.net',
    'a@example.com\r\nBcc: b@example.net',
    'a@example.com\u2028',
    '<a@example.com>',
    'a b@example.com',
    'a@b@example.com',
    'g:a@example.com;',
    '"a"@example.com',
    'a(b)@example.com',
    'a\ud800@example.com',
    'a\\@example.com',
  ])('stops the recipient whose address is %j, whoever put it into the ledger', async (address) => {
    const fill = await fillerOf(contentOf({}))
    expect(fill(address)).toEqual({ok: false, why: 'control-character', name: 'email'})
    expect(fill('a..b+c@docomo.ne.jp')).toHaveProperty('bytes')
    expect(fill('太郎@example.jp')).toHaveProperty('bytes')
  })
})
