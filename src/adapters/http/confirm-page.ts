/** The pages of a confirmation link: who asks for what, one button, and what holds from then on. */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {ConfirmedView, ConfirmTroubleView, ConfirmView} from '../../core/serving/sign-up-pages.ts'
import {PAGE_WORDS} from '../../i18n/page-words.ts'
import type {SignUpWords} from '../../i18n/sign-up-page/words.ts'
import {SIGN_UP_WORDS} from '../../i18n/sign-up-words.ts'
import type {ConfirmPage, PageGround} from '../../ports/web-server.ts'
import {filled, pageOf} from './page-frame.ts'
import {wordingBox} from './wording-box.ts'

export function renderConfirmPage(page: ConfirmPage): string {
  const words = SIGN_UP_WORDS[page.language]
  if (!('address' in page)) return pageOf(page, PAGE_WORDS[page.language][`${page.kind}Title`], troubleParts(page))
  const title = words[`${page.kind}Title`]
  return pageOf(page, title, page.kind === 'confirm' ? confirmParts(page, words) : endedParts(page, words))
}

function confirmParts({sender, address, topic, wording}: ConfirmView & PageGround, words: SignUpWords): Markup {
  const agreed =
    wording === null
      ? null
      : markup`<h2>${words.agreeTo}</h2>
${wordingBox(wording)}
`
  return markup`<p class="sender">${sender.name}</p>
<h1>${words.confirmTitle}</h1>
<p>${address === null ? words.confirmUnnamed : filled(words.confirm, {address})}</p>
${
  topic === null
    ? null
    : markup`<p>${filled(words.about, {topics: topic})}</p>
`
}${agreed}<form method="post">
<button type="submit">${words.confirmButton}</button>
</form>
<p class="note">${words.confirmNote}</p>`
}

function endedParts({kind, sender, address, again}: ConfirmedView & PageGround, words: SignUpWords): Markup {
  const isDone = kind === 'confirmed'
  // Of a link that was followed long after nothing is left but that all is well.
  const said = isDone && address === null ? null : markup`<p>${filled(words[kind], {address: address ?? ''})}</p>`
  const mark = isDone
    ? markup`<span class="mark" aria-hidden="true"></span>
`
    : null
  return markup`${mark}<p class="sender">${sender.name}</p>
<h1>${words[`${kind}Title`]}</h1>
<div role="status">${said}</div>
${isDone ? markup`<p class="note">${words.leave}</p>` : null}${again === null ? null : markup`<p><a class="go quiet" href="${again}" rel="noreferrer">${words.again}</a></p>`}`
}

function troubleParts({kind, sender, language}: ConfirmTroubleView & PageGround): Markup {
  const words = PAGE_WORDS[language]
  return markup`<p class="sender">${sender.name}</p>
<h1>${words[`${kind}Title`]}</h1>
<p>${words[kind]}</p>`
}
