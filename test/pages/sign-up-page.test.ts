import {existsSync} from 'node:fs'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {PAGE_LANGUAGES} from '../../src/core/serving/page-language.ts'
import {CHROMIUM, launchChromium, lookAt, seeOn} from '../support/browser.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps} from '../support/sign-ups.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: sign-up pages are not opened in a browser, because ${CHROMIUM} is missing`)

const VIEWS = PAGE_LANGUAGES.flatMap((lang) => [
  {lang, width: 320, colorScheme: 'light' as const},
  {lang, width: 1280, colorScheme: 'dark' as const},
])
/** Where pictures of the pages go, for a person to look at; nowhere unless it is said. */
const PICTURES = process.env.PAGE_PICTURES

describe.skipIf(!hasChromium)('sign-up and confirmation in a browser', () => {
  let browser: Browser
  let forms: SignUpSite

  beforeAll(async () => {
    browser = await launchChromium()
    forms = await startSignUps()
  })

  afterAll(async () => {
    await browser?.close()
    await forms?.stop()
  })

  async function within<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext(options)
    try {
      return await work(await context.newPage())
    } finally {
      await context.close()
    }
  }

  const picture = async (page: Page, name: string) => {
    if (PICTURES !== undefined) await page.screenshot({path: `${PICTURES}/${name}.png`, fullPage: true})
  }

  test.each(VIEWS)('fit and are legible at every step: $lang, $width px, $colorScheme', async (view) => {
    const {lang, width, colorScheme} = view
    const legible = {overflow: 0, lang, faint: []}
    const name = (step: string) => `${step}-${lang}-${width}-${colorScheme}`
    await within({locale: lang, colorScheme, viewport: {width, height: 800}}, async (page) => {
      const {seen, complaints, requests} = await lookAt(page, `${forms.site.url}/f/news`)
      expect(seen).toMatchObject(legible)
      expect(requests).toEqual([`${forms.site.url}/f/style.css`])
      await picture(page, name('form'))
      await page.fill('#address', 'hanako@')
      await page.click('button')
      await page.waitForSelector('.fault')
      expect(await seeOn(page)).toMatchObject(legible)
      await picture(page, name('faults'))
      await page.fill('#address', `${lang}${width}@example.com`)
      await page.fill('#field-2', 'standard')
      for (const tick of ['topic-1', 'agree']) await page.check(`[name=${tick}]`)
      const before = forms.relay.dots.length
      await page.click('button')
      await page.waitForSelector('[role=status]')
      expect(await seeOn(page)).toMatchObject(legible)
      await picture(page, name('sent'))
      await forms.mails(before + 1)
      await page.goto(forms.site.url + forms.linkIn(`${lang}${width}@example.com`))
      expect(await seeOn(page)).toMatchObject(legible)
      await picture(page, name('confirm'))
      await page.click('button')
      await page.waitForSelector('.mark')
      expect(await seeOn(page)).toMatchObject(legible)
      await picture(page, name('confirmed'))
      // The page that tells of faults is answered with 422, of which a browser's console speaks.
      expect(complaints.filter((each) => !each.includes('422'))).toEqual([])
    })
  })

  test.each([true, false])('work by keyboard and by their labels, with script: %s', async (javaScriptEnabled) => {
    const address = `keys-${javaScriptEnabled}@example.com`
    await within({locale: 'en', javaScriptEnabled}, async (page) => {
      await page.goto(`${forms.site.url}/f/news`)
      await page.getByLabel('Mail address').fill(address)
      await page.getByLabel('Your name').fill('Hanako')
      await page.getByLabel('Plan').fill('standard')
      await page.getByLabel('news').check()
      await page.getByLabel('Yes, I agree.').check()
      const before = forms.relay.dots.length
      await page.getByRole('button', {name: 'Sign up'}).focus()
      await page.keyboard.press('Enter')
      await page.waitForSelector('[role=status]')
      await forms.mails(before + 1)
      await page.goto(forms.site.url + forms.linkIn(address))
      await page.getByRole('button', {name: 'Yes, confirm'}).focus()
      await page.keyboard.press('Enter')
      await page.waitForSelector('.mark')
    })
    expect(forms.consents().filter((each) => each.address === address)).toMatchObject([{kind: 'given', topic: 'news'}])
  })

  test('tell a screen reader what each field is, what is wrong with it, and hide the trap from everybody', async () => {
    await within({locale: 'en'}, async (page) => {
      await page.goto(`${forms.site.url}/f/news`)
      expect(await page.getByRole('heading', {level: 1}).count()).toBe(1)
      expect(await page.getByRole('textbox').count()).toBe(3)
      expect(
        await page.getByRole('group', {name: 'What may we write to you about?'}).getByRole('checkbox').count(),
      ).toBe(2)
      expect(await page.getByRole('checkbox', {checked: true}).count()).toBe(0)
      expect(await page.evaluate('document.scripts.length')).toBe(0)
      await page.getByRole('button', {name: 'Sign up'}).click()
      await page.waitForSelector('[role=alert]')
      const field = page.getByLabel('Mail address')
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      const described = await field.getAttribute('aria-describedby')
      expect(await page.textContent(`#${described}`)).toBe('Please type your mail address.')
      const {height} = (await page.getByRole('button').boundingBox())!
      expect(height).toBeGreaterThanOrEqual(44)
    })
  })

  test('do nothing by themselves, with script on and time to think', async () => {
    await forms.signUp('idle@example.com')
    while (!forms.relay.messages.has('idle@example.com')) await new Promise((resolve) => setTimeout(resolve, 5))
    await within({locale: 'en'}, async (page) => {
      await page.goto(forms.site.url + forms.linkIn('idle@example.com'))
      await page.mouse.wheel(0, 500)
      await page.reload()
    })
    expect(forms.consents().filter(({address}) => address === 'idle@example.com')).toEqual([])
  })
})
