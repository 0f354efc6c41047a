/** Addresses a reader can use although nobody linked them: URLs, mail addresses and tags that stand for a URL. */
import {matchesIn} from './find-phrases.ts'
import {OPT_OUT_TAG} from './phrases/merge-tags.ts'

export interface BareLink {
  readonly href: string
  readonly start: number
  readonly end: number
}

/** Japanese text may follow a URL without a blank: only URL characters and tags belong to it. */
const URL_OR_TAG =
  /https?:\/\/(?:[\w\-.~:/?#@!$&'()*+,;=%|]|\{\{[^{}]{1,80}\}\}|\[\w{1,40}\])+|(?:mailto:)?[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}|\{\{\{?\s*[\w.-]{0,60}(?:url|uri|link)\s*\}\}\}?/giu
const TAIL = /[.,;:!?'")]+$/u

/** text: as seen. In order of place, none overlapping. Linear; never throws. */
export function bareLinks(text: string): readonly BareLink[] {
  const found: BareLink[] = []
  if (!/[@:{[<%#*$&]/.test(text)) return found
  for (const match of text.matchAll(URL_OR_TAG)) {
    const href = match[0].replace(TAIL, '')
    found.push({href, start: match.index, end: match.index + href.length})
  }
  // Both lists are in order of place: one walk tells which tags stand inside an address.
  let next = 0
  const tags = matchesIn(OPT_OUT_TAG, text).filter(({index}) => {
    while (next < found.length && found[next]!.end <= index) next += 1
    return found[next] === undefined || found[next]!.start > index
  })
  const loose = tags.map((tag) => ({href: tag[0], start: tag.index, end: tag.index + tag[0].length}))
  return [...found, ...loose].sort((a, b) => a.start - b.start)
}

/** The text with blanks in place of addresses and tags, so that a word inside a URL is not read as said. */
export function withoutAddresses(text: string): string {
  let kept = ''
  let at = 0
  for (const {start, end} of bareLinks(text)) {
    kept += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return kept + text.slice(at)
}
