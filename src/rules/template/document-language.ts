/** Looks whether the HTML says in which language it is, as screen readers need it, and whether its text agrees. */
import {withoutAddresses} from '../../core/lint/bare-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {PartView} from '../../core/lint/template-view.ts'
import {contradicts, scriptOf} from '../../core/lint/text-script.ts'

const japanese = `<p>${'いつもご利用いただき、まことにありがとうございます。'.repeat(4)}</p>`
const english = `<p>${'Thank you for shopping with us again and again. '.repeat(4)}</p>`

export const documentLanguage: TemplateRule = {
  id: 'document-language',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    `<html><body>${english}</body></html>`,
    `<html lang="en"><body>${japanese}</body></html>`,
    `<html lang="ja"><body>${english}</body></html>`,
    `<html lang="jp"><body>${japanese}</body></html>`,
    `<html lang="und"><body>${english}</body></html>`,
    `<html lang="ja_JP"><body>${japanese}</body></html>`,
  ],
  good: [
    `<html lang="ja"><body>${japanese}</body></html>`,
    `<html lang="ja-JP"><body>${japanese}</body></html>`,
    `<html lang="fr"><body>${english}</body></html>`,
    `<html><body lang="en">${english}</body></html>`,
    '<html lang="ja"><body><p>SALE 50% OFF</p></body></html>',
    `<html lang="{{language}}"><body>${english}</body></html>`,
    `${english}`,
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      const {document} = part
      if (document === null) return
      const {lang} = document
      const said = lang?.value.trim().toLowerCase() ?? ''
      if (/[{*%<[]/.test(said)) return
      if (lang === null || said === '' || said === 'und') {
        const offset = lang?.offset ?? document.offset
        if (offset !== null) report({at: {part: index, offset}, key: 'document-language.missing'})
        return
      }
      const at = {part: index, offset: lang.offset}
      const code = lang.value.slice(0, 40)
      const meant = meantBy(said)
      if (meant !== null) report({at, key: 'document-language.no-language', values: {code, meant}})
      else if (contradicts(said.split('-')[0]!, scriptOf(wordsOf(part))))
        report({at, key: 'document-language.other', values: {code}})
    })
  },
}

/** Codes of countries that are taken for those of their languages. */
const COUNTRIES: Readonly<Record<string, string>> = {
  jp: 'ja',
  cn: 'zh',
  us: 'en',
  gb: 'en',
  dk: 'da',
  cz: 'cs',
  at: 'de',
}

/** The right code for one that is none, e.g. ja-JP for ja_jp; null where it may stand. */
function meantBy(said: string): string | null {
  const [primary = '', ...rest] = said.split(/[-_]/)
  const country = Object.hasOwn(COUNTRIES, primary) ? COUNTRIES[primary] : undefined
  if (country !== undefined) return country
  return said.includes('_') ? [primary, ...rest.map((each) => each.toUpperCase())].join('-') : null
}

/** Enough to tell a script by. */
const MOST_TEXT = 5_000

function wordsOf({visible}: PartView): string {
  return withoutAddresses(visible.text.slice(0, MOST_TEXT)).replace(
    /\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\*\|[^|]{0,200}\|\*/g,
    ' ',
  )
}
