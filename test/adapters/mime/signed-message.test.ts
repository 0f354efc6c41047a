/** Mails as a run makes them, looked at as a receiver does: signed twice, nothing in them may change. */
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import {newsEn} from '../../../src/adapters/settings/news-en.ts'
import {newsJa} from '../../../src/adapters/settings/news-ja.ts'
import {dkimSigner} from '../../../src/core/sending/dkim/signer.ts'
import {messageFiller} from '../../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../../src/core/sending/send-content.ts'
import {readBounceToken} from '../../../src/core/suppression/token.ts'
import {ED25519, RSA, receive} from '../../support/dkim.ts'
import {contentOf, KEY, publicIdOf, SEND_ID} from '../../support/mail-cases.ts'

const picture = {
  name: 'logo.png',
  type: 'image/png',
  cid: 'a1b2@inline',
  content: Buffer.from('PNG').toString('base64'),
}
const terms = {
  name: '利用規約.pdf',
  type: 'application/pdf',
  cid: null,
  content: Buffer.alloc(5000, 7).toString('base64'),
}

const CONTENTS: readonly (readonly [string, SendContent])[] = [
  ['the Japanese sample', contentOf({language: 'ja', html: newsJa.html, text: newsJa.text})],
  ['the English sample, in 8 bits', contentOf({html: newsEn.html, text: `${newsEn.text} ü`, eightBit: true})],
  ['text alone', contentOf({subject: '{{氏名|お客様}} 様', text: 'Hi {{氏名|you}}\n\n\n'})],
  [
    'ISO-2022-JP',
    contentOf({
      charset: 'iso-2022-jp',
      subject: '冬のお知らせ',
      text: '{{氏名|お客様}} 様\n',
      from: {name: '冬便り', address: 'w@example.com'},
    }),
  ],
  [
    'a picture, an attachment, bounces and complaints of its own',
    contentOf({
      html: '<p>{{氏名|you}}<img src="cid:a1b2@inline" alt=""></p>',
      files: [picture, terms],
      bounces: 'bounces@example.com',
      complaints: 'fbl@example.com',
    }),
  ],
]

const NAMES = ['山田 太郎', '', "O'Hara <b>", '長'.repeat(700), ' blank ', '.']

describe.each(CONTENTS)('a signed mail: %s', (_, content) => {
  const mails = async () => {
    const charset = await charsetWriter(content.charset)
    const sign = dkimSigner([RSA, ED25519], {rewrites: []})
    const skeleton = await buildSkeleton(content, SEND_ID)
    const fill = messageFiller({skeleton, content, charset, sendId: SEND_ID, contentHash: 'c0ffee', key: KEY, sign})
    return NAMES.map((name, i) => {
      const recipient = {
        publicId: publicIdOf(i + 1),
        address: `p${i}@example.com`,
        attributes: JSON.stringify({氏名: name}),
      }
      const filled = fill(recipient, Date.UTC(2026, 10, 30))
      if (!('bytes' in filled)) throw new Error(filled.why)
      return {...filled, recipient}
    })
  }

  it('verifies by both keys', async () => {
    for (const {bytes} of await mails())
      expect(await receive(bytes, [RSA, ED25519])).toEqual(['rsa-sha256 pass', 'ed25519-sha256 pass'])
  })

  it('covers the headers of the way out, and no second one fits in', async () => {
    const {bytes} = (await mails())[0]!
    const wire = bytes.toString('latin1')
    for (const header of [
      'From: a@example.net',
      'Subject: x',
      'List-Unsubscribe: <https://example.net/>',
      'List-Unsubscribe-Post: x',
    ])
      expect(await receive(Buffer.from(`${header}\r\n${wire}`, 'latin1'), [RSA, ED25519])).not.toContain(
        'rsa-sha256 pass',
      )
    const changed = wire.replace(/^(List-Unsubscribe-Post: ).*$/im, '$1List-Unsubscribe=No')
    expect(await receive(Buffer.from(changed, 'latin1'), [RSA, ED25519])).not.toContain('rsa-sha256 pass')
  })

  it('comes back, when it bounces, to an address that says whose mail it was', async () => {
    for (const {returnPath, recipient} of await mails()) {
      if (content.bounces === null) expect(returnPath).toBe(content.from.address)
      else {
        const [, token] = /^bounces\+(.+)@example\.com$/.exec(returnPath)!
        expect(returnPath.indexOf('@')).toBeLessThanOrEqual(64)
        expect(readBounceToken(token!, [KEY])).toEqual({sendId: SEND_ID, recipientId: recipient.publicId})
      }
    }
  })
})
