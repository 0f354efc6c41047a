/** Does a part offer a contact for complaints and enquiries (rulebook jp/complaint-contact)? */

import {isDeadHref} from './dead-href.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import type {Folded} from './fold-text.ts'
import {fold, squash} from './fold-text.ts'
import {foldedText} from './folded-part.ts'
import {allWordsAround, wordsAround} from './nearby-words.ts'
import {phoneNumbers} from './phone-numbers.ts'
import {
  CONTACT_MARKS,
  CONTACT_TAG,
  DESK,
  NO_DESK,
  NUMBER_WORDS,
  READER_WORDS,
  WRITE_WORDS,
} from './phrases/contact-marks.ts'
import {REFUSAL} from './refusals.ts'
import {showsSystemTag} from './sending-system.ts'
import type {LinkView, PartView} from './template-view.ts'

const MARKS = anyOf(CONTACT_MARKS as Catalogue)
const WRITE = anyOf(CONTACT_MARKS as Catalogue, WRITE_WORDS as Catalogue)
const READER = anyOf(READER_WORDS as Catalogue)
const NUMBER = anyOf(NUMBER_WORDS as Catalogue)

/** A phone number belongs to the words at most that many characters before it; a number to its kind. */
const PHONE_REACH = 60
const NUMBER_REACH = 25
/** Not one inside a URL. */
const MAIL = /(?<![\w.+=/%-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-]*[&=/?%@])/giu
const MAIL_ONLY = new RegExp(`^${MAIL.source}$`, 'iu')

/** declared: the contact a person declared, '' for none; shown or linked, it is enough by itself. */
export function offersContact(part: PartView, declared: string): boolean {
  const {text} = part.visible
  if (declared !== '' && (squash(text).includes(squash(declared)) || isLinked(part, declared))) return true
  if (part.links.some((link, index) => !isDeadHref(link.href) && isContactLink(part, link, index))) return true
  const folded = foldedText(part)
  return (
    hasPhone(folded) ||
    hasDesk(folded) ||
    endsInAddress(text) ||
    showsSystemTag(text, 'contact') ||
    CONTACT_TAG.test(folded.text)
  )
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

/** A number to call; a page or address that words offer; the address of a desk, whatever its link is called. */
function isContactLink(part: PartView, link: LinkView, index: number): boolean {
  if (link.anchor.trim() === '') return false
  if (/^tel:/i.test(link.href)) return true
  if (!/^mailto:/i.test(link.href)) return hasAny(MARKS, `${fold(link.anchor).text}\n${wordsAround(part, index)}`)
  const around = `${fold(link.anchor).text}\n${allWordsAround(part, index)}`
  return takesLetters(link.href.replace(/^mailto:|\?.*$/gi, ''), around)
}

/** What is for opting out only, or the reader's own, takes no letters. */
function takesLetters(address: string, around: string): boolean {
  const local = address.slice(0, address.indexOf('@'))
  if (NO_DESK.test(local) || hasAny(READER, around)) return false
  return hasAny(WRITE, around) || (DESK.test(local) && !hasAny(REFUSAL, around))
}

function hasDesk({text}: Folded): boolean {
  return [...text.matchAll(MAIL)].some(
    ({0: address, index}) =>
      !isDeadHref(address) && takesLetters(address, text.slice(Math.max(0, index - PHONE_REACH), index)),
  )
}

/** A line that is an address and nothing else, as in a signature. */
function endsInAddress(text: string): boolean {
  return text.split('\n').some((line) => {
    const only = line.trim()
    return MAIL_ONLY.test(only) && !isDeadHref(only) && !NO_DESK.test(only)
  })
}

function hasPhone(folded: Folded): boolean {
  return phoneNumbers(folded).some(({start, isPlain}) => {
    const before = folded.text.slice(Math.max(0, start - PHONE_REACH), start)
    if (hasAny(NUMBER, before.slice(-NUMBER_REACH))) return false
    // With the first digits: a call is one when a number follows.
    return isPlain || hasAny(MARKS, before + folded.text.slice(start, start + 2))
  })
}
