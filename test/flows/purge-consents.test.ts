import {beforeEach, describe, expect, it} from 'vitest'
import {openBare} from '../../src/adapters/store/driver.ts'
import {NO_SETTING} from '../../src/core/contacts/contact-case.ts'
import {dayInJapan} from '../../src/core/lint/day.ts'
import type {PurgeAsk} from '../../src/flows/purge-consents.ts'
import {purgeConsents} from '../../src/flows/purge-consents.ts'
import type {PurgeOrder} from '../../src/ports/consent-store.ts'
import type {PlanEntry, SendHeader} from '../../src/ports/store.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench} from '../support/consents.ts'
import {failure, put} from '../support/files.ts'
import {clock, content, dump, NOW, query} from '../support/workspace-store.ts'

const DAY = 86_400_000

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('purge', [
    'yes@example.jp,Yes,JP,',
    'long@example.jp,Long gone,JP,',
    'fresh@example.jp,Just mailed,JP,',
    'never@example.jp,Never mailed,JP,',
    'silent@example.jp,No record,JP,',
  ])
  const people = ['yes', 'long', 'fresh', 'never'].map((name) => `${name}@example.jp`)
  await b.events(
    put(
      b.folder,
      'events.csv',
      [
        'email,event,event_at,basis,method,wording,ip',
        ...people.map((each, i) => `${each},given,2024-04-01,consent,web_form,news-form,203.0.113.${i}`),
        ...people.slice(1).map((each) => `${each},withdrawn,2026-01-10,,mail,,`),
      ].join('\n'),
    ),
  )
  await mailed({yes: 200, long: 100, fresh: 5})
})

/** Accepted mails, so many days before now. */
async function mailed(ago: Readonly<Record<string, number>>): Promise<void> {
  const listId = (await b.store.lists.find('news'))!
  const header: SendHeader = {
    ...{name: 'jan', publicId: 'jan00000000', listId, segment: null, template: 't', purpose: 'news', topic: null},
    ...{mailClass: 'marketing', laws: ['jp'], mode: 'hold', contentHash: 'c', content: '{}', settingsHash: 's'},
    tokenKey: '0a0b0c0d',
  }
  const ids = Object.fromEntries(
    (await query(b.storeFile, 'select id, address_key from contacts')).map(({id, address_key}) => [
      String(address_key).split('@')[0]!,
      Number(id),
    ]),
  )
  const entries = Object.keys(ago).map((name): PlanEntry => ({contactId: ids[name]!, state: 'planned', reason: null}))
  const send = await b.store.sends.plan(
    header,
    (async function* () {
      yield entries
    })(),
    NOW - 300 * DAY,
  )
  await b.store.sends.addEvent(send, 'started', {}, NOW - 299 * DAY)
  for (const [name, days] of Object.entries(ago)) await accept(send.id, ids[name]!, NOW - days * DAY)
}

async function accept(sendId: number, contactId: number, at: number): Promise<void> {
  const db = await openBare(b.storeFile)
  db.prepare(
    `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome) values (?, ?, 1, ?, ?, 'x', 1, 'accepted')`,
  ).run(sendId, contactId, at, at)
  db.prepare(`update deliveries set state = 'accepted' where send_id = ? and contact_id = ?`).run(sendId, contactId)
  db.close()
}

/** days: after the store was filled. */
function purge(ask: Partial<PurgeAsk> = {}, days = 0) {
  return purgeConsents(
    {
      ...{
        list: null,
        isDryRun: false,
        by: 'Yamada',
        day: dayInJapan(NOW + days * DAY),
        choice: lawChoiceOf(['jp']),
      },
      ...{setting: {...NO_SETTING, facts: {sellerType: 'other'}}, audience: 'JP', offsetMinutes: 540},
      ...{command: 'todoke consent purge', stop: new AbortController().signal},
      onPreview: async () => {},
      onProgress: () => {},
      ...ask,
    },
    {store: b.store, clock: {...clock, now: () => NOW + days * DAY}},
  )
}

