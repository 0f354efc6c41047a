import {describe, expect, it} from 'vitest'
import {storeOver} from '../../../src/adapters/store/open-store.ts'
import {DELIVERY_STATES, move} from '../../../src/core/sending/ledger-states.ts'
import type {AttemptOutcome, Mark} from '../../../src/ports/store.ts'
import {makeSend, type SmallSend} from '../../support/small-send.ts'

const AT = 10_000

function markOf(contactId: number, attempt = 1): Mark {
  return {contactId, attempt, suppressKey: `p${contactId}@example.com`, messageDate: AT, messageSha256: 'hash'}
}

function outcomeOf(
  contactId: number,
  event: AttemptOutcome['event'],
  more: Partial<AttemptOutcome> = {},
): AttemptOutcome {
  return {
    contactId,
    attempt: 1,
    event,
    wasMarked: true,
    code: 250,
    enhanced: '2.0.0',
    reply: 'ok',
    dueAt: null,
    ...more,
  }
}

const OUTCOMES = ['accepted', 'refused-for-now', 'refused', 'ended-before-dot', 'lost-after-dot', 'given-up'] as const

/** Marks everyone after all opted out; returns how many rows moved. */
async function suppressAll(small: SmallSend): Promise<number> {
  await small.suppress('@example.com')
  const before = DELIVERY_STATES.map((_, i) => small.stateOf(i + 1))
  const marks = DELIVERY_STATES.map((_, i) => markOf(i + 1, 2))
  expect(new Set(await small.store.sends.ledger(small.send, 1).commit([], marks, AT))).toEqual(new Set(['suppressed']))
  return before.filter((state, i) => small.stateOf(i + 1) !== state).length
}

