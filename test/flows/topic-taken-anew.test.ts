/** A person who left all mail and takes one topic anew: that topic is free, the no to the rest stands for everybody. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {exportSuppressions} from '../../src/flows/export-suppressions.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps} from '../support/sign-ups.ts'
import {choose, oneClick} from '../support/site.ts'

let forms: SignUpSite

beforeEach(async () => {
  forms = await startSignUps()
})

afterEach(async () => {
  await forms.stop()
})

async function takenAnew(more: Record<string, string> = {}): Promise<void> {
  forms.time.now += 1000
  const before = forms.relay.dots.length
  await forms.signUp('p1@example.com', more)
  await forms.mails(before + 1)
  expect((await forms.confirm(forms.linkIn('p1@example.com'))).status).toBe(200)
}

const P1 = {id: 1, address: 'p1@example.com', suppressKey: 'p1@example.com'}

async function bound(scope: 'all' | 'any-topic' | `topic:${string}`): Promise<boolean> {
  return (await forms.site.store.suppressions.holdingFor([P1], scope, forms.time.now)).has(1)
}

async function exported(ask: {topic?: string; since?: string; hashed?: 'sha256'; service?: 'ses'} = {}) {
  const lines: string[] = []
  const sinks = {
    open: async () => ({
      write: async (rows: readonly (readonly string[])[]) => void lines.push(...rows.map((row) => row.join(','))),
      ...{finish: async () => {}, abandon: async () => {}},
    }),
  }
  const result = await exportSuppressions(
    {
      ...{out: null, encoding: 'utf-8', delimiter: ',', bom: false, offsetMinutes: 540, raw: true},
      ...{service: null, hashed: null, topic: null, since: null, ...ask},
    } as never,
    {store: forms.site.store, sinks: sinks as never, clock: {now: () => forms.time.now, monotonic: () => 0n}},
  )
  return {...result, lines}
}

describe('whoever left all mail and takes one topic anew', () => {
  beforeEach(async () => {
    await forms.site.suppress('p1@example.com', {from: 2000})
  })

  it('gets that topic and nothing else', async () => {
    await takenAnew()
    expect([await bound('topic:news'), await bound('topic:News')]).toEqual([false, false])
    for (const scope of ['all', 'any-topic', 'topic:sale', 'topic:news, sale'] as const)
      expect([scope, await bound(scope)]).toEqual([scope, true])
    await takenAnew({'topic-2': '1'})
    expect([await bound('topic:news, sale'), await bound('topic:sale'), await bound('all')]).toEqual([
      ...[false, false, true],
    ])
    expect(forms.consents().map(({kind}) => kind)).toEqual(['given', 'given'])
  })

  it('stays on every list that services are given', async () => {
    const {mark} = await exported()
    await takenAnew()
    expect((await exported()).lines.join()).toContain('p1@example.com')
    for (const how of [{hashed: 'sha256'}, {service: 'ses'}] as const) {
      expect((await exported(how)).rows).toBe(1)
      expect((await exported({...how, since: mark})).removed).toBe(0)
    }
    expect((await exported({topic: 'sale'})).rows).toBe(1)
    expect((await exported({topic: 'news'})).rows).toBe(0)
    expect((await exported({topic: 'news', since: mark})).removed).toBe(1)
  })

  it.each([
    ['one click', () => oneClick(forms.site.linkOf(1))],
    ['the page', () => choose(forms.site.linkOf(1), 'all')],
  ])('is out of that topic too by leaving all once more: %s', async (_, leave) => {
    await takenAnew()
    forms.time.now += 1000
    expect((await leave()).status).toBe(200)
    expect(await bound('topic:news')).toBe(true)
  })

  it('leaves nothing behind when the person is erased', async () => {
    await takenAnew()
    const {forgetOptOutsOf} = await import('../../src/adapters/store/person-suppressions.ts')
    forgetOptOutsOf(forms.site.connection, 'p1@example.com', ['p1@example.com'])
    expect(forms.rows('select * from suppression_exceptions')).toEqual([])
  })
})
