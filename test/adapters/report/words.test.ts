import {expect, test} from 'vitest'
import {
  clean,
  duration,
  perSecond,
  reasonLaw,
  reasonWords,
  replyMeaning,
  share,
  zoneOffsetMinutes,
} from '../../../src/adapters/report/words.ts'
import type {Words} from '../../../src/core/lint/duty.ts'
import type {Source} from '../../../src/core/lint/finding.ts'
import type {ReasonDuty} from '../../../src/core/reports/reason-duties.ts'

test('a share is never 0% for something nor 100% for less than all', () => {
  const shown = [share(0, 10), share(1, 20_000), share(17_200, 20_000), share(9_999_999, 10_000_000), share(7, 7)]
  expect(shown).toEqual(['0.0%', '<0.1%', '86.0%', '>99.9%', '100.0%'])
  expect(share(0, 0)).toBe('–')
})

const duty = (id: string, title: Words, ...sources: readonly Source[]): ReasonDuty => ({id, title, sources})
const record = duty('xx/record', {ja: '同意の記録', en: 'Record of consent'}, {title: 'Act 3', confidence: 'verified'})
const basis = duty(
  'yy/basis',
  {ja: '事前の同意', en: 'Prior consent'},
  {title: 'Act 3', confidence: 'verified'},
  {title: 'Code 7', confidence: 'unverified'},
)
const same = duty('zz/record', record.title, {title: 'Decree 1', confidence: 'secondary'})

test('a reason is worded by the duty it names, in both languages, with where the law is written', () => {
  expect(reasonWords('xx/record', [basis, record], 'ja')).toBe('満たさない要件: 同意の記録')
  expect(reasonWords('xx/record', [basis, record], 'en')).toBe('Fails on: Record of consent')
  expect(reasonLaw('xx/record', [basis, record], 'en')).toBe('Act 3')
})

test('a reason of several duties says all of them, what they share once, what nobody verified as such', () => {
  expect(reasonWords('xx/record yy/basis', [record, basis], 'ja')).toBe('満たさない要件: 同意の記録・事前の同意')
  expect(reasonWords('xx/record yy/basis', [record, basis], 'en')).toBe('Fails on: Record of consent; Prior consent')
  expect(reasonLaw('xx/record yy/basis', [record, basis], 'ja')).toBe('Act 3 / Code 7 （未検証）')
  expect(reasonLaw('xx/record yy/basis', [record, basis], 'en')).toBe('Act 3 / Code 7 (not verified)')
  expect(reasonWords('xx/record zz/record', [record, same], 'ja')).toBe('満たさない要件: 同意の記録')
  expect(reasonLaw('xx/record zz/record', [record, same], 'ja')).toBe('Act 3 / Decree 1')
})

test('an id of a later version that nobody knows is shown as it is, beside what is known', () => {
  expect(reasonWords('xx/something-new', [record], 'ja')).toBe('xx/something-new')
  expect(reasonLaw('xx/something-new', [record], 'ja')).toBe('')
  expect(reasonWords('xx/record xx/something-new', [record], 'en')).toBe(
    'Fails on: Record of consent; xx/something-new',
  )
  expect(reasonLaw('xx/record xx/something-new', [record], 'en')).toBe('Act 3')
  expect(reasonWords('xx/\u001b[31mnew', [], 'en')).toBe('xx/\\x1b[31mnew')
})

test('a reason that is no duty has words of its own', () => {
  expect(reasonWords('suppression:optout', [], 'ja')).toBe('配信停止の申し出があった')
  expect(reasonLaw('suppression:optout', [], 'ja')).toBe('特定電子メール法3条3項')
  expect(reasonWords('template:empty-value', [record], 'en')).toBe('A value the template needs is empty')
  expect(reasonWords('', [record], 'en')).toBe('No reason on record')
  expect(reasonWords('none', [], 'en')).toBe('none')
})

test('the enhanced code of a reply wins over its first digit, the most exact meaning first', () => {
  expect(replyMeaning(550, '5.1.1', 'en')).toBe('No such mailbox')
  expect(replyMeaning(550, '5.1.9', 'en')).toBe('Address is wrong')
  expect(replyMeaning(550, '5.9.9', 'en')).toBe('Refused for good')
  expect(replyMeaning(451, '', 'en')).toBe('Not now, try later')
  expect(replyMeaning(451, 'constructor', 'en')).toBe('Not now, try later')
  expect(replyMeaning(0, '', 'en')).toBe('')
})

test('control and direction characters become a visible mark', () => {
  expect(clean('a\u001b[31mb\u202ec\nd')).toBe('a\\x1b[31mb\\u202ec\\nd')
  expect(clean('株式会社 ok')).toBe('株式会社 ok')
})

test('rates and durations keep the digits that matter', () => {
  const rates = [0, 0.004, 0.25, 12.34, 4_310.4, 10_000_000].map((rate) => perSecond(rate, 'en'))
  expect(rates).toEqual(['0', '<0.01', '0.25', '12.3', '4,310', '10,000,000'])
  const spans = [50, 4_300, 59_600, 90_000, 720_000, 7_260_000].map((ms) => duration(ms, 'en'))
  expect(spans).toEqual(['0.05 s', '4.3 s', '1 min', '1 min 30 s', '12 min', '2 h 1 min'])
})

test('a zone knows its distance from UTC, summer time and half hours too', () => {
  const summer = Date.UTC(2026, 6, 1)
  const minutes = ['Asia/Tokyo', 'UTC', 'America/New_York', 'Asia/Kolkata'].map((zone) =>
    zoneOffsetMinutes(summer, {lang: 'en', zone}),
  )
  expect(minutes).toEqual([540, 0, -240, 330])
})
