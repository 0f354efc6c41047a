/** What nodemailer's own builder makes of a content and a contact, from parts that are filled one by one. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import {wireForm} from '../../src/core/contacts/address.ts'
import type {FillRecipient} from '../../src/core/sending/fill-message.ts'
import {scopeOf} from '../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../src/core/sending/send-content.ts'
import {bounceTokenMaker, tokenMaker} from '../../src/core/suppression/token.ts'
import type {CompiledPart, PartKind} from '../../src/core/templates/compile-part.ts'
import {fillPart} from '../../src/core/templates/fill-part.ts'
import {KEY, SEND_ID} from './mail-cases.ts'

export interface BuildAsk {
  readonly content: SendContent
  readonly contact: FillRecipient
  readonly messageId: string
  readonly dateMs: number
}

/** Null when a part cannot be filled. */
export async function byNodemailer({content, contact, messageId, dateMs}: BuildAsk) {
  const opaque = tokenMaker(KEY, 'optout', SEND_ID)(contact.publicId)
  const page = `${content.optOut.url.replace(/\/$/, '')}/${opaque}`
  const scope = scopeOf(content, page, contact.address, JSON.parse(contact.attributes))
  const fill = (part: CompiledPart, kind: PartKind) => fillPart(part, kind, content.language)(scope)
  const parts = [
    fill(content.subject, 'subject'),
    fill(content.text, 'text'),
    content.html === null ? null : fill(content.html, 'html'),
  ]
  const [subject, text, html] = parts.map((part) => (part === null ? null : part.ok ? part.text : undefined))
  if (subject === undefined || text === undefined || html === undefined) return null
  const composer = new MailComposer({
    from: content.from,
    to: wireForm(contact.address),
    ...(content.replyTo === null ? {} : {replyTo: content.replyTo}),
    subject: subject!,
    text: text!,
    ...(html === null ? {} : {html}),
    date: new Date(dateMs),
    messageId,
    attachments: content.files.map(({name, type, cid, content: base64}) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(base64, 'base64'),
      ...(cid === null ? {} : {cid, contentDisposition: 'inline' as const}),
    })),
    headers: {
      'List-Unsubscribe': {
        prepared: true,
        value: `<${page}>, <mailto:${content.optOut.mailto}?subject=unsubscribe%20${opaque}>`,
      },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': {prepared: true, value: `<${content.listId}>`},
      'Feedback-ID': {prepared: true, value: content.feedbackId},
      ...(content.complaints === null
        ? {}
        : {
            'CFBL-Address': {prepared: true, value: `${content.complaints}; report=arf`},
            'CFBL-Feedback-ID': {prepared: true, value: bounceTokenMaker(KEY, SEND_ID)(contact.publicId)},
          }),
      Precedence: 'bulk',
    },
  })
  return {subject: subject!, message: await composer.compile().build()}
}
