import {describe, expect, it} from 'vitest'
import {openRelay, type RelayOptions} from '../../../src/adapters/smtp/open-relay.ts'
import type {RelayConnection} from '../../../src/ports/relay.ts'
import {ENVELOPE, FAREWELL, greeting, MESSAGE, OPENED, TAKEN, TAKEN_AFTER_RESET} from '../../support/relay-dialogue.ts'
import {type ScriptedRelay, startScriptedRelay} from '../../support/scripted-relay.ts'
import {SMUGGLING} from '../../support/smuggling.ts'

type Work = (connection: RelayConnection, relay: ScriptedRelay) => Promise<void>

/** Runs work over one connection to a relay that follows the script; the script must have expected all that was said. */
async function withRelay(script: readonly string[], work: Work, options: RelayOptions = {}): Promise<void> {
  const relay = await startScriptedRelay([script])
  try {
    const opened = await openRelay(relay.address, options)
    if ('failure' in opened) throw new Error(`not opened: ${JSON.stringify(opened.failure)}`)
    await work(opened.connection, relay)
    opened.connection.abandon()
    expect(relay.mistakes).toEqual([])
  } finally {
    await relay.close()
  }
}

const PIPELINED = greeting({pipelining: true})
const STEPWISE = greeting({pipelining: false})
const queued = {kind: 'accepted', reply: {code: 250, enhanced: '2.0.0', text: 'queued'}}

describe('what travels together', () => {
  it('MAIL, RCPT and DATA leave in one write when the relay offers PIPELINING', async () => {
    await withRelay([...PIPELINED, ...TAKEN, 'hang'], async (connection, relay) => {
      expect(await connection.offer(ENVELOPE, MESSAGE)).toBe('ready')
      expect(relay.reads[1]).toBe('MAIL FROM:<bounce@example.com>\r\nRCPT TO:<taro@example.jp>\r\nDATA\r\n')
    })
  })

  it('they wait for each other when it does not', async () => {
    await withRelay([...STEPWISE, ...TAKEN, 'hang'], async (connection, relay) => {
      expect(await connection.offer(ENVELOPE, MESSAGE)).toBe('ready')
      expect(relay.reads.slice(1, 4)).toEqual([
        'MAIL FROM:<bounce@example.com>\r\n',
        'RCPT TO:<taro@example.jp>\r\n',
        'DATA\r\n',
      ])
    })
  })

  it('the next mail leaves in the same write as the dot of the one before', async () => {
    await withRelay([...PIPELINED, ...TAKEN, ...TAKEN, 'hang'], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await expect.poll(() => relay.reads.at(-1)).toBe(MESSAGE.toString())
      const released = connection.release()
      const offered = connection.offer({...ENVELOPE, to: 'jiro@example.jp'}, MESSAGE)
      expect(await released).toEqual(queued)
      expect(await offered).toBe('ready')
      expect(relay.reads).toContain('.\r\nMAIL FROM:<bounce@example.com>\r\nRCPT TO:<jiro@example.jp>\r\nDATA\r\n')
      expect(await connection.release()).toEqual(queued)
    })
  })

  it('without PIPELINING the next mail waits for the reply to the dot', async () => {
    await withRelay([...STEPWISE, ...TAKEN, ...TAKEN, 'hang'], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await expect.poll(() => relay.reads.at(-1)).toBe(MESSAGE.toString())
      const released = connection.release()
      const offered = connection.offer(ENVELOPE, MESSAGE)
      expect(await released).toEqual(queued)
      expect(await offered).toBe('ready')
      expect(relay.reads).toContain('.\r\n')
      expect(await connection.release()).toEqual(queued)
    })
  })

  it('no byte of the dot leaves before release', async () => {
    await withRelay([...PIPELINED, ...OPENED, 'body', '250 ok', 'hang'], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await expect.poll(() => relay.reads.at(-1)).toBe(MESSAGE.toString())
      expect(relay.bodies).toEqual([])
      await connection.release()
      expect(relay.bodies).toEqual([MESSAGE.toString()])
    })
  })
})

