/**
 * The words that belong to a link: its own text, and when that says nothing by itself (こちら, here, a bare URL), the
 * words on its line, or those of the line above if it says nothing either. At most 80 characters away (rulebook G.1), or
 * as far as a sentence goes that was begun earlier.
 */
import {kept} from '../kept.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {OPT_OUT_TAG} from './phrases/merge-tags.ts'
import {HERE_WORDS} from './phrases/opt-out-words.ts'
import type {LinkView, PartView} from './template-view.ts'

const REACH = 80
/** No sentence leads to its link from further away. */
const LONGEST = 300
/** Bullets, arrows, brackets and words that announce nothing but the link. */
const SAYS_NOTHING =
  /^[\s\p{P}\p{S}]*(?:\b(?:url|link|web|e-?mail|mailto:?|visit|click here|go to|see|at)\b[\s\p{P}\p{S}]*|(?:下記|以下|こちら|クリック|アドレス)[\s\p{P}\p{S}]*)?$/iu
const BROKEN =
  /[,、，\-–]$|[はをがにのへでとも]$|\b(?:to|at|the|this|from|or|and|of|our|by|bitte|unter|hier|sur|en|de|a|à)$/iu
const ENDED = /[.。．!！?？:：)）」】]$/u
const FULL_LINE = 50
/** More links than that do not fit into the reach. */
const NEIGHBOURS = 12
const HERE = anyOf(HERE_WORDS as Catalogue)
const ADDRESS_LIKE = /^(?:https?:\/\/\S+|(?:mailto:)?\S+@\S+\.\S+|\{\{.*\}\})$/u
/** After the link only words that point back to it from the next line. */
const POINTS_BACK = /上記|左記|\babove\b|\boben\b|ci-dessus|arriba/iu

/** Each link is asked for itself and as a neighbour of others, by several rules. */
const GENERIC = new WeakMap<LinkView, boolean>()
const AROUND = new WeakMap<LinkView, string>()

/** True when the link's text alone does not say where it leads. */
export function isGeneric(link: LinkView): boolean {
  return kept(GENERIC, link, () => saysNothing(link))
}

function saysNothing(link: LinkView): boolean {
  const anchor = fold(link.anchor).text.trim()
  if (anchor === '' || ADDRESS_LIKE.test(anchor) || hasAny(OPT_OUT_TAG, anchor)) return true
  return anchor.length <= 30 && hasAny(HERE, anchor)
}

/** Folded words around link number index, without the texts of other links; '' where it speaks for itself. */
export function wordsAround(part: PartView, index: number): string {
  return isGeneric(part.links[index]!) ? allWordsAround(part, index) : ''
}

/** The same for any link, also one that speaks for itself. */
export function allWordsAround(part: PartView, index: number): string {
  const link = part.links[index]!
  return kept(AROUND, link, () => readAround(part, link, index))
}

function readAround(part: PartView, link: LinkView, index: number): string {
  const {text} = part.visible
  const others = [
    ...part.links.slice(Math.max(0, index - NEIGHBOURS), index),
    ...part.links.slice(index + 1, index + 1 + NEIGHBOURS),
  ]
  return `${fold(before(text, link, others)).text} ${fold(after(text, link, others)).text}`
}

function before(text: string, link: LinkView, others: readonly LinkView[]): string {
  // A bare link nearer to the words takes them.
  const taken = others.filter((other) => other.end <= link.start && isGeneric(other)).map(({end}) => end)
  const lines = text.slice(Math.max(0, link.start - LONGEST, ...taken), link.start).split('\n')
  const own = lines.pop() ?? ''
  return withoutAnchors(within(`${sentenceAbove(lines, own)}\n${own}`), others)
}

/** The line above, if own says nothing or continues it, and the lines that it continues in turn. */
function sentenceAbove(lines: readonly string[], own: string): string {
  let at = lines.findLastIndex((line) => line.trim() !== '')
  if (
    at < 0 ||
    /[.。!！?？]\s*[^\s\p{P}\p{S}]/u.test(own) ||
    !(SAYS_NOTHING.test(own) || (at === lines.length - 1 && goesOn(lines[at]!, own)))
  )
    return ''
  let words = lines[at]!
  for (at -= 1; at >= 0 && goesOn(lines[at]!, words); at -= 1) words = `${lines[at]!}\n${words}`
  return words
}

/** The last REACH characters; more where the sentence began before them. */
function within(words: string): string {
  const from = words.length - REACH
  if (from <= 0) return words
  const begun = [...words.slice(0, from).matchAll(/[.。．!！?？](?=\s|[^\x00-\x7f]|$)/gu)].at(-1)?.index ?? -1
  return words.slice(begun + 1)
}

/** True when a sentence was broken over two lines: by a comma or particle, or in the middle of words. */
function goesOn(above: string, below: string): boolean {
  const line = above.trimEnd()
  if (line === '') return false
  return (
    SAYS_NOTHING.test(below) ||
    BROKEN.test(line) ||
    (line.length >= FULL_LINE && !ENDED.test(line)) ||
    /^\s*\p{Ll}/u.test(below)
  )
}

function after(text: string, link: LinkView, others: readonly LinkView[]): string {
  const [here = '', ...rest] = text.slice(link.end, link.end + REACH).split('\n')
  const next = rest.find((line) => line.trim() !== '') ?? ''
  const back = POINTS_BACK.test(next) ? next : ''
  const isTaken = others.some(
    (other) => other.start >= link.end && other.start < link.end + here.length && isGeneric(other),
  )
  return withoutAnchors(`${isTaken ? '' : here}\n${back}`, others)
}

function withoutAnchors(words: string, others: readonly LinkView[]): string {
  let kept = words
  for (const {anchor} of others) if (anchor.trim().length > 1) kept = kept.replaceAll(anchor, ' ')
  return kept
}
