import {existsSync} from 'node:fs'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {PAGE_LANGUAGES} from '../../src/core/serving/page-language.ts'
import {CHROMIUM, launchChromium, lookAt, seeOn} from '../support/browser.ts'
import type {Site} from '../support/site.ts'
import {startSite} from '../support/site.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: the opt-out page is not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = PAGE_LANGUAGES.flatMap((lang) => [
  {lang, width: 320, colorScheme: 'light' as const},
  {lang, width: 1280, colorScheme: 'dark' as const},
])

describe.skipIf(!hasChromium)('the opt-out page in a browser', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    browser = await launchChromium()
    const signUpUrl = 'https://www.example.com/signup'
    site = await startSite({people: 100, send: {topic: '秋の新作と催しのお知らせ'}, site: {signUpUrl}})
  })

  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  async function within<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext(options)
    try {
      return await work(await context.newPage())
    } finally {
      await context.close()
    }
  }

  test.each(VIEWS)('fits and is legible, before and after: $lang, $width px, $colorScheme', async (view) => {
    const {lang, width, colorScheme} = view
    const locale = lang
    await within({locale, colorScheme, viewport: {width, height: 800}, javaScriptEnabled: true}, async (page) => {
      const {seen, complaints, requests} = await lookAt(page, site.linkOf(1))
      expect(seen).toMatchObject({overflow: 0, lang, faint: []})
      expect(complaints).toEqual([])
      expect(requests).toEqual([`${site.url}/u/style.css`])
      await page.click('button')
      await page.waitForSelector('.holds')
      expect(await seeOn(page)).toMatchObject({overflow: 0, lang, faint: []})
      expect(complaints).toEqual([])
    })
  })

  test.each([true, false])('works by keyboard and by its labels, with script: %s', async (javaScriptEnabled) => {
    const id = javaScriptEnabled ? 10 : 11
    await within({locale: 'en', javaScriptEnabled}, async (page) => {
      await page.goto(site.linkOf(id))
      await page.getByLabel('Stop all mail').check()
      await page.getByRole('button', {name: 'Confirm'}).focus()
      await page.keyboard.press('Enter')
      await page.waitForSelector('.holds')
      expect(await page.textContent('.holds')).toContain('gets no more mail from us')
      expect(await page.getByRole('link', {name: 'Sign up again'}).getAttribute('href')).toBe(
        'https://www.example.com/signup',
      )
      // One address, before and after: there is no redirect, and loading it anew says the same again.
      expect(page.url()).toBe(site.linkOf(id))
    })
    expect(site.events().filter(({subject}) => subject === `p${id}@example.com`)).toMatchObject([{scope: 'all'}])
  })

  test('does nothing by itself, with script on and time to think', async () => {
    await within({locale: 'en'}, async (page) => {
      await page.goto(site.linkOf(20))
      await page.mouse.move(100, 100)
      await page.mouse.wheel(0, 500)
      await page.reload()
      await page.goBack()
      expect(await page.evaluate('document.scripts.length')).toBe(0)
    })
    expect(site.events().filter(({subject}) => subject === 'p20@example.com')).toEqual([])
  })

  test('has one heading, named choices of one group, one button, and a page that can be zoomed', async () => {
    await within({locale: 'en'}, async (page) => {
      await page.goto(site.linkOf(21))
      expect(await page.getByRole('heading', {level: 1}).count()).toBe(1)
      expect(await page.getByRole('group', {name: 'Your choice'}).getByRole('radio').count()).toBe(3)
      expect(await page.getByRole('button').count()).toBe(1)
      expect(await page.getByRole('main').count()).toBe(1)
      expect(await page.getByRole('radio').first().isChecked()).toBe(true)
      expect(await page.getAttribute('meta[name=viewport]', 'content')).not.toMatch(/user-scalable|maximum-scale/)
      expect(await page.title()).toContain('Mail settings')
      const {height} = (await page.getByRole('button').boundingBox())!
      expect(height).toBeGreaterThanOrEqual(44)
    })
  })

  test('tells what is wrong with a link that was cut, in the reader’s language, and how else to be heard', async () => {
    await within({locale: 'ja'}, async (page) => {
      await page.goto(site.linkOf(22).slice(0, -8))
      await page.click('button')
      expect(await page.textContent('h1')).toBe('リンクが途中で切れています')
      expect(await page.getByRole('link', {name: 'stop@example.jp'}).getAttribute('href')).toBe(
        'mailto:stop@example.jp',
      )
    })
  })
})
