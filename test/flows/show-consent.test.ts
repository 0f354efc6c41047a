import {beforeEach, describe, expect, it} from 'vitest'
import {NO_SETTING} from '../../src/core/contacts/contact-case.ts'
import {dayInJapan} from '../../src/core/lint/day.ts'
import type {ShowConsentAsk} from '../../src/flows/show-consent.ts'
import {showConsent} from '../../src/flows/show-consent.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench} from '../support/consents.ts'
import {failure, put} from '../support/files.ts'
import {dump, NOW} from '../support/workspace-store.ts'

const day = (text: string) => Date.parse(`${text}T00:00+09:00`)

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('show', ['hanako@example.jp,Hanako,JP,', 'taro@example.com,Taro,US,'])
  await b.keep(put(b.folder, 'form.html', '<title>x</title><p>株式会社サンプルから広告メールをお送りします。</p>'), {
    from: day('2024-01-01'),
  })
  await b.events(
    put(
      b.folder,
      'events.csv',
      [
        'email,event,event_at,basis,method,source,wording,purpose',
        'hanako@example.jp,given,2024-04-01,consent,web_form,https://example.jp/f,news-form,news',
        'hanako@example.jp,reaffirmed,2023-06-01,consent,paper,Fair,old-form,',
        'hanako@example.jp,withdrawn,2026-03-01,,mail_reply,,,\n',
      ].join('\n'),
    ),
  )
})

function show(address: string, ask: Partial<ShowConsentAsk> = {}) {
  const asOf = ask.asOf ?? NOW
  return showConsent(
    {
      ...{address, asOf, isPast: false, day: dayInJapan(asOf), choice: lawChoiceOf(['jp'])},
      ...{setting: {...NO_SETTING, facts: {sellerType: 'other'}}, audience: 'JP', offsetMinutes: 540},
      ...ask,
    },
    b,
  )
}

describe('why a person was mailed', () => {
  it('is told by all events in order of time, with wording, origin, lists and the event that holds', async () => {
    const answer = await show(' Hanako@Example.jp ')
    expect(answer.events.map(({kind, holds, counts}) => [kind, holds, counts])).toEqual([
      ['reaffirmed', false, true],
      ['given', false, true],
      ['withdrawn', true, true],
    ])
    expect(answer.events.map(({shown}) => shown?.state ?? null)).toEqual(['unknown', 'kept', null])
    expect(answer.events[1]!.shown?.wording?.text).toContain('広告メール')
    expect(answer.events[1]!.origin).toMatchObject({kind: 'consent-import', file: 'events.csv'})
    expect(answer.record?.lists).toMatchObject([{name: 'news', file: 'people.csv'}])
    expect([answer.placed, answer.verdict]).toEqual([{country: 'JP', ground: 'column', alsoIn: []}, 'withdrawn'])
    const jp = answer.verdicts.find(({law}) => law === 'jp')!
    expect(jp.verdict).toBe('withdrawn')
    expect(jp.complaints[0]!.duty.sources[0]!.title).not.toBe('')
  })

  it('names the ground of sensitive columns that hold a value of the person, and no value', async () => {
    const keep = {columns: ['既往歴'], basis: 'law' as const, evidence: 'rules of 2024'}
    await b.import(put(b.folder, 'ill.csv', 'email,既往歴\nhanako@example.jp,糖尿病\ntaro@example.com,\n'), {keep})
    const answer = await show('hanako@example.jp')
    const ground = {basis: 'law', evidence: 'rules of 2024'}
    expect(answer.sensitive).toEqual([{list: 'news', column: '既往歴', ...ground}])
    expect(JSON.stringify(answer)).not.toContain('糖尿病')
    expect((await show('taro@example.com')).sensitive).toEqual([])
  })

  it('is judged as of a day by what was there on that day', async () => {
    const answer = await show('hanako@example.jp', {asOf: day('2025-06-01'), isPast: true})
    expect(answer.events.map(({kind, holds, counts}) => [kind, holds, counts])).toEqual([
      ['reaffirmed', false, true],
      ['given', true, true],
      ['withdrawn', false, false],
    ])
    expect(answer.verdicts.find(({law}) => law === 'jp')!.verdict).not.toBe('withdrawn')
  })

  it('adds the law of the country of the person', async () => {
    const laws = async (address: string) => (await show(address)).verdicts.map(({law}) => law)
    expect(await laws('taro@example.com')).toEqual(expect.arrayContaining(['jp', 'us']))
    expect(await laws('hanako@example.jp')).not.toContain('us')
  })

  it('names the declaration that a consent rests on, and what was taken back', async () => {
    await b.declare({where: 'country = "US"', at: day('2025-01-01')})
    const {importId} = await b.import(
      put(b.folder, 'more.csv', 'email,同意,同意日\ntaro@example.com,はい,2025-05-05\n'),
    )
    await b.store.lists.undo(importId!, NOW)
    const answer = await show('taro@example.com')
    expect(answer.events.map(({origin, counts}) => [origin?.kind, counts])).toEqual([
      ['declaration', true],
      ['list-import', false],
    ])
    expect(answer.events[0]!.origin).toMatchObject({by: 'Yamada Hanako', segment: 'country = "US"', list: 'news'})
  })

  it('tells opt-outs of people in the store and of those who are not', async () => {
    await b.merge([put(b.folder, 'out.csv', 'hanako@example.jp\ngone@example.jp\n')])
    const known = await show('hanako@example.jp')
    expect(known.suppressions.map(({source}) => source)).toEqual(['events.csv', 'out.csv'])
    const unknown = await show('gone@example.jp')
    expect([unknown.record, unknown.events, unknown.suppressions.length]).toEqual([null, [], 1])
    expect((await show('nobody@example.jp')).record).toBeNull()
  })

  it('finds a person by another spelling of the address, and says which', async () => {
    await b.import(put(b.folder, 'gmail.csv', 'email\nuser+news@gmail.com\n'))
    await b.events(put(b.folder, 'no.csv', 'email,event\nuser+news@gmail.com,withdrawn\n'))
    expect((await show('user+news@gmail.com')).recordedAs).toBeNull()
    for (const address of ['user@gmail.com', 'user+x@gmail.com'])
      expect(await show(address)).toMatchObject({recordedAs: 'user+news@gmail.com', verdict: 'withdrawn', address})
    expect(await show('other@gmail.com')).toMatchObject({record: null, recordedAs: null})
  })

  it('is asked of an address only, and changes nothing', async () => {
    const before = await dump(b.storeFile)
    const error = await failure(show('hanako'))
    expect([error.code, JSON.stringify(error.values)]).toEqual([
      'ADDRESS_INVALID',
      expect.not.stringContaining('hanako'),
    ])
    await show('hanako@example.jp')
    expect(await dump(b.storeFile)).toBe(before)
  })
})
