/**
 * The pages of a sign-up form: fields with their labels, the text that is agreed to beside its tick, no tick set beforehand. A field
 * that needs another look is marked and says what is wanted; what was typed stands there again.
 */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {FieldFault} from '../../core/serving/read-sign-up.ts'
import {
  ADDRESS_FIELD,
  AGREE_FIELD,
  fieldName,
  TOKEN_FIELD,
  TRAP_FIELD,
  topicName,
} from '../../core/serving/read-sign-up.ts'
import type {ClosedView, FormView, SentView} from '../../core/serving/sign-up-pages.ts'
import {PAGE_WORDS} from '../../i18n/page-words.ts'
import type {SignUpWords} from '../../i18n/sign-up-page/words.ts'
import {SIGN_UP_WORDS} from '../../i18n/sign-up-words.ts'
import type {FormPage, PageGround} from '../../ports/web-server.ts'
import {filled, pageOf} from './page-frame.ts'
import {wordingBox} from './wording-box.ts'

export function renderFormPage(page: FormPage): string {
  const words = SIGN_UP_WORDS[page.language]
  if (page.kind === 'form') return pageOf(page, page.form.title ?? words.title, formParts(page, words))
  if ('address' in page) return pageOf(page, words[`${page.kind}Title`], sentParts(page, words))
  return pageOf(page, closedTitle(page, words), closedParts(page, words))
}

const FAULT_WORDS = {
  'address-missing': 'addressMissing',
  'address-bad': 'addressBad',
  agree: 'agreeMissing',
  topics: 'topicsMissing',
  missing: 'missing',
  'too-long': 'tooLong',
} as const satisfies Record<FieldFault, keyof SignUpWords>

function formParts(page: FormView & PageGround, words: SignUpWords): Markup {
  const {sender, form, wording, token, typed, why} = page
  return markup`<p class="sender">${sender.name}</p>
<h1>${form.title ?? words.title}</h1>
${whyParts(why, words)}<form method="post" novalidate>
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
${fieldParts(page, words, {name: ADDRESS_FIELD, label: words.address, value: typed.address, isRequired: true, kind: 'email'})}
${form.fields.map(({label, isRequired}, i) =>
  fieldParts(page, words, {name: fieldName(i), label, value: typed.values[i] ?? '', isRequired, kind: 'text'}),
)}<p class="trap" aria-hidden="true"><label>${words.trap}<input name="${TRAP_FIELD}" tabindex="-1" autocomplete="off"></label></p>
${topicParts(page, words)}<h2 id="agree-to">${words.agreeTo}</h2>
${wordingBox(wording)}
${tick({name: AGREE_FIELD, label: words.agree, isSet: typed.isAgreed, describedBy: 'agree-to'}, faultOf(page, AGREE_FIELD), words)}
<button type="submit">${words.button}</button>
</form>
<p class="note">${form.isDouble ? words.noteDouble : words.noteSingle}</p>`
}

function whyParts(why: FormView['why'], words: SignUpWords): Markup | null {
  if (why === null) return null
  const said = {faults: words.lookAgain, stale: words.stale, busy: words.formBusy}[why]
  return markup`<p class="told" role="alert">${said}</p>
`
}

/** Faults are told where the form was sent, and not where it only has to be sent once more. */
function faultOf({faults, why}: FormView, name: string): FieldFault | null {
  return why === 'faults' ? (faults.get(name) ?? null) : null
}

interface Field {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly isRequired: boolean
  readonly kind: 'email' | 'text'
}

function fieldParts(page: FormView, words: SignUpWords, field: Field): Markup {
  const {name, label, value, isRequired, kind} = field
  const fault = faultOf(page, name)
  const how =
    kind === 'email'
      ? markup` type="email" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"`
      : markup` type="text"`
  const marked = fault === null ? null : markup` aria-invalid="true" aria-describedby="${name}-fault"`
  return markup`<p class="field"><label for="${name}">${label}${isRequired ? null : markup` <small>(${words.optional})</small>`}</label>
<input id="${name}" name="${name}" value="${value}"${how}${isRequired ? markup` required` : null}${marked}>${faultParts(name, fault, words)}</p>
`
}

function faultParts(name: string, fault: FieldFault | null, words: SignUpWords): Markup | null {
  return fault === null ? null : markup`<span class="fault" id="${name}-fault">${words[FAULT_WORDS[fault]]}</span>`
}

function topicParts(page: FormView, words: SignUpWords): Markup | null {
  const {form, typed} = page
  if (form.topics.length === 0) return null
  const fault = faultOf(page, topicName(0))
  const ticks = form.topics.map(
    (topic, i) => markup`${tick({name: topicName(i), label: topic, isSet: typed.topics[i] ?? false}, null, words)}
`,
  )
  return markup`<fieldset${fault === null ? null : markup` aria-describedby="${topicName(0)}-fault"`}>
<legend>${words.topics}</legend>
${ticks}${faultParts(topicName(0), fault, words)}</fieldset>
`
}

function tick(
  {name, label, isSet, describedBy}: {name: string; label: string; isSet: boolean; describedBy?: string},
  fault: FieldFault | null,
  words: SignUpWords,
): Markup {
  const told = [...(describedBy === undefined ? [] : [describedBy]), ...(fault === null ? [] : [`${name}-fault`])]
  return markup`<label class="choice"><input type="checkbox" name="${name}" value="1"${isSet ? markup` checked` : null}${fault === null ? null : markup` aria-invalid="true"`}${told.length === 0 ? null : markup` aria-describedby="${told.join(' ')}"`}><span><b>${label}</b></span></label>${faultParts(name, fault, words)}`
}

function sentParts({kind, sender, address}: SentView & PageGround, words: SignUpWords): Markup {
  const more =
    kind === 'sent'
      ? markup`<p>${words.sentMore}</p>
`
      : null
  return markup`<p class="sender">${sender.name}</p>
<h1>${words[`${kind}Title`]}</h1>
<div role="status"><p>${filled(words[kind], {address})}</p></div>
${more}<p><a class="go quiet" href="">${words.another}</a></p>`
}

function closedTitle({kind, language}: ClosedView & PageGround, words: SignUpWords): string {
  return kind === 'closed' ? words.closedTitle : PAGE_WORDS[language][`${kind}Title`]
}

function closedParts(page: ClosedView & PageGround, words: SignUpWords): Markup {
  const {kind, sender, language} = page
  const said = {closed: words.closed, crowded: PAGE_WORDS[language].crowded, busy: words.formBusy}[kind]
  return markup`<p class="sender">${sender.name}</p>
<h1>${closedTitle(page, words)}</h1>
<p>${said}</p>`
}