describe('the ledger in the store', () => {
  it('can be looked at as a run would claim from it, and is then as it was', async () => {
    const small = await makeSend(3)
    await small.suppress('p2@example.com')
    const ledger = small.store.sends.ledger(small.send, 1)
    const page = await ledger.peek(0, 10, AT)
    expect(page.recipients.map(({contactId}) => contactId)).toEqual([1, 3])
    expect([page.suppressed, page.last]).toEqual([1, 3])
    expect([1, 2, 3].map((id) => small.stateOf(id))).toEqual(['planned', 'planned', 'planned'])
    expect(await ledger.planned(0, 10, AT)).toEqual(page)
    expect(small.stateOf(2)).toBe('suppressed')
  })

  it('moves from every state at every outcome as the table says, and not otherwise', async () => {
    const cases = DELIVERY_STATES.flatMap((state) => OUTCOMES.map((event) => ({state, event})))
    const small = await makeSend(cases.length)
    const ledger = small.store.sends.ledger(small.send, 1)
    for (const [i, {state}] of cases.entries()) small.force(i + 1, state)
    await ledger.commit(
      cases.map(({event}, i) => outcomeOf(i + 1, event)),
      [],
      AT,
    )
    for (const [i, {state, event}] of cases.entries())
      expect(small.stateOf(i + 1), `${state}, then ${event}`).toBe(move(state, event) ?? state)
    await small.store.close()
  })

  it.each(['hold', 'resend'] as const)('grants a mark only from where the table and mode %s allow it', async (mode) => {
    const small = await makeSend(DELIVERY_STATES.length, {mode})
    const ledger = small.store.sends.ledger(small.send, 1)
    for (const [i, state] of DELIVERY_STATES.entries()) {
      small.force(i + 1, state)
      const [verdict] = await ledger.commit([], [markOf(i + 1, small.attemptsOf(i + 1).length + 1)], AT)
      const isAllowed = move(state, 'marked') !== null && (state !== 'in-doubt' || mode === 'resend')
      expect(verdict, state).toBe(isAllowed ? 'granted' : 'refused')
      expect(small.stateOf(i + 1)).toBe(isAllowed ? 'attempting' : state)
    }
    await small.store.close()
  })

  it('moves to suppressed, leaves in doubt and settles as the table says', async () => {
    const todo = [
      ['suppression-found', (small: SmallSend) => suppressAll(small)],
      ['died', (small: SmallSend) => small.store.sends.ledger(small.send, 2).closeUnfinished(AT)],
      ['settled-sent', (small: SmallSend) => small.store.sends.settle(small.send.id, 'sent', AT)],
      ['settled-unsent', (small: SmallSend) => small.store.sends.settle(small.send.id, 'unsent', AT)],
    ] as const
    for (const [event, act] of todo) {
      const small = await makeSend(DELIVERY_STATES.length)
      for (const [i, state] of DELIVERY_STATES.entries()) small.force(i + 1, state)
      const changed = await act(small)
      for (const [i, state] of DELIVERY_STATES.entries())
        expect(small.stateOf(i + 1), `${state}, then ${event}`).toBe(move(state, event) ?? state)
      expect(changed).toBe(DELIVERY_STATES.filter((state) => move(state, event) !== null).length)
      await small.store.close()
    }
  })

  it('never brings back the mail of a person who was erased while it was in doubt or on its way', async () => {
    const small = await makeSend(4, {mode: 'resend'})
    const ledger = small.store.sends.ledger(small.send, 1)
    small.force(1, 'in-doubt')
    small.force(2, 'in-doubt')
    await ledger.commit([], [markOf(3)], AT)
    const key = {id: 'aaaaaaaa', secret: Buffer.alloc(32, 1)}
    for (const id of [1, 3]) {
      const suppressKey = `p${id}@example.com`
      await storeOver(small.connection, [key]).people.erase({suppressKey, at: AT, proof: null})
    }
    expect(await ledger.commit([], [markOf(1, 2)], AT)).toEqual(['refused'])
    expect(await small.store.sends.settle(small.send.id, 'unsent', AT)).toBe(2)
    expect([1, 2].map(small.stateOf)).toEqual(['suppressed', 'planned'])
    await ledger.commit([outcomeOf(3, 'ended-before-dot')], [], AT)
    expect(await ledger.commit([], [markOf(3, 2)], AT)).toEqual(['refused'])
    const {recipients, suppressed} = await ledger.planned(0, 10, AT)
    expect([recipients.map(({contactId}) => contactId), suppressed]).toEqual([[2, 4], 1])
    expect(small.stateOf(3)).toBe('suppressed')
    await small.store.close()
  })

  it('writes outcomes and marks of a group in one transaction: all or nothing', async () => {
    const small = await makeSend(3)
    const ledger = small.store.sends.ledger(small.send, 1)
    await ledger.commit([], [markOf(1)], AT)
    small.connection.db.exec(
      `create trigger broken before insert on attempts when new.contact_id = 3 begin select raise(abort, 'disk I/O error'); end`,
    )
    const failing = ledger.commit([outcomeOf(1, 'accepted')], [markOf(2), markOf(3)], AT)
    await expect(failing).rejects.toMatchObject({code: 'STORE_UNUSABLE'})
    expect([1, 2, 3].map(small.stateOf)).toEqual(['attempting', 'planned', 'planned'])
    expect(small.attemptsOf(2)).toEqual([])
    await small.store.close()
  })

  it('refuses a second mark while the first is open, and one that comes twice in a group', async () => {
    const small = await makeSend(2)
    const ledger = small.store.sends.ledger(small.send, 1)
    expect(await ledger.commit([], [markOf(1), markOf(1)], AT)).toEqual(['granted', 'refused'])
    expect(await ledger.commit([], [markOf(1, 2)], AT)).toEqual(['refused'])
    expect(small.attemptsOf(1)).toHaveLength(1)
    await small.store.close()
  })

  it('never grants one attempt twice, also to a second run that took no lock', async () => {
    const small = await makeSend(1)
    const [first, second] = [small.store.sends.ledger(small.send, 1), small.store.sends.ledger(small.send, 2)]
    expect(await first.commit([], [markOf(1)], AT)).toEqual(['granted'])
    await second.closeUnfinished(AT)
    expect(small.stateOf(1)).toBe('in-doubt')
    expect(await second.commit([], [markOf(1)], AT)).toEqual(['refused'])
    // The outcome of the first run comes late: a final state is not overwritten.
    await first.commit([outcomeOf(1, 'refused')], [], AT)
    expect(small.stateOf(1)).toBe('in-doubt')
    await small.store.close()
  })

  it('finds a suppression of person, domain or topic that was committed before the mark', async () => {
    const small = await makeSend(6, {topic: 'sale'})
    const ledger = small.store.sends.ledger(small.send, 1)
    const claim = await ledger.planned(0, 100, AT)
    expect(claim.recipients).toHaveLength(6)
    await small.suppress('p1@example.com')
    await small.suppress('p2@example.com', {scope: 'topic:sale'})
    await small.suppress('p3@example.com', {scope: 'topic:news'})
    // A date to come does not protect anyone from an opt-out that is already said.
    await small.suppress('p4@example.com', {from: AT + 1})
    await small.suppress('p5@example.com', {until: AT})
    await small.suppress('p6@example.com', {scope: 'third-party'})
    const verdicts = await ledger.commit(
      [],
      [1, 2, 3, 4, 5, 6].map((id) => markOf(id)),
      AT,
    )
    expect(verdicts).toEqual(['suppressed', 'suppressed', 'granted', 'suppressed', 'granted', 'granted'])
    await small.suppress('@example.com')
    expect(await ledger.commit([], [markOf(3, 2)], AT)).toEqual(['suppressed'])
    await small.store.close()
  })

  it('sees what another process wrote into the same file', async () => {
    const small = await makeSend(1)
    const ledger = small.store.sends.ledger(small.send, 1)
    const {openStore} = await import('../../../src/adapters/store/open-store.ts')
    const other = await openStore(small.connection.file)
    const entry = {
      kind: 'address',
      subject: 'p1@example.com',
      reason: 'optout',
      scope: 'all',
      from: null,
      until: null,
      source: 'serve',
      line: null,
    } as const
    await other.suppressions.merge(
      (async function* () {
        yield [entry]
      })(),
      AT,
    )
    await other.close()
    expect(await ledger.commit([], [markOf(1)], AT)).toEqual(['suppressed'])
    expect(small.stateOf(1)).toBe('suppressed')
    await small.store.close()
  })

  it('gives planned rows out page by page in order, without those who opted out since', async () => {
    const small = await makeSend(25)
    const ledger = small.store.sends.ledger(small.send, 1)
    await small.suppress('p3@example.com')
    const first = await ledger.planned(0, 10, AT)
    expect(first.recipients.map((each) => each.contactId)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10])
    expect([first.suppressed, first.last]).toEqual([1, 10])
    expect(small.stateOf(3)).toBe('suppressed')
    const last = await ledger.planned(20, 10, AT)
    expect([last.recipients.length, last.last]).toEqual([5, 25])
    expect(await ledger.planned(25, 10, AT)).toEqual({recipients: [], suppressed: 0, last: null})
    await small.store.close()
  })

  it('gives a deferred row out when it is due, as the next attempt', async () => {
    const small = await makeSend(2)
    const ledger = small.store.sends.ledger(small.send, 1)
    await ledger.commit([], [markOf(1), markOf(2)], AT)
    const deferred = {code: 451, enhanced: '4.7.1', reply: 'busy'}
    await ledger.commit(
      [
        outcomeOf(1, 'refused-for-now', {...deferred, dueAt: AT + 300}),
        outcomeOf(2, 'refused-for-now', {...deferred, dueAt: AT + 900}),
      ],
      [],
      AT,
    )
    expect(await small.store.sends.nextDue(small.send.id)).toBe(AT + 300)
    expect((await ledger.due(AT + 299, 10)).recipients).toEqual([])
    const due = await ledger.due(AT + 300, 10)
    expect(due.recipients.map(({contactId, attempt}) => [contactId, attempt])).toEqual([[1, 2]])
    expect(await ledger.commit([], [markOf(1, 2)], AT + 300)).toEqual(['granted'])
    await small.store.close()
  })

  it('records a refusal that came before any mark, with or without a reply, so that attempts count up', async () => {
    const small = await makeSend(2)
    const ledger = small.store.sends.ledger(small.send, 1)
    const early = {wasMarked: false, dueAt: AT + 1} as const
    await ledger.commit(
      [
        outcomeOf(1, 'refused-for-now', {...early, code: 450}),
        outcomeOf(2, 'refused-for-now', {...early, code: null, reply: 'connection-lost'}),
      ],
      [],
      AT,
    )
    expect([small.stateOf(1), small.stateOf(2)]).toEqual(['deferred', 'deferred'])
    expect(small.attemptsOf(2)).toEqual([{attempt: 1, outcome: 'deferred', code: null, reply: 'connection-lost'}])
    expect((await ledger.due(AT + 1, 10)).recipients.map((each) => each.attempt)).toEqual([2, 2])
    await small.store.close()
  })

  it('keeps a settled attempt as it was, lists a recipient once, and goes on with the next number', async () => {
    const small = await makeSend(1)
    const {sends} = small.store
    const ledger = sends.ledger(small.send, 1)
    const listed = async () => {
      const rows = []
      for await (const page of sends.inDoubt(small.send.id, false)) rows.push(...page)
      return rows
    }
    for (const attempt of [1, 2]) {
      await ledger.commit([], [markOf(1, attempt)], AT)
      await ledger.commit([outcomeOf(1, 'lost-after-dot', {attempt, code: null, reply: `lost ${attempt}`})], [], AT)
      expect(await listed()).toEqual([
        {publicId: small.connection.publicIds(1), address: 'p1@example.com', markedAt: AT, reply: `lost ${attempt}`},
      ])
      if (attempt === 1) expect(await sends.settle(small.send.id, 'unsent', AT)).toBe(1)
    }
    expect(await sends.settle(small.send.id, 'sent', AT)).toBe(1)
    expect(small.stateOf(1)).toBe('accepted')
    expect(small.attemptsOf(1).map((each) => each.outcome)).toEqual(['in-doubt', 'in-doubt'])
    const records = small.connection.db.prepare('select attempt, assumed from settlements order by id').all()
    expect(records).toEqual([
      {attempt: 1, assumed: 'unsent'},
      {attempt: 2, assumed: 'sent'},
    ])
    await small.store.close()
  })

  it('suppresses an address that does not exist, once and for all sends, and no other refused one', async () => {
    const small = await makeSend(5)
    const ledger = small.store.sends.ledger(small.send, 1)
    const refuse = (id: number, code: number, enhanced: string, reply: string) =>
      outcomeOf(id, 'refused', {wasMarked: false, code, enhanced, reply})
    await small.suppress('p2@example.com', {reason: 'manual'})
    await ledger.commit(
      [
        refuse(1, 550, '5.1.1', 'unknown'),
        refuse(2, 550, '5.1.1', 'unknown'),
        refuse(3, 550, '5.7.1', 'no such user'),
        refuse(4, 450, '4.1.1', 'unknown'),
      ],
      [],
      AT,
    )
    const events = small.connection.db
      .prepare(`select subject, reason, scope, source from suppression_events where reason = 'bounce'`)
      .all()
    expect(events).toEqual([{subject: 'p1@example.com', reason: 'bounce', scope: 'all', source: 'send nov'}])
    expect(await small.store.suppressions.holding('p1@example.com', AT)).toHaveLength(1)
    // A late outcome that moves nothing suppresses nothing either.
    small.force(5, 'accepted')
    await ledger.commit([refuse(5, 550, '5.1.1', 'unknown')], [], AT)
    expect(await small.store.suppressions.holding('p5@example.com', AT)).toEqual([])
    await small.store.close()
  })

  it('shows replies grouped by code, without the addresses they repeat', async () => {
    const small = await makeSend(2)
    const ledger = small.store.sends.ledger(small.send, 1)
    await ledger.commit(
      [1, 2].map((id) =>
        outcomeOf(id, 'refused', {wasMarked: false, code: 550, enhanced: '5.7.1', reply: `<p${id}@example.com>: no`}),
      ),
      [],
      AT,
    )
    expect((await small.store.sends.figures(small.send.id)).replies).toEqual([
      {state: 'rejected', code: 550, enhanced: '5.7.1', sample: '<p***@example.com>: no', count: 2},
    ])
    await small.store.close()
  })

  it('lists what a killed run left open only when no run is live', async () => {
    const small = await makeSend(1)
    small.force(1, 'attempting')
    const count = async (alsoOpen: boolean) => {
      let rows = 0
      for await (const page of small.store.sends.inDoubt(small.send.id, alsoOpen)) rows += page.length
      return rows
    }
    expect([await count(false), await count(true)]).toEqual([0, 1])
    await small.store.close()
  })

  it('refuses the mark when the disk is full, and can write again when there is room', async () => {
    const small = await makeSend(3000)
    const {db} = small.connection
    const ledger = small.store.sends.ledger(small.send, 1)
    const {page_count: pages} = db.prepare('pragma page_count').get() as {page_count: number}
    db.exec(`pragma max_page_count = ${pages}`)
    const marks = Array.from({length: 3000}, (_, i) => markOf(i + 1))
    await expect(ledger.commit([], marks, AT)).rejects.toMatchObject({code: 'STORE_FULL'})
    expect(await small.store.sends.totals(small.send.id)).toMatchObject({planned: 3000, attempting: 0})
    db.exec('pragma max_page_count = 1000000')
    expect(new Set(await ledger.commit([], marks, AT))).toEqual(new Set(['granted']))
    await small.store.close()
  })
})
