/**
 * nodemailer builds the mail once per send, with marks where a recipient's values go; we cut the result at the
 * marks. Structure, headers and attachments are nodemailer's, so a filled mail is what nodemailer would have built.
 */
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type {CharsetWriter} from '../../core/sending/charset.ts'
import {encodeWords} from '../../core/sending/encode.ts'
import type {FrozenFile, MessageSkeleton, SendContent, SlotName} from '../../core/sending/send-content.ts'
import type {TransferEncoding} from '../../core/sending/transfer-encoding.ts'
import {chooseEncoding} from '../../core/sending/transfer-encoding.ts'
import {charsetWriter} from './iso-2022-jp.ts'

const MARK_DATE = new Date('2001-02-03T04:05:06Z')
const HEADER_MARKS = {
  to: 'todoke-slot-to@slot.invalid',
  subject: 'todoke-slot-subject',
  date: 'Sat, 03 Feb 2001 04:05:06 +0000',
  messageId: '<todoke-slot-message-id@slot.invalid>',
  listUnsubscribe: '<https://slot.invalid/list-unsubscribe>',
  complaintKey: 'todoke-slot-complaint-key',
} as const satisfies Partial<Record<SlotName, string>>
const FROM_MARK = 'todokeSlotFrom'
const BODY_MARKS = {text: 'todoke-slot-text', html: 'todoke-slot-html'} as const

/** sendId: part of the boundaries, which are the same for every recipient; see boundaryOf. */
export async function buildSkeleton(content: SendContent, sendId: string): Promise<MessageSkeleton> {
  const charset = await charsetWriter(content.charset)
  const from = fromInCharset(content, charset)
  const composer = new MailComposer({
    from: from === null ? content.from : {name: FROM_MARK, address: content.from.address},
    ...(content.replyTo === null ? {} : {replyTo: content.replyTo}),
    to: HEADER_MARKS.to,
    subject: HEADER_MARKS.subject,
    date: MARK_DATE,
    messageId: HEADER_MARKS.messageId,
    text: BODY_MARKS.text,
    ...(content.html === null ? {} : {html: BODY_MARKS.html}),
    attachments: content.files.map(attachmentOf),
    // Said aloud: for a body in ASCII, such as the marks, nodemailer would choose 7bit.
    encoding: 'base64',
    baseBoundary: boundaryOf(sendId),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'List-Unsubscribe': {prepared: true, value: HEADER_MARKS.listUnsubscribe},
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': {prepared: true, value: `<${content.listId}>`},
      'Feedback-ID': {prepared: true, value: content.feedbackId},
      ...(content.complaints === null
        ? {}
        : {
            'CFBL-Address': {prepared: true, value: `${content.complaints}; report=arf`},
            'CFBL-Feedback-ID': {prepared: true, value: HEADER_MARKS.complaintKey},
          }),
      Precedence: 'bulk',
    },
  })
  const whole = (await composer.compile().build()).toString('utf8')
  // nodemailer drops an address header whose value is ready.
  const built = from === null ? whole : whole.replace(`From: ${FROM_MARK} `, () => `From: ${from} `)
  const encodings = {
    text: chooseEncoding(content.text, charset, content.eightBit),
    html: content.html === null ? 'base64' : chooseEncoding(content.html, charset, content.eightBit),
  } as const
  const absent = new Set<SlotName>()
  if (content.html === null) absent.add('html').add('htmlEncoding')
  if (content.complaints === null) absent.add('complaintKey')
  return cutAtMarks(built.endsWith('\r\n') ? built : `${built}\r\n`, {absent, encodings, charset})
}

/**
 * Cannot occur in a body: quoted-printable writes "=" as "=3D" and base64 has none, and a body of 7 or 8 bits that holds
 * the whole of it would have had to know the send's random id.
 */
function boundaryOf(sendId: string): string {
  return `=_todoke_${sendId}`
}

/** The sender's name where it is not to be written in UTF-8; null = nodemailer writes it. */
function fromInCharset({from}: SendContent, charset: CharsetWriter): string | null {
  const words = charset.name === 'utf-8' ? null : encodeWords(from.name, 'From: '.length, charset)
  return words === null || words === from.name ? null : words
}

function attachmentOf({name, type, cid, content}: FrozenFile) {
  return {
    filename: name,
    contentType: type,
    content: Buffer.from(content, 'base64'),
    ...(cid === null ? {} : {cid, contentDisposition: 'inline' as const}),
  }
}

interface Cut {
  readonly slot: SlotName
  readonly at: number
  readonly length: number
}

interface CutAsk {
  readonly absent: ReadonlySet<SlotName>
  readonly encodings: Readonly<Record<'text' | 'html', TransferEncoding>>
  readonly charset: CharsetWriter
}

function cutAtMarks(whole: string, {absent, encodings, charset}: CutAsk): MessageSkeleton {
  let built = whole
  for (const part of ['text', 'html'] as const)
    if (!absent.has(part)) built = inCharset(built, encodedMark(BODY_MARKS[part]), charset)
  const cuts: Cut[] = []
  for (const [slot, mark] of Object.entries(HEADER_MARKS) as [SlotName, string][])
    if (!absent.has(slot)) cuts.push({slot, at: onlyPlaceOf(mark, built), length: mark.length})
  for (const slot of ['text', 'html'] as const) {
    if (absent.has(slot)) continue
    const mark = encodedMark(BODY_MARKS[slot])
    const at = onlyPlaceOf(mark, built)
    const encodingAt = built.lastIndexOf(ENCODING, at) + ENCODING.length - 'base64'.length
    cuts.push({slot: `${slot}Encoding`, at: encodingAt, length: 'base64'.length}, {slot, at, length: mark.length})
  }
  cuts.sort((a, b) => a.at - b.at)
  const stretches: string[] = []
  let from = 0
  for (const {at, length} of cuts) {
    stretches.push(built.slice(from, at))
    from = at + length
  }
  stretches.push(built.slice(from))
  return {stretches, slots: cuts.map(({slot}) => slot), headerEnd: headerEndOf(stretches), encodings}
}

const ENCODING = 'Content-Transfer-Encoding: base64'

function encodedMark(mark: string): string {
  return Buffer.from(mark).toString('base64')
}

function onlyPlaceOf(mark: string, built: string): number {
  const at = built.indexOf(mark)
  if (at < 0) throw new Error(`the mark ${mark} is missing`)
  if (built.indexOf(mark, at + 1) >= 0) throw new Error(`the mark ${mark} occurs twice`)
  return at
}

/** The part's own charset parameter, the last one before its mark. */
function inCharset(built: string, mark: string, {name}: CharsetWriter): string {
  if (name === 'utf-8') return built
  const said = 'charset=utf-8'
  const at = built.lastIndexOf(said, built.indexOf(mark))
  return `${built.slice(0, at)}charset=${name}${built.slice(at + said.length)}`
}

function headerEndOf(stretches: readonly string[]): MessageSkeleton['headerEnd'] {
  const stretch = stretches.findIndex((each) => each.includes('\r\n\r\n'))
  return {stretch, offset: stretches[stretch]!.indexOf('\r\n\r\n') + 2}
}
