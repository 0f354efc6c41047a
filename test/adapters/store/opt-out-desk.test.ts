import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {eventWriter} from '../../../src/adapters/store/add-event.ts'
import type {Connection} from '../../../src/adapters/store/connection.ts'
import {connect} from '../../../src/adapters/store/connection.ts'
import type {ClosableDesk} from '../../../src/adapters/store/opt-out-desk.ts'
import {openOptOutDesk, optOutDesk} from '../../../src/adapters/store/opt-out-desk.ts'
import {lifter} from '../../../src/adapters/store/suppression-lifts.ts'
import type {SuppressionEntry} from '../../../src/core/suppression/entry.ts'
import type {SmallSend} from '../../support/small-send.ts'
import {makeSend} from '../../support/small-send.ts'

let small: SmallSend
let desk: ClosableDesk

beforeEach(async () => {
  small = await makeSend(3, {topic: 'news'})
  desk = await openOptOutDesk(small.connection.file)
})

afterEach(async () => {
  await desk.close()
  await small.connection.close()
})

const entry = (subject: string, more: Partial<SuppressionEntry> = {}): SuppressionEntry => ({
  ...{kind: 'address', subject, reason: 'optout', scope: 'all'},
  ...{from: 5000, until: null, source: 'page:nov', line: null},
  ...more,
})

/** By the person of that address. */
const record = (by: ClosableDesk, said: SuppressionEntry, at: number) =>
  by.record(said, at, small.connection.publicIds(Number(said.subject[1])))

const rows = ({db}: Connection) =>
  db.prepare('select subject, scope, until_at, recorded_at from suppression_events order by id').all()

describe('who stands behind a link', () => {
  it('is told for a send and a contact of this store', async () => {
    const {send, connection} = small
    expect(await desk.find(send.publicId, connection.publicIds(2))).toEqual({
      send: {name: 'nov', topic: 'news'},
      person: {
        recipientId: connection.publicIds(2),
        address: 'p2@example.com',
        suppressKey: 'p2@example.com',
        locale: null,
      },
    })
    expect(await desk.find('AAAAAAAAAAA', connection.publicIds(2))).toMatchObject({
      ...{send: null, person: {address: 'p2@example.com'}},
    })
    expect(await desk.find('AAAAAAAAAAA', connection.publicIds(99))).toBeNull()
    for (const id of [connection.publicIds(99), 'AAAAAAAAAAAAAAAAAAAAAA', 'x', ''])
      expect(await desk.find(send.publicId, id)).toMatchObject({person: null})
  })

  it('is nobody for an id of another store', async () => {
    const other = await makeSend(3)
    expect(await desk.find(small.send.publicId, other.connection.publicIds(1))).toMatchObject({person: null})
    await other.connection.close()
  })

  it('takes every id back to its contact', () => {
    const {publicIds} = small.connection
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: Number.MAX_SAFE_INTEGER}),
        (id) => publicIds.contactId(publicIds(id)) === id,
      ),
    )
  })
})

describe('a record', () => {
  it('is there for everybody when it is told to be', async () => {
    const other = await connect(small.connection.file)
    expect(await record(desk, entry('p1@example.com'), 5000)).toBe('new')
    expect(rows(other)).toEqual([{subject: 'p1@example.com', scope: 'all', until_at: null, recorded_at: 5000}])
    await other.close()
  })

  it('is one, however often and in whatever company it comes', async () => {
    const all = [1, 2, 3].flatMap((id) => Array.from({length: 400}, () => entry(`p${id}@example.com`)))
    const told = await Promise.all(all.map((each) => record(desk, each, 5000)))
    expect(told.filter((what) => what === 'new')).toHaveLength(3)
    expect(rows(small.connection)).toHaveLength(3)
  })

  it('is one for a person who asks again and again', async () => {
    for (let at = 5000; at < 5060; at += 1)
      expect(await record(desk, entry('p1@example.com', {from: at}), at)).toBe(at === 5000 ? 'new' : 'known')
    expect(rows(small.connection)).toHaveLength(1)
  })

  it('is new when the person consented in between', async () => {
    await record(desk, entry('p1@example.com'), 5000)
    const yes = {kind: 'given', basis: 'consent', at: 5500, method: null, source: null, wording: null} as const
    eventWriter(small.connection, 5500).add(
      1,
      {...yes, purpose: null, topic: null, evidence: {}},
      {consentImportId: null, declarationId: null},
    )
    expect(await record(desk, entry('p1@example.com', {from: 6000}), 6000)).toBe('new')
  })

  it('is new where it goes further than what is known, or what is known was lifted', async () => {
    const steps = [
      [entry('p1@example.com', {until: 9000}), true],
      [entry('p1@example.com', {until: 8000}), false],
      [entry('p1@example.com', {until: 9500}), true],
      [entry('p1@example.com', {scope: 'topic:news'}), true],
      [entry('p1@example.com'), true],
      [entry('p1@example.com', {until: 9900}), false],
    ] as const
    for (const [each, isNew] of steps) expect(await record(desk, each, 5000)).toBe(isNew ? 'new' : 'known')
    const lift = lifter(small.connection.db, 6000)
    const ids = small.connection.db.prepare('select id from suppression_events').all() as {id: number}[]
    for (const {id} of ids) lift(id, 'test', {})
    expect(await record(desk, entry('p1@example.com', {from: 7000}), 7000)).toBe('new')
    expect(await desk.holding('p1@example.com', 8000)).toMatchObject([{scope: 'all', from: 7000, recordedAt: 7000}])
  })

  it('is none where the person was erased while it waited', async () => {
    const {db} = small.connection
    db.exec('begin immediate')
    const waiting = ['p1@example.com', 'p2@example.com', 'p3@example.com'].map((each) =>
      record(desk, entry(each), 5000),
    )
    await new Promise((resolve) => setTimeout(resolve, 30))
    db.exec(`update contacts set address_key = '', address = null, suppress_key = null where id = 1`)
    db.exec('delete from deliveries where contact_id = 2')
    db.exec('delete from list_members where contact_id = 2')
    db.exec('delete from contacts where id = 2')
    db.exec('commit')
    expect(await Promise.all(waiting)).toEqual(['gone', 'gone', 'new'])
    expect(rows(small.connection)).toMatchObject([{subject: 'p3@example.com'}])
  })

  it('is written before the desk closes', async () => {
    const late = optOutDesk(await connect(small.connection.file))
    const waiting = record(late, entry('p3@example.com'), 5000)
    await late.close()
    expect(await waiting).toBe('new')
    expect(rows(small.connection)).toHaveLength(1)
  })

  it('fails alone or with its company when the store breaks, and the desk goes on', async () => {
    const connection = await connect(small.connection.file)
    const broken = optOutDesk(connection)
    connection.db.exec('pragma query_only = on')
    await expect(record(broken, entry('p1@example.com'), 5000)).rejects.toMatchObject({code: 'STORE_UNUSABLE'})
    connection.db.exec('pragma query_only = off')
    expect(await record(broken, entry('p1@example.com'), 5000)).toBe('new')
    await broken.close()
  })

  it('is checked for', async () => {
    await expect(desk.check()).resolves.toBeUndefined()
  })
})
