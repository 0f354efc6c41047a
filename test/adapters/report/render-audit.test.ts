import {parse} from 'parse5'
import {expect, test} from 'vitest'
import {renderAudit} from '../../../src/adapters/report/render-audit.ts'
import {auditOf, person, sourceOf, YES} from '../../support/audits.ts'
import {badAudit, badSource} from '../../support/sample-audit.ts'

/** The words a reader sees. */
function wordsOf(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

test.each(['en', 'ja'] as const)(
  'stands alone: no script, nothing loaded, no parse error, every key worded, in %s',
  async (lang) => {
    const html = renderAudit(await badAudit(), lang, 'Asia/Tokyo')
    const faults: string[] = []
    parse(html, {onParseError: ({code}) => faults.push(code), sourceCodeLocationInfo: true})
    expect(faults).toEqual([])
    expect(html).not.toMatch(/<script|<link rel="style|src=|url\((?!#)/)
    expect(html).toContain("default-src 'none'")
    expect(html).toContain(`<html lang="${lang}">`)
    expect(wordsOf(html)).not.toMatch(/\{\w+\}|\b(audit|verdict|ground|way-out|basis|category)\.\w/)
  },
)

test('the same report, language and zone give the same bytes', async () => {
  const report = await badAudit()
  expect(renderAudit(report, 'ja', 'Asia/Tokyo')).toBe(renderAudit(report, 'ja', 'Asia/Tokyo'))
})

test('names what was judged, by which law of which day and rulebook, and links each source', async () => {
  const report = await badAudit()
  const html = renderAudit(report, 'en', 'Asia/Tokyo')
  const words = wordsOf(html)
  for (const word of [
    'lists/=may &amp; june.csv',
    report.rulebook,
    '2026-01-15',
    'Canada (CASL)',
    'Special-care',
    'facts.sellerType',
  ])
    expect(words).toContain(word)
  expect(html).toMatch(/<a href="https:\/\/laws\.e-gov\.go\.jp\/[^"]+" rel="noreferrer">/)
  for (const {id} of report.duties) expect(words).toContain(id)
})

test('headers, files and opt-outs may hold anything, and no address, label or sensitive value is shown', async () => {
  const html = renderAudit(await badAudit(), 'en', 'Asia/Tokyo')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<b>.csv')
  expect(html).not.toContain('\u001b')
  for (const secret of ['123456789018', 'taro', '***@', 'someone']) expect(html).not.toContain(secret)
})

test('several targets have a part each, with ids of their own', async () => {
  const report = await auditOf([badSource('a.csv'), badSource('b.csv')])
  const html = renderAudit(report, 'en', 'Asia/Tokyo')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('h-findings-2')
  expect(wordsOf(html)).toContain('2 lists and files')
})

test('a clean list and an empty one say so', async () => {
  const clean = renderAudit(await auditOf([sourceOf([[person(2, {consents: [YES]})]])]), 'en', 'UTC')
  expect(wordsOf(clean)).toContain('all may be mailed')
  expect(wordsOf(clean)).toContain('No findings.')
  const empty = renderAudit(await auditOf([sourceOf([])]), 'ja', 'UTC')
  expect(wordsOf(empty)).toContain('指摘はありません')
})
