/**
 * The words that belong to a link: its own text, and when that says nothing by itself (こちら, here, a bare URL), the
 * words on its line and the line before, at most 80 characters away (rulebook G.1).
 */
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {OPT_OUT_TAG} from './phrases/merge-tags.ts'
import {HERE_WORDS} from './phrases/opt-out-words.ts'
import type {LinkView, PartView} from './template-view.ts'

const REACH = 80
/** More links than that do not fit into the reach. */
const NEIGHBOURS = 12
const HERE = anyOf(HERE_WORDS as Catalogue)
const ADDRESS_LIKE = /^(?:https?:\/\/\S+|(?:mailto:)?\S+@\S+\.\S+|\{\{.*\}\})$/u
/** After the link only words that point back to it from the next line. */
const POINTS_BACK = /上記|左記|\babove\b|\boben\b|ci-dessus|arriba/iu

/** True when the link's text alone does not say where it leads. */
export function isGeneric(link: LinkView): boolean {
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
  const {text} = part.visible
  const others = [
    ...part.links.slice(Math.max(0, index - NEIGHBOURS), index),
    ...part.links.slice(index + 1, index + 1 + NEIGHBOURS),
  ]
  return `${fold(before(text, link, others)).text} ${fold(after(text, link, others)).text}`
}

function before(text: string, link: LinkView, others: readonly LinkView[]): string {
  // A bare link nearer to the words takes them.
  const taken = others.filter((other) => other.end <= link.start && isGeneric(other)).map((other) => other.end)
  const from = Math.max(0, link.start - REACH, ...taken.filter((end) => isSameLine(text, end, link.start)))
  const lines = text.slice(from, link.start).split('\n')
  const here = lines.pop() ?? ''
  const above = lines.findLast((line) => line.trim() !== '') ?? ''
  const words = `${above}\n${here}`
  return withoutAnchors(words, others)
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

function isSameLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).includes('\n')
}
