/**
 * Pictures of a mail as a browser shows it, in the widths of a desktop's and a phone's mail program, light and dark. No
 * program in the mail runs and nothing of it reaches the network: opening a preview must not count as reading a mail.
 */
import type {Browser, BrowserContext} from 'playwright-core'
import {chromium} from 'playwright-core'
import {AppError} from '../../errors.ts'
import {findBrowser} from './find-browser.ts'

export const WIDTHS = [600, 375] as const
export const SCHEMES = ['light', 'dark'] as const

export interface Picture {
  readonly width: number
  readonly scheme: (typeof SCHEMES)[number]
  readonly png: Uint8Array
  /** Pixels by which the mail is wider than that: a reader would have to scroll sideways. */
  readonly overflow: number
  /** Files of the network that the mail wanted, each once; they are not in the picture. */
  readonly blocked: number
}

/** Never looked up: the request is answered here. */
const PAGE = 'http://mail.invalid/'
/** sandbox: the mail neither runs programs nor leads away by itself (meta refresh). */
const HEADERS = {'content-type': 'text/html; charset=utf-8', 'content-security-policy': 'sandbox'}
/** Of the window; a picture is as high as the mail, and at least that. */
const HEIGHT = 200
/** Runs in the page, as the browser's own, where programs of the page do not. */
const SIZE = '({width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight})'
const PATIENCE_MS = 30_000

/** html: as a file of its own, pictures inside. Throws BROWSER_MISSING, BROWSER_FAILED. */
export async function takePictures(html: string): Promise<readonly Picture[]> {
  const browser = await launch(findBrowser())
  try {
    const pictures: Picture[] = []
    for (const width of WIDTHS)
      for (const scheme of SCHEMES) pictures.push(await takePicture(browser, {html, width, scheme}))
    return pictures
  } catch (error) {
    throw new AppError('BROWSER_FAILED', {why: whyOf(error)}, {cause: error})
  } finally {
    await browser.close()
  }
}

async function launch(executablePath: string): Promise<Browser> {
  try {
    // Chromium refuses to work for root with its sandbox on.
    const chromiumSandbox = process.getuid?.() !== 0
    return await chromium.launch({executablePath, chromiumSandbox, timeout: PATIENCE_MS, args: ['--disable-quic']})
  } catch (error) {
    throw new AppError('BROWSER_FAILED', {why: whyOf(error)}, {cause: error})
  }
}

async function takePicture(
  browser: Browser,
  {html, width, scheme}: {html: string; width: number; scheme: Picture['scheme']},
): Promise<Picture> {
  const context = await browser.newContext({
    viewport: {width, height: HEIGHT},
    colorScheme: scheme,
    javaScriptEnabled: false,
    serviceWorkers: 'block',
  })
  try {
    const blocked = await closeNetwork(context, html)
    const page = await context.newPage()
    await page.goto(PAGE, {waitUntil: 'load', timeout: PATIENCE_MS})
    const size = (await page.evaluate(SIZE)) as {width: number; height: number}
    // Of a mail that is too wide, what a reader sees before scrolling.
    const clip = {x: 0, y: 0, width, height: size.height}
    const png = await page.screenshot({fullPage: true, clip, timeout: PATIENCE_MS})
    return {width, scheme, png, overflow: Math.max(0, size.width - width), blocked: blocked.size}
  } finally {
    await context.close()
  }
}

/** Answers the page itself and nothing else; data: URIs never come by here. Gives the addresses that were refused. */
async function closeNetwork(context: BrowserContext, html: string): Promise<ReadonlySet<string>> {
  const blocked = new Set<string>()
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === PAGE) return route.fulfill({headers: HEADERS, body: html})
    // A browser asks for it by itself.
    if (url !== `${PAGE}favicon.ico`) blocked.add(url)
    return route.abort()
  })
  return blocked
}

/** Without the name of the call in front. */
function whyOf(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/^\w+\.\w+: /, '')
  return /\bhas been closed$/.test(words) ? 'browser-ended' : words.slice(0, 200)
}
