/** Opens a page of ours in Chromium and tells what a reader would stumble over. */
import type {Browser, Page} from 'playwright-core'
import {chromium} from 'playwright-core'

export const CHROMIUM = '/usr/bin/chromium'

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
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
}

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

export interface Seen {
  /** Pixels by which the page is wider than its window. */
  readonly overflow: number
  readonly lang: string
  /** Plots that are shown. */
  readonly plots: number
  readonly faint: readonly string[]
}

/** The page as it stands now. */
export async function seeOn(page: Page): Promise<Seen> {
  return (await page.evaluate(LOOK)) as Seen
}

/** requests: what the page loads besides itself. */
export async function lookAt(page: Page, address: string) {
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(address)
  const seen = await seeOn(page)
  return {seen, complaints, requests: requests.filter((url) => url !== address && !url.startsWith('data:'))}
}
