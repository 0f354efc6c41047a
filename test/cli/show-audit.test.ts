import {Chalk} from 'chalk'
import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import type {Screen} from '../../src/cli/screen.ts'
import {auditAsJson, showAudit} from '../../src/cli/show-audit.ts'
import type {Law} from '../../src/core/lint/duty.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import {auditContacts} from '../../src/flows/audit.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'
import {jpListDuties} from '../../src/rulebook/jp-lists.ts'

const jp: Law = {id: 'jp', name: {ja: '日本', en: 'Japan'}, countries: ['JP'], duties: jpListDuties}
const paint = new Chalk({level: 0})

/** A screen of 80 columns that keeps what it is given. */
function screenOf(lang: Lang) {
  const lines: string[] = []
  const screen: Screen = {
    lang,
    paint,
    paintErr: paint,
    width: 80,
    isInteractive: false,
    isQuiet: false,
    t: (key, values) => text(lang, key, values),
    out: (line = '') => void lines.push(...line.split('\n')),
    note() {},
  }
  return {screen, lines}
}

function badList() {
  const judge = startColumnJudge([
    'メール',
    '既往歴\u001b[2J',
    'マイナンバー',
    'a very long header of a column about 健康診断の結果',
    '備考',
  ])
  for (let i = 0; i < 30; i++)
    judge.see(['a@example.jp', 'なし', '123456789018', 'A', i === 0 ? '信用金庫職員。カトリック' : ''])
  async function* contacts() {
    for (let row = 2; row < 2002; row++)
      yield [{label: `row ${row}: t***@example.jp`, case: {country: 'JP', consents: [], asOf: 0}}]
  }
  return auditContacts(
    {laws: [jp], day: '2026-01-15'},
    {
      of: 'lists/may.csv',
      contacts: contacts(),
      columns: () => judge.result(),
      where: '都道府県 in ("東京都", "神奈川県", "埼玉県", "千葉県") and not address = "someone@example.jp"\u001b',
      outside: () => 12_345,
      patterns: () => [],
      leftOut: () => ({columns: [{name: 'パスワード', category: 'password'}], rows: 3}),
    },
  )
}

test.each(['en', 'ja'] as const)(
  'the worst list fits 80 columns, in %s, with no key or slot left unworded',
  async (lang) => {
    const {screen, lines} = screenOf(lang)
    showAudit(await badList(), screen)
    const shown = lines.join('\n')
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
    expect(shown).not.toMatch(/\{\w+\}|(category|basis|audit|consent-basis)\.\w/)
    expect(shown).not.toContain('123456789018')
    expect(shown).not.toContain('\u001b')
    expect(shown).toContain('2,000')
    expect(shown).toContain('12,345')
    expect(shown).not.toContain('someone')
    expect(shown).toContain('jp/consent-basis')
    expect(shown).toContain('番号法')
  },
)

test('a category is worded on the screen and stays a stable word in JSON', async () => {
  const answer = auditAsJson(await badList(), 'ja')
  const finding = answer.findings.find(({duty}) => duty === 'jp/appi-special-care')!
  expect(finding.values.category).toBe('medical')
  expect(finding.message).toContain('病歴')
  expect(finding.message).not.toContain('medical')
})

test('a clean list says so and names the next step', async () => {
  const {screen, lines} = screenOf('en')
  const judge = startColumnJudge(['email'])
  async function* contacts() {
    yield []
  }
  const leftOut = () => ({columns: [], rows: 0})
  showAudit(
    await auditContacts(
      {laws: [jp], day: '2026-01-15'},
      {
        of: 'may',
        contacts: contacts(),
        columns: judge.result,
        where: null,
        outside: () => 0,
        patterns: () => [],
        leftOut,
      },
    ),
    screen,
  )
  expect(lines.join('\n')).toContain('No findings.')
  expect(lines.at(-1)).toContain('todoke lint')
})
