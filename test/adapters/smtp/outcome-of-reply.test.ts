import {describe, expect, it} from 'vitest'
import {outcomeOfDot, outcomeOfReply, type Phase} from '../../../src/adapters/smtp/outcome-of-reply.ts'

/** Each code with the kind of outcome it means; null: the dialogue goes on. */
const TABLE: {[phase in Phase]: [string, string | null][]} = {
  greeting: [
    ['220 hi', null],
    ['250 what', 'connection'],
    ['354 what', 'connection'],
    ['421 busy', 'connection'],
    ['450 busy', 'connection'],
    ['521 no mail here', 'pause'],
    ['554 no', 'pause'],
  ],
  hello: [
    ['250 hi', null],
    ['220 hi again', 'connection'],
    ['354 what', 'connection'],
    ['421 busy', 'connection'],
    ['451 busy', 'connection'],
    ['504 no', 'pause'],
    ['550 no', 'pause'],
  ],
  starttls: [
    ['220 go', null],
    ['250 what', 'connection'],
    ['421 busy', 'connection'],
    ['454 not now', 'pause'],
    ['502 no', 'pause'],
  ],
  auth: [
    ['235 welcome', null],
    ['334 go on', null],
    ['250 what', 'connection'],
    ['421 busy', 'connection'],
    ['454 later', 'connection'],
    ['432 later', 'connection'],
    ['534 weak', 'pause'],
    ['535 no', 'pause'],
    ['538 no', 'pause'],
    ['504 unknown', 'pause'],
  ],
  mail: [
    ['250 ok', null],
    ['354 what', 'connection'],
    ['421 bye', 'connection'],
    ['451 later', 'deferred'],
    ['452 4.3.1 full', 'deferred'],
    ['530 5.7.0 AUTH first', 'pause'],
    ['550 5.7.1 not you', 'pause'],
    ['552 5.3.4 too big', 'rejected'],
    ['552 too big', 'rejected'],
    ['554 5.3.4 too big', 'rejected'],
    ['553 5.6.7 no such letters', 'rejected'],
    ['553 5.1.8 sender', 'pause'],
  ],
  rcpt: [
    ['250 ok', null],
    ['251 will forward', null],
    ['252 will try', null],
    ['354 what', 'connection'],
    ['421 bye', 'connection'],
    ['450 greylisted', 'deferred'],
    ['451 later', 'deferred'],
    ['452 too many', 'deferred'],
    ['552 too many', 'deferred'],
    ['530 AUTH first', 'pause'],
    ['550 5.1.1 nobody', 'rejected'],
    ['551 elsewhere', 'rejected'],
    ['553 name', 'rejected'],
    ['554 no', 'rejected'],
    ['501 syntax', 'rejected'],
  ],
  data: [
    ['354 go', null],
    ['250 what', 'connection'],
    ['421 bye', 'connection'],
    ['451 later', 'deferred'],
    ['554 no', 'rejected'],
  ],
}

const rows = Object.entries(TABLE).flatMap(([phase, replies]) =>
  replies.map(([reply, kind]) => [phase as Phase, reply, kind] as const),
)

const raw = (reply: string) => ({code: Number(reply.slice(0, 3)), lines: [reply.slice(4)]})

describe('the meaning of replies', () => {
  it.each(rows)('%s: %s means %s', (phase, reply, kind) => {
    expect(outcomeOfReply(phase, raw(reply))?.kind ?? null).toBe(kind)
  })

  it.each([
    ['250 2.0.0 queued', 'accepted'],
    ['251 ok', 'accepted'],
    ['354 what', 'in-doubt'],
    ['421 bye', 'deferred'],
    ['451 later', 'deferred'],
    ['454 throttled', 'deferred'],
    ['552 too big', 'rejected'],
    ['554 5.7.1 spam', 'rejected'],
  ])('the dot: %s means %s', (reply, kind) => {
    expect(outcomeOfDot(raw(reply)).kind).toBe(kind)
  })

  it('keeps the reply that decided', () => {
    expect(outcomeOfReply('rcpt', raw('550 5.1.1 nobody'))).toEqual({
      kind: 'rejected',
      reply: {code: 550, enhanced: '5.1.1', text: 'nobody'},
    })
  })
})
