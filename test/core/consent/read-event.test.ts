import {describe, expect, it} from 'vitest'
import type {EventCells, EventSettings} from '../../../src/core/consent/read-event.ts'
import {makeEventReader} from '../../../src/core/consent/read-event.ts'
import {consentAt} from '../../../src/core/contacts/consent.ts'

const NOW = Date.parse('2026-04-01T12:00+09:00')
const SETTINGS: EventSettings = {
  ...{offsetMinutes: 540, dates: 'ymd', now: NOW},
  ...{tellsEvent: true, event: null, purposes: ['newsletter']},
}
const read = (cells: EventCells, more: Partial<EventSettings> = {}) => makeEventReader({...SETTINGS, ...more})(cells)
const at = (text: string) => Date.parse(text)

describe('a line of consent events', () => {
  it('becomes one event with its day, way, place, wording and proof', () => {
    const {events, fault} = read({
      ...{event: 'confirmed', event_at: '2026-01-15T10:03:11+09:00', basis: 'consent', method: 'web_form'},
      ...{source: 'https://example.jp/signup', wording: 'news-form', purpose: 'newsletter', topic: 'news'},
      ...{checkbox_default: 'none', bundled: 'いいえ', ip: '203.0.113.7', controller: '株式会社サンプル'},
    })
    expect(fault).toBeNull()
    expect(events).toEqual([
      {
        ...{kind: 'confirmed', basis: 'consent', at: at('2026-01-15T10:03:11+09:00'), method: 'web_form'},
        ...{source: 'https://example.jp/signup', wording: 'news-form', purpose: 'newsletter', topic: 'news'},
        evidence: {bundled: 'no', checkbox_default: 'none', controller: '株式会社サンプル', ip: '203.0.113.7'},
      },
    ])
  })

  it.each([
    ['given', 'given'],
    ['同意', 'given'],
    ['はい', 'given'],
    ['確認済み', 'confirmed'],
    ['再同意', 'reaffirmed'],
    ['撤回', 'withdrawn'],
    ['配信停止', 'withdrawn'],
    ['unsubscribed', 'withdrawn'],
    ['いいえ', 'withdrawn'],
    ['refused', 'refused'],
    ['期限切れ', 'expired'],
    ['requested', 'requested'],
  ])('knows the event %s as %s', (event, kind) => {
    expect(read({event, event_at: '2025-04-01'}).events.map((each) => each.kind)).toEqual([kind])
  })

  it('reads three forms of a day in one column, and rejects the one that means two days', () => {
    const days = ['2024-04-01', '令和6年4月1日', '2024年4月1日(月)', '4/1/2024'].map((event_at) =>
      read({event: 'given', event_at}),
    )
    expect(days.map(({events, fault}) => events[0]?.at ?? fault)).toEqual([
      at('2024-04-01T00:00+09:00'),
      at('2024-04-01T00:00+09:00'),
      at('2024-04-01T00:00+09:00'),
      'date-unread',
    ])
    expect(read({event: 'given', event_at: '4/1/2024'}, {dates: 'mdy'}).events[0]?.at).toBe(
      at('2024-04-01T00:00+09:00'),
    )
  })

  it.each([
    [{event: 'given', event_at: '2026-05-01'}, 'date-future'],
    [{event: 'given', event_at: '1900-01-00'}, 'date-unread'],
    [{event: 'given', event_at: '1900-01-01'}, 'date-too-old'],
    [{event: 'given', event_at: 'soon'}, 'date-unread'],
    [{event: 'given', basis: 'magic'}, 'basis-unknown'],
    [{event: 'perhaps'}, 'event-unknown'],
    [{event: 'imported', event_at: '2024-04-01'}, 'event-unknown'],
    [{event: '更新', event_at: '2024-04-01'}, 'event-unknown'],
    [{event: '', event_at: '2024-04-01'}, 'event-missing'],
    [{event: 'given', bundled: 'somewhat'}, 'evidence-unread'],
    [{event: 'given', subscriber_type: 'robot'}, 'evidence-unread'],
  ])('makes no yes of %j: %s', (cells, fault) => {
    expect(read(cells)).toEqual({events: [], fault})
  })

  it.each(['2030-01-01', '1900-01-01', 'someday', ''])(
    'takes a no of the day "%s", to bind from now on or that day',
    (day) => {
      const {events, fault} = read({event: 'withdrawn', event_at: day, basis: 'magic', bundled: 'somewhat'})
      expect([fault, events.length, events[0]!.kind, events[0]!.basis]).toEqual([null, 1, 'withdrawn', null])
      if (day === '2030-01-01') expect(events[0]!.at).toBe(at('2030-01-01T23:59:59+09:00'))
      else expect(events[0]).toMatchObject({at: null, ...(day === '' ? {} : {evidence: {at_text: day}})})
    },
  )

  it('reads a yes and its withdrawal of one row, and keeps the no when the yes is broken', () => {
    const whole = read({
      event: 'given',
      event_at: '2024-04-01',
      withdrawn_at: '2025-04-01',
      withdrawn_scope: 'topic:sale',
    })
    expect(whole.events.map(({kind, topic}) => [kind, topic])).toEqual([
      ['given', null],
      ['withdrawn', 'sale'],
    ])
    const broken = read({event: 'given', event_at: 'soon', withdrawn_at: '2025-04-01'})
    expect([broken.fault, broken.events.map(({kind}) => kind)]).toEqual(['date-unread', ['withdrawn']])
  })

  it.each([
    ['2026-01-10', '2026-01-10T23:59:59+09:00'],
    ['2026-01-10 00:00:00', '2026-01-10T23:59:59+09:00'],
    ['2026年1月10日', '2026-01-10T23:59:59+09:00'],
    ['2026-01-10T00:00:00Z', '2026-01-10T23:59:59Z'],
    ['2026-01-10 09:00', '2026-01-10T09:00+09:00'],
    ['2026-01-10T10:00:00Z', '2026-01-10T10:00Z'],
  ])('takes a no of %s to hold until %s, and a yes from the first moment', (day, until) => {
    expect(read({event: 'withdrawn', event_at: day}).events[0]!.at).toBe(at(until))
    const yes = read({event: 'given', event_at: day}).events[0]!.at!
    expect([0, 86_399_000]).toContain(at(until) - yes)
  })

  it('lets the no of a line be its last word', () => {
    const sameDay = read({event: 'given', event_at: '2026-01-10 10:00:00', withdrawn_at: '2026-01-10'})
    expect(consentAt(sameDay.events, NOW)?.kind).toBe('withdrawn')
    const before = read({event: 'given', event_at: '2026-01-10', withdrawn_at: '2025-01-10'})
    expect(before.events[1]).toMatchObject({kind: 'withdrawn', at: null, evidence: {at_text: '2025-01-10'}})
    expect(consentAt(before.events, NOW)?.kind).toBe('withdrawn')
  })

  it('makes a yes of a line without a word for the event only where a basis or the user says it', () => {
    const plain = {tellsEvent: false}
    const dated = {event_at: '2024-04-01'}
    expect(read(dated, plain)).toEqual({events: [], fault: 'event-missing'})
    expect(read({basis: '名刺', ...dated}, plain).events[0]).toMatchObject({kind: 'given', basis: 'card'})
    expect(read(dated, {...plain, event: 'given'}).events[0]).toMatchObject({kind: 'given', basis: 'consent'})
    expect(read(dated, {...plain, event: 'withdrawn'}).events[0]).toMatchObject({kind: 'withdrawn'})
    expect(read({...dated, withdrawn_at: '2025-01-01'}, plain).events.map(({kind}) => kind)).toEqual(['withdrawn'])
    expect(read({}, plain)).toEqual({events: [], fault: 'event-missing'})
  })

  it('makes no yes of a line of which another column says no, and keeps what else it says', () => {
    const reader = makeEventReader(SETTINGS)
    expect(reader({event: 'given', event_at: '2024-04-01'}, true)).toEqual({events: [], fault: 'stop-word'})
    expect(reader({event: 'refused'}, true)).toMatchObject({fault: null, events: [{kind: 'refused'}]})
    expect(reader({event: 'requested'}, true)).toMatchObject({fault: null, events: [{kind: 'requested'}]})
  })

  it('makes no yes of a purpose that is not in the settings, and keeps a no whatever its purpose', () => {
    const given = {event: 'given', event_at: '2024-04-01'}
    expect(read({...given, purpose: 'newsletters'})).toEqual({events: [], fault: 'purpose-unknown'})
    expect(read({...given, purpose: 'newsletter, sale'}).fault).toBe('purpose-unknown')
    expect(read({...given, purpose: 'Newsletter'}).fault).toBeNull()
    expect(read({event: 'withdrawn', purpose: 'nopurpose'})).toMatchObject({events: [{kind: 'withdrawn'}], fault: null})
  })

  it('gives equal lines equal events, whatever the order of their columns', () => {
    const one = read({event: 'given', event_at: '2024-04-01', ip: '203.0.113.7', controller: 'X'})
    const other = read({controller: 'X', ip: '203.0.113.7', event_at: '2024/04/01', event: 'given'})
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
  })
})