describe('two mails on the way', () => {
  it('a drop after the first reply leaves the first accepted and the second untouched', async () => {
    await withRelay([...PIPELINED, ...TAKEN, 'end'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      const [first, second] = await Promise.all([connection.release(), connection.offer(ENVELOPE, MESSAGE)])
      expect(first).toEqual(queued)
      expect(second).toMatchObject({kind: 'connection'})
      expect(connection.isUsable).toBe(false)
    })
  })

  it.each([
    ['with PIPELINING', PIPELINED],
    ['without PIPELINING', STEPWISE],
  ])('a drop before the first reply leaves the first in doubt and the second untouched, %s', async (_name, hello) => {
    await withRelay([...hello, ...OPENED, 'body', 'end'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      const [first, second] = await Promise.all([connection.release(), connection.offer(ENVELOPE, MESSAGE)])
      expect(first).toEqual({kind: 'in-doubt', why: 'connection-lost'})
      expect(second).toEqual({kind: 'connection', why: 'connection-lost', reply: null})
    })
  })

  it('a 421 to the first dot defers the first and leaves the second untouched', async () => {
    await withRelay([...PIPELINED, ...OPENED, 'body', '421 4.7.0 slow down', 'hang'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      const [first, second] = await Promise.all([connection.release(), connection.offer(ENVELOPE, MESSAGE)])
      const reply = {code: 421, enhanced: '4.7.0', text: 'slow down'}
      expect(first).toEqual({kind: 'deferred', reply})
      expect(second).toEqual({kind: 'connection', why: 'relay-closing', reply})
    })
  })

  it('a refused dot does not touch the second', async () => {
    await withRelay([...PIPELINED, ...OPENED, 'body', '554 5.7.1 no', ...TAKEN, 'hang'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      const [first, second] = await Promise.all([connection.release(), connection.offer(ENVELOPE, MESSAGE)])
      expect(first.kind).toBe('rejected')
      expect(second).toBe('ready')
      expect(await connection.release()).toEqual(queued)
    })
  })

  it('a reply that nobody asked for ends the connection, not the mails before it', async () => {
    await withRelay([...PIPELINED, ...TAKEN, '250 again', 'hang'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      expect(await connection.release()).toEqual(queued)
      await expect.poll(() => connection.isUsable).toBe(false)
    })
  })
})

describe('a refused recipient with PIPELINING', () => {
  const refused = ['> MAIL', '250 ok', '> RCPT', '550 5.1.1 nobody', '> DATA']

  it('gets an empty message when the relay opened DATA all the same, then RSET', async () => {
    const script = [...PIPELINED, ...refused, '354 go', 'body', '554 5.5.1 nobody', ...TAKEN_AFTER_RESET, 'hang']
    await withRelay(script, async (connection, relay) => {
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'rejected', reply: {enhanced: '5.1.1'}})
      expect(await connection.offer(ENVELOPE, MESSAGE)).toBe('ready')
      expect(await connection.release()).toEqual(queued)
      expect(relay.bodies).toEqual(['', MESSAGE.toString()])
    })
  })

  it('stays rejected when the connection ends before the reply to DATA', async () => {
    await withRelay([...PIPELINED, ...refused, 'end'], async (connection) => {
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'rejected', reply: {enhanced: '5.1.1'}})
      await expect.poll(() => connection.isUsable).toBe(false)
    })
  })

  it('RSET travels with the next mail', async () => {
    const script = [...PIPELINED, ...refused, '503 no', ...TAKEN_AFTER_RESET, 'hang']
    await withRelay(script, async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await connection.offer(ENVELOPE, MESSAGE)
      expect(relay.reads.some((read) => read.startsWith('RSET\r\nMAIL FROM:<'))).toBe(true)
    })
  })

  it('a refused RSET ends the connection; the next mail is untouched', async () => {
    await withRelay([...PIPELINED, ...refused, '503 no', '> RSET', '500 what', 'hang'], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'connection', why: 'reset-refused'})
    })
  })

  it('a relay that refuses MAIL and opens DATA gets no dot', async () => {
    const script = [...PIPELINED, '> MAIL', '550 no', '> RCPT', '250 ok', '> DATA', '354 go', 'hang']
    await withRelay(script, async (connection, relay) => {
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'pause', why: 'sender-refused'})
      await expect.poll(() => relay.open()).toBe(0)
      expect(relay.reads.join('')).not.toContain('\r\n.\r\n')
    })
  })
})

