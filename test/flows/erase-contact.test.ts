/** A person is gone from every byte of the store, sums of old sends hold, no file brings them back, proof waits for its day. */
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {filesWith} from '../../src/adapters/files/files-with.ts'
import {ensureErasureKey, readErasureKeys} from '../../src/adapters/keys/erasure-key.ts'
import {openBare} from '../../src/adapters/store/driver.ts'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {NO_SETTING} from '../../src/core/contacts/contact-case.ts'
import {dayInJapan} from '../../src/core/lint/day.ts'
import type {EraseAsk} from '../../src/flows/erase-contact.ts'
import {eraseContact} from '../../src/flows/erase-contact.ts'
import {openProof} from '../../src/flows/open-proof.ts'
import {purgeConsents} from '../../src/flows/purge-consents.ts'
import {showContact} from '../../src/flows/show-contact.ts'
import type {PlanEntry} from '../../src/ports/store.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench} from '../support/consents.ts'
import {failure, put} from '../support/files.ts'
import {NOW, query} from '../support/workspace-store.ts'

const DAY = 86_400_000
const WHO = 'erika.muster+news@example.jp'

let b: ConsentBench
let store: ConsentBench['store']

/** The bench again, over a store that has the key of the workspace. */
async function reopen(): Promise<void> {
  await b.store.close()
  const keys = join(b.folder, '.todoke', 'keys')
  await ensureErasureKey(keys, NOW)
  store = await openStore(b.storeFile, undefined, await readErasureKeys(keys))
  Object.assign(b.store, store)
}

beforeEach(async () => {
  b = await consentBench('erase', [
    `${WHO},Erika Muster,JP,2024-05-01`,
    'Erika.Muster@example.jp,E. Muster,JP,',
    'other@example.jp,Other Person,JP,2024-05-01',
  ])
  await reopen()
  await b.import(put(b.folder, 'newer.csv', `email,name,country,signed\n${WHO},Erika Beispiel,JP,2024-05-01\n`))
  await b.events(
    put(
      b.folder,
      'events.csv',
      [
        'email,event,event_at,basis,method,wording,ip',
        `${WHO},given,2024-04-01,consent,web_form,news-form,203.0.113.77`,
      ].join('\n'),
    ),
  )
  await b.merge([put(b.folder, 'stops.csv', `email\n${WHO}\n`)])
  await mailed()
})

/** One accepted mail with a reply that names the person, one that waits. */
async function mailed(): Promise<void> {
  const listId = (await store.lists.find('news'))!
  const ids = (await query(b.storeFile, 'select id from contacts order by id')).map(({id}) => Number(id))
  for (const name of ['old', 'next']) {
    const entries = ids.map((contactId): PlanEntry => ({contactId, state: 'planned', reason: null}))
    const send = await store.sends.plan(
      {
        ...{name, publicId: `${name}00000000`, listId, segment: `email = "${WHO}"`, template: 't', purpose: 'news'},
        ...{topic: null, mailClass: 'marketing', laws: ['jp'], mode: 'hold', contentHash: 'c', content: '{}'},
        ...{settingsHash: 's', tokenKey: '0a0b0c0d'},
      },
      (async function* () {
        yield entries
      })(),
      NOW - 40 * DAY,
    )
    if (name === 'next') continue
    await store.sends.addEvent(send, 'started', {}, NOW - 39 * DAY)
    const db = await openBare(b.storeFile)
    for (const id of ids) {
      db.prepare(
        `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome, code, enhanced, reply, finished_at)
         values (?, ?, 1, ?, ?, 'abcd', 1, 'accepted', 250, '2.0.0', ?, ?)`,
      ).run(send.id, id, NOW - 39 * DAY, NOW - 39 * DAY, `ok <${WHO}> queued`, NOW - 39 * DAY)
      db.prepare(`update deliveries set state = 'accepted' where send_id = ? and contact_id = ?`).run(send.id, id)
    }
    db.close()
  }
}

function erase(ask: Partial<EraseAsk> = {}, now = NOW) {
  return eraseContact(
    {
      ...{address: WHO, isDryRun: false, choice: lawChoiceOf(['jp']), setting: NO_SETTING, audience: 'JP'},
      ...{offsetMinutes: 540, onPreview: async () => {}},
      ...ask,
    },
    {store, clock: {now: () => now, monotonic: () => 0n}, filesWith: (texts) => filesWith(b.folder, texts)},
  )
}

