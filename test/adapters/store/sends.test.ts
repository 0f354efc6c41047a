import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {PlanEntry} from '../../../src/ports/store.ts'
import {makeSend, one} from '../../support/small-send.ts'

const AT = 10_000
const ENTRY: readonly PlanEntry[] = [{contactId: 1, state: 'planned', reason: null}]

describe('plans in the store', () => {
  it('count audience and mails, and tell one audience from another', async () => {
    const small = await makeSend(2)
    const entries: PlanEntry[] = [...ENTRY, {contactId: 2, state: 'held', reason: 'jp/consent-basis'}]
    const other = await small.store.sends.plan(
      {...small.header, name: 'dec', publicId: 'CCCCCCCCCCC'},
      one(entries),
      AT,
    )
    expect(other).toMatchObject({audience: 2, toSend: 1, lastEvent: 'planned', startedAt: null, finishedAt: null})
    expect(other.audienceHash).not.toBe(small.send.audienceHash)
    expect(await small.store.sends.totals(other.id)).toMatchObject({planned: 1, held: 1, accepted: 0})
    await small.store.close()
  })

  it('are replaced whole while nothing has started, and never afterwards', async () => {
    const small = await makeSend(2)
    const again = await small.store.sends.plan({...small.header, publicId: 'CCCCCCCCCCC'}, one(ENTRY), AT)
    expect(again).toMatchObject({audience: 1, publicId: 'CCCCCCCCCCC'})
    expect(await small.store.sends.totals(again.id)).toMatchObject({planned: 1})
    expect(await small.store.sends.addEvent(again, 'started', {}, AT)).toBe(true)
    const third = small.store.sends.plan({...small.header, publicId: 'DDDDDDDDDDD'}, one(ENTRY), AT)
    await expect(third).rejects.toMatchObject({code: 'SEND_STARTED'})
    expect(await small.store.sends.find('nov')).toMatchObject({publicId: 'CCCCCCCCCCC', audience: 1})
    await small.store.close()
  })

  it('do not start when another plan took their place since they were confirmed', async () => {
    const small = await makeSend(2)
    await small.store.sends.plan({...small.header, publicId: 'CCCCCCCCCCC'}, one(ENTRY), AT)
    expect(await small.store.sends.addEvent(small.send, 'started', {}, AT)).toBe(false)
    expect((await small.store.sends.find('nov'))?.startedAt).toBeNull()
    await small.store.close()
  })

  it('never mix when two processes plan the same name at the same time', async () => {
    const small = await makeSend(2)
    const other = await openStore(small.connection.file)
    const slow = async function* () {
      yield ENTRY
      expect(await other.sends.names()).toEqual(['nov'])
      await other.sends.plan({...small.header, publicId: 'EEEEEEEEEEE'}, one(ENTRY), AT)
      yield [{contactId: 2, state: 'planned', reason: null}] as readonly PlanEntry[]
    }
    const first = small.store.sends.plan({...small.header, publicId: 'DDDDDDDDDDD'}, slow(), AT)
    await expect(first).rejects.toMatchObject({code: 'SEND_EXISTS'})
    const left = await other.sends.find('nov')
    expect(left).toMatchObject({publicId: 'EEEEEEEEEEE', audience: 1, lastEvent: 'planned'})
    expect(await other.sends.totals(left!.id)).toMatchObject({planned: 1})
    await other.close()
    await small.store.close()
  })

  it('stand until the one to replace them is whole, and leave nothing of one that was cut short', async () => {
    const small = await makeSend(2)
    const cut = async function* () {
      yield ENTRY
      throw new Error('power cut')
    }
    const next = (publicId: string) => ({...small.header, publicId})
    await expect(small.store.sends.plan(next('DDDDDDDDDDD'), cut(), AT)).rejects.toThrow('power cut')
    expect(await small.store.sends.find('nov')).toMatchObject({id: small.send.id, audience: 2, lastEvent: 'planned'})
    const whole = await small.store.sends.plan(next('EEEEEEEEEEE'), one(ENTRY), AT)
    expect(whole).toMatchObject({audience: 1, lastEvent: 'planned', publicId: 'EEEEEEEEEEE'})
    expect(await small.store.sends.names()).toEqual(['nov'])
    await small.store.close()
  })

  it('are finished only while their last event says so', async () => {
    const small = await makeSend(1)
    const events = [
      ['started', null],
      ['finished', AT + 1],
      ['started', null],
      ['stopped', null],
      ['finished', AT + 4],
    ] as const
    for (const [i, [kind, finishedAt]] of events.entries()) {
      await small.store.sends.addEvent(small.send, kind, {}, AT + i)
      expect(await small.store.sends.find('nov')).toMatchObject({lastEvent: kind, startedAt: AT, finishedAt})
    }
    await small.store.close()
  })

  it('give figures that account for everyone by reason, domain and reply', async () => {
    const small = await makeSend(6)
    const ledger = small.store.sends.ledger(small.send, 1)
    const mark = (contactId: number) => ({
      contactId,
      attempt: 1,
      suppressKey: `p${contactId}@example.com`,
      messageDate: 0,
      messageSha256: 'x',
    })
    await ledger.commit([], [1, 2, 3, 4].map(mark), AT)
    const outcome = {attempt: 1, wasMarked: true, dueAt: null}
    await ledger.commit(
      [
        {...outcome, contactId: 1, event: 'accepted', code: 250, enhanced: '2.0.0', reply: 'ok'},
        {...outcome, contactId: 2, event: 'accepted', code: 250, enhanced: '2.0.0', reply: 'ok'},
        {...outcome, contactId: 3, event: 'refused', code: 550, enhanced: '5.1.1', reply: 'no such user'},
        {...outcome, contactId: 4, event: 'lost-after-dot', code: null, enhanced: '', reply: 'connection-lost'},
        {
          ...outcome,
          contactId: 5,
          event: 'given-up',
          wasMarked: false,
          code: null,
          enhanced: '',
          reply: 'template:empty-value name',
        },
      ],
      [],
      AT + 2500,
    )
    const figures = await small.store.sends.figures(small.send.id)
    expect(figures.reasons).toEqual([{state: 'skipped', reason: 'template:empty-value name', count: 1}])
    expect(figures.domains).toEqual([
      {domain: 'example.com', accepted: 2, deferred: 0, rejected: 1, inDoubt: 1, notMailed: 2},
    ])
    expect(figures.replies.map(({state, code, count}) => [state, code, count])).toEqual([
      ['accepted', 250, 2],
      ['rejected', 550, 1],
    ])
    expect(figures.rate.steps).toEqual([{at: 12_000, accepted: 2, deferred: 0, rejected: 1, inDoubt: 1}])
    await small.store.close()
  })
})
