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

test('a share is never 0% for something nor 100% for less than all', () => {
  const shown = [share(0, 10), share(1, 20_000), share(17_200, 20_000), share(9_999_999, 10_000_000), share(7, 7)]
  expect(shown).toEqual(['0.0%', '<0.1%', '86.0%', '>99.9%', '100.0%'])
  expect(share(0, 0)).toBe('–')
})

test('a reason has words in both languages, and shows its id where it has none', () => {
  expect(reasonWords('jp/consent-basis', 'ja')).toBe('送信の根拠（同意など）の記録がない')
  expect(reasonLaw('jp/consent-basis', 'en')).toBe('Anti-Spam Act (Japan) art. 3(1)')
  expect(reasonWords('us/something-new', 'ja')).toBe('us/something-new')
  expect(reasonLaw('us/something-new', 'ja')).toBe('')
  expect(reasonWords('', 'en')).toBe('No reason on record')
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
  expect(clean('a\u001b[31mb\u202ec\nd')).toBe('a\ufffd[31mb\ufffdc\ufffdd')
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
