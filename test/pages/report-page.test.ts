import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {renderSendReport} from '../../src/adapters/report/render-page.ts'
import {SAMPLE} from '../adapters/report/sample-report.ts'
import {CHROMIUM, launchChromium, lookAt} from '../support/browser.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the report page is not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = [375, 600, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'ja'] as const).map((lang) => ({width, colorScheme, lang})),
  ),
)

describe.skipIf(!hasChromium)('the report page in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'todoke-report-'))

  beforeAll(async () => {
    browser = await launchChromium()
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
    const {seen, complaints, requests} = await lookAt(page, address.href)
    await page.close()
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.lang).toBe(view.lang)
    expect(seen.plots).toBe(2)
    expect(seen.faint).toEqual([])
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })
})
