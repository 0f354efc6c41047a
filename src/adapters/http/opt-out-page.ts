/**
 * The pages of the opt-out link as HTML: one form, one button, no script, nothing that is loaded but the style sheet beside
 * them. Whatever is put in is escaped, and nothing of a request is put in.
 */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import {writtenDay} from '../../core/serving/written-day.ts'
import type {ReaderChoice, Standing} from '../../core/suppression/reader-choice.ts'
import type {OptOutWords} from '../../i18n/opt-out-page/words.ts'
import {PAGE_WORDS} from '../../i18n/page-words.ts'
import type {AskPage, DonePage, OptOutPage, TroublePage} from '../../ports/web-server.ts'
import {filled, pageOf} from './page-frame.ts'

export function renderOptOutPage(page: OptOutPage): string {
  const words = PAGE_WORDS[page.language]
  if (page.kind === 'ask') return pageOf(page, words.title, askParts(page, words))
  if (page.kind === 'done') return pageOf(page, words.doneTitle, doneParts(page, words))
  return pageOf(page, words[`${page.kind}Title`], troubleParts(page, words))
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
