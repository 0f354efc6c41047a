/** Every phase of the dialogue with every fault that we know: the exact outcome of each cell (failure model, table A4). */
import {readFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {describe, expect, it} from 'vitest'
import {openRelay} from '../../src/adapters/smtp/open-relay.ts'
import type {Timeouts} from '../../src/adapters/smtp/timeouts.ts'
import type {DeliveryOutcome, RelayAddress} from '../../src/ports/relay.ts'
import {ENVELOPE, greeting, MESSAGE, OPENED, TAKEN, TAKEN_AFTER_RESET} from '../support/relay-dialogue.ts'
import {type ScriptOptions, startScriptedRelay} from '../support/scripted-relay.ts'

/** Long enough for a busy machine to answer over loopback, short enough to end a suite that is stuck. */
const PATIENT_MS = 20_000
const PATIENT: Timeouts = {
  connectMs: PATIENT_MS,
  greetingMs: PATIENT_MS,
  commandMs: PATIENT_MS,
  dataMs: PATIENT_MS,
  bodyBlockMs: PATIENT_MS,
  dotMs: PATIENT_MS,
  quitMs: 2000,
}

/** commandMs covers healthy steps in front of the one that hangs, so it is longer. */
const SHORT: Partial<Timeouts> = {greetingMs: 40, commandMs: 400, dataMs: 40, bodyBlockMs: 40, dotMs: 40}

/** Larger than what the kernels of both ends hold for a reader that does not read. */
const HUGE = Buffer.from(`${`${'x'.repeat(76)}\r\n`.repeat(200_000)}`)

const cert = readFileSync(new URL('../../fixtures/tls/localhost.cert.pem', import.meta.url), 'utf8')
const key = readFileSync(new URL('../../fixtures/tls/localhost.key.pem', import.meta.url), 'utf8')

type Stage = 'open' | 'offer' | 'release'

interface Cell {
  /** What the relay does from the phase on. */
  readonly script: readonly string[]
  readonly stage: Stage
  readonly kind: DeliveryOutcome['kind']
  /** The connection takes a second mail afterwards. */
  readonly goesOn?: boolean
  readonly message?: Buffer
  /** Which patience is short, where the relay hangs. */
  readonly hurried?: keyof Timeouts
  readonly why?: string
}

type Cells = Readonly<Record<string, Cell>>

const OPENING: Cells = {
  'greeting 421': {script: ['421 4.3.2 busy'], stage: 'open', kind: 'connection'},
  'greeting 450': {script: ['450 busy'], stage: 'open', kind: 'connection'},
  'greeting 521': {script: ['521 no mail here'], stage: 'open', kind: 'pause'},
  'greeting 554': {script: ['554 5.7.1 go away'], stage: 'open', kind: 'pause'},
  'greeting drop': {script: ['drop'], stage: 'open', kind: 'connection'},
  'greeting reset': {script: ['reset'], stage: 'open', kind: 'connection'},
  'greeting end': {script: ['end'], stage: 'open', kind: 'connection'},
  'greeting half and drop': {script: ['raw:220 rel', 'end'], stage: 'open', kind: 'connection'},
  'greeting garbage': {
    script: ['raw:SSH-2.0-x\r\n', 'hang'],
    stage: 'open',
    kind: 'connection',
    why: 'reply-unreadable',
  },
  'greeting hang': {script: ['hang'], stage: 'open', kind: 'connection', hurried: 'greetingMs', why: 'timeout'},
  'greeting too long': {script: [`220 ${'x'.repeat(5000)}`, 'hang'], stage: 'open', kind: 'connection'},
  'greeting endless': {script: [`raw:${'220-x\r\n'.repeat(200)}`, 'hang'], stage: 'open', kind: 'connection'},
  'EHLO 550': {script: ['220 hi', '> EHLO', '550 no'], stage: 'open', kind: 'pause'},
  'EHLO 421': {script: ['220 hi', '> EHLO', '421 bye'], stage: 'open', kind: 'connection'},
  'EHLO 451': {script: ['220 hi', '> EHLO', '451 later'], stage: 'open', kind: 'connection'},
  'EHLO drop': {script: ['220 hi', '> EHLO', 'drop'], stage: 'open', kind: 'connection'},
  'EHLO mixed codes': {script: ['220 hi', '> EHLO', '250-a', '251 b', 'hang'], stage: 'open', kind: 'connection'},
  'EHLO hang': {script: ['220 hi', '> EHLO', 'hang'], stage: 'open', kind: 'connection', hurried: 'commandMs'},
  'EHLO unknown, HELO 550': {
    script: ['220 hi', '> EHLO', '502 what', '> HELO', '550 no'],
    stage: 'open',
    kind: 'pause',
  },
  'EHLO unknown, HELO 421': {
    script: ['220 hi', '> EHLO', '500 what', '> HELO', '421 no'],
    stage: 'open',
    kind: 'connection',
  },
  'a reply too many': {script: ['220 hi', '220 again', '> EHLO', 'hang'], stage: 'open', kind: 'connection'},
}

/** What the relay says to the commands that a pipelining client has already sent behind a refused one. */
const behind = (pipelining: boolean, ...rest: string[]) => (pipelining ? rest : [])

function mailCells(pipelining: boolean): Cells {
  const afterMail = behind(pipelining, '> RCPT', '503 5.5.1 MAIL first', '> DATA', '503 5.5.1 RCPT first')
  const afterRcpt = behind(pipelining, '> DATA', '554 5.5.1 no valid recipients')
  const mail = (...words: string[]) => ['> MAIL', ...words]
  const rcpt = (...words: string[]) => ['> MAIL', '250 ok', '> RCPT', ...words]
  const data = (...words: string[]) => ['> MAIL', '250 ok', '> RCPT', '250 ok', '> DATA', ...words]
  const body = (...words: string[]) => [...OPENED, ...words]
  const dot = (...words: string[]) => [...OPENED, 'body', ...words]
  const goesOn = true
  const stage = 'offer'
  const cells: Record<string, Cell> = {
    'MAIL 421': {script: mail('421 bye', 'hang'), stage, kind: 'connection', why: 'relay-closing'},
    'MAIL 451': {script: mail('451 later', ...afterMail, ...TAKEN), stage, kind: 'deferred', goesOn},
    'MAIL 550': {script: mail('550 5.7.1 not you', ...afterMail, ...TAKEN), stage, kind: 'pause', goesOn},
    'MAIL 552': {script: mail('552 5.3.4 big', ...afterMail, ...TAKEN), stage, kind: 'rejected', goesOn},
    'MAIL drop': {script: mail('drop'), stage, kind: 'connection'},
    'MAIL reset': {script: mail('reset'), stage, kind: 'connection'},
    'MAIL hang': {script: mail('hang'), stage, kind: 'connection', hurried: 'commandMs', why: 'timeout'},
    'MAIL garbage': {script: mail('raw:ok\r\n', 'hang'), stage, kind: 'connection'},
    'MAIL half': {script: mail('raw:250 o', 'end'), stage, kind: 'connection'},
    'MAIL 999': {script: mail('999 no', 'hang'), stage, kind: 'connection'},
    'MAIL 354': {script: mail('354 go', 'hang'), stage, kind: 'connection', why: 'reply-out-of-place'},
    'RCPT drop': {script: rcpt('drop'), stage, kind: 'connection'},
    'RCPT reset': {script: rcpt('reset'), stage, kind: 'connection'},
    'RCPT hang': {script: rcpt('hang'), stage, kind: 'connection', hurried: 'commandMs'},
    'RCPT garbage': {script: rcpt('raw:\u0000\u0001\r\n', 'hang'), stage, kind: 'connection'},
    'RCPT 421': {script: rcpt('421 bye', 'hang'), stage, kind: 'connection'},
    'RCPT 354': {script: rcpt('354 what', 'hang'), stage, kind: 'connection'},
    'DATA 421': {script: data('421 bye', 'hang'), stage, kind: 'connection'},
    'DATA 451': {script: data('451 later', ...TAKEN_AFTER_RESET), stage, kind: 'deferred', goesOn},
    'DATA 554': {script: data('554 no', ...TAKEN_AFTER_RESET), stage, kind: 'rejected', goesOn},
    'DATA 250': {script: data('250 what', 'hang'), stage, kind: 'connection'},
    'DATA drop': {script: data('drop'), stage, kind: 'connection'},
    'DATA reset': {script: data('reset'), stage, kind: 'connection'},
    'DATA hang': {script: data('hang'), stage, kind: 'connection', hurried: 'dataMs'},
    'DATA garbage': {script: data('raw:%%%\r\n', 'hang'), stage, kind: 'connection'},
    'DATA half': {script: data('raw:354', 'end'), stage, kind: 'connection'},
    'body drop': {script: body('drop'), stage, kind: 'connection', message: HUGE},
    'body reset': {script: body('reset'), stage, kind: 'connection', message: HUGE},
    'body 421': {script: body('pause', '421 too slow', 'hang'), stage, kind: 'connection', message: HUGE},
    'body 552': {script: body('pause', '552 too big', 'hang'), stage, kind: 'connection', message: HUGE},
    'body never read': {
      script: body('pause', 'hang'),
      stage,
      kind: 'connection',
      message: HUGE,
      hurried: 'bodyBlockMs',
      why: 'timeout',
    },
    'dot 250': {script: dot('250 2.0.0 queued', ...TAKEN), stage: 'release', kind: 'accepted', goesOn},
    'dot 421': {script: dot('421 4.3.2 bye', 'hang'), stage: 'release', kind: 'deferred'},
    'dot 451': {script: dot('451 4.3.0 later', ...TAKEN), stage: 'release', kind: 'deferred', goesOn},
    'dot 454': {script: dot('454 slow down', ...TAKEN), stage: 'release', kind: 'deferred', goesOn},
    'dot 552': {script: dot('552 5.3.4 big', ...TAKEN), stage: 'release', kind: 'rejected', goesOn},
    'dot 554': {script: dot('554 5.7.1 spam', ...TAKEN), stage: 'release', kind: 'rejected', goesOn},
    'dot 250 and drop': {script: dot('250 2.0.0 queued', 'end'), stage: 'release', kind: 'accepted'},
    'dot drop': {script: dot('drop'), stage: 'release', kind: 'in-doubt', why: 'connection-lost'},
    'dot reset': {script: dot('reset'), stage: 'release', kind: 'in-doubt'},
    'dot hang': {script: dot('hang'), stage: 'release', kind: 'in-doubt', hurried: 'dotMs', why: 'timeout'},
    'dot garbage': {script: dot('raw:thanks\r\n', 'hang'), stage: 'release', kind: 'in-doubt', why: 'reply-unreadable'},
    'dot 999': {script: dot('999 what', 'hang'), stage: 'release', kind: 'in-doubt', why: 'reply-unreadable'},
    'dot 199': {script: dot('199 what', 'hang'), stage: 'release', kind: 'in-doubt'},
    'dot 354': {script: dot('354 what', 'hang'), stage: 'release', kind: 'in-doubt', why: 'reply-out-of-place'},
    'dot half and end': {script: dot('raw:250 2.0.0 que', 'end'), stage: 'release', kind: 'in-doubt'},
    'dot half and hang': {script: dot('raw:25', 'hang'), stage: 'release', kind: 'in-doubt', hurried: 'dotMs'},
    'dot first line only': {script: dot('raw:250-queued\r\n', 'end'), stage: 'release', kind: 'in-doubt'},
    'dot mixed codes': {script: dot('250-queued', '550 or not', 'hang'), stage: 'release', kind: 'in-doubt'},
    'dot too long': {script: dot(`250 ${'x'.repeat(5000)}`, 'hang'), stage: 'release', kind: 'in-doubt'},
    'dot endless': {script: dot(`raw:${'250-x\r\n'.repeat(200)}`, 'hang'), stage: 'release', kind: 'in-doubt'},
  }
  for (const code of [450, 451, 452, 552])
    cells[`RCPT ${code}`] = {
      script: rcpt(`${code} no`, ...afterRcpt, ...TAKEN_AFTER_RESET),
      stage,
      kind: 'deferred',
      goesOn,
    }
  for (const code of [550, 551, 553, 554])
    cells[`RCPT ${code}`] = {
      script: rcpt(`${code} no`, ...afterRcpt, ...TAKEN_AFTER_RESET),
      stage,
      kind: 'rejected',
      goesOn,
    }
  return cells
}

interface Result {
  readonly stage: Stage
  readonly outcome: DeliveryOutcome
  readonly isUsable: boolean
  readonly second: DeliveryOutcome | null
}

function patienceFor({hurried}: Cell): Timeouts {
  return hurried === undefined ? PATIENT : {...PATIENT, [hurried]: SHORT[hurried]}
}

/** One mail through a relay; where the connection is still good, a second one. */
async function deliver(address: RelayAddress, cell: Cell): Promise<Result> {
  const opened = await openRelay(address, {timeouts: patienceFor(cell), ca: cert})
  if ('failure' in opened) return {stage: 'open', outcome: opened.failure, isUsable: false, second: null}
  const {connection} = opened
  const offered = await connection.offer(ENVELOPE, cell.message ?? MESSAGE)
  const stage = offered === 'ready' ? 'release' : 'offer'
  const outcome = offered === 'ready' ? await connection.release() : offered
  if (!cell.goesOn) {
    const {isUsable} = connection
    connection.abandon()
    return {stage, outcome, isUsable, second: null}
  }
  const ready = await connection.offer(ENVELOPE, MESSAGE)
  const second = ready === 'ready' ? await connection.release() : ready
  const {isUsable} = connection
  connection.abandon()
  return {stage, outcome, isUsable, second}
}

async function run(script: readonly string[], cell: Cell, options: ScriptOptions = {}): Promise<void> {
  const relay = await startScriptedRelay([[...script, 'hang']], options)
  try {
    const result = await deliver({...relay.address, host: 'localhost'}, cell)
    expect(result.outcome).toMatchObject({kind: cell.kind, ...(cell.why === undefined ? {} : {why: cell.why})})
    expect(result.stage).toBe(cell.stage)
    if (cell.goesOn) {
      expect(result.second).toMatchObject({kind: 'accepted', reply: {code: 250, enhanced: '2.0.0', text: 'queued'}})
      expect(result.isUsable).toBe(true)
    }
    expect(relay.mistakes).toEqual([])
  } finally {
    await relay.close()
  }
}

describe('opening', () => {
  it.each(Object.entries(OPENING))('%s', async (_name, cell) => {
    await run(cell.script, cell)
  })

  it.each(Object.entries(OPENING))('%s, over TLS', async (_name, cell) => {
    await run(cell.script, cell, {tls: {cert, key}})
  })

  it('a port where nobody listens is a matter of the connection', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const {port} = server.address() as {port: number}
    await new Promise((resolve) => server.close(resolve))
    const opened = await openRelay({host: '127.0.0.1', port, tls: 'none', auth: null, clientName: 'c.example.com'})
    expect(opened).toEqual({failure: {kind: 'connection', why: 'connection-lost: ECONNREFUSED', reply: null}})
  })
})