describe('what the relay offers', () => {
  const offering = (...offers: string[]) => [...greeting({pipelining: true, offers}), ...TAKEN, 'hang']
  const wide = Buffer.from('Subject: x\r\n\r\n日本\r\n')

  it.each([
    ['SIZE', 'SIZE 1000', ENVELOPE, MESSAGE, 'MAIL FROM:<bounce@example.com> SIZE=100'],
    ['8BITMIME, for 8-bit content', '8BITMIME', ENVELOPE, wide, 'MAIL FROM:<bounce@example.com> BODY=8BITMIME'],
    ['8BITMIME, not for 7-bit content', '8BITMIME', ENVELOPE, MESSAGE, 'MAIL FROM:<bounce@example.com>'],
    [
      'SMTPUTF8, when asked',
      'SMTPUTF8',
      {...ENVELOPE, needsSmtpUtf8: true},
      MESSAGE,
      'MAIL FROM:<bounce@example.com> SMTPUTF8',
    ],
    ['the null sender', 'SIZE', {...ENVELOPE, from: ''}, MESSAGE, 'MAIL FROM:<> SIZE=100'],
  ])('uses %s', async (_name, offer, envelope, message, line) => {
    await withRelay(offering(offer), async (connection, relay) => {
      expect(await connection.offer(envelope, message)).toBe('ready')
      expect(relay.heard[1]).toBe(line)
    })
  })

  it('sends wide addresses as UTF-8', async () => {
    await withRelay(offering('SMTPUTF8'), async (connection, relay) => {
      expect(await connection.offer({...ENVELOPE, to: '太郎@例え.jp'}, MESSAGE)).toBe('ready')
      expect(Buffer.from(relay.heard[2]!, 'latin1').toString()).toBe('RCPT TO:<太郎@例え.jp>')
      expect(relay.heard[1]).toBe('MAIL FROM:<bounce@example.com> SMTPUTF8')
    })
  })

  it('sends quoted local parts as they are', async () => {
    await withRelay(offering(), async (connection, relay) => {
      expect(await connection.offer({...ENVELOPE, to: '"a..b"@docomo.ne.jp'}, MESSAGE)).toBe('ready')
      expect(relay.heard[2]).toBe('RCPT TO:<"a..b"@docomo.ne.jp>')
    })
  })

  it.each([
    ['a message above SIZE', ['SIZE 99'], ENVELOPE, MESSAGE, {kind: 'rejected', reply: {code: 552, enhanced: '5.3.4'}}],
    [
      'SMTPUTF8 wanted',
      [],
      {...ENVELOPE, needsSmtpUtf8: true},
      MESSAGE,
      {kind: 'rejected', reply: {code: 553, enhanced: '5.6.7'}},
    ],
    ['a wide address', [], {...ENVELOPE, to: '太郎@example.jp'}, MESSAGE, {kind: 'rejected', reply: {code: 553}}],
    ['8-bit content', [], ENVELOPE, wide, {kind: 'pause', why: 'eight-bit-not-offered'}],
    [
      'a recipient that ends the line',
      [],
      {...ENVELOPE, to: 'a@example.jp>\r\nRCPT TO:<b@example.jp'},
      MESSAGE,
      {kind: 'rejected', reply: {code: 553, enhanced: '5.1.3'}},
    ],
    ['no recipient', [], {...ENVELOPE, to: ''}, MESSAGE, {kind: 'rejected', reply: {code: 553}}],
    [
      'a sender that ends the line',
      [],
      {...ENVELOPE, from: 'a@example.jp\r\nDATA'},
      MESSAGE,
      {kind: 'pause', why: 'sender-invalid'},
    ],
    [
      'a long line',
      [],
      ENVELOPE,
      Buffer.from(`${'x'.repeat(999)}\r\n`),
      {kind: 'rejected', reply: {code: 554, enhanced: '5.6.0'}},
    ],
    ['an empty message', [], ENVELOPE, Buffer.alloc(0), {kind: 'rejected', reply: {code: 554}}],
  ] as const)(
    'refuses %s without a word to the relay, and goes on',
    async (_name, offers, envelope, message, outcome) => {
      await withRelay([...greeting({pipelining: true, offers}), ...TAKEN, 'hang'], async (connection, relay) => {
        expect(await connection.offer(envelope, message)).toMatchObject(outcome)
        expect(relay.heard).toEqual(['EHLO client.example.com'])
        expect(await connection.offer({...ENVELOPE, sizeBytes: 5}, MESSAGE)).toBe('ready')
      })
    },
  )
})

