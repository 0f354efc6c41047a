/** A made-up send of 20,000 mails, and small changes to it, for the tests of the report's screens. */
import {reasonDuties} from '../../../src/core/reports/reason-duties.ts'
import type {SendReport} from '../../../src/core/reports/send-report.ts'
import {RULEBOOK} from '../../../src/rulebook/laws.ts'

/** 2026-10-01 10:00:00 in Tokyo. */
export const STARTED_AT = Date.UTC(2026, 9, 1, 1, 0, 0)

export const EMPTY_TOTALS: SendReport['totals'] = {
  planned: 0,
  attempting: 0,
  accepted: 0,
  deferred: 0,
  rejected: 0,
  'in-doubt': 0,
  suppressed: 0,
  held: 0,
  dropped: 0,
  skipped: 0,
}

const REASONS: SendReport['reasons'] = [
  {state: 'suppressed', reason: 'suppression:optout', count: 1_221},
  {state: 'held', reason: 'jp/consent-basis', count: 884},
  {state: 'held', reason: 'jp/consent-record eu/demonstrate-consent', count: 241},
  {state: 'suppressed', reason: 'suppression:bounce', count: 118},
  {state: 'held', reason: 'jp/appi-purpose', count: 75},
  {state: 'suppressed', reason: 'suppression:complaint', count: 46},
  {state: 'dropped', reason: 'template:empty-value', count: 19},
  {state: 'suppressed', reason: 'suppression:manual', count: 13},
  {state: 'dropped', reason: 'address:needs-smtputf8', count: 8},
  {state: 'suppressed', reason: 'suppression:legal', count: 2},
]

export const SAMPLE: SendReport = {
  send: {
    name: 'autumn-2026',
    state: 'finished',
    list: '会員',
    template: 'templates/autumn.html',
    segment: null,
    purpose: '新商品のご案内',
    subject: '秋の新商品と送料無料キャンペーンのお知らせ',
    sender: '株式会社みずほ台商店',
    laws: ['jp'],
    plannedAt: STARTED_AT - 3_600_000,
    startedAt: STARTED_AT,
    finishedAt: STARTED_AT + 720_000,
  },
  totals: {
    ...EMPTY_TOTALS,
    accepted: 17_200,
    rejected: 130,
    deferred: 40,
    'in-doubt': 3,
    suppressed: 1_400,
    held: 1_200,
    dropped: 27,
  },
  audience: 20_000,
  sumHolds: true,
  reasons: REASONS,
  duties: reasonDuties(REASONS, RULEBOOK),
  rate: {stepMs: 12_000, steps: stepsOf(60, 12_000, 17_200, 130, 40, 3)},
  domains: [
    ['docomo.ne.jp', 4_120, 3, 31, 0, 612],
    ['gmail.com', 3_905, 12, 22, 1, 480],
    ['ezweb.ne.jp', 2_310, 9, 18, 1, 401],
    ['softbank.ne.jp', 1_840, 2, 14, 0, 299],
    ['yahoo.co.jp', 1_702, 4, 16, 0, 243],
    ['icloud.com', 1_011, 1, 6, 0, 180],
    ['i.softbank.jp', 640, 0, 4, 0, 98],
    ['au.com', 512, 2, 5, 1, 90],
    ['outlook.jp', 371, 3, 3, 0, 61],
    ['ymobile.ne.jp', 260, 0, 2, 0, 44],
    ['rakuten.example.jp', 180, 1, 3, 0, 37],
    ['student.very-long-department-name.university.example.jp', 92, 1, 2, 0, 20],
    ['*', 257, 2, 4, 0, 62],
  ].map(([domain, accepted, deferred, rejected, inDoubt, notMailed]) => ({
    domain: String(domain),
    accepted: Number(accepted),
    deferred: Number(deferred),
    rejected: Number(rejected),
    inDoubt: Number(inDoubt),
    notMailed: Number(notMailed),
  })),
  replies: [
    {state: 'accepted', code: 250, enhanced: '2.0.0', sample: 'Ok: queued as 4XkT9Q2bZ1z7', count: 17_200},
    {
      state: 'rejected',
      code: 550,
      enhanced: '5.1.1',
      sample:
        "The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.",
      count: 97,
    },
    {state: 'deferred', code: 421, enhanced: '4.7.0', sample: 'Try again later, closing connection.', count: 24},
    {state: 'rejected', code: 552, enhanced: '5.2.2', sample: 'Mailbox full', count: 21},
    {state: 'deferred', code: 452, enhanced: '4.2.2', sample: 'The recipient inbox is out of storage', count: 16},
    {state: 'rejected', code: 554, enhanced: '', sample: 'Transaction failed', count: 12},
  ],
  optOuts: {count: 0, late: 0, mailedAfter: 0, suspicious: 0, longestMs: 0, worst: []},
  madeAt: STARTED_AT + 900_000,
  version: '0.1.0',
}

/** A send that found an empty list. */
export const NOBODY: SendReport = {
  ...SAMPLE,
  send: {...SAMPLE.send, startedAt: STARTED_AT, finishedAt: STARTED_AT},
  totals: EMPTY_TOTALS,
  audience: 0,
  reasons: [],
  rate: {stepMs: 1000, steps: []},
  domains: [],
  replies: [],
}

/** Steps that sum to the totals: a slow start, a long even stretch with a dip, a short tail. */
export function stepsOf(
  count: number,
  stepMs: number,
  accepted: number,
  rejected: number,
  deferred: number,
  inDoubt: number,
): SendReport['rate']['steps'] {
  const weights = Array.from({length: count}, (_, index) => {
    const ramp = Math.min(1, (index + 2) / 8)
    const dip = index > count * 0.55 && index < count * 0.68 ? 0.35 : 1
    const tail = index > count * 0.94 ? 0.3 : 1
    return ramp * dip * tail * (1 + 0.08 * Math.sin(index * 1.7))
  })
  const shares = (total: number) => spread(total, weights)
  const [a, r, d, i] = [shares(accepted), shares(rejected), shares(deferred), shares(inDoubt)]
  return weights.map((_, index) => ({
    at: STARTED_AT + index * stepMs,
    accepted: a[index] ?? 0,
    rejected: r[index] ?? 0,
    deferred: d[index] ?? 0,
    inDoubt: i[index] ?? 0,
  }))
}

/** Whole numbers in proportion to the weights that sum to the total. */
function spread(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let done = 0
  let before = 0
  return weights.map((weight) => {
    before += weight
    const part = Math.round((total * before) / all) - done
    done += part
    return part
  })
}