describe.each([
  ['with PIPELINING', true],
  ['without PIPELINING', false],
])('a mail %s', (_name, pipelining) => {
  const cells = Object.entries(mailCells(pipelining))

  it.each(cells)('%s', async (_cell, cell) => {
    await run([...greeting({pipelining}), ...cell.script], cell)
  })

  it.each(cells.filter(([, cell]) => !cell.hurried && cell.script.every((word) => word.length < 1000)))(
    '%s, said byte by byte',
    async (_cell, cell) => {
      await run([...greeting({pipelining}), ...cell.script], cell, {bytewise: true})
    },
  )

  it.each(cells)('%s, over TLS', async (_cell, cell) => {
    await run([...greeting({pipelining}), ...cell.script], cell, {tls: {cert, key}})
  })

  it('a drop between ready and the dot means that nothing was sent', async () => {
    const relay = await startScriptedRelay([[...greeting({pipelining}), ...OPENED, 'end']])
    const opened = await openRelay(relay.address)
    if ('failure' in opened) throw new Error('not opened')
    const offered = await opened.connection.offer(ENVELOPE, MESSAGE)
    await expect.poll(() => opened.connection.isUsable).toBe(false)
    const outcome = offered === 'ready' ? await opened.connection.release() : offered
    expect(outcome).toMatchObject({kind: 'connection', why: 'connection-lost'})
    await relay.close()
  })
})
