import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {expect, test} from 'vitest'
import type {Screen} from '../../src/cli/screen.ts'
import {showReasons} from '../../src/cli/show-reasons.ts'
import {reasonDuties} from '../../src/core/reports/reason-duties.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'

const REASONS = [
  {state: 'held', reason: 'jp/consent-record eu/demonstrate-consent', count: 1_204},
  {state: 'suppressed', reason: 'suppression:optout', count: 31},
  {state: 'held', reason: 'jp/of-a-later-version', count: 2},
]

test('a reason that names two duties shows both titles, and below them ids and law', () => {
  expect(shown(REASONS, 'ja')).toEqual([
    '',
    text('ja', 'sending.why-not'),
    '  1,204  満たさない要件: 同意の記録・同意の証明',
    '         jp/consent-record eu/demonstrate-consent · 特定電子メール法 3条2項 /',
    '         特定電子メール法施行規則 4条1項 / GDPR art. 7(1)–(3) / EDPB Guidelines',
    '         05/2020, §§104–108',
    '     31  配信停止の申し出があった',
    '         suppression:optout · 特定電子メール法3条3項',
    '      2  jp/of-a-later-version',
    '         jp/of-a-later-version',
  ])
  expect(shown(REASONS, 'en')).toContain('  1,204  Fails on: Record of consent; Proof of consent')
})

test.each(['ja', 'en'] as const)('lines fit the screen under many laws (%s)', (lang) => {
  const ids = RULEBOOK.flatMap(({duties}) => duties.filter(({rule}) => rule === 'consent-basis').map(({id}) => id))
  expect(ids.length).toBeGreaterThan(8)
  const lines = shown([{state: 'held', reason: ids.join(' '), count: 10_000_000}], lang)
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
  for (const id of ids) expect(lines.join('\n')).toContain(id)
})

test('of many reasons the most frequent are shown, without a reason nothing', () => {
  const many = Array.from({length: 20}, (_, n) => ({state: 'held', reason: `jp/reason-${n}`, count: 20 - n}))
  expect(shown(many, 'en').filter((line) => /^ +\d+ {2}jp/.test(line))).toHaveLength(8)
  expect(shown([], 'en')).toEqual([])
})

function shown(reasons: typeof REASONS, lang: Lang): readonly string[] {
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
  showReasons({reasons, duties: reasonDuties(reasons, RULEBOOK)}, screen)
  return lines
}
