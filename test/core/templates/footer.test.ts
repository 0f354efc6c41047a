/**
 * The footer alone must make a bare sentence a lawful mail, as far as the linter can tell, under every law we know: but
 * for what the subject must say, what only the sender can declare, and the languages that two laws want beside one's own.
 */
import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {viewHtml} from '../../../src/adapters/html/view-html.ts'
import {optOutNotice} from '../../../src/core/lint/opt-out-notice.ts'
import {hasPostalAddress} from '../../../src/core/lint/postal-address.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'
import {footerSource} from '../../../src/core/templates/footer.ts'
import {FOOTER_WORDS} from '../../../src/core/templates/footer-words.ts'
import {offeredColumns} from '../../../src/core/templates/offered-names.ts'
import {parseTemplate} from '../../../src/core/templates/parse-template.ts'
import {lintTemplate} from '../../../src/flows/lint-templates.ts'
import type {TemplateSource} from '../../../src/ports/templates.ts'
import {RULEBOOK} from '../../../src/rulebook/laws.ts'

const LANGUAGES = Object.keys(FOOTER_WORDS) as (keyof typeof FOOTER_WORDS)[]
const SENDER = {
  name: '株式会社サンプル',
  address: '〒150-0002 東京都渋谷区渋谷1-2-3',
  contact: '03-1234-5678',
}
const VALUES: Readonly<Record<string, string>> = {
  'sender.name': SENDER.name,
  'sender.address': SENDER.address,
  'sender.contact': SENDER.contact,
  unsubscribe_url: 'https://mail.shop.example.co.jp/u/abc',
}

function template(html: string, text: string): TemplateSource {
  return {
    name: 'a',
    path: 'a',
    subject: 'News',
    subjectAt: {file: 'a', line: 1, column: 1},
    html: {file: 'a.html', source: html},
    text: {file: 'a.txt', source: text},
    preheader: null,
    preheaderAt: null,
    from: null,
    replyTo: null,
    topic: null,
    purpose: null,
    mailClass: null,
    languages: [],
    charset: 'utf-8',
    filling: 'strict',
    raw: [],
    partials: {html: new Map(), text: new Map()},
    images: [],
    attachments: [],
  }
}

const withFooter = (languages: readonly string[], end = (source: string) => source) =>
  template(
    end(`<p>New bags are in.</p>${footerSource(languages, 'html')}`),
    end(`New bags are in.\n\n${footerSource(languages, 'text')}`),
  )

const filled = (source: string) => source.replace(/\{\{([^}]*)\}\}/g, (_, name) => VALUES[name]!)

/** Labels of the subject, and whether all readers have consented. */
const NOT_OF_A_FOOTER: ReadonlySet<string> = new Set(['kr/ad-label', 'sg/adv-label', 'us/ad-identification'])
/** Singapore wants the way out in English, Korea in Korean and English; our Korean footer says it in both. */
const WANTS_ENGLISH = 'sg/unsubscribe-english'
const WANTS_BOTH = 'kr/optout-bilingual'

function dutiesLeft(source: TemplateSource): readonly string[] {
  const ask = {laws: RULEBOOK, sender: SENDER, knownNames: offeredColumns([]), day: '2026-11-30'} as const
  const left = lintTemplate(source, ask, {views: {html: viewHtml}}).map(({duty}) => duty)
  return [...new Set(left)].filter((duty) => !NOT_OF_A_FOOTER.has(duty)).sort()
}

function languagesWantedBeside(language: string): readonly string[] {
  if (language === 'ko') return []
  return language === 'en' ? [WANTS_BOTH] : [WANTS_BOTH, WANTS_ENGLISH]
}

describe('the built-in footer', () => {
  it.each(LANGUAGES)('in %s leaves no law anything to find but other languages', (language) => {
    expect(dutiesLeft(withFooter([language]))).toEqual(languagesWantedBeside(language))
    expect(dutiesLeft(withFooter([language], filled))).toEqual(languagesWantedBeside(language))
  })

  it('in all of them at once leaves nothing either', () => {
    expect(dutiesLeft(withFooter(LANGUAGES))).toEqual([])
    expect(dutiesLeft(withFooter(LANGUAGES, filled))).toEqual([])
  })

  it('is what makes it so: without it the same sentence is refused', () => {
    expect(dutiesLeft(template('<p>New bags are in.</p>', 'New bags are in.\n')).length).toBeGreaterThan(5)
  })

  it.each(LANGUAGES)('in %s says at the link that mail can be refused, in HTML and in text', (language) => {
    for (const end of [filled, (source: string) => source]) {
      const html = viewHtml(end(footerSource([language], 'html')), 'a')
      const text = viewText('text', end(footerSource([language], 'text')), 'a')
      expect([optOutNotice(html).kind, optOutNotice(text).kind]).toEqual(['at-link', 'at-link'])
      expect(html.links).toHaveLength(1)
    }
    expect(hasPostalAddress(viewHtml(filled(footerSource([language], 'html')), 'a').visible.text)).toBe(true)
  })

  it('uses our four names and no other, and all of them in both parts', () => {
    for (const language of LANGUAGES)
      for (const kind of ['html', 'text'] as const) {
        const {tags, problems} = parseTemplate(footerSource([language], kind))
        expect(problems).toEqual([])
        expect(tags.map(({name}) => name)).toEqual(Object.keys(VALUES))
      }
  })

  it('stands once for each language, in their order, with lang for screen readers', () => {
    const html = footerSource(['ja', 'en-GB', 'ja-JP', 'en'], 'html')
    expect([...html.matchAll(/lang="([^"]*)"/g)].map(([, lang]) => lang)).toEqual(['ja', 'en'])
    expect(footerSource(['en', 'ja'], 'text')).toBe(`${footerSource(['en'], 'text')}\n${footerSource(['ja'], 'text')}`)
  })

  it.each([
    [[], 'en'],
    [['pt-BR'], 'en'],
    [['not a tag!'], 'en'],
    [['toString'], 'en'],
    [['de-AT'], 'de'],
    [['zh'], 'zh'],
    [['zh-Hans-HK'], 'zh'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-Hant'], 'zh-Hant'],
  ])('for %j is in %s', (languages, expected) => {
    expect(footerSource(languages, 'html')).toContain(`lang="${expected}"`)
  })

  it('in Korean tells how to refuse in English too, and in German that it costs nothing but the transmission', () => {
    for (const kind of ['html', 'text'] as const) {
      expect(footerSource(['ko'], kind)).toMatch(/수신거부[\s\S]*(?:Unsubscribe|unsubscribe)/)
      expect(footerSource(['de'], kind).replace(/\s+/g, ' ')).toMatch(
        /ohne dass .*Übermittlungskosten nach den Basistarifen/,
      )
    }
  })

  it('can be read: 12 px or more, and 4.5 to 1 against its own background (WCAG 2.2, 1.4.3)', () => {
    const html = footerSource(['en'], 'html')
    const background = /background-color:(#[\da-f]{6})/.exec(html)![1]!
    const colours = [...html.matchAll(/[;"]color:(#[\da-f]{6})/g)].map(([, colour]) => colour!)
    expect(colours).toHaveLength(2)
    for (const colour of colours) expect(contrast(colour, background)).toBeGreaterThan(4.5)
    for (const [, size] of html.matchAll(/font-size:(\d+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(12)
  })

  it('has text lines of 78 columns at most (RFC 5322 2.1.1)', () => {
    for (const language of LANGUAGES)
      for (const line of footerSource([language], 'text').split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(78)
  })
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
