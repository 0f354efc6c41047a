import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {expect, test} from 'vitest'
import type {Screen} from '../../src/cli/screen.ts'
import {showAddressFlags} from '../../src/cli/show-address-flags.ts'
import type {FlagCount} from '../../src/core/contacts/address-census.ts'
import {FLAG_KINDS} from '../../src/core/contacts/address-flags.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'

const paint = new Chalk({level: 0})

function shown(counts: readonly FlagCount[], lang: Lang): string[] {
  const lines: string[] = []
  const screen: Screen = {
    ...{lang, paint, paintErr: paint, width: 80, isInteractive: false, isQuiet: false},
    t: (key, values) => text(lang, key, values),
    out: (line = '') => void lines.push(...line.split('\n')),
    note() {},
  }
  showAddressFlags(counts, screen)
  return lines
}

const typo = {kind: 'typo', domain: 'gmial.com', suggestion: 'gmail.com', count: 12, firstLine: 17} as const
const role = {kind: 'role', domain: null, suggestion: null, count: 1300, firstLine: 4} as const

test('a misspelt domain is shown with what was probably meant, its rows and the first line', () => {
  expect(shown([typo, role], 'en')).toEqual([
    '',
    'Addresses worth a look, first line of each (none was changed or left out)',
    '  ▲     12  misspelt domain?    gmial.com → gmail.com?  line 17',
    '  ●  1,300  function (info@ …)                           line 4',
  ])
  expect(shown([typo], 'ja')).toEqual([
    '',
    '確認したいアドレスと最初の行（変更も除外もしていません）',
    '  ▲  12  ドメインの誤記？  gmial.com → gmail.com?  17 行目',
  ])
})

test('nothing is shown when nothing was noticed', () => {
  expect(shown([], 'en')).toEqual([])
})

test('of many domains the first are shown and the rest counted, with the earliest line of the rest', () => {
  const many = Array.from({length: 7}, (_, i) => ({...typo, domain: `gmial${i}.com`, count: 10 - i, firstLine: 90 - i}))
  const lines = shown(many, 'en').slice(2)
  expect(lines).toHaveLength(5)
  expect(lines[4]).toMatch(/ 15 {2}misspelt domain\? {2}3 more domains +line 84$/)
})

test.each(['en', 'ja'] as const)('every kind has words in %s and the widest rows fit 80 columns', (lang) => {
  const counts = FLAG_KINDS.map((kind) => ({
    ...typo,
    kind,
    domain: `${'very-long-name-'.repeat(4)}.example.co.jp`,
    count: 9_999_999,
    firstLine: 9_999_999,
  }))
  const lines = shown(counts, lang)
  expect(lines).toHaveLength(FLAG_KINDS.length + 2)
  expect(lines.filter((line) => stringWidth(line) > 80 || line.includes('lists.'))).toEqual([])
})

test('a domain cannot steer the terminal', () => {
  expect(shown([{...typo, domain: 'gmial\u001b[2J.com'}], 'en').join('')).not.toContain('\u001b')
})