describe('the end of consent records', () => {
  it('dry, tells what may go and what must stay, by which law, and changes nothing', async () => {
    const before = await dump(b.storeFile)
    const result = await purge({isDryRun: true})
    expect(result).toMatchObject({people: 4, verdicts: {deletable: 1, mailable: 1, kept: 2}, deleted: 0, dryRun: true})
    expect(result.keptBy).toEqual([
      {law: 'jp', of: 'JP', people: 2, earliest: '2026-04-27', source: expect.stringMatching(/4条2項/)},
    ])
    expect(result.goneBy).toMatchObject([{law: 'jp', of: 'JP', people: 1}])
    expect(await dump(b.storeFile)).toBe(before)
  })

  it('keeps for three years what a distance seller, or one who did not say, must keep', async () => {
    for (const facts of [{sellerType: 'b2c-distance'}, {}]) {
      const {verdicts, keptBy} = await purge({isDryRun: true, setting: {...NO_SETTING, facts}})
      expect(verdicts).toMatchObject({deletable: 0, kept: 3})
      expect(keptBy.map(({of}) => of)).toEqual(['JP-tokusho'])
    }
  })

  it('deletes the events with a tombstone, and leaves the rest as it was', async () => {
    const before = await content(b.storeFile)
    const hashes = await query(
      b.storeFile,
      `select hex(substr(e.seal, 33)) as hash from consent_events e join contacts c on c.id = e.contact_id where c.address_key = 'long@example.jp' order by e.id`,
    )
    expect(await purge({}, 20)).toMatchObject({deleted: 2, verdicts: {deletable: 1}})
    const after = await content(b.storeFile)
    expect(after.people).toEqual(before.people)
    expect(after.members).toEqual(before.members)
    expect(after.consents).toEqual(before.consents.filter((row) => !/"long@/.test(row)))
    const graves = await query(
      b.storeFile,
      `select p.events, p.hashes, p.laws, p.purged_by, c.address_key from consent_purges p join contacts c on c.id = p.contact_id order by c.id`,
    )
    expect(graves).toMatchObject([{address_key: 'long@example.jp', events: 2, purged_by: 'Yamada'}])
    expect(JSON.parse(String(graves[0]!.hashes))).toEqual(
      hashes.map(({hash}) => Buffer.from(String(hash), 'hex').toString('base64url')),
    )
    expect(JSON.parse(String(graves[0]!.laws))).toMatchObject([
      {law: 'jp', of: 'JP', until: expect.stringMatching(/^2026-01-/)},
    ])
    expect(await purge({}, 20)).toMatchObject({deleted: 0, people: 3, verdicts: {deletable: 0}})
  })

  it('leaves nothing of what events alone said, and an opt-out for ever for whoever had said no', async () => {
    expect(await purge({}, 40)).toMatchObject({deleted: 6})
    const text = await dump(b.storeFile)
    for (const gone of [1, 2, 3]) expect(text).not.toContain(`203.0.113.${gone}`)
    expect(text).toContain('203.0.113.0')
    for (const who of ['long@example.jp', 'never@example.jp'])
      expect(await b.store.suppressions.holding(who, NOW + 50_000 * DAY)).toMatchObject([
        {reason: 'optout', scope: 'all'},
      ])
    expect(await b.store.suppressions.holding('yes@example.jp', NOW)).toEqual([])
  })

  it('counts from the day a record came in of whoever was never mailed from here: others may have', async () => {
    expect((await purge({isDryRun: true}, 29)).verdicts).toMatchObject({deletable: 2, kept: 1})
    expect((await purge({isDryRun: true}, 31)).verdicts).toMatchObject({deletable: 3, kept: 0})
  })

  it('keeps for a mail nobody knows the end of, as for one that arrived', async () => {
    const [row] = await query(b.storeFile, `select id from contacts where address_key = 'long@example.jp'`)
    const db = await openBare(b.storeFile)
    db.prepare(`update deliveries set state = 'in-doubt' where contact_id = ?`).run(Number(row!.id))
    db.prepare(`update attempts set outcome = 'in-doubt', marked_at = ? where contact_id = ?`).run(
      NOW - 5 * DAY,
      Number(row!.id),
    )
    db.close()
    expect(await purge({isDryRun: true})).toMatchObject({verdicts: {deletable: 0, kept: 3}})
  })

  it('leaves an opt-out for ever also beside a bounce, which may end', async () => {
    const db = await openBare(b.storeFile)
    db.exec(`update suppression_events set reason = 'bounce'`)
    db.close()
    await purge({}, 20)
    expect((await b.store.suppressions.holding('long@example.jp', NOW + 20 * DAY)).map(({reason}) => reason)).toEqual([
      'bounce',
      'optout',
    ])
  })

  it('keeps that somebody was asked, and nothing else of it, and has then nothing left to delete', async () => {
    await b.events(
      put(
        b.folder,
        'asked.csv',
        'email,event,event_at,ip,source\nlong@example.jp,requested,2024-03-01,203.0.113.99,form\nnever@example.jp,requested,,203.0.113.98,\n',
      ),
    )
    expect(await purge({}, 40)).toMatchObject({deleted: 8})
    const text = await dump(b.storeFile)
    for (const gone of ['203.0.113.99', '203.0.113.98']) expect(text).not.toContain(gone)
    expect(await b.eventsOf('long@example.jp')).toEqual([['requested', Date.parse('2024-03-01T00:00+09:00')]])
    expect(await b.eventsOf('never@example.jp')).toEqual([['requested', null]])
    const after = await dump(b.storeFile)
    expect(await purge({}, 40)).toMatchObject({people: 1, deleted: 0})
    expect(await dump(b.storeFile)).toBe(after)
  })

  it('passes over a person of whom something new was recorded since', async () => {
    const orders: PurgeOrder[] = []
    for await (const records of b.store.consents.records(null))
      for (const {contact, eventIds} of records)
        if (contact.address !== 'yes@example.jp') orders.push({contactId: contact.id, eventIds, laws: []})
    await b.events(put(b.folder, 'news.csv', 'email,event,event_at\nnever@example.jp,given,2026-03-30\n'))
    expect(await b.store.consents.purge(orders, 'Yamada', NOW)).toBe(4)
    expect((await b.eventsOf('never@example.jp')).map(([kind]) => kind)).toEqual(['given', 'withdrawn', 'given'])
  })

  it('does nothing when the answer is no, nor when nothing may go', async () => {
    const before = await dump(b.storeFile)
    await expect(purge({onPreview: () => Promise.reject(new Error('no'))})).rejects.toThrow('no')
    expect(await dump(b.storeFile)).toBe(before)
    expect((await failure(purge({list: 'nwes'}))).code).toBe('LIST_UNKNOWN')
  })

  it('looks at one list only when asked, and takes whoever is on none', async () => {
    await b.import(put(b.folder, 'other.csv', 'email\nother@example.jp\n'), {list: 'other'})
    expect(await purge({list: 'other', isDryRun: true})).toMatchObject({people: 0})
    expect(await purge({list: 'news', isDryRun: true})).toMatchObject({people: 4})
    const db = await openBare(b.storeFile)
    db.exec(
      `delete from list_members where contact_id = (select id from contacts where address_key = 'yes@example.jp')`,
    )
    db.close()
    expect((await purge({isDryRun: true})).verdicts).toMatchObject({mailable: 0, deletable: 2})
  })
})