describe('the message', () => {
  it('is refused when it carries an end of data that some server would take, and not a byte of it leaves', async () => {
    await withRelay([...PIPELINED, ...TAKEN, 'hang'], async (connection, relay) => {
      for (const ending of SMUGGLING) {
        const message = Buffer.from(`Subject: x\r\n\r\nfirst${ending}MAIL FROM:<evil@example.com>\r\n`)
        expect(await connection.offer(ENVELOPE, message), JSON.stringify(ending)).toMatchObject({
          kind: 'rejected',
          reply: {code: 554, enhanced: '5.6.0', text: expect.stringMatching(/^not sent: /)},
        })
      }
      expect(relay.heard).toEqual(['EHLO client.example.com'])
      expect(await connection.offer(ENVELOPE, MESSAGE)).toBe('ready')
    })
  })

  it('arrives whole when it is larger than any buffer', async () => {
    const lines = Array.from({length: 100_000}, (_, index) => `${'.'.repeat(index % 3)}line ${index}\r\n`)
    await withRelay([...PIPELINED, ...TAKEN, 'hang'], async (connection, relay) => {
      expect(await connection.offer(ENVELOPE, Buffer.from(lines.join('')))).toBe('ready')
      expect(await connection.release()).toEqual(queued)
      expect(relay.bodies[0]!.replace(/(^|\r\n)\./g, '$1') === lines.join('')).toBe(true)
    })
  })
})

describe('the end', () => {
  it('quit says QUIT and waits for the socket', async () => {
    await withRelay([...PIPELINED, ...TAKEN, ...FAREWELL], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await connection.release()
      await connection.quit()
      expect(relay.heard.at(-1)).toBe('QUIT')
      expect(connection.isUsable).toBe(false)
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'connection', why: 'connection-closed'})
      await connection.quit()
    })
  })

  it('quit does not wait for a relay that says nothing', async () => {
    const options = {timeouts: {quitMs: 30}}
    await withRelay([...PIPELINED, '> QUIT', 'hang'], async (connection) => connection.quit(), options)
  })

  it.each([
    ['with PIPELINING', PIPELINED],
    ['without PIPELINING', STEPWISE],
  ])('quit behind a dot lets its reply come first, %s', async (_name, hello) => {
    await withRelay([...hello, ...TAKEN, ...FAREWELL], async (connection) => {
      await connection.offer(ENVELOPE, MESSAGE)
      const released = connection.release()
      await connection.quit()
      expect(await released).toEqual(queued)
    })
  })

  it('abandon after ready sends no dot, and the dot can no longer be released', async () => {
    await withRelay([...PIPELINED, ...OPENED, 'body'], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      connection.abandon()
      expect(connection.isUsable).toBe(false)
      expect(await connection.release()).toEqual({kind: 'connection', why: 'abandoned', reply: null})
      await expect.poll(() => relay.open()).toBe(0)
      expect(relay.bodies).toEqual([])
    })
  })

  it('quit in the middle of a mail drops it', async () => {
    await withRelay([...PIPELINED, ...OPENED, 'body'], async (connection, relay) => {
      await connection.offer(ENVELOPE, MESSAGE)
      await connection.quit()
      await expect.poll(() => relay.open()).toBe(0)
      expect(relay.reads.join('')).not.toContain('QUIT')
      expect(relay.bodies).toEqual([])
    })
  })

  it('calls out of turn say nothing to the relay', async () => {
    await withRelay([...PIPELINED, ...TAKEN, 'hang'], async (connection, relay) => {
      expect(await connection.release()).toMatchObject({kind: 'connection', why: 'release-out-of-turn'})
      const first = connection.offer(ENVELOPE, MESSAGE)
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'connection', why: 'offer-out-of-turn'})
      expect(await first).toBe('ready')
      expect(await connection.offer(ENVELOPE, MESSAGE)).toMatchObject({kind: 'connection', why: 'offer-out-of-turn'})
      expect(await connection.release()).toEqual(queued)
      expect(relay.heard).toHaveLength(4)
    })
  })
})
