import {createHash} from 'node:crypto'
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {listSinks} from '../../src/adapters/csv/write-list.ts'
import {EXPORT_SERVICES} from '../../src/core/suppression/export-forms.ts'
import {addSuppression} from '../../src/flows/add-suppression.ts'
import type {SuppressionExportAsk} from '../../src/flows/export-suppressions.ts'
import {exportSuppressions} from '../../src/flows/export-suppressions.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, NOW} from '../support/workspace-store.ts'

const STOPS = `email,date,reason,scope
user@gmail.com,2025-04-01,unsubscribed,all
b@example.jp,,bounce,all
c@example.jp,2025-04-01,spam,all
d@example.jp,2025-04-01,unsubscribed,topic:sale
@example.com,2025-04-01,legal,all
`

async function started() {
  const place = await bench('export-stops')
  await place.import(put(place.folder, 'list.csv', 'email\nU.ser+x@gmail.com\nx@example.com\ny@example.jp\n'))
  await place.merge([put(place.folder, 'stops.csv', STOPS)])
  return place
}

async function exported(place: Bench, ask: Partial<SuppressionExportAsk> = {}, at = NOW) {
  const out = join(place.folder, 'out.csv')
  const result = await exportSuppressions(
    {
      ...{out, overwrite: true, encoding: 'utf-8', hasBom: false, delimiter: ',', service: null, hashed: null},
      ...{topic: null, since: null, offsetMinutes: 540, raw: false, ...ask},
    },
    {store: place.store, sinks: listSinks(() => process.stdout), clock: {...clock, now: () => at}},
  )
  expect(statSync(out).mode & 0o777).toBe(0o600)
  return {...result, lines: readFileSync(out, 'utf8').split('\r\n').slice(0, -1)}
}

describe('the spelling of an opt-out', () => {
  const addressesOf = ({lines}: {readonly lines: readonly string[]}) => lines.slice(1).map((line) => line.split(',')[0])

  it('is kept beside the address it stands for, and told to services, which match exactly', async () => {
    const place = await bench('export-spelled')
    await place.merge([put(place.folder, 'a.csv', 'email\nFirst.Last+shop@Gmail.com\nTARO@example.jp\n')])
    await place.merge([put(place.folder, 'b.csv', 'email\nfirstlast@gmail.com\n')])
    await addSuppression(
      {subject: 'hanako+sale@example.jp', reason: 'optout', scope: 'all'},
      {store: place.store, clock},
    )
    const told = await exported(place, {service: 'sendgrid'})
    expect(addressesOf(told).sort()).toEqual([
      ...['First.Last+shop@gmail.com', 'firstlast@gmail.com', 'firstlast@gmail.com', 'hanako+sale@example.jp'],
      ...['hanako@example.jp', 'taro@example.jp'],
    ])
    const hits = await place.store.suppressions.holding('firstlast@gmail.com', NOW)
    expect(hits.map(({spelling}) => spelling)).toEqual(['First.Last+shop@gmail.com', undefined])
    expect(await place.merge([join(place.folder, 'a.csv')])).toMatchObject({added: 0, known: 2})
  })

  it('is told once with what becomes of the person, also when nothing holds any more', async () => {
    const place = await bench('export-spelled-since')
    const {mark} = await exported(place)
    await place.merge([put(place.folder, 'a.csv', 'email\ntaro+a@example.jp\n')])
    await place.merge([put(place.folder, 'b.csv', 'email,reason\ntaro+b@example.jp,spam\n')])
    const come = await exported(place, {service: 'ses', since: mark})
    expect(come.lines).toEqual(
      ['taro@example.jp', 'taro+a@example.jp', 'taro+b@example.jp'].map((each) => `${each},COMPLAINT,added`),
    )
    const hits = await place.store.suppressions.holding('taro@example.jp', NOW)
    const orders = hits.map(({uuid, subject}) => ({uuid, subject, reason: 'ticket', evidence: {ticket: 'T-1'}}))
    await place.store.suppressions.lift(orders, NOW)
    const gone = await exported(place, {service: 'sendgrid', since: come.mark})
    expect(gone.lines.slice(1)).toEqual(['taro', 'taro+a', 'taro+b'].map((each) => `${each}@example.jp,removed`))
  })
})

