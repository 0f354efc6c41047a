import {afterEach, describe, expect, it} from 'vitest'
import {lastMailedReader} from '../../../src/adapters/store/last-mailed.ts'
import type {PlanEntry} from '../../../src/ports/store.ts'
import type {SmallSend} from '../../support/small-send.ts'
import {makeSend, one} from '../../support/small-send.ts'

let small: SmallSend | null = null
afterEach(async () => {
  await small?.store.close()
  small = null
})

/** Marks and accepts one contact of a send at a moment. */
function mail({connection: {db}}: SmallSend, sendId: number, contactId: number, at: number, state = 'accepted'): void {
  db.prepare(
    `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome) values (?, ?, 1, ?, ?, 'x', 1, ?)`,
  ).run(sendId, contactId, at, at, state)
  db.prepare('update deliveries set state = ? where send_id = ? and contact_id = ?').run(state, sendId, contactId)
}

async function another(made: SmallSend, name: string, contacts: number): Promise<number> {
  const entries = Array.from(
    {length: contacts},
    (_, i): PlanEntry => ({contactId: i + 1, state: 'planned', reason: null}),
  )
  return (await made.store.sends.plan({...made.header, name, publicId: `${name}0000000`}, one(entries), 2000)).id
}

describe('when contacts were last mailed', () => {
  it('is nobody in a store without sends', async () => {
    small = await makeSend(3)
    expect(lastMailedReader(small.connection)([1, 2, 3]).size).toBe(0)
  })

  it('is the newest mail a relay took, whichever send came first', async () => {
    small = await makeSend(4)
    const {store, send} = small
    const second = await another(small, 'dec', 4)
    await store.sends.addEvent(send, 'started', {}, 3000)
    await store.sends.addEvent({id: second, publicId: 'dec0000000'}, 'started', {}, 3500)
    mail(small, send.id, 1, 3100)
    mail(small, second, 1, 3600)
    // The first send was still running when the second was over.
    mail(small, second, 2, 3700)
    mail(small, send.id, 2, 9000)
    mail(small, send.id, 3, 3200, 'rejected')
    await store.sends.addEvent({id: second, publicId: 'dec0000000'}, 'finished', {}, 4000)
    await store.sends.addEvent(send, 'finished', {}, 9100)
    expect([...lastMailedReader(small.connection)([1, 2, 3, 4])].sort()).toEqual([
      [1, 3600],
      [2, 9000],
    ])
  })

  it('counts a mail that was settled as sent, and one of a send that was killed', async () => {
    small = await makeSend(2)
    await small.store.sends.addEvent(small.send, 'started', {}, 3000)
    mail(small, small.send.id, 1, 3100, 'in-doubt')
    expect(lastMailedReader(small.connection)([1, 2]).size).toBe(0)
    expect([...lastMailedReader(small.connection, 'perhaps')([1, 2])]).toEqual([[1, 3100]])
    await small.store.sends.settle(small.send.id, 'sent', 8000)
    expect([...lastMailedReader(small.connection)([1, 2])]).toEqual([[1, 3100]])
  })

  it('is read in stretches too, and stands in the contacts of a list', async () => {
    small = await makeSend(300)
    await small.store.sends.addEvent(small.send, 'started', {}, 3000)
    for (let id = 1; id <= 300; id += 3) mail(small, small.send.id, id, 3000 + id)
    const found: (number | null)[] = []
    for await (const batch of small.store.lists.read(small.send.listId))
      found.push(...batch.map(({lastMailedAt}) => lastMailedAt))
    expect(found).toEqual(Array.from({length: 300}, (_, i) => (i % 3 === 0 ? 3001 + i : null)))
  })
})
