import {expect, test} from 'vitest'
import {reasonDuties} from '../../../src/core/reports/reason-duties.ts'
import {RULEBOOK} from '../../../src/rulebook/laws.ts'

const of = (...reasons: readonly string[]) =>
  reasonDuties(
    reasons.map((reason) => ({reason})),
    RULEBOOK,
  )

test('the duties that reasons name come once each, with title and sources', () => {
  const duties = of('jp/consent-record eu/demonstrate-consent', 'suppression:optout', 'jp/consent-record')
  expect(duties.map(({id, title}) => [id, title.ja, title.en])).toEqual([
    ['jp/consent-record', '同意の記録', 'Record of consent'],
    ['eu/demonstrate-consent', '同意の証明', 'Proof of consent'],
  ])
  expect(duties[0]!.sources.map(({title}) => title)).toEqual([
    '特定電子メール法 3条2項',
    '特定電子メール法施行規則 4条1項',
  ])
})

test('what no law of ours names is passed over: words that are no duty, ids of a later version, nothing at all', () => {
  expect(of('template:empty-value', 'jp/of-a-later-version', '', 'constructor')).toEqual([])
})
