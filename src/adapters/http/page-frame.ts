/**
 * What all pages of the server share: the frame with the sender at its foot, no script, nothing that is loaded but the style sheet
 * beside them. Whatever is put in is escaped.
 */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import {PAGE_WORDS} from '../../i18n/page-words.ts'
import type {PageGround, PageSender} from '../../ports/web-server.ts'

/** Beside the pages, found from each of them by its name alone, whatever a proxy does to the path before it. */
export const STYLE_NAME = 'style.css'

/** title: of the window and the tab; parts: what stands between its heading and its end. */
export function pageOf({language, sender}: PageGround, title: string, parts: Markup): string {
  const words = PAGE_WORDS[language]
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

/** Values stand apart from the sentence, whichever way they are written. */
export function filled(words: string, values: Readonly<Record<string, string | Markup>>): Markup {
  const parts = words.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return markup`${part}`
    const value = values[part] ?? ''
    return typeof value === 'string' && part === 'address'
      ? markup`<bdi translate="no">${value}</bdi>`
      : markup`${value}`
  })
  return markup`${parts}`
}

/** A link where it is a web or mail address, and a phone number for telephones. */
function contactOf({contact}: PageSender): Markup {
  if (/^https?:\/\//i.test(contact) && URL.canParse(contact))
    return markup`<a href="${contact}" rel="noreferrer">${contact}</a>`
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return markup`<a href="mailto:${contact}">${contact}</a>`
  if (/^[+\d][\d ()-]{5,}$/.test(contact)) return markup`<a href="tel:${contact.replace(/[^+\d]/g, '')}">${contact}</a>`
  return markup`${contact}`
}
