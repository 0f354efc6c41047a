/**
 * Values that end a mail early for some server ("SMTP smuggling"), in every transfer encoding, through the SMTP client: one mail
 * arrives whatever the server takes for an end and wherever the network cuts, and the value is in it.
 */
import {describe, expect, it} from 'vitest'
import {buildSkeleton} from '../../src/adapters/mime/build-skeleton.ts'
import {charsetWriter} from '../../src/adapters/mime/iso-2022-jp.ts'
import {openRelay} from '../../src/adapters/smtp/open-relay.ts'
import {messageFiller} from '../../src/core/sending/fill-message.ts'
import type {SendContent} from '../../src/core/sending/send-content.ts'
import {htmlWords} from '../support/html-shape.ts'
import {contentOf, KEY, publicIdOf, SEND_ID} from '../support/mail-cases.ts'
import {PARSERS} from '../support/read-mail.ts'
import {greeting, TAKEN} from '../support/relay-dialogue.ts'
import {startScriptedRelay} from '../support/scripted-relay.ts'
import {ENDS_OF_DATA, LENIENT_SINKS, mailsIn, SMUGGLING} from '../support/smuggling.ts'

const BODIES = {text: '[[{{x}}]]\n.\n{{x}}\n', html: '<p>[[{{x}}]]</p>\n<p title="{{x}}">.</p>\n{{x}}\n'}
const LONG = {text: `${BODIES.text}${'長い文章'.repeat(12)}\n`, html: `${BODIES.html}<i>${'長い文章'.repeat(16)}</i>\n`}

const ENCODINGS: Readonly<Record<string, SendContent>> = {
  '7bit': contentOf({...BODIES, charset: 'iso-2022-jp'}),
  '8bit': contentOf({...BODIES, eightBit: true}),
  'quoted-printable': contentOf(BODIES),
  base64: contentOf(LONG),
}

const CONTACT = {publicId: publicIdOf(1), address: 'taro@example.jp'}
const ENVELOPE = {from: 'news@example.com', to: CONTACT.address, needsSmtpUtf8: false}

/** Written apart from the code under test: what no body may hold. */
const hasControl = (value: string) => /[^\P{Cc}\t\n\r\x80-\x9f]/u.test(value)
const lines = (value: string) => value.replace(/\r\n?/g, '\n')

interface Sent {
  readonly value: string
  readonly message: Buffer
}

async function filled(content: SendContent): Promise<{sent: Sent[]; stopped: {value: string; why: string}[]}> {
  const fill = messageFiller({
    skeleton: await buildSkeleton(content, SEND_ID),
    content,
    charset: await charsetWriter(content.charset),
    sendId: SEND_ID,
    contentHash: 'c0ffee',
    key: KEY,
    sign: () => '',
  })
  const sent: Sent[] = []
  const stopped: {value: string; why: string}[] = []
  for (const end of ENDS_OF_DATA) {
    const value = `first${end}MAIL FROM:<x@example.net>`
    const result = fill({...CONTACT, attributes: JSON.stringify({x: value})}, Date.UTC(2026, 10, 23))
    if ('bytes' in result) sent.push({value, message: result.bytes})
    else stopped.push({value, why: result.why})
  }
  return {sent, stopped}
}

/** Each mail as it went over the wire, dots doubled, end included. */
async function throughTheClient(sent: readonly Sent[]): Promise<string[]> {
  const hello = greeting({pipelining: true, offers: ['8BITMIME']})
  const relay = await startScriptedRelay([[...hello, ...sent.flatMap(() => TAKEN), 'hang']])
  const opened = await openRelay(relay.address)
  if ('failure' in opened) throw new Error('not opened')
  const {connection} = opened
  for (const {message} of sent) {
    expect(await connection.offer({...ENVELOPE, sizeBytes: message.length}, message)).toBe('ready')
    expect(await connection.release()).toMatchObject({kind: 'accepted'})
  }
  connection.abandon()
  await relay.close()
  expect(relay.mistakes).toEqual([])
  expect(relay.bodies).toHaveLength(sent.length)
  return relay.bodies.map((body) => `${body}.\r\n`)
}

describe('an end of data as a value', () => {
  it('is tried in many ways, and each old one works on some lenient server when nothing is done about it', () => {
    expect(new Set(ENDS_OF_DATA).size).toBeGreaterThanOrEqual(40)
    const caught = SMUGGLING.filter((end) =>
      Object.keys(LENIENT_SINKS).some(
        (sink) => mailsIn([`a${Buffer.from(end).toString('latin1')}b\r\n.\r\n`], sink).mails.length > 1,
      ),
    )
    expect(caught.length).toBeGreaterThanOrEqual(25)
  })

  it.each(Object.keys(ENCODINGS))('leaves one mail with the value in it, as %s', async (encoding) => {
    const {sent, stopped} = await filled(ENCODINGS[encoding]!)
    for (const {value, why} of stopped)
      if (why === 'not-in-charset') expect([encoding, /[^\x00-\x7f]/.test(value)]).toEqual(['7bit', true])
      else expect([why, hasControl(value)]).toEqual(['control-character', true])
    expect(sent.length).toBeGreaterThan(25)
    const wires = await throughTheClient(sent)
    for (const [at, {value, message}] of sent.entries()) {
      expect(hasControl(value)).toBe(false)
      expect(message.toString('latin1')).toContain(`Content-Transfer-Encoding: ${encoding}\r\n`)
      for (const read of Object.values(PARSERS)) {
        const mail = await read(message)
        expect(mail.text).toContain(`[[${lines(value)}]]\n.\n${lines(value)}`)
        expect(htmlWords(mail.html!)).toContain(`[[${lines(value)}]]`)
        expect(mail.to).toEqual([{name: '', address: CONTACT.address}])
      }
      const wire = wires[at]!
      for (const sink of Object.keys(LENIENT_SINKS)) {
        const whole = message.toString('latin1').slice(0, -2)
        for (let cut = 0; cut <= wire.length; cut += 1) {
          const {mails, rest} = mailsIn([wire.slice(0, cut), wire.slice(cut)], sink)
          // Compared by hand: this runs some hundred thousand times.
          if (mails.length !== 1 || rest.trim() !== '' || unstuffed(mails[0]!) !== whole)
            expect({sink, cut, value, mails, rest}).toEqual({sink, cut, value, mails: [whole], rest: ''})
        }
      }
    }
  })
})

function unstuffed(mail: string): string {
  return mail.startsWith('.') || mail.includes('\r\n.') ? mail.replace(/(^|\r\n)\./g, '$1') : mail
}