function purge(days: number, isDryRun = false) {
  const now = NOW + days * DAY
  return purgeConsents(
    {
      ...{list: null, isDryRun, by: 'Aoki', day: dayInJapan(now), choice: lawChoiceOf(['jp'])},
      ...{setting: NO_SETTING, audience: 'JP', offsetMinutes: 540, command: 'todoke consent purge'},
      ...{stop: new AbortController().signal, onPreview: async () => {}, onProgress: () => {}},
    },
    {store, clock: {now: () => now, monotonic: () => 0n}},
  )
}

/** Files of the store that hold a text, as bytes. */
function bytesWith(...texts: string[]): string[] {
  const folder = join(b.folder, '.todoke')
  return readdirSync(folder)
    .filter((name) => name.startsWith('store.db'))
    .filter((name) => {
      const bytes = readFileSync(join(folder, name)).toString('latin1').toLowerCase()
      return texts.some((text) => bytes.includes(text.toLowerCase()))
    })
}

describe('contact erase', () => {
  it('leaves no byte of the person in the store or its log, and all of everybody else', async () => {
    expect(bytesWith('erika')).not.toEqual([])
    const result = await erase()
    expect(result).toMatchObject({outcome: 'erased', isWiped: true, counts: {contacts: 2, lists: 2, suppressions: 1}})
    expect(bytesWith('erika', 'muster', 'beispiel', '203.0.113.77')).toEqual([])
    expect(bytesWith('other@example.jp')).not.toEqual([])
    expect(await query(b.storeFile, 'pragma integrity_check')).toEqual([{integrity_check: 'ok'}])
  })

  it('keeps the sums of old sends, and cancels what was still to come', async () => {
    const old = (await store.sends.find('old'))!
    const before = [await store.sends.totals(old.id), await store.sends.figures(old.id)] as const
    await erase()
    expect(await store.sends.totals(old.id)).toEqual(before[0])
    const after = await store.sends.figures(old.id)
    expect(after.rate).toEqual(before[1].rate)
    expect(after.replies.map(({count}) => count)).toEqual(before[1].replies.map(({count}) => count))
    const sum = (domains: typeof after.domains) => domains.reduce((all, {accepted}) => all + accepted, 0)
    expect(sum(after.domains)).toBe(sum(before[1].domains))
    const next = (await store.sends.find('next'))!
    expect(await store.sends.totals(next.id)).toMatchObject({planned: 1, suppressed: 2})
    expect(next.segment).not.toContain('erika')
  })

  it('lets no list, merge or file of consents bring the person back, and counts the rows', async () => {
    await erase()
    const list = await b.import(
      put(
        b.folder,
        'again.csv',
        `email,name,country,signed\nnew@example.jp,New,JP,\nERIKA.MUSTER@example.jp,Erika,JP,2026-01-01\nlast@example.jp,Last,JP,\n`,
      ),
    )
    expect(list.counts).toMatchObject({rows: 3, added: 2, erased: 1, rejected: 0})
    const merged = await b.merge([put(b.folder, 'again-stops.csv', `email\n${WHO}\nx@example.jp\n`)])
    expect(merged).toMatchObject({added: 1, known: 1})
    const events = await b.events(
      put(b.folder, 'again-events.csv', `email,event,event_at\n${WHO},withdrawn,2026-03-01\n`),
    )
    expect(events).toMatchObject({lines: 1, taken: 0, erased: 1, stopped: 0})
    expect(bytesWith('erika')).toEqual([])
    expect(await store.suppressions.holding('erika.muster@example.jp', NOW)).toMatchObject([
      {reason: 'optout', scope: 'all'},
    ])
  })

  it('stays whole when a merge had read the person already', async () => {
    const lines = ['erika.muster@example.jp', 'x@example.jp'].map((subject, i) => ({
      ...{kind: 'address' as const, subject, reason: 'complaint' as const, scope: 'all' as const},
      ...{from: null, until: null, source: 'late.csv', line: i + 1},
    }))
    async function* reading() {
      yield lines
      await erase()
    }
    expect(await store.suppressions.merge(reading(), NOW)).toMatchObject({added: 1, known: 1})
    expect(bytesWith('erika')).toEqual([])
  })

  it('counts a proposal the same way', async () => {
    await erase()
    const file = put(b.folder, 'again.csv', `email,name,country,signed\n${WHO},Erika,JP,\n`)
    const {counts} = await b.import(file, {scratch: join(b.folder, '.todoke', 'proposal.db')})
    expect(counts).toMatchObject({rows: 1, added: 0, erased: 1})
  })

  it('locks proof away until the last day a law wants it, opens it only for a reason, and deletes it on that day', async () => {
    const {proof} = await erase()
    expect(proof?.laws.map(({law}) => law)).toContain('jp')
    const told = await store.people.tombstone('erika.muster@example.jp')
    expect(told?.proofUntil).toEqual([proof!.until])
    const ask = {address: WHO, reason: 'claim 17', by: 'Aoki'}
    const needs = {store, clock: {now: () => NOW, monotonic: () => 0n}}
    const [opened] = await openProof(ask, needs)
    expect(opened?.proof?.events.map(({evidence}) => Object.values(evidence))).toContainEqual(
      expect.arrayContaining(['203.0.113.77']),
    )
    expect(await query(b.storeFile, 'select reason, opened_by from proof_openings')).toEqual([
      {reason: 'claim 17', opened_by: 'Aoki'},
    ])
    expect((await purge(1)).locked).toMatchObject({over: 0, kept: 1, earliest: proof!.until})
    const lastDay = (Date.parse(`${proof!.until}T23:00+09:00`) - NOW) / DAY
    expect((await purge(lastDay)).locked).toMatchObject({over: 0, kept: 1})
    expect((await purge(lastDay + 1, true)).locked).toMatchObject({over: 1})
    expect((await purge(lastDay + 1)).locked).toMatchObject({over: 1})
    expect(await openProof(ask, needs)).toEqual([])
  })

  it('changes nothing in a dry run, and nothing more when done twice', async () => {
    const dry = await erase({isDryRun: true})
    expect(dry).toMatchObject({dryRun: true, outcome: 'erased', counts: {contacts: 2}})
    expect(bytesWith('erika')).not.toEqual([])
    await erase()
    expect(await erase({}, NOW + DAY)).toMatchObject({outcome: 'already', erasedAt: NOW, counts: {contacts: 0}})
    expect(await query(b.storeFile, 'select count(*) as n from erasures')).toEqual([{n: 1}])
  })

  it('counts hashed opt-outs before it takes them away, and keeps what they say', async () => {
    const md5 = createHash('md5').update(WHO).digest('hex')
    await b.merge([put(b.folder, 'hashed.csv', `hash,reason\n${md5},complaint\n`)])
    const hashed = `select subject from suppression_events where subject = '${md5}'`
    expect(await query(b.storeFile, hashed)).toHaveLength(1)
    expect(await erase({isDryRun: true})).toMatchObject({counts: {suppressions: 2}})
    await erase()
    expect(await query(b.storeFile, hashed)).toEqual([])
    expect(await query(b.storeFile, 'select reason from erasures')).toEqual([{reason: 'complaint'}])
  })

  it('refuses to take anybody in when the key is gone', async () => {
    await erase()
    const bare = await openStore(b.storeFile)
    expect(await failure(bare.suppressions.holding('any@example.jp', NOW))).toMatchObject({code: 'ERASURE_KEY_MISSING'})
    await bare.close()
  })

  it('names files that hold the address still', async () => {
    const {files} = await erase()
    expect(files).toEqual(['events.csv', 'newer.csv', 'people.csv', 'stops.csv'])
  })

  it('holds an unknown address out as well', async () => {
    expect(await erase({address: 'nobody@example.com'})).toMatchObject({outcome: 'unknown'})
    expect(await store.people.tombstone('nobody@example.com')).not.toBeNull()
  })
})