it('tells services of contacts that only a lifted domain or hash had bound', async () => {
  const place = await bench('export-released')
  await place.import(
    put(place.folder, 'list.csv', 'email\na@example.com\nb@example.com\nc@example.net\nd@example.net\n'),
  )
  const hash = createHash('sha256').update('c@example.net').digest('hex')
  await place.merge([put(place.folder, 'd.csv', 'email\n@example.com\nb@example.com\n')])
  await place.merge([put(place.folder, 'h.csv', `email\n${hash}\n`)])
  const {mark} = await exported(place, {service: 'sendgrid'})
  const {suppressions} = place.store
  const hits = [...(await suppressions.standingOf('@example.com')), ...(await suppressions.standingOf(hash))]
  const orders = hits.map(({uuid, subject}) => ({uuid, subject, reason: 'ticket', evidence: {ticket: 'T-1'}}))
  expect(await suppressions.lift(orders, NOW)).toBe(2)
  const gone = await exported(place, {service: 'sendgrid', since: mark})
  expect(gone.lines.slice(1).sort()).toEqual(['a@example.com,removed', 'c@example.net,removed'])
  expect(gone.removed).toBe(2)
})

describe('an export of opt-outs', () => {
  it('is read back by a merge as what it was', async () => {
    const place = await started()
    const {lines, rows, leftOut} = await exported(place)
    expect(lines[0]).toBe('subject,reason,scope,from,until,source,recorded_at')
    expect({rows, leftOut}).toEqual({rows: 6, leftOut: 0})
    expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(
      [
        'subject',
        'user@gmail.com',
        'u.ser+x@gmail.com',
        'b@example.jp',
        'c@example.jp',
        'd@example.jp',
        "'@example.com",
      ].sort(),
    )
    expect(await place.merge([join(place.folder, 'out.csv')])).toMatchObject({added: 0, known: 6})
    const other = await bench('export-again')
    await other.merge([join(place.folder, 'out.csv')])
    for (const address of ['user@gmail.com', 'd@example.jp', 'x@example.com']) {
      const of = async ({store}: Bench) =>
        (await store.suppressions.holding(address, NOW)).map(({reason, scope, from, source}) => ({
          reason,
          scope,
          from,
          source,
        }))
      expect(await of(other), address).toEqual(await of(place))
    }
  })

  it.each([
    ['mailchimp', 'Email Address', 'b@example.jp'],
    ['sendgrid', 'email', 'b@example.jp'],
    ['ses', null, 'b@example.jp,BOUNCE'],
    ['brevo', 'EMAIL', 'b@example.jp'],
    ['mailgun', 'address,tags,created_at', 'b@example.jp,*,"Wed, 01 Apr 2026 03:00:00 GMT"'],
    ['postmark', 'email', 'b@example.jp'],
    ['hubspot', 'Email', 'b@example.jp'],
    ['listmonk', 'email,name,attributes', 'b@example.jp,,"{""suppressed"":""bounce""}"'],
  ] as const)(
    'for %s has its columns, every spelling, and contacts of domains by address',
    async (service, header, line) => {
      const place = await started()
      const {lines, leftOut, byContact} = await exported(place, {service})
      if (header !== null) expect(lines[0]).toBe(header)
      expect(lines).toContain(line)
      const text = lines.join('\n')
      for (const address of ['user@gmail.com', 'u.ser+x@gmail.com', 'x@example.com']) expect(text).toContain(address)
      // A service without topics would stop all of d's mail.
      expect(text).not.toContain('d@example.jp')
      expect({leftOut, byContact}).toEqual({leftOut: 1, byContact: 1})
      // What was written for a service is read as its opt-outs again.
      if (header !== null)
        expect(await place.merge([join(place.folder, 'out.csv')], {source: 'x'})).toMatchObject({added: 4, known: 1})
    },
  )

  it('covers every service there is', () => {
    expect(EXPORT_SERVICES).toHaveLength(8)
  })

  it('is hashed in the lower case, and tells what has no hash', async () => {
    const place = await started()
    const {lines, leftOut, byContact} = await exported(place, {hashed: 'sha256', topic: 'sale'})
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(lines[0]).toBe('sha256')
    for (const address of ['user@gmail.com', 'u.ser+x@gmail.com', 'd@example.jp', 'x@example.com'])
      expect(lines, address).toContain(hash(address))
    expect(lines.join('')).not.toContain('@')
    expect({leftOut, byContact}).toEqual({leftOut: 1, byContact: 1})
  })

  it('of a topic leaves out those of others', async () => {
    const place = await started()
    expect((await exported(place, {topic: 'news'})).lines.join('\n')).not.toContain('d@example.jp')
    expect((await exported(place, {topic: 'sale'})).lines.join('\n')).toContain('d@example.jp')
  })

  it('since a mark tells what came and went, and nothing else', async () => {
    const place = await started()
    const {mark} = await exported(place)
    expect((await exported(place, {since: mark})).rows).toBe(0)
    await place.merge([put(place.folder, 'more.csv', 'e@example.jp\n')])
    const [hit] = await place.store.suppressions.standingOf('c@example.jp')
    await place.store.suppressions.lift(
      [{uuid: hit!.uuid, subject: 'c@example.jp', reason: 'x', evidence: {text: 'y'}}],
      NOW,
    )
    const {lines, removed} = await exported(place, {service: 'sendgrid', since: mark})
    expect(lines).toEqual(['email,change', 'c@example.jp,removed', 'e@example.jp,added'])
    expect(removed).toBe(1)
  })

  it('since a mark tells a service of each person once: gone only when nothing holds, also by the end of a pause', async () => {
    const place = await started()
    const day = 86_400_000
    const until = new Date(NOW + day).toISOString()
    const rows = `hank@example.jp,unsubscribed,\nhank@example.jp,bounce,\npaul@example.jp,unsubscribed,${until}\n`
    await place.merge([put(place.folder, 'more.csv', `email,reason,until\n${rows}`)])
    const {mark} = await exported(place)
    const [first] = await place.store.suppressions.standingOf('hank@example.jp')
    const evidence = {text: 'y'}
    await place.store.suppressions.lift([{uuid: first!.uuid, subject: 'hank@example.jp', reason: 'x', evidence}], NOW)
    const ask = {service: 'sendgrid', since: mark} as const
    expect((await exported(place, ask)).lines).toEqual(['email,change', 'hank@example.jp,added'])
    const {lines, removed} = await exported(place, ask, NOW + 2 * day)
    expect(lines).toEqual(['email,change', 'hank@example.jp,added', 'paul@example.jp,removed'])
    expect(removed).toBe(1)
    expect((await exported(place, {since: mark}, NOW + 2 * day)).lines.map((line) => line.split(',').at(-1))).toEqual([
      ...['change', 'removed', 'added', 'removed'],
    ])
  })

  it('refuses a mark that is none, and one of another store', async () => {
    const place = await started()
    const other = await bench('other-mark')
    expect((await failure(exported(place, {since: 'yesterday'}))).code).toBe('MARK_INVALID')
    expect((await failure(exported(place, {since: await other.store.suppressions.mark(NOW)}))).code).toBe(
      'MARK_FOREIGN',
    )
  })

  it('is counted by kind, reason, scope and source', async () => {
    const place = await started()
    await place.merge([put(place.folder, 'h.txt', `${'0a'.repeat(32)}\n`)])
    const figures = await place.store.suppressions.figures()
    expect(figures).toMatchObject({
      standing: 6,
      lifted: 0,
      byKind: {address: 4, domain: 1, sha256: 1},
      byReason: {optout: 3, bounce: 1, complaint: 1, legal: 1},
      byScope: {all: 5, 'topic:sale': 1},
      bySource: [
        {source: 'stops.csv', count: 5, newestAt: NOW},
        {source: 'h.txt', count: 1, newestAt: NOW},
      ],
    })
  })
})
