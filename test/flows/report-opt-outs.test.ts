/** Opt-outs of an audience against the clock of each law, with the mails around them, in a real store. */
import {beforeEach, describe, expect, it} from 'vitest'
import {renderSendReport} from '../../src/adapters/report/render-page.ts'
import {openBare} from '../../src/adapters/store/driver.ts'
import {makeScreen} from '../../src/cli/screen.ts'
import {showSendReport} from '../../src/cli/show-report.ts'
import type {SuppressionEntry} from '../../src/core/suppression/entry.ts'
import {deadlineOf, timeOptOut} from '../../src/core/suppression/opt-out-clock.ts'
import {buildReport} from '../../src/flows/send-status.ts'
import {au} from '../../src/rulebook/au.ts'
import {jp} from '../../src/rulebook/jp.ts'
import {PROVIDER_DEADLINES} from '../../src/rulebook/opt-out-deadlines.ts'
import {us} from '../../src/rulebook/us.ts'
import {put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, NOW, query} from '../support/workspace-store.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const PLANNED = NOW - 20 * DAY

let b: Bench
beforeEach(async () => {
  b = await bench('opt-out-clock')
  const people = [
    'jp@example.jp,JP',
    'us@example.com,US',
    'gmail@gmail.com,US',
    'later@example.jp,JP',
    'quiet@example.jp,JP',
  ]
  await b.import(put(b.folder, 'people.csv', `email,country\n${people.join('\n')}\n`))
})

async function sent(name: string, plannedAt: number, markedAt: number, laws = ['us']): Promise<void> {
  const listId = (await b.store.lists.find('news'))!
  const ids = (await query(b.storeFile, 'select id from contacts order by id')).map(({id}) => Number(id))
  const content = {subject: [], sender: {name: 'Sample'}}
  const send = await b.store.sends.plan(
    {
      ...{name, publicId: `${name}00000000`, listId, segment: null, template: 't', purpose: 'news', topic: null},
      ...{mailClass: 'marketing', laws, mode: 'hold', contentHash: name, content: JSON.stringify(content)},
      ...{settingsHash: 's', tokenKey: '0a0b0c0d'},
    },
    (async function* () {
      yield ids.map((contactId) => ({contactId, state: 'planned' as const, reason: null}))
    })(),
    plannedAt,
  )
  const db = await openBare(b.storeFile)
  for (const id of ids)
    db.prepare(
      `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome) values (?, ?, 1, ?, ?, 'x', 1, 'accepted')`,
    ).run(send.id, id, markedAt, markedAt)
  db.close()
}

async function optOut(subject: string, from: number, at: number, more: Partial<SuppressionEntry> = {}): Promise<void> {
  const entry: SuppressionEntry = {
    ...{kind: 'address', subject, reason: 'optout', scope: 'all', from, until: null, source: 'test', line: null},
    ...more,
  }
  await b.store.suppressions.merge(
    (async function* () {
      yield [entry]
    })(),
    at,
  )
}

const report = (name: string) =>
  buildReport(
    {name, version: '0', isRunning: false, audience: 'JP'},
    {store: b.store, clock: {now: () => NOW, monotonic: () => 0n}},
  )

