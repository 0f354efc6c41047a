import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {renderAudit} from '../../src/adapters/report/render-audit.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import {auditOf} from '../support/audits.ts'
import {CHROMIUM, launchChromium, lookAt} from '../support/browser.ts'
import {badSource} from '../support/sample-audit.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the audit page is not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = [375, 600, 1200].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'ja'] as const).map((lang) => ({width, colorScheme, lang})),
  ),
)

describe.skipIf(!hasChromium)('the audit page in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'todoke-audit-page-'))

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true})
  })

  const pageOf = async (lang: 'en' | 'ja') => {
    const report = await auditOf([badSource(`${'long-folder/'.repeat(12)}may.csv`), badSource('june.csv')], {
      choice: lawChoiceOf(['jp', 'ca', 'eu']),
    })
    const address = pathToFileURL(join(folder, `${lang}.html`))
    writeFileSync(address, renderAudit(report, lang, 'Asia/Tokyo'))
    return address.href
  }

  test.each(VIEWS)('fits, loads nothing and complains about nothing: $width px, $colorScheme, $lang', async (view) => {
    const address = await pageOf(view.lang)
    const page = await browser.newPage({viewport: {width: view.width, height: 800}, colorScheme: view.colorScheme})
    const {seen, complaints, requests} = await lookAt(page, address)
    await page.close()
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.lang).toBe(view.lang)
    expect(seen.faint).toEqual([])
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })

  test.each(['en', 'ja'] as const)('shows no figure run into the one beside it (%s)', async (lang) => {
    const page = await browser.newPage({viewport: {width: 1200, height: 800}})
    await page.goto(await pageOf(lang))
    const touching = await page.evaluate(`(() => {
      const boxOf = (node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        return range.getBoundingClientRect()
      }
      return [...document.querySelectorAll('.row-count')].flatMap(({children, textContent}) => {
        const boxes = [...children].filter((each) => each.textContent !== '').map(boxOf)
        return boxes.some((box, i) => i > 0 && box.left < boxes[i - 1].right + 4) ? [textContent] : []
      })
    })()`)
    await page.close()
    expect(touching).toEqual([])
  })

  test('is read in order by who cannot see it: headings without a gap, pictures and tables with names', async () => {
    const page = await browser.newPage({viewport: {width: 1200, height: 800}})
    await page.goto(await pageOf('en'))
    const found = (await page.evaluate(`(() => ({
      levels: [...document.querySelectorAll('h1,h2,h3')].map((each) => Number(each.tagName[1])),
      unnamed: [...document.querySelectorAll('svg[role=img]')].filter((each) => !each.querySelector('title')?.textContent).length,
      headless: [...document.querySelectorAll('table')].filter((each) => !each.querySelector('th[scope=col]')).length,
      links: [...document.querySelectorAll('a')].map((each) => each.href),
    }))()`)) as {levels: number[]; unnamed: number; headless: number; links: string[]}
    await page.close()
    expect(found.levels[0]).toBe(1)
    expect(found.levels.filter((level, i) => i > 0 && level > found.levels[i - 1]! + 1)).toEqual([])
    expect([found.unnamed, found.headless]).toEqual([0, 0])
    expect(found.links.length).toBeGreaterThan(10)
    expect(found.links.filter((link) => !link.startsWith('https://'))).toEqual([])
  })
})
