import {describe, expect, it} from 'vitest'
import {isNoReply, replyOptOut} from '../../../src/core/lint/reply-opt-out.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'

const offers = (text: string) => replyOptOut(viewText('text', text, 'a.txt')) !== null

describe('a reply as the way out', () => {
  it.each([
    '配信停止をご希望の方は、件名に「停止」と書いて本メールにご返信ください。',
    '今後のご案内が不要な方は、このメールへの返信にてお知らせください（配信停止いたします）。',
    'To unsubscribe, reply to this email with STOP in the subject.',
    'You can opt out by replying to this message.',
    'Um sich abzumelden, antworten Sie auf diese E-Mail (Abmeldung).',
    'Pour vous désabonner, répondez à ce message.',
    '수신거부를 원하시면 이 메일에 회신해 주세요.',
  ])('is offered: %s', (text) => {
    expect(offers(text)).toBe(true)
  })

  it.each([
    '配信停止はこちら。ご質問は、このメールにご返信ください。',
    '配信停止をご希望の方はご返信ください。このメールは送信専用です。',
    'Reply to this email with your questions. Unsubscribe here.',
    'To unsubscribe, reply to this email. Replies to this address are not monitored.',
    'Hello',
  ])('is not: %s', (text) => {
    expect(offers(text)).toBe(false)
  })

  it('takes no address for one that is read whose name says otherwise', () => {
    const read = ['no-reply', 'noreply', 'no_reply', 'donotreply', 'do-not-reply', 'noreply+a'].map(
      (local) => `${local}@example.jp`,
    )
    expect(read.map(isNoReply)).toEqual(read.map(() => true))
    expect(['reply@example.jp', 'nora.reply@example.jp', 'info@example.jp'].some(isNoReply)).toBe(false)
  })
})
