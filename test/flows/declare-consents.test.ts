import {beforeEach, describe, expect, it} from 'vitest'
import type {DeclarePreview} from '../../src/flows/declare-consents.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench} from '../support/consents.ts'
import {failure, put} from '../support/files.ts'
import {dump, NOW, query} from '../support/workspace-store.ts'

const at = (text: string) => Date.parse(text)

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('declare', [
    'plain@example.jp,Plain,JP,2024-04-01',
    'odd@example.jp,Odd,JP,2030-01-01',
    'us@example.com,Us,US,2024-05-01',
    'no@example.jp,No,JP,2024-04-01',
    'out@example.jp,Out,JP,2024-04-01',
    'own@example.jp,Own,JP,2024-04-01',
  ])
  await b.events(
    put(
      b.folder,
      'events.csv',
      [
        'email,event,event_at,basis,method,wording',
        'no@example.jp,withdrawn,2025-01-01,,mail,',
        'own@example.jp,given,2024-03-03,consent,web_form,old-form\n',
      ].join('\n'),
    ),
  )
  await b.merge([put(b.folder, 'out.csv', 'out@example.jp\n')])
})

describe('a declaration', () => {
  it('speaks for everybody who said no no and has no full record of their own', async () => {
    const previews: DeclarePreview[] = []
    const result = await b.declare({atColumn: 'signed', onPreview: async (preview) => void previews.push(preview)})
    expect(result).toMatchObject({matched: 6, declare: 3, already: 0, proven: 1, refused: 1, suppressed: 1, undated: 1})
    expect(previews).toEqual([expect.objectContaining({declare: 3, hasWording: false})])
    expect(await b.eventsOf('plain@example.jp')).toEqual([['given', at('2024-04-01T00:00+09:00')]])
    expect(await b.eventsOf('odd@example.jp')).toEqual([['given', null]])
    expect(await b.eventsOf('no@example.jp')).toHaveLength(1)
    expect(await b.eventsOf('out@example.jp')).toEqual([])
    expect(await b.eventsOf('own@example.jp')).toHaveLength(1)
  })

  it('leaves alone who was asked and never answered, whose consent ran out, and who came from a bad list', async () => {
    await b.events(
      put(
        b.folder,
        'more.csv',
        [
          'email,event,event_at,basis,source,wording',
          'plain@example.jp,requested,2025-01-01,,,',
          'odd@example.jp,given,2020-01-01,consent,,',
          'odd@example.jp,expired,2025-01-01,,,',
          'us@example.com,given,2024-01-01,consent,名簿業者より,\n',
        ].join('\n'),
      ),
    )
    expect(await b.declare()).toMatchObject({
      ...{matched: 6, declare: 0, asked: 1, expired: 1, 'bad-origin': 1, proven: 1, refused: 1, suppressed: 1},
      declaration: null,
    })
    // Of a list that was bought nobody consented, unless a record says otherwise.
    expect(await b.declare({origin: 'purchased'})).toMatchObject({declare: 0, 'bad-origin': 4})
  })

  it('takes the day from what a list told without a basis, by its header or by itself', async () => {
    await b.import(
      put(b.folder, 'days.csv', 'email,name,登録日\nday@example.jp,Day,2024-05-01\nno@example.jp,No,2025-09-01\n'),
    )
    expect(await b.eventsOf('day@example.jp')).toEqual([['given', at('2024-05-01T00:00+09:00')]])
    const where = '登録日 > 2024-04-30 and consent is empty'
    expect(await b.declare({where, atColumn: '登録日'})).toMatchObject({matched: 1, declare: 1, undated: 0})
    const twice = await b.declare({where: 'name = "Day"', wording: 'other-form'})
    expect(twice).toMatchObject({declare: 1, undated: 0})
    expect(await b.eventsOf('day@example.jp')).toEqual(Array(3).fill(['given', at('2024-05-01T00:00+09:00')]))
    // The newer day without a basis lifts no withdrawal.
    expect(await b.declare({where: 'name = "No"'})).toMatchObject({declare: 0, refused: 1})
  })

  it('is one sealed statement, which each consent names with who stated it', async () => {
    const {declaration} = await b.declare({where: 'country = "JP"', at: at('2024-04-01'), source: 'Fair 2024'})
    const rows = await query(
      b.storeFile,
      `select s.uuid, s.segment, s.declared_by, s.source, length(s.content_hash) as hash, d.evidence, count(*) as n
       from consent_events e join consent_details d on d.id = e.details_id join consent_declarations s on s.id = d.declaration_id
       group by s.id, d.id`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({uuid: declaration, segment: 'country = "JP"', source: 'Fair 2024', hash: 32, n: 2})
    expect(JSON.parse(String(rows[0]!.evidence))).toEqual({declaration, declared_by: 'Yamada Hanako'})
  })

  it('made again changes nothing; another one speaks for them anew', async () => {
    await b.declare({at: at('2024-04-01')})
    const before = await dump(b.storeFile)
    const asked: DeclarePreview[] = []
    const again = await b.declare({at: at('2024-04-01'), onPreview: async (preview) => void asked.push(preview)})
    expect(again).toMatchObject({declare: 0, already: 3, declaration: null})
    expect([asked, await dump(b.storeFile)]).toEqual([[], before])
    expect(await b.declare({at: at('2024-04-02')})).toMatchObject({declare: 3, already: 0})
  })

  it('writes nothing when the answer is no', async () => {
    const before = await dump(b.storeFile)
    const refusal = async () => Promise.reject(new Error('no'))
    await expect(b.declare({onPreview: refusal})).rejects.toThrow('no')
    expect(await dump(b.storeFile)).toBe(before)
  })

  it('goes on with the same statement where it was stopped', async () => {
    const people = Array.from({length: 5000}, (_, i) => `p${i}@example.jp,P,JP,`)
    const big = await consentBench('declare-big', people)
    const stop = new AbortController()
    let passes = 0
    const error = await failure(
      // Stopped in the second pass, after its first stretch was written.
      big.declare({stop: stop.signal, onProgress: (seen) => seen <= 2000 && ++passes === 2 && stop.abort()}),
    )
    expect(error.code).toBe('INTERRUPTED')
    const stayed = Number((await query(big.storeFile, 'select count(*) as n from consent_events'))[0]!.n)
    expect(stayed).toBeGreaterThan(0)
    expect(stayed).toBeLessThan(5000)
    const result = await big.declare()
    expect([result.declare, result.already]).toEqual([5000 - stayed, stayed])
    expect(await query(big.storeFile, 'select count(*) as n from consent_declarations')).toEqual([{n: 1}])
    expect(await query(big.storeFile, 'select count(distinct contact_id) as n from consent_events')).toEqual([
      {n: 5000},
    ])
  })

  it('tells that a form text of that name is kept', async () => {
    await b.keep(put(b.folder, 'form.txt', 'Form'), {from: at('2024-01-01')})
    expect((await b.declare({at: at('2024-04-01')})).hasWording).toBe(true)
  })

  it.each([
    [{list: 'nwes'}, 'LIST_UNKNOWN'],
    [{where: 'country ='}, 'SEGMENT_INVALID'],
    [{atColumn: 'sigend'}, 'FLAG_INVALID'],
  ])('is refused with %j', async (ask, code) => {
    expect((await failure(b.declare(ask))).code).toBe(code)
    expect(await query(b.storeFile, 'select count(*) as n from consent_declarations')).toEqual([{n: 0}])
  })

  it('speaks for nobody who left a topic, whatever else they take', async () => {
    await b.events(
      put(
        b.folder,
        'topics.csv',
        'email,event,event_at,topic\nplain@example.jp,given,2024-01-01,news\nplain@example.jp,withdrawn,2024-02-01,events\n',
      ),
    )
    await b.declare({at: NOW - 1000})
    expect((await b.eventsOf('plain@example.jp')).map(([kind]) => kind)).toEqual(['given', 'withdrawn'])
  })

  it('does not outlive a withdrawal that comes later', async () => {
    await b.declare({at: NOW - 1000})
    await b.events(put(b.folder, 'later.csv', 'email,event,event_at\nplain@example.jp,withdrawn,\n'))
    expect(await b.declare({at: NOW - 1000})).toMatchObject({refused: 2, already: 2})
  })
})
