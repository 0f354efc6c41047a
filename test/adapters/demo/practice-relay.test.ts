import {existsSync} from 'node:fs'
import {connect} from 'node:net'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {DemoRelay} from '../../../src/adapters/demo/demo-relay.ts'
import type {PracticeRelay} from '../../../src/adapters/demo/practice-relay.ts'
import {openPracticeRelay} from '../../../src/adapters/demo/practice-relay.ts'

const COMPILED = new URL('../../../dist/adapters/demo/demo-relay.js', import.meta.url)

/** Says each line when the one before was answered; resolves with the replies' first lines after the greeting. */
function talk(port: number, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const replies: string[] = []
    let rest = ''
    let said = 0
    socket.on('error', reject)
    socket.on('end', () => resolve(replies.slice(1)))
    socket.on('data', (chunk) => {
      rest += chunk
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (line[3] === '-') continue
        replies.push(line)
        if (said < lines.length) socket.write(`${lines[said++]}\r\n`)
      }
    })
  })
}

const mailTo = (to: string, subject = 'x') => [
  'MAIL FROM:<news@example.jp>',
  `RCPT TO:<${to}>`,
  'DATA',
  `Subject: ${subject}\r\n\r\nこんにちは\r\n.`,
]

describe('the practice relay', () => {
  let relay: PracticeRelay
  beforeEach(async () => {
    relay = await openPracticeRelay()
  })
  afterEach(() => relay.close())

  it('takes mail without TLS and AUTH and keeps the last three', async () => {
    const mails = [1, 2, 3, 4].flatMap((number) => mailTo(`p${number}@example.jp`, `mail ${number}`))
    const replies = await talk(relay.port, ['EHLO test.example', ...mails, 'QUIT'])
    expect(replies.filter((reply) => reply.startsWith('250 2.0.0'))).toHaveLength(4)
    expect(replies.at(-1)).toMatch(/^221/)
    const {lastMails, ...counts} = relay.counts()
    expect(counts).toEqual({accepted: 4, recipients: 4, twice: 0, rejected: 0, deferred: 0})
    expect(lastMails.map((mail) => mail.split('\r\n')[0])).toEqual([2, 3, 4].map((number) => `Subject: mail ${number}`))
    expect(lastMails[2]).toContain('こんにちは')
  })

  it('does not know unknown.…, is busy once for busy.…, and says so with enhanced codes', async () => {
    const once = ['RSET', 'MAIL FROM:<news@example.jp>', 'RCPT TO:<busy.sato@example.jp>']
    const replies = await talk(relay.port, [
      'EHLO test.example',
      'MAIL FROM:<news@example.jp>',
      'RCPT TO:<Unknown.Sato@example.jp>',
      ...once,
      ...once,
      'QUIT',
    ])
    expect(replies[2]).toMatch(/^550 5\.1\.1 /)
    expect(replies[5]).toMatch(/^451 4\.7\.1 /)
    expect(replies[8]).toMatch(/^250 /)
    expect(relay.counts()).toMatchObject({accepted: 0, rejected: 1, deferred: 1})
  })

  it('notices a person who gets two mails, in whatever letters', async () => {
    const mails = ['Taro@example.jp', 'taro@EXAMPLE.jp', 'hanako@example.jp'].flatMap((to) => mailTo(to))
    await talk(relay.port, ['EHLO test.example', ...mails, 'QUIT'])
    expect(relay.counts()).toMatchObject({accepted: 3, recipients: 2, twice: 1})
    expect(relay.mailedAmong(['TARO@example.jp', 'jiro@example.jp'])).toBe(1)
  })

  it('does not count a mail whose client leaves before the dot', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(relay.port, '127.0.0.1', () =>
        socket.write('EHLO x\r\nMAIL FROM:<a@example.jp>\r\nRCPT TO:<b@example.jp>\r\nDATA\r\nSubject: half'),
      )
      socket.on('data', (chunk) => {
        if (String(chunk).includes('354')) socket.destroy()
      })
      socket.on('close', () => resolve())
    })
    await talk(relay.port, ['EHLO x', ...mailTo('c@example.jp'), 'QUIT'])
    expect(relay.counts()).toMatchObject({accepted: 1, recipients: 1})
  })
})

describe('the relay in its own thread', () => {
  it('answers what it has seen and frees its port', async (test) => {
    if (!existsSync(fileURLToPath(COMPILED))) test.skip('dist/ is not built: run `npm run build`')
    const {startDemoRelay} = (await import(COMPILED.href)) as {startDemoRelay(): Promise<DemoRelay>}
    const relay = await startDemoRelay()
    await talk(relay.port, ['EHLO x', ...mailTo('c@example.jp'), 'QUIT'])
    expect(await relay.counts()).toMatchObject({accepted: 1, recipients: 1, twice: 0})
    expect(await relay.mailedAmong(['c@example.jp', 'd@example.jp'])).toBe(1)
    await relay.close()
    await relay.close()
    await expect(relay.counts()).rejects.toThrow('ended')
    await expect(talk(relay.port, ['QUIT'])).rejects.toThrow('ECONNREFUSED')
  })
})
