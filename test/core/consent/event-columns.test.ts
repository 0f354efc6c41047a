import {describe, expect, it} from 'vitest'
import {eventColumns, eventFieldOf} from '../../../src/core/consent/event-columns.ts'
import {EVENT_FIELDS} from '../../../src/core/consent/event-words.ts'

describe('the columns of a file of consent events', () => {
  it('are known by the names of the rulebook, however they are spelt', () => {
    for (const field of EVENT_FIELDS) {
      expect([field, eventFieldOf(field)]).toEqual([field, field])
      expect([field, eventFieldOf(field.toUpperCase().replaceAll('_', ' '))]).toEqual([field, field])
    }
  })

  it.each([
    ['メールアドレス', 'address'],
    ['email_raw', 'address'],
    ['同意日', 'event_at'],
    ['同意日時', 'event_at'],
    ['同意方法', 'method'],
    ['登録経路', 'source'],
    ['同意文言', 'wording'],
    ['利用目的', 'purpose'],
    ['撤回日', 'withdrawn_at'],
    ['同意区分', 'basis'],
    ['同意状態', 'event'],
    ['確認日時', 'doi_confirmed_at'],
    ['IPアドレス', 'ip'],
    ['名刺交換日', 'card_received_at'],
    ['お問い合わせ日', 'inquiry_at'],
    ['備考', 'note'],
  ])('%s is %s', (header, field) => {
    expect(eventFieldOf(header)).toBe(field)
  })

  it.each(['氏名', '身長', 'declared_by', 'declaration', 'constructor', 'x'.repeat(5000)])(
    '%.20s is not taken in',
    (header) => {
      expect(eventFieldOf(header)).toBeNull()
    },
  )

  it('are what the user says, and of two columns of one field the first', () => {
    const {columns, faults} = eventColumns(['メール', '同意日', '日時', 'x'], ['日時=event_at', '#4=topic'])
    expect(columns.map(({field}) => field)).toEqual(['address', null, 'event_at', 'topic'])
    expect(faults).toEqual([])
    expect(eventColumns(['email', 'date', 'at'], []).columns.map(({field}) => field)).toEqual([
      'address',
      'event_at',
      null,
    ])
  })

  it('are refused where the pair names nothing', () => {
    const {faults} = eventColumns(['email'], ['email', 'gone=event_at', 'email=colour'])
    expect(faults.map(({what}) => what)).toEqual(['not-a-pair', 'unknown-column', 'unknown-field'])
  })
})
