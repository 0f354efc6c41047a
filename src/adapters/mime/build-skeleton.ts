/**
 * nodemailer builds the mail once per send, with marks where a recipient's values go; we cut the result at the
 * marks. Structure, headers and encodings are nodemailer's, so a filled mail is what nodemailer would have built.
 */
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type {MessageSkeleton, SendContent, SlotName} from '../../core/sending/send-content.ts'
import {SLOTS} from '../../core/sending/send-content.ts'
import type {CompiledPart} from '../../core/templates/compile-part.ts'
import {compilePart} from '../../core/templates/compile-part.ts'

const MARK_DATE = new Date('2001-02-03T04:05:06Z')
const MARKS: Readonly<Record<SlotName, string>> = {
  to: 'todoke-slot-to@slot.invalid',
  subject: 'todoke-slot-subject',
  date: 'Sat, 03 Feb 2001 04:05:06 +0000',
  messageId: '<todoke-slot-message-id@slot.invalid>',
  listUnsubscribe: '<https://slot.invalid/list-unsubscribe>',
  text: 'todoke-slot-text',
  html: 'todoke-slot-html',
}

/** sendId: part of the boundaries, which are the same for every recipient and cannot occur in base64 bodies. */
export async function buildSkeleton(content: SendContent, sendId: string): Promise<MessageSkeleton> {
  const subject = fixedText(compilePart(content.subject, 'subject', null).part)
  const composer = new MailComposer({
    from: content.from,
    to: MARKS.to,
    ...(content.replyTo === null ? {} : {replyTo: content.replyTo}),
    subject: subject ?? MARKS.subject,
    date: MARK_DATE,
    messageId: MARKS.messageId,
    text: MARKS.text,
    ...(content.html === null ? {} : {html: MARKS.html}),
    // Said aloud: for a body in ASCII, such as the marks, nodemailer would choose 7bit.
    encoding: 'base64',
    baseBoundary: `todoke_${sendId}`,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'List-Unsubscribe': {prepared: true, value: MARKS.listUnsubscribe},
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': {prepared: true, value: `<${content.listId}>`},
      'Feedback-ID': {prepared: true, value: content.feedbackId},
      Precedence: 'bulk',
    },
  })
  const built = (await composer.compile().build()).toString('utf8')
  const fixed = new Set<SlotName>(subject === null ? [] : ['subject'])
  if (content.html === null) fixed.add('html')
  return cutAtMarks(
    built.endsWith('\r\n') ? built : `${built}\r\n`,
    SLOTS.filter((slot) => !fixed.has(slot)),
  )
}

/** The text of a part without slots, comments left out; null when something is filled in. */
function fixedText(part: CompiledPart): string | null {
  let text = ''
  for (const node of part) {
    if (node.kind !== 'literal') return null
    text += node.text
  }
  return text
}

function cutAtMarks(built: string, slots: readonly SlotName[]): MessageSkeleton {
  const found: {slot: SlotName; at: number; length: number}[] = []
  for (const slot of slots) {
    const mark = slot === 'text' || slot === 'html' ? Buffer.from(MARKS[slot]).toString('base64') : MARKS[slot]
    const at = built.indexOf(mark)
    if (at < 0) throw new Error(`the mark of ${slot} is missing`)
    if (built.indexOf(mark, at + 1) >= 0) throw new Error(`the mark of ${slot} occurs twice`)
    found.push({slot, at, length: mark.length})
  }
  found.sort((a, b) => a.at - b.at)
  const stretches: string[] = []
  let from = 0
  for (const {at, length} of found) {
    stretches.push(built.slice(from, at))
    from = at + length
  }
  stretches.push(built.slice(from))
  return {stretches, slots: found.map((each) => each.slot)}
}
