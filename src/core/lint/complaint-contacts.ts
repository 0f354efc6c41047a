/** Does a part offer a contact for complaints and enquiries (rulebook jp/complaint-contact)? */
import {isDeadHref} from './dead-href.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, findAll, hasAny} from './find-phrases.ts'
import {fold, squash} from './fold-text.ts'
import {allWordsAround, wordsAround} from './nearby-words.ts'
import {CONTACT_MARKS, PHONE} from './phrases/contact-marks.ts'
import {showsSystemTag} from './sending-system.ts'
import type {PartView} from './template-view.ts'

const MARKS = anyOf(CONTACT_MARKS as Catalogue)
/** A phone number belongs to the words at most that many characters before it. */
const PHONE_REACH = 60

/** declared: the contact a person declared, '' for none; shown or linked, it is enough by itself. */
export function offersContact(part: PartView, declared: string): boolean {
  const {text} = part.visible
  if (declared !== '' && (squash(text).includes(squash(declared)) || isLinked(part, declared))) return true
  if (showsSystemTag(text, 'contact')) return true
  const speaks = (link: PartView['links'][number], index: number) => {
    // A mail address is a contact whatever its link is called; what it is for may stand before it.
    const around = /^mailto:/i.test(link.href) ? allWordsAround(part, index) : wordsAround(part, index)
    return hasAny(MARKS, `${fold(link.anchor).text}\n${around}`)
  }
  return part.links.some((link, index) => !isDeadHref(link.href) && speaks(link, index)) || hasMarkedPhone(text)
}

function isLinked(part: PartView, declared: string): boolean {
  const bare = (href: string) =>
    href
      .trim()
      .replace(/^(?:mailto|tel):/i, '')
      .replace(/\?.*$/, '')
      .replace(/\/$/, '')
      .toLowerCase()
  return part.links.some(({href, anchor}) => anchor.trim() !== '' && bare(href) === bare(declared))
}

function hasMarkedPhone(text: string): boolean {
  const folded = fold(text)
  const phones = findAll(PHONE, folded)
  if (phones.length === 0) return false
  return findAll(MARKS, folded).some((mark) =>
    phones.some((phone) => phone.start >= mark.start && phone.start - mark.end <= PHONE_REACH),
  )
}