describe('the clock of opt-outs', () => {
  it('holds each to the deadline of its law and provider, worst first', async () => {
    await sent('old', PLANNED, PLANNED + HOUR)
    const arrived = PLANNED + DAY
    await optOut('us@example.com', arrived, arrived + 5 * DAY)
    await optOut('gmail@gmail.com', arrived, arrived + 3 * DAY)
    await optOut('jp@example.jp', arrived, arrived + 10 * MINUTE)
    await optOut('later@example.jp', arrived, arrived)
    await optOut('stranger@example.jp', arrived, arrived + DAY)
    const {optOuts} = await report('old')
    expect(optOuts).toMatchObject({count: 4, late: 2, mailedAfter: 0, suspicious: 0, longestMs: 5 * DAY})
    expect(optOuts.worst.map(({deadline, isLate}) => [deadline.by, isLate])).toEqual([
      ['gmail', true],
      ['jp', true],
      ['us', false],
      ['jp', false],
    ])
  })

  it('tells of mails that went out between arrival and binding, in this send or the next', async () => {
    await sent('old', PLANNED, PLANNED + HOUR)
    await sent('next', PLANNED + 2 * DAY, PLANNED + 3 * DAY)
    await optOut('jp@example.jp', PLANNED + 2 * HOUR, PLANNED + 4 * DAY)
    await optOut('us@example.com', PLANNED + 2 * HOUR, PLANNED + 4 * DAY, {scope: 'topic:sale'})
    const {optOuts} = await report('old')
    expect(optOuts).toMatchObject({count: 2, mailedAfter: 1})
    expect(optOuts.worst[0]).toMatchObject({
      mailedAfterAt: PLANNED + 3 * DAY,
      mailedBeforeAt: PLANNED + HOUR,
      isLate: true,
    })
    expect((await report('next')).optOuts).toMatchObject({count: 2, mailedAfter: 1})
  })

  it('leaves out what the plan knew', async () => {
    await optOut('jp@example.jp', PLANNED - DAY, PLANNED - DAY)
    await sent('old', PLANNED, PLANNED + HOUR)
    expect((await report('old')).optOuts.count).toBe(0)
  })

  it('marks what came within two minutes from the network of a scanner, and only where it is recorded', async () => {
    await sent('old', PLANNED, PLANNED + HOUR)
    const soon = PLANNED + HOUR + 90_000
    for (const name of ['jp@example.jp', 'later@example.jp', 'quiet@example.jp']) await optOut(name, soon, soon)
    const db = await openBare(b.storeFile)
    const add = db.prepare(
      'insert into suppression_networks (event_id, network) select id, ? from suppression_events where subject = ?',
    )
    add.run('mail-a.protection.outlook.com', 'jp@example.jp')
    add.run('isp.example.net', 'later@example.jp')
    db.close()
    const {optOuts} = await report('old')
    expect(optOuts).toMatchObject({count: 3, suspicious: 1})
    const hits = await b.store.suppressions.holding('jp@example.jp', NOW)
    expect(hits).toHaveLength(1)
  })

  it('shows all that without naming anybody, in both languages, on the screen and the page', async () => {
    await sent('old', PLANNED, PLANNED + HOUR)
    await optOut('jp@example.jp', PLANNED, PLANNED + DAY)
    const value = await report('old')
    for (const lang of ['en', 'ja'] as const) {
      const lines: string[] = []
      const screen = {...makeScreen({lang, isJson: false, isQuiet: false}), out: (line = '') => void lines.push(line)}
      showSendReport(value, screen, 'Asia/Tokyo')
      const page = renderSendReport(value, lang, 'Asia/Tokyo')
      for (const shown of [lines.join('\n'), page]) {
        expect(shown).toMatch(lang === 'en' ? /went out after it/ : /メールが送られました/)
        expect(shown).not.toContain('jp@example.jp')
      }
    }
  })
})

describe('a deadline', () => {
  // Monday 2026-03-02 10:00 in Japan, Sunday evening in New York.
  const at = Date.parse('2026-03-02T10:00:00+09:00')
  it.each([
    ['at once in Japan', [jp], 'example.jp', at],
    // Business days begin on Monday 2 March: the tenth is Friday 13 March, in New York.
    ['10 business days in the US', [us], 'example.com', Date.parse('2026-03-14T00:00:00-05:00')],
    ['2 days at Gmail', [us], 'gmail.com', at + 48 * HOUR],
    ['the earliest of several', [us, au, jp], 'example.com', at],
    ['at once where no law is known', [], 'example.com', at],
  ])('%s', (_, laws, domain, end) => {
    expect(deadlineOf(at, {laws, domain, providers: PROVIDER_DEADLINES}).at).toBe(end)
  })

  it('leaves the minute that files do not tell', () => {
    const deadline = deadlineOf(at, {laws: [jp], domain: 'example.jp', providers: []})
    const of = (boundAt: number) =>
      timeOptOut(
        {
          ...{publicId: 'x', reason: 'optout', arrivedAt: at, network: null},
          boundAt,
          mailedBeforeAt: null,
          mailedAfterAt: null,
        },
        deadline,
      )
    expect([of(at + 59_000).isLate, of(at + 61_000).isLate]).toEqual([false, true])
  })
})
