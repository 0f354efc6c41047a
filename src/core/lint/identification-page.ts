/** Does a part link to the page on which, by the law of its country, the sender identifies itself (Impressum)? */
import {isDeadHref} from './dead-href.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {wordsAround} from './nearby-words.ts'
import {IDENTIFICATION_PAGES} from './phrases/company-details.ts'
import type {PartView} from './template-view.ts'

const PAGE = anyOf(IDENTIFICATION_PAGES as Catalogue)

export function linksToIdentification(part: PartView): boolean {
  return part.links.some(
    (link, index) => !isDeadHref(link.href) && hasAny(PAGE, `${fold(link.anchor).text}\n${wordsAround(part, index)}`),
  )
}
