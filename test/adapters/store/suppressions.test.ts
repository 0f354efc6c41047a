import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {AskedScope} from '../../../src/core/suppression/asked-scope.ts'
import type {SuppressionEntry} from '../../../src/core/suppression/entry.ts'
import {tempFolder} from '../../support/files.ts'

const NOW = Date.parse('2026-04-01')
const entry = (more: Partial<SuppressionEntry>): SuppressionEntry => ({
  kind: 'address',
  subject: 'a@example.jp',
  reason: 'optout',
  scope: 'all',
  from: null,
  until: null,
  source: 'test',
  line: null,
  ...more,
})

async function strongest(...entries: readonly Partial<SuppressionEntry>[]) {
  const store = await openStore(join(tempFolder('strongest'), 'store.db'))
  async function* given() {
    yield entries.map(entry)
  }
  await store.suppressions.merge(given(), NOW)
  const contacts = [
    {id: 7, address: 'a@example.jp', suppressKey: 'a@example.jp'},
    {id: 9, address: 'b@example.com', suppressKey: 'b@example.com'},
  ]
  const hits = await store.suppressions.strongestFor(contacts, NOW)
  await store.close()
  expect(hits.has(9)).toBe(false)
  const hit = hits.get(7)
  return hit === undefined ? null : `${hit.reason} ${hit.scope}`
}

const domain = {kind: 'domain', subject: '@example.jp'} as const

describe('the strongest opt-out of a contact', () => {
  it.each([
    ['none', [], null],
    ['one of a topic', [{scope: 'topic:sale'}], 'optout topic:sale'],
    ['all mail before a topic', [{scope: 'topic:sale', reason: 'complaint'}, {reason: 'bounce'}], 'bounce all'],
    ['a complaint before an opt-out before a bounce', [{reason: 'bounce'}, {}, {reason: 'complaint'}], 'complaint all'],
    ['that of its domain', [{...domain, reason: 'manual'}], 'manual all'],
    [
      'its own before the same of its domain',
      [{...domain, scope: 'third-party'}, {scope: 'topic:x'}],
      'optout topic:x',
    ],
    ['the stronger one of its domain', [{...domain, reason: 'legal'}, {reason: 'bounce'}], 'legal all'],
    ['none that has ended', [{until: NOW}], null],
    ['none of somebody else', [{subject: 'c@example.jp'}], null],
  ] as const)('is %s', async (_, entries, expected) => {
    expect(await strongest(...entries)).toBe(expected)
  })
})

describe('what stops a mail', () => {
  const person = {id: 7, address: 'a@example.jp', suppressKey: 'a@example.jp'}

  async function stops(given: Partial<SuppressionEntry>, scope: AskedScope, at = NOW): Promise<boolean> {
    const store = await openStore(join(tempFolder('stops'), 'store.db'))
    async function* entries() {
      yield [entry(given)]
    }
    await store.suppressions.merge(entries(), NOW)
    const hits = await store.suppressions.holdingFor([person], scope, at)
    await store.close()
    return hits.has(7)
  }

  it.each([
    ['an opt-out of all mail', {}, 'topic:news', true],
    ['of the topic', {scope: 'topic:news'}, 'topic:news', true],
    ['of another topic', {scope: 'topic:sale'}, 'topic:news', false],
    ['of any topic, where advertising names none', {scope: 'topic:sale'}, 'any-topic', true],
    ['of a topic, where the mail is no advertising', {scope: 'topic:sale'}, 'all', false],
    ['of giving data to others', {scope: 'third-party'}, 'any-topic', false],
  ] as const)('%s: %o, %s', async (_, given, scope, expected) => {
    expect(await stops(given, scope)).toBe(expected)
  })

  it('an opt-out that came while somebody waited to ask, by a clock read before', async () => {
    expect(await stops({from: NOW}, 'all', NOW - 2000)).toBe(true)
  })
})
