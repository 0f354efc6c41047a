/** How much of a part advertises, and whether it does so before it comes to the reader's own matter. */
import {withoutAddresses} from './bare-links.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {NOTICE_WORDS, OFFER_WORDS} from './phrases/advertising.ts'
import type {PartView} from './template-view.ts'

const OFFER = anyOf(OFFER_WORDS as Catalogue)
const NOTICE = anyOf(NOTICE_WORDS as Catalogue)

export interface Advertising {
  /** Of the letters in lines that say something, from 0 to 1: those of lines with offers. */
  readonly share: number
  /** Where the first offer stands in visible.text; null = none. */
  readonly first: number | null
  /** A line on the reader's order or account stands before the first offer. */
  readonly isAfterNotice: boolean
}

export function hasOffer(text: string): boolean {
  return hasAny(OFFER, fold(withoutAddresses(text)).text)
}

/** Linear; never throws. */
export function advertisingIn(part: PartView): Advertising {
  let [all, ads, at] = [0, 0, 0]
  let first: number | null = null
  let isAfterNotice = false
  for (const line of withoutAddresses(part.visible.text).split('\n')) {
    const words = fold(line).text.trim()
    all += words.length
    if (hasAny(OFFER, words)) {
      ads += words.length
      first ??= at
    } else if (first === null && hasAny(NOTICE, words)) isAfterNotice = true
    at += line.length + 1
  }
  return {share: all === 0 ? 0 : ads / all, first, isAfterNotice}
}
