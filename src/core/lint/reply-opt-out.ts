/** Does a part say that a reply to the mail refuses it? Some laws take that for the way out. */

import type {Catalogue} from './find-phrases.ts'
import {anyOf, findAll, hasAny} from './find-phrases.ts'
import {foldedWords} from './folded-part.ts'
import {REPLY_UNREAD, REPLY_WORDS} from './phrases/reply-opt-outs.ts'
import {REFUSAL_OR_NOTICE} from './refusals.ts'
import {sentenceAround} from './sentences.ts'
import type {PartView} from './template-view.ts'

const REPLY = anyOf(REPLY_WORDS as Catalogue)
const UNREAD = anyOf(REPLY_UNREAD as Catalogue)
/** Local parts whose mail nobody reads. */
const NO_REPLY = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply\d*)(?:[-_.+].*)?$/i
const MOST = 100

/** Where in visible.text it says so; null where it does not, or says as well that replies are not read. */
export function replyOptOut(part: PartView): number | null {
  const folded = foldedWords(part)
  const {text} = folded
  if (!hasAny(REFUSAL_OR_NOTICE, text) || hasAny(UNREAD, text)) return null
  const said = findAll(REPLY, {text, seenIndex: (index) => index})
    .slice(0, MOST)
    .find(({start, end}) => hasAny(REFUSAL_OR_NOTICE, sentenceAround(text, start, end)))
  return said === undefined ? null : folded.seenIndex(said.start)
}

/** True for an address whose name says that replies go nowhere. */
export function isNoReply(address: string): boolean {
  return NO_REPLY.test(address.slice(0, address.lastIndexOf('@')))
}
