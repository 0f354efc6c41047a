import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {renderLint} from '../../src/adapters/report/render-lint.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'
import {CHROMIUM, launchChromium, lookAt} from '../support/browser.ts'
import {lintPaths} from '../support/lint.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the lint page is not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = [375, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'ja'] as const).map((lang) => ({width, colorScheme, lang})),
  ),
)
const template = (name: string) => fileURLToPath(new URL(`../../fixtures/templates/${name}`, import.meta.url))
const report = await lintPaths(['many-mistakes.html', 'complete', 'name-in-alt'].map(template), {
  laws: lawsOf(['jp', 'us']),
})

describe('the lint page', () => {
  test('tells the numbers, the lines in question and the law, and lets nothing of a template through as markup', async () => {
    const html = renderLint(report, 'ja', 'Asia/Tokyo')
    expect(html).toContain('<mark>株</mark>式会社サンプル&lt;/div&gt;')
    expect(html).toContain('7 行 27 桁')
    expect(html).toContain('特定電子メール法施行規則 7条2項</a>')
    expect(html).not.toContain('<img')
    expect(html).toBe(renderLint(report, 'ja', 'Asia/Tokyo'))
  })

  test('says so where there is nothing to mend', async () => {
    const clean = await lintPaths([template('complete')])
    expect(renderLint(clean, 'en', 'Asia/Tokyo')).toContain('Nothing to mend in 1 template')
  })
})

describe.skipIf(!hasChromium)('the lint page in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'todoke-lint-page-'))

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true})
  })

  test.each(VIEWS)('fits, loads nothing and complains about nothing: $width px, $colorScheme, $lang', async (view) => {
    const address = pathToFileURL(join(folder, `${view.lang}.html`))
    writeFileSync(address, renderLint(report, view.lang, 'Asia/Tokyo'))
    const page = await browser.newPage({viewport: {width: view.width, height: 800}, colorScheme: view.colorScheme})
    const {seen, complaints, requests} = await lookAt(page, address.href)
    await page.close()
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.lang).toBe(view.lang)
    expect(seen.faint).toEqual([])
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })
})
