/** Does a part tell its reader that refusing is possible, and how far from the address does it say so? */

import type {Catalogue, Match} from './find-phrases.ts'
import {anyOf, findAll} from './find-phrases.ts'
import {foldedWords} from './folded-part.ts'
import type {OptOutLink} from './opt-out-links.ts'
import {optOutLinks} from './opt-out-links.ts'
import {OPT_OUT_NOTICES} from './phrases/opt-out-notices.ts'
import {replyOptOut} from './reply-opt-out.ts'
import type {LinkView, PartView} from './template-view.ts'

/** link: the opt-out link that was measured from; null when the part has none. */
export type OptOutNotice =
  | {readonly kind: 'missing'; readonly link: LinkView | null}
  | {readonly kind: 'at-link'}
  /** characters and filled lines between the nearest statement and its link. */
  | {readonly kind: 'apart'; readonly link: LinkView; readonly characters: number; readonly lines: number}
  | {readonly kind: 'without-link'}

const NOTICES = anyOf(OPT_OUT_NOTICES as Catalogue)

export function optOutNotice(part: PartView): OptOutNotice {
  const links = optOutLinks(part)
  if (links.some(({words}) => words === 'refusal')) return {kind: 'at-link'}
  const statements = findAll(NOTICES, foldedWords(part))
  const [first] = links
  if (statements.length === 0)
    return first === undefined && replyOptOut(part) !== null
      ? {kind: 'without-link'}
      : {kind: 'missing', link: first?.link ?? null}
  if (first === undefined) return {kind: 'without-link'}
  return nearest(part.visible.text, statements.slice(0, MOST), links.slice(0, MOST))
}

/** Enough for every honest mail; keeps a crafted one from costing the square of its size. */
const MOST = 100

function nearest(text: string, statements: readonly Match[], links: readonly OptOutLink[]): OptOutNotice {
  let best = {link: links[0]!.link, from: 0, to: text.length}
  for (const {link} of links)
    for (const {start, end} of statements) {
      const [from, to] = end <= link.start ? [end, link.start] : start >= link.end ? [link.end, start] : [0, 0]
      if (to - from < best.to - best.from) best = {link, from, to}
    }
  const between = text.slice(best.from, best.to)
  const lines = between.split('\n').slice(1, -1)
  return {
    kind: 'apart',
    link: best.link,
    characters: between.trim().length,
    lines: lines.filter((line) => line.trim() !== '').length,
  }
}