describe('contact show', () => {
  const ask = (address: string) => ({
    ...{address, asOf: NOW, isPast: false, day: dayInJapan(NOW), choice: lawChoiceOf(['jp'])},
    ...{setting: NO_SETTING, audience: 'JP', offsetMinutes: 540},
  })

  it('tells all that is held: columns, spellings, imports with what they changed, opt-outs, attempts', async () => {
    const answer = await showContact(ask(WHO), {store})
    expect(answer.contact?.attributes).toMatchObject({name: 'Erika Beispiel'})
    expect(answer.held?.otherSpellings).toEqual(['Erika.Muster@example.jp'])
    expect(answer.held?.imports.map(({file, madeContact}) => [file, madeContact])).toEqual([
      ['people.csv', true],
      ['newer.csv', false],
    ])
    expect(answer.held?.imports[1]?.changes).toMatchObject([
      {header: 'name', before: 'Erika Muster', after: 'Erika Beispiel'},
    ])
    expect(answer.held?.suppressions).toMatchObject([{reason: 'optout', source: 'stops.csv'}])
    expect(answer.held?.attempts).toMatchObject([{send: 'old', outcome: 'accepted', code: 250}])
    expect(answer.consent.events.length).toBeGreaterThan(0)
    expect(answer.tombstone).toBeNull()
  })

  it('tells of an erased person that they were erased, and nothing else', async () => {
    await erase()
    const answer = await showContact(ask(WHO), {store})
    expect(answer).toMatchObject({contact: null, held: null, tombstone: {erasedAt: NOW, reason: 'optout'}})
  })
})
