import {parse} from 'parse5'
import {expect, test} from 'vitest'
import {renderSendReport} from '../../../src/adapters/report/render-page.ts'
import {number} from '../../../src/adapters/report/words.ts'
import type {SendReport} from '../../../src/core/reports/send-report.ts'
import type {Lang} from '../../../src/i18n/text.ts'
import {EMPTY_TOTALS, NOBODY, SAMPLE, STARTED_AT, stepsOf} from './sample-report.ts'

const ZONE = 'Asia/Tokyo'
const LANGS: readonly Lang[] = ['en', 'ja']

const ONE_STEP: SendReport = {...SAMPLE, rate: {stepMs: 60_000, steps: stepsOf(1, 60_000, 17_200, 130, 40, 3)}}

const TEN_MILLION: SendReport = {
  ...SAMPLE,
  totals: {...EMPTY_TOTALS, accepted: 9_999_997, 'in-doubt': 3},
  audience: 10_000_000,
  reasons: [{state: 'held', reason: 'jp/consent-basis', count: 10_000_000}],
  rate: {stepMs: 3_600_000, steps: stepsOf(72, 3_600_000, 9_999_997, 0, 0, 3)},
  domains: [{domain: 'example.jp', accepted: 9_999_997, deferred: 0, rejected: 0, inDoubt: 3, notMailed: 0}],
  replies: [{state: 'accepted', code: 250, enhanced: '', sample: 'ok', count: 9_999_997}],
}

const CASES: readonly [string, SendReport][] = [
  ['a usual send', SAMPLE],
  ['an empty list', NOBODY],
  ['a single step', ONE_STEP],
  ['ten million contacts', TEN_MILLION],
  ['a sum that is off', {...SAMPLE, audience: 20_001, sumHolds: false}],
  ['a planned send', {...NOBODY, send: {...SAMPLE.send, state: 'planned', startedAt: null, finishedAt: null}}],
  ['steps without any mail', {...SAMPLE, rate: {stepMs: 1000, steps: stepsOf(3, 1000, 0, 0, 0, 0)}}],
  [
    'a pause of a day',
    {
      ...SAMPLE,
      rate: {
        stepMs: 1000,
        steps: [0, 86_400_000].map((later) => ({
          at: STARTED_AT + later,
          accepted: 5,
          deferred: 0,
          rejected: 1,
          inDoubt: 0,
        })),
      },
    },
  ],
]

test.each(LANGS)('every figure of the report stands on the page (%s)', (lang) => {
  const words = visibleText(renderSendReport(SAMPLE, lang, ZONE))
  const figures = [
    SAMPLE.audience,
    ...Object.values(SAMPLE.totals),
    ...SAMPLE.reasons.map((each) => each.count),
    ...SAMPLE.rate.steps.flatMap((step) => [step.accepted, step.rejected, step.deferred, step.inDoubt]),
    ...SAMPLE.domains.flatMap((row) => [row.accepted, row.rejected, row.deferred, row.inDoubt, row.notMailed]),
    ...SAMPLE.replies.map((each) => each.count),
  ]
  for (const figure of figures) expect(words).toMatch(new RegExp(`(?<![\\d,.])${number(figure, lang)}(?![\\d,])`))
  for (const {domain} of SAMPLE.domains.filter((row) => row.domain !== '*')) expect(words).toContain(domain)
  for (const {sample} of SAMPLE.replies) expect(words).toContain(sample)
  for (const {reason} of SAMPLE.reasons) expect(words).toContain(reason)
})

test.each(LANGS.flatMap((lang) => CASES.map(([name, report]) => [lang, name, report] as const)))(
  'the page is sound HTML without empty slots (%s, %s)',
  (lang, _name, report) => {
    const page = renderSendReport(report, lang, ZONE)
    expect(parseErrors(page)).toEqual([])
    expect(page).toContain(`<html lang="${lang}">`)
    const body = page.slice(page.indexOf('</style>'))
    expect(body).not.toMatch(/[{}]/)
    expect(body).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(page).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?!["']|data:,|#)/i)
    expect(page).not.toMatch(/<script|https?:|@import/i)
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  },
)

test.each(CASES)('nothing is drawn outside its picture (%s)', (_name, report) => {
  const page = renderSendReport(report, 'en', ZONE)
  for (const [, x, width] of page.matchAll(/<rect x="([\d.]+)%" y="0" width="([\d.]+)%"/g)) {
    expect(Number(width)).toBeGreaterThan(0)
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(100)
  }
  for (const [, width, height, inside] of page.matchAll(
    /<svg class="plot[^>]*viewBox="0 0 (\d+) (\d+)">(.*?)<\/svg>/gs,
  ))
    for (const [x, y] of placesIn(inside ?? '')) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(Number(width))
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(Number(height))
    }
})

test('every picture has a name for those who cannot see it, and is no more than decoration otherwise', () => {
  const page = renderSendReport(SAMPLE, 'ja', ZONE)
  const pictures = [...page.matchAll(/<svg[^>]*>(?:<title>([^<]*)<\/title>)?/g)]
  expect(pictures.length).toBeGreaterThan(20)
  for (const [tag, title] of pictures)
    if (tag.includes('role="img"')) expect(title).toBeTruthy()
    else expect(tag).toContain('aria-hidden="true"')
})

