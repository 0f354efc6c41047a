import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {chromium} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {renderSendReport} from '../../src/adapters/report/render-page.ts'
import {SAMPLE} from '../adapters/report/sample-report.ts'

const CHROMIUM = '/usr/bin/chromium'
const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the report page is not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = [375, 600, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'ja'] as const).map((lang) => ({width, colorScheme, lang})),
  ),
)

/** Runs in the page: opens all folds, then measures. faint: texts with a contrast below 4.5 (WCAG 2.2, 1.4.3). */
const LOOK = `(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true
  const light = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number)
  const groundOf = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const ground = parts(getComputedStyle(each).backgroundColor)
      if (ground.length === 3) return ground
    }
    return [255, 255, 255]
  }
  const faint = []
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    if (!own || element.closest('pattern, title, desc') || ['title', 'desc'].includes(element.tagName)) continue
    const style = getComputedStyle(element)
    const [a, b] = [light(parts(element.tagName === 'text' ? style.fill : style.color)), light(groundOf(element))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < 4.5) faint.push(element.className + ' ' + contrast.toFixed(2) + ' ' + element.textContent.slice(0, 20))
  }
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    lang: document.documentElement.lang,
    plots: [...document.querySelectorAll('.plot')].filter((plot) => plot.getBoundingClientRect().width > 0).length,
    faint,
  }
})()`

describe.skipIf(!hasChromium)('the report page in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'todoke-report-'))

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true})
  })

  test.each(VIEWS)('fits, loads nothing and complains about nothing: $width px, $colorScheme, $lang', async (view) => {
    const address = pathToFileURL(join(folder, `${view.lang}.html`))
    const long = {...SAMPLE.domains[0]!, domain: `${'long-label.'.repeat(18)}example.jp`}
    writeFileSync(
      address,
      renderSendReport({...SAMPLE, domains: [long, ...SAMPLE.domains.slice(1)]}, view.lang, 'Asia/Tokyo'),
    )
    const page = await browser.newPage({viewport: {width: view.width, height: 800}, colorScheme: view.colorScheme})
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(address.href)
    const seen = (await page.evaluate(LOOK)) as {overflow: number; lang: string; plots: number; faint: string[]}
    await page.close()
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.lang).toBe(view.lang)
    expect(seen.plots).toBe(2)
    expect(seen.faint).toEqual([])
    expect(complaints).toEqual([])
    expect(requests.filter((url) => url !== address.href && !url.startsWith('data:'))).toEqual([])
  })
})
