/** The footer that {{> footer}} stands for where a template brings none: sender, address, contact, and the way out with its notice. */
import type {FooterWords} from './footer-words.ts'
import {FOOTER_WORDS} from './footer-words.ts'

/**
 * Template source, one block for each language in their order, each once; a language that has no words here, and no
 * language at all, gets English. languages: BCP 47, e.g. ja, en-GB, zh-TW.
 */
export function footerSource(languages: readonly string[], kind: 'html' | 'text'): string {
  const spoken = new Set((languages.length === 0 ? ['en'] : languages).map(spokenFor))
  const block = kind === 'html' ? htmlBlock : textBlock
  return [...spoken].map((language) => block(FOOTER_WORDS[language], language)).join(kind === 'html' ? '' : '\n')
}

type Spoken = keyof typeof FOOTER_WORDS

function spokenFor(tag: string): Spoken {
  // A tag of ours needs no table of locales, which takes long to load.
  if (Object.hasOwn(FOOTER_WORDS, tag)) return tag as Spoken
  const {language, script} = localeOf(tag)
  if (language === 'zh' && script === 'Hant') return 'zh-Hant'
  return Object.hasOwn(FOOTER_WORDS, language) ? (language as Spoken) : 'en'
}

/** The script that is usual where a tag names none: zh-TW is written in Hant. */
function localeOf(tag: string): {readonly language: string; readonly script?: string | undefined} {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return {language: ''}
  }
}

/** Dark on white with both colours said, 13 px: 8.9 to 1 for words, 6.4 to 1 for the link, which is underlined as well. */
function htmlBlock({sender, contact, before, link, after}: FooterWords, language: Spoken): string {
  const look =
    'margin:24px 0 0;padding:16px;border-top:1px solid #767676;background-color:#ffffff;color:#4a4a4a;' +
    'font-family:sans-serif;font-size:13px;line-height:1.6;text-align:left'
  const linkLook = 'color:#0b57d0;text-decoration:underline'
  return `<div lang="${language}" style="${look}">
<p style="margin:0">${sender}{{sender.name}}<br>{{sender.address}}<br>${contact}{{sender.contact}}</p>
<p style="margin:8px 0 0">${before}<a href="{{unsubscribe_url}}" style="${linkLook}">${link}</a>${after}</p>
</div>
`
}

function textBlock({sender, contact, notice}: FooterWords): string {
  return `----------------------------------------
${sender}{{sender.name}}
{{sender.address}}
${contact}{{sender.contact}}

${notice}
{{unsubscribe_url}}
`
}
