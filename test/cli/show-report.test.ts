import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {expect, test} from 'vitest'
import {number} from '../../src/adapters/report/words.ts'
import type {Screen} from '../../src/cli/screen.ts'
import {showSendReport} from '../../src/cli/show-report.ts'
import type {SendReport} from '../../src/core/reports/send-report.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'
import {NOBODY, SAMPLE} from '../adapters/report/sample-report.ts'

const LANGS: readonly Lang[] = ['en', 'ja']

test.each(LANGS)('every line fits 80 columns and every figure is there (%s)', (lang) => {
  const lines = shown(SAMPLE, lang)
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
  const all = lines.join('\n')
  expect(all).not.toMatch(/[{}]/)
  const figures = [
    SAMPLE.audience,
    ...Object.values(SAMPLE.totals).filter((count) => count > 0),
    ...SAMPLE.reasons.map((each) => each.count),
    ...SAMPLE.domains.flatMap((row) => [row.accepted, row.rejected, row.deferred, row.inDoubt, row.notMailed]),
    ...SAMPLE.replies.map((each) => each.count),
  ]
  for (const figure of figures) expect(all).toMatch(new RegExp(`(?<![\\d,.])${number(figure, lang)}(?![\\d,])`))
})

test('the equation stands on lines of its own, broken between terms', () => {
  const lines = shown(SAMPLE, 'en')
  const at = lines.indexOf('  20,000 = 17,200 accepted + 130 rejected + 40 deferred + 3 in doubt')
  expect(at).toBeGreaterThan(0)
  expect(lines[at + 1]).toBe('         + 1,400 suppressed + 1,200 held + 27 dropped')
  expect(lines[at + 2]).toContain('✔ The sum holds')
  expect(lines).toContain('    todoke send settle autumn-2026 --assume sent|unsent')
})

test('a sum that is off says so in place of the equation sign too', () => {
  const lines = shown({...SAMPLE, audience: 20_001, sumHolds: false}, 'ja')
  expect(lines.some((line) => line.startsWith('  20,001 ≠ 17,200 受理'))).toBe(true)
  expect(lines.some((line) => line.includes('✖ 合計が一致しません'))).toBe(true)
})

test('columns line up with wide characters', () => {
  const lines = shown(SAMPLE, 'ja')
  const ends = ['docomo.ne.jp', 'その他のドメイン'].map((start) => lines.find((line) => line.includes(`  ${start}`)))
  expect(ends.map((line) => stringWidth(line ?? ''))).toEqual([78, 78].map(() => stringWidth(ends[0] ?? '')))
  expect(stringWidth(ends[0] ?? '')).toBeGreaterThan(60)
})

test('an empty send says in words that there is nothing', () => {
  const all = shown(NOBODY, 'en').join('\n')
  for (const name of ['states', 'reasons', 'rate', 'domains', 'replies'] as const)
    expect(all).toContain(text('en', `report.${name}.empty`))
  expect(all).not.toMatch(/NaN|Infinity/)
})

test('no control character of a reply, a name or a domain reaches the terminal', () => {
  const bad = 'x\u001b]0;title\u0007\u009b31m\r\n'
  const lines = shown(
    {
      ...SAMPLE,
      send: {...SAMPLE.send, name: bad, subject: bad, sender: bad, list: bad},
      reasons: [{state: 'held', reason: bad, count: 1}],
      domains: SAMPLE.domains.map((row) => ({...row, domain: bad})),
      replies: SAMPLE.replies.map((reply) => ({...reply, sample: bad, enhanced: bad})),
    },
    'en',
  )
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
})

/** The lines a screen of 80 columns without colours would show. */
function shown(report: SendReport, lang: Lang): readonly string[] {
  const lines: string[] = []
  const plain = new Chalk({level: 0})
  const screen: Screen = {
    lang,
    paint: plain,
    paintErr: plain,
    width: 80,
    isInteractive: false,
    isQuiet: false,
    t: (key, values) => text(lang, key, values),
    out: (line = '') => lines.push(...line.split('\n')),
    note: () => undefined,
  }
  showSendReport(report, screen, 'Asia/Tokyo')
  return lines
}
