/** Contents, contacts and keys for tests of filled mails; all persons are invented. */
import type {SendContent} from '../../src/core/sending/send-content.ts'

export const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}
export const SEND_ID = 'AQIDBAUGBwg'

export function contentOf(parts: Partial<SendContent>): SendContent {
  return {
    language: 'en',
    subject: 'News',
    html: null,
    text: 'Hello',
    from: {name: 'Sample News', address: 'news@example.com'},
    replyTo: null,
    sender: {name: 'Sample KK', address: '1-2-3 Reidai, Mihon-shi', contact: 'https://www.example.com/contact'},
    optOut: {url: 'https://mail.example.jp/o', mailto: 'stop@example.jp'},
    listId: '0123456789ab.example.com',
    feedbackId: 'aaaaaaaaaaaa:bbbbbbbbbbbb:todoke',
    ...parts,
  }
}

export function publicIdOf(number: number): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(number, 12)
  bytes.writeUInt32BE((number * 2654435761) >>> 0, 0)
  return bytes.toString('base64url')
}
