/**
 * The pages of the opt-out link as HTML: one form, one button, no script, nothing that is loaded but the style sheet beside
 * them. Whatever is put in is escaped, and nothing of a request is put in.
 */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {PageLanguage} from '../../core/serving/page-language.ts'
import type {ReaderChoice, Standing} from '../../core/suppression/reader-choice.ts'
import {de} from '../../i18n/opt-out-page/de.ts'
import {en} from '../../i18n/opt-out-page/en.ts'
import {es} from '../../i18n/opt-out-page/es.ts'
import {fr} from '../../i18n/opt-out-page/fr.ts'
import {ja} from '../../i18n/opt-out-page/ja.ts'
import {ko} from '../../i18n/opt-out-page/ko.ts'
import type {OptOutWords} from '../../i18n/opt-out-page/words.ts'
import {zh} from '../../i18n/opt-out-page/zh.ts'
import type {AskPage, DonePage, OptOutPage, PageSender, TroublePage} from '../../ports/web-server.ts'

const WORDS: Readonly<Record<PageLanguage, OptOutWords>> = {ja, en, de, fr, es, ko, zh}

/** Beside the pages, found from each of them by its name alone, whatever a proxy does to the path before it. */
export const STYLE_NAME = 'style.css'

export function renderOptOutPage(page: OptOutPage): string {
  const words = WORDS[page.language]
  if (page.kind === 'ask') return pageOf(page, words.title, askParts(page, words))
  if (page.kind === 'done') return pageOf(page, words.doneTitle, doneParts(page, words))
  return pageOf(page, words[`${page.kind}Title`], troubleParts(page, words))
}

function pageOf({language, sender}: OptOutPage, title: string, parts: Markup): string {
  const words = WORDS[language]
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${sender.name}</title>
<link rel="stylesheet" href="${STYLE_NAME}">
</head>
<body>
<main>
${parts}
</main>
<footer>
<p>${words.from}: ${sender.name}</p>
<p>${sender.address}</p>
<p>${words.contact}: ${contactOf(sender)}</p>
</footer>
</body>
</html>
`.source
}

function askParts({sender, choices, topic, address}: AskPage, words: OptOutWords): Markup {
  const option = (choice: ReaderChoice, i: number) => {
    const name = choice === 'topic' ? filled(words.topic, {topic: topic ?? ''}) : markup`${words[choice]}`
    return markup`<label class="choice"><input type="radio" name="choice" value="${choice}"${i === 0 ? markup` checked` : null}><span><b>${name}</b><small>${words[`${choice}More`]}</small></span></label>
`
  }
  return markup`<p class="sender">${sender.name}</p>
<h1>${words.title}</h1>
<p>${address === null ? words.askUnnamed : filled(words.ask, {address})}</p>
<form method="post">
<fieldset>
<legend>${words.choose}</legend>
${choices.map(option)}</fieldset>
<button type="submit">${words.button}</button>
</form>
<p class="note">${words.note}</p>`
}

function doneParts(page: DonePage, words: OptOutWords): Markup {
  const {sender, standing, signUpUrl} = page
  const holds = standing.map((each) => markup`<li>${holding(each, page, words)}</li>`)
  const told =
    holds.length === 0
      ? markup`<p>${words.holdsNothing}</p>`
      : markup`<ul class="holds">${holds}</ul>
<p>${words.underWay}</p>`
  const signUp =
    signUpUrl === null
      ? null
      : markup`<p><a class="go quiet" href="${signUpUrl}" rel="noreferrer">${words.signUp}</a></p>
`
  return markup`<span class="mark" aria-hidden="true"></span>
<p class="sender">${sender.name}</p>
<h1>${words.doneTitle}</h1>
<div role="status">${told}</div>
<section class="again">
<h2>${words.again}</h2>
${signUp}<p class="note">${words.noUndo}</p>
</section>`
}

function holding({topic, until}: Standing, {address, language, offsetMinutes}: DonePage, words: OptOutWords): Markup {
  const day = until === null ? '' : writtenDay(until, language, offsetMinutes)
  const what = address === null ? 'Unnamed' : topic === null ? 'All' : 'Topic'
  const about = `holds${what}${until === null ? '' : 'Until'}` as const
  return filled(words[about], {address: address ?? '', topic: topic ?? '', day})
}

function troubleParts({kind, sender, mailto}: TroublePage, words: OptOutWords): Markup {
  const back =
    kind === 'unclear' || kind === 'busy'
      ? markup`<p><a class="go" href="">${words.back}</a></p>
`
      : null
  return markup`<p class="sender">${sender.name}</p>
<h1>${words[`${kind}Title`]}</h1>
<p>${words[kind]}</p>
${back}<p>${filled(words.byMail, {mailto: markup`<a href="mailto:${mailto}">${mailto}</a>`})}</p>`
}

/** Values stand apart from the sentence, whichever way they are written. */
function filled(words: string, values: Readonly<Record<string, string | Markup>>): Markup {
  const parts = words.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return markup`${part}`
    const value = values[part] ?? ''
    return typeof value === 'string' && part === 'address'
      ? markup`<bdi translate="no">${value}</bdi>`
      : markup`${value}`
  })
  return markup`${parts}`
}

function writtenDay(moment: number, language: PageLanguage, offsetMinutes: number): string {
  const local = new Date(moment + offsetMinutes * 60_000)
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {dateStyle: 'long', timeZone: 'UTC'})
  const day = format.format(local)
  // French counts the first of a month as the first. And a day that breaks over two lines is hard to read.
  return (language === 'fr' ? day.replace(/^1 /, '1er ') : day).replaceAll(' ', '\u00a0')
}

/** A link where it is a web or mail address, and a phone number for telephones. */
function contactOf({contact}: PageSender): Markup {
  if (/^https?:\/\//i.test(contact) && URL.canParse(contact))
    return markup`<a href="${contact}" rel="noreferrer">${contact}</a>`
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return markup`<a href="mailto:${contact}">${contact}</a>`
  if (/^[+\d][\d ()-]{5,}$/.test(contact)) return markup`<a href="tel:${contact.replace(/[^+\d]/g, '')}">${contact}</a>`
  return markup`${contact}`
}