test('every look that a picture uses is defined once', () => {
  const page = renderSendReport(SAMPLE, 'en', ZONE)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, used] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used)
})

test('values from outside cannot become markup, however hostile', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror='a()'>&amp;\u202e</title></style>{name}`
  const report: SendReport = {
    ...SAMPLE,
    send: {
      ...SAMPLE.send,
      name: hostile,
      list: hostile,
      template: hostile,
      purpose: hostile,
      subject: hostile,
      sender: hostile,
      laws: [hostile],
    },
    reasons: [{state: 'held', reason: hostile, count: 1}],
    domains: [{domain: hostile, accepted: 1, deferred: 0, rejected: 0, inDoubt: 0, notMailed: 0}],
    replies: [{state: 'rejected', code: 550, enhanced: hostile, sample: hostile, count: 1}],
    version: hostile,
  }
  const page = renderSendReport(report, 'en', ZONE)
  const tags = new Set(Array.from(page.matchAll(/<([a-z][\w-]*)/gi), ([, tag]) => tag?.toLowerCase()))
  expect(tags).not.toContain('script')
  expect(tags).not.toContain('img')
  expect(page.match(/<\/style>/g)).toHaveLength(1)
  expect(page).not.toContain('\u202e')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('&amp;amp;')
  expect(parseErrors(page)).toEqual([])
})

test('the sum shows as an equation, and a sum that is off cannot be overlooked', () => {
  const right = visibleText(renderSendReport(SAMPLE, 'en', ZONE)).replace(/\s+/g, ' ')
  expect(right).toContain('20,000 audience = 17,200 accepted + 130 rejected + 40 deferred + 3 in doubt')
  expect(right).toContain('The sum holds')
  const off = visibleText(renderSendReport({...SAMPLE, audience: 20_001, sumHolds: false}, 'en', ZONE))
  expect(off.replace(/\s+/g, ' ')).toContain('20,001 audience ≠ 17,200 accepted')
  expect(off).toContain('the audience is 20,001, the states add up to 20,000')
  expect(off).not.toContain('The sum holds')
})

test('those in doubt come with the command that settles them, quoted where the name needs it', () => {
  expect(visibleText(renderSendReport(SAMPLE, 'ja', ZONE)).replace(/\s+/g, ' ')).toContain(
    'todoke send settle autumn-2026 --assume sent|unsent',
  )
  const odd = {...SAMPLE, send: {...SAMPLE.send, name: "it's on"}}
  expect(visibleText(renderSendReport(odd, 'en', ZONE)).replace(/\s+/g, ' ')).toContain(`settle 'it'\\''s on' --assume`)
  const none = {...SAMPLE, totals: {...SAMPLE.totals, 'in-doubt': 0}}
  expect(renderSendReport(none, 'en', ZONE)).not.toContain('send settle')
})

test('mails that were being attempted when a run died count as in doubt, but not while it runs', () => {
  const totals = {...SAMPLE.totals, 'in-doubt': 0, attempting: 3}
  const stopped: SendReport = {...SAMPLE, totals, send: {...SAMPLE.send, state: 'stopped', finishedAt: null}}
  expect(renderSendReport(stopped, 'en', ZONE)).toContain('3 contacts are in doubt')
  const running: SendReport = {...stopped, send: {...stopped.send, state: 'running'}}
  expect(renderSendReport(running, 'en', ZONE)).not.toContain('in doubt</h2>')
})

test('the same report gives the same bytes, and moments follow the zone', () => {
  expect(renderSendReport(SAMPLE, 'ja', ZONE)).toBe(renderSendReport(structuredClone(SAMPLE), 'ja', ZONE))
  expect(renderSendReport(SAMPLE, 'ja', ZONE)).toContain('2026年10月1日 10:00:00 ～ 10:12:00（UTC+9）')
  expect(renderSendReport(SAMPLE, 'en', 'America/New_York')).toContain('30 Sept 2026, 21:00:00 to 21:12:00 (UTC-4)')
})

/** The text a reader sees: no style, no tags, entities read. */
function visibleText(page: string): string {
  return page
    .slice(page.indexOf('</style>'))
    .replace(/<wbr>/g, '')
    .replace(/<(?:\/?)(?:span|b|small)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

function parseErrors(page: string): readonly string[] {
  const errors: string[] = []
  parse(page, {onParseError: (error) => errors.push(`${error.code} at ${error.startOffset}`)})
  return errors
}

/** Points of paths, ends of lines and anchors of texts. */
function placesIn(svg: string): readonly (readonly [number, number])[] {
  const places: [number, number][] = []
  for (const [, path] of svg.matchAll(/ d="([^"]*)"/g))
    for (const [, x, y] of (path ?? '').matchAll(/(-?[\d.e+-]+),(-?[\d.e+-]+)/g)) places.push([Number(x), Number(y)])
  for (const [, x1, x2, y1, y2] of svg.matchAll(/x1="([^"]+)" x2="([^"]+)" y1="([^"]+)" y2="([^"]+)"/g))
    places.push([Number(x1), Number(y1)], [Number(x2), Number(y2)])
  for (const [, x, y] of svg.matchAll(/<text[^>]* x="([^"]+)" y="([^"]+)"/g)) places.push([Number(x), Number(y)])
  return places
}
