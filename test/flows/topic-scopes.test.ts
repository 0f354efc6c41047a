/** Topics of opt-outs are compared as those of consents are, wherever they are written and asked for. */
import {describe, expect, it} from 'vitest'
import {addSuppression} from '../../src/flows/add-suppression.ts'
import {removeSuppression} from '../../src/flows/remove-suppression.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, NOW} from '../support/workspace-store.ts'

const stopped = async ({store}: Bench, address: string, topic: string) =>
  (await store.suppressions.holdingFor([{id: 1, address, suppressKey: address}], `topic:${topic}`, NOW)).size === 1
const scopesOf = async ({store}: Bench, address: string) =>
  (await store.suppressions.holding(address, NOW)).map(({scope}) => scope)

describe('an opt-out of a topic', () => {
  it('binds in whatever case, width and company it was written', async () => {
    const place = await bench('topic-scopes')
    const rows = ['carol@example.jp,News', 'dave@example.jp,"news,sale"', 'erin@example.jp,news;ＳＡＬＥ']
    const odd = ['fred@example.jp,news sale', 'gina@example.jp,topic:weekly_news', 'hal@example.jp,Third-Party']
    await place.merge([put(place.folder, 'stops.csv', `email,scope\n${[...rows, ...odd].join('\n')}\n`)])
    for (const name of ['carol', 'dave', 'erin'])
      for (const topic of ['news', 'NEWS', 'sale,news'])
        expect(await stopped(place, `${name}@example.jp`, topic), `${name} ${topic}`).toBe(true)
    for (const name of ['dave', 'erin']) expect(await stopped(place, `${name}@example.jp`, 'Sale'), name).toBe(true)
    expect(await stopped(place, 'carol@example.jp', 'sale')).toBe(false)
    expect(await scopesOf(place, 'erin@example.jp')).toEqual(['topic:news', 'topic:sale'])
    expect(await scopesOf(place, 'fred@example.jp')).toEqual(['all'])
    expect(await stopped(place, 'gina@example.jp', 'Weekly-News')).toBe(true)
    expect(await scopesOf(place, 'hal@example.jp')).toEqual(['third-party'])
  })

  it('recorded by hand is found and removed under another spelling', async () => {
    const place = await bench('topic-by-hand')
    const needs = {store: place.store, clock}
    await addSuppression({subject: 'a@example.jp', reason: 'manual', scope: 'topic:News'}, needs)
    expect(await stopped(place, 'a@example.jp', 'news')).toBe(true)
    const ask = {subject: 'a@example.jp', reason: 'x', evidence: 'a letter', isDryRun: false} as const
    expect((await failure(removeSuppression({...ask, scope: 'topic:sale'}, needs))).code).toBe('SUPPRESSION_MISSING')
    expect((await removeSuppression({...ask, scope: 'topic:NEWS'}, needs)).removed).toHaveLength(1)
  })
})
