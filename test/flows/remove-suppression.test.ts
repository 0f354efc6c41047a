import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {addSuppression} from '../../src/flows/add-suppression.ts'
import type {RemoveAsk} from '../../src/flows/remove-suppression.ts'
import {removeSuppression} from '../../src/flows/remove-suppression.ts'
import {consentBench} from '../support/consents.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, dump, NOW, query} from '../support/workspace-store.ts'

const LIST = 'email,consent,consent_at\nA@example.jp,yes,2025-06-01\nb@example.jp,yes,2024-01-01\n'
const STOPS = `email,date,reason,scope
a@example.jp,2025-04-01,unsubscribed,all
b@example.jp,2025-04-01,unsubscribed,all
c@example.jp,2025-04-01,bounce,all
a@example.jp,2025-04-01,unsubscribed,topic:sale
`

async function started() {
  const place = await bench('remove')
  await place.import(put(place.folder, 'list.csv', LIST))
  await place.merge([put(place.folder, 'stops.csv', STOPS)])
  return place
}

const remove = ({store}: Bench, ask: Partial<RemoveAsk> & {subject: string}) =>
  removeSuppression({reason: 'signed up again', evidence: null, scope: null, isDryRun: false, ...ask}, {store, clock})
const why = async (work: Promise<unknown>) => {
  const {code, values} = await failure(work)
  return `${code} ${values.why ?? ''}`.trim()
}

describe('taking an opt-out back', () => {
  it('goes by a newer consent of the person; the event stays, and what lifted it stands beside', async () => {
    const place = await started()
    const {removed, remaining} = await remove(place, {subject: 'a@EXAMPLE.jp'})
    expect(removed.map(({scope, consentAt}) => [scope, consentAt])).toEqual([
      ['all', Date.parse('2025-06-01T00:00+09:00')],
      ['topic:sale', Date.parse('2025-06-01T00:00+09:00')],
    ])
    expect(remaining).toEqual([])
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toEqual([])
    const [lift] = await query(place.storeFile, 'select reason, evidence, length(seal) as seal from suppression_lifts')
    expect(lift).toMatchObject({reason: 'signed up again', seal: 64})
    expect(JSON.parse(String(lift!.evidence))).toMatchObject({consent: expect.stringMatching(/^[0-9a-f-]{36}$/)})
    expect(await query(place.storeFile, 'select count(*) as n from suppression_events')).toEqual([{n: 4}])
    expect(await place.store.suppressions.count()).toBe(2)
    expect(await why(remove(place, {subject: 'a@example.jp'}))).toBe('SUPPRESSION_MISSING')
  })

  it('of the same file merged again stays so', async () => {
    const place = await started()
    await remove(place, {subject: 'a@example.jp'})
    const again = await place.merge([put(place.folder, 'stops.csv', STOPS)])
    expect(again).toMatchObject({added: 0, known: 4})
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toEqual([])
  })

  it('is refused without what proves it, and then all stays', async () => {
    const place = await started()
    const before = await dump(place.storeFile)
    expect(await why(remove(place, {subject: 'b@example.jp'}))).toBe('REMOVAL_UNPROVEN consent-older')
    expect(await why(remove(place, {subject: 'b@example.jp', evidence: 'he said so'}))).toBe(
      'REMOVAL_UNPROVEN consent-older',
    )
    expect(await why(remove(place, {subject: 'c@example.jp'}))).toBe('REMOVAL_UNPROVEN needs-evidence')
    expect(await why(remove(place, {subject: 'nobody@example.jp'}))).toBe('SUPPRESSION_MISSING')
    expect(await why(remove(place, {subject: 'secret person'}))).toMatch(/^ADDRESS_INVALID/)
    expect(await dump(place.storeFile)).toBe(before)
  })

  it('of a complaint wants evidence beside the consent', async () => {
    const place = await started()
    await place.merge([put(place.folder, 'spam.csv', 'email,date,reason\na@example.jp,2025-04-02,spam\n')])
    expect(await why(remove(place, {subject: 'a@example.jp'}))).toBe('REMOVAL_UNPROVEN needs-evidence')
    expect((await remove(place, {subject: 'a@example.jp', evidence: 'letter of 3 June'})).removed).toHaveLength(3)
  })

  it('of a domain or a hash goes on evidence, and what else holds is told', async () => {
    const place = await started()
    const needs = {store: place.store, clock}
    const hash = createHash('sha256').update('a@example.jp').digest('hex')
    for (const subject of ['@example.jp', hash]) await addSuppression({subject, reason: 'manual', scope: 'all'}, needs)
    expect(await why(remove(place, {subject: '@example.jp'}))).toBe('REMOVAL_UNPROVEN needs-evidence')
    const {remaining} = await remove(place, {subject: 'a@example.jp'})
    expect(remaining.map(({subject}) => subject).sort()).toEqual([hash, '@example.jp'].sort())
    for (const subject of ['@example.jp', hash.toUpperCase()])
      expect((await remove(place, {subject, evidence: 'ticket 12'})).removed).toHaveLength(1)
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toEqual([])
  })

  it('of a complaint or a legal demand under a hash is refused whatever is said', async () => {
    const place = await started()
    for (const reason of ['complaint', 'legal'] as const) {
      const subject = createHash('sha256').update(reason).digest('hex')
      await addSuppression({subject, reason, scope: 'all'}, {store: place.store, clock})
      expect(await why(remove(place, {subject, evidence: 'he said so'}))).toBe('REMOVAL_UNPROVEN hashed')
    }
  })

  it('goes for one scope, and as a dry run changes nothing', async () => {
    const place = await started()
    const before = await dump(place.storeFile)
    expect(await remove(place, {subject: 'a@example.jp', isDryRun: true})).toMatchObject({isDryRun: true})
    expect(await dump(place.storeFile)).toBe(before)
    expect((await remove(place, {subject: 'a@example.jp', scope: 'topic:sale'})).removed).toHaveLength(1)
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toMatchObject([{scope: 'all'}])
  })

  it('is refused for a consent to less than was left, and for a purchase', async () => {
    const place = await consentBench('narrow-consents', ['a@example.jp,A,JP,', 'b@example.jp,B,JP,'])
    await place.merge([put(place.folder, 'stops.csv', STOPS)])
    const given = 'given,2025-06-01,web_form,https://example.jp/form,news'
    const rows = [`a@example.jp,${given},consent,Sale`, `b@example.jp,${given},trade,`]
    const header = 'email,event,at,method,source,purpose,basis,topic'
    const result = await place.events(put(place.folder, 'yes.csv', `${header}\n${rows.join('\n')}\n`))
    expect(result).toMatchObject({added: 2})
    expect(await why(remove(place, {subject: 'a@example.jp', scope: 'all'}))).toBe('REMOVAL_UNPROVEN no-consent')
    expect(await why(remove(place, {subject: 'b@example.jp'}))).toBe('REMOVAL_UNPROVEN no-consent')
    expect((await remove(place, {subject: 'a@example.jp', scope: 'topic:sale'})).removed).toHaveLength(1)
    const again = await place.merge([put(place.folder, 'stops-2.csv', STOPS)], {rule: 'newer', source: 'other'})
    expect(again).toMatchObject({lifted: 1, conflicting: 1})
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toMatchObject([{scope: 'all'}, {scope: 'all'}])
  })
})
