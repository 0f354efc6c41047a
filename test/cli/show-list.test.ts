import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import type {Screen} from '../../src/cli/screen.ts'
import {showListLines, showListPicture} from '../../src/cli/show-list.ts'
import type {ListPicture, ShownImport} from '../../src/flows/show-list.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'

function shown(lang: Lang, show: (screen: Screen) => void): readonly string[] {
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
  show(screen)
  return lines
}

const BAD = 'x\u001b]0;title\u0007\u009b31m'
const LONG = '髙橋商店の会員の方々がご登録くださった配信先の一覧（最新版）.csv'
const anImport = (more: Partial<ShownImport> = {}): ShownImport => ({
  ...{id: '1f6b2c3d', file: LONG, at: Date.parse('2026-04-01'), encoding: 'cp932', state: 'done'},
  rowsRead: null,
  counts: {rows: 10_000_000, added: 9_000_000, updated: 1_000_000, rejected: 123_456},
  ...more,
})
const words = (word: string) => ({
  top: [
    {word, count: 6_000_000},
    {word: LONG, count: 3_999_000},
  ],
  rest: {words: 200_000, count: 1000, hasMore: true},
})
const PICTURE: ListPicture = {
  name: 'news',
  members: 10_000_000,
  standing: {mailable: 9_000_000, suppressed: 500_000, refused: 400_000, withoutConsent: 100_000},
  partlyOptedOut: 12_345,
  growth: Array.from({length: 30}, (_, i) => ({month: `20${10 + i}-01`, added: 1000 * (i + 1)})),
  domains: words('example.jp'),
  consent: {
    ...{holds: 9_200_000, refused: 600_000, none: 200_000, withoutSource: 1000, undated: 50_000},
    bases: {
      ...{consent: 9_000_000, card: 100_000, trade: 50_000, published: 40_000, soft_optin: 5000},
      ...{implied_purchase: 2000, implied_inquiry: 1000, legit_interest: 1000, contract: 500, unknown: 500},
    },
    sources: words(BAD),
  },
  columns: [
    {header: '氏名', filled: 10_000_000, kept: []},
    {header: LONG, filled: 1, kept: [{basis: 'consent', evidence: LONG}]},
  ],
  imports: [
    anImport(),
    anImport({state: 'cut-short', counts: null, rowsRead: 1_234_567}),
    anImport({state: 'undone'}),
    ...Array.from({length: 12}, () => anImport({file: BAD})),
  ],
  unfinished: [
    {id: '1f6b2c3d', file: LONG, rowsRead: 1_234_567},
    {id: '2f6b2c3d', file: BAD, rowsRead: 0},
  ],
}

describe.each(['en', 'ja'] as const)('a list on the screen (%s)', (lang) => {
  const lines = shown(lang, (screen) => showListPicture(PICTURE, screen))

  it('fits 80 columns, with numbers of ten million and wide names', () => {
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([])
    expect(lines.length).toBeGreaterThan(50)
  })

  it('lets no control character of a file through', () => {
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })

  it('shows the last twelve months apart and all before together', () => {
    const months = lines.filter((line) => /^ {2}20\d\d-01 /.test(line))
    expect(months).toHaveLength(12)
    const before = lines.find((line) => line.startsWith(`  ${text(lang, 'lists.show.before')}`))
    expect(before).toContain('171,000')
  })

  it('tells ten imports, what became of them, and how many are older', () => {
    const imports = lines.filter((line) => line.startsWith('  1f6b2c3d'))
    expect(imports).toHaveLength(10)
    expect(imports[1]).toContain(text(lang, 'lists.show.cut-short'))
    expect(imports[2]).toContain(text(lang, 'lists.show.undone'))
    expect(lines).toContain(`  ${text(lang, 'lists.show.older', {count: 5})}`)
  })

  it('has no NaN for a list without members', () => {
    const none = {top: [], rest: {words: 0, count: 0, hasMore: false}}
    const empty = {
      ...PICTURE,
      ...{members: 0, growth: [], columns: [], imports: [], domains: none, partlyOptedOut: 0},
    }
    expect(shown(lang, (screen) => showListPicture(empty, screen)).join('\n')).not.toMatch(/NaN|Infinity/)
  })

  it('is a line of at most 80 columns among all lists', () => {
    const rows = [
      {
        name: 'ニュースレターの会員の方々のための一覧です',
        contacts: 10_000_000,
        lastImport: anImport(),
        unfinished: [],
      },
      {name: 'empty', contacts: 0, lastImport: null, unfinished: PICTURE.unfinished},
    ]
    const all = shown(lang, (screen) => showListLines(rows, screen))
    expect(all.slice(0, 3).every((line) => !line.includes('▲'))).toBe(true)
    expect(all.slice(3).join('\n')).toMatch(/^ {2}▲[^▲]*1,234,567[^▲]*todoke list undo 1f6b2c3d\n {2}▲[^▲]*2f6b2c3d/)
    expect(all.filter((line) => stringWidth(line) > 80)).toEqual([])
    expect(shown(lang, (screen) => showListLines([], screen)).join('\n')).toContain('todoke list import')
  })
})
