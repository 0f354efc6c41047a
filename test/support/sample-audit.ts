/** A made-up audit of a bad list, for the tests of what is made from one. */
import type {AuditReport} from '../../src/core/reports/audit-report.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import type {AuditSource} from '../../src/flows/audit.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import {auditOf, person, sourceOf, YES} from './audits.ts'

/** Headers that would steer a terminal, break a page or run in a spreadsheet. */
const HEADERS = [
  'メール',
  '既往歴\u001b[2J<script>alert(1)</script>',
  'マイナンバー',
  'a very long header of a column about 健康診断の結果 and much more',
  '備考',
]

export function badSource(of = 'lists/=may & june.csv'): AuditSource {
  const judge = startColumnJudge(HEADERS)
  for (let i = 0; i < 30; i++)
    judge.see(['a@example.jp', 'なし', '123456789018', 'A', i === 0 ? '信用金庫職員。カトリック' : ''])
  const places = [
    {country: 'JP', ground: 'audience', alsoIn: []},
    {country: 'CA', ground: 'column', alsoIn: []},
    {country: 'DE', ground: 'domain', alsoIn: []},
    {country: 'KR', ground: 'phone', alsoIn: []},
  ] as const
  const trade = {...YES, basis: 'trade' as const, evidence: {last_transaction_at: '2020-01-01'}}
  const people = Array.from({length: 2000}, (_, i) =>
    person(i + 2, {
      placed: places[i % places.length]!,
      consents: i % 5 === 0 ? [] : i % 5 === 1 ? [trade] : [{...YES, at: i % 5 === 2 ? null : YES.at}],
      cameWith: i % 6,
      ...(i % 50 === 0 ? {optOut: {reason: 'complaint', scope: 'all'} as const} : {}),
      ...(i % 77 === 0 ? {optOut: {reason: 'manual', scope: 'topic:季節のお知らせ'} as const} : {}),
    }),
  )
  return sourceOf([people], {
    of,
    imports: ['old', 'new', 'three', 'four', 'five', 'six'].map((name, i) => ({name: `${name} <b>.csv`, at: i * 1e12})),
    columns: () => judge.result(),
    where: '都道府県 in ("東京都", "神奈川県") and not address = "someone@example.jp"\u001b',
    outside: () => 12_345,
    patterns: () => [
      {
        kind: 'numbers',
        domain: 'shop.example',
        count: 998,
        samples: [{row: 12, id: null, address: 'i***@shop.example'}],
      },
    ],
    flags: () => [
      {kind: 'typo', domain: 'gmial.com', suggestion: 'gmail.com', count: 1234, firstLine: 9},
      {kind: 'role', domain: null, suggestion: null, count: 5, firstLine: 11},
    ],
    dateForms: () => [{column: '同意日', forms: ['Y-M-M', 'M/M/Y', 'M.M.Y'].map((form) => ({form, rows: 600}))}],
    leftOut: () => ({columns: [{name: 'パスワード', category: 'password'}], rows: 3}),
  })
}

export function badAudit(): Promise<AuditReport> {
  return auditOf([badSource()], {choice: lawChoiceOf(['jp', 'ca']), weights: new Map()})
}
