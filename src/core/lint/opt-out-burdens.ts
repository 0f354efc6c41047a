/**
 * What stands between the readers of a part and refusing: a login, an account, a survey, data beside the address, a fee.
 * Only told where no other way out of the part is free of it.
 */

import type {Catalogue} from './find-phrases.ts'
import {anyOf, findAll, hasAny} from './find-phrases.ts'
import type {Folded} from './fold-text.ts'
import {foldedWords} from './folded-part.ts'
import type {OptOutLink} from './opt-out-links.ts'
import {optOutLinks} from './opt-out-links.ts'
import {
  ACCOUNT_PATH,
  ACCOUNT_WORDS,
  DATA_WORDS,
  EITHER_OR,
  FEE_WORDS,
  LOGIN_PATH,
  LOGIN_WORDS,
  OPENED_BY_TOKEN,
  SURVEY_WORDS,
} from './phrases/opt-out-burdens.ts'
import {REFUSAL} from './refusals.ts'
import {replyOptOut} from './reply-opt-out.ts'
import {boundsOfSentence} from './sentences.ts'
import type {PartView} from './template-view.ts'

export interface Burden {
  readonly kind: 'login' | 'account' | 'survey' | 'data' | 'fee'
  /** The words or the address. */
  readonly said: string
  /** Offset into the source. */
  readonly offset: number
}

const KINDS = [
  ['login', LOGIN_WORDS],
  ['data', DATA_WORDS],
  ['fee', FEE_WORDS],
  ['account', ACCOUNT_WORDS],
  ['survey', SURVEY_WORDS],
] as const
const BURDENS = KINDS.map(([kind, words]) => ({kind, pattern: anyOf(words as Catalogue)}))
const HARMLESS = anyOf(EITHER_OR as Catalogue)
/** A link that follows the sentence so closely is the one it speaks of. */
const REACH = 80
const MOST = 100

/** In order of place. Linear; never throws. */
export function optOutBurdens(part: PartView): readonly Burden[] {
  const links = optOutLinks(part).filter(({isDead}) => !isDead)
  const spoken = sentencesThatBurden(part)
  const byAddress = links.flatMap(({link}) => burdenOf(link.href, link.offset))
  if (spoken.length === 0 && byAddress.length === 0) return []
  const isFree = ({link}: OptOutLink) =>
    burdenOf(link.href, 0).length === 0 && !spoken.some(({from, to}) => link.start >= from && link.start <= to + REACH)
  if (links.some(isFree)) return []
  if (replyOptOut(part) !== null && !spoken.some(({kind}) => kind === 'data' || kind === 'fee')) return []
  return [...spoken, ...byAddress].sort((a, b) => a.offset - b.offset)
}

function burdenOf(href: string, offset: number): readonly Burden[] {
  if (/^mailto:/i.test(href)) return []
  if (LOGIN_PATH.test(href)) return [{kind: 'login', said: href, offset}]
  return ACCOUNT_PATH.test(href) && !OPENED_BY_TOKEN.test(href) ? [{kind: 'account', said: href, offset}] : []
}

/** from, to: of the sentence, in visible.text. */
interface Spoken extends Burden {
  readonly from: number
  readonly to: number
}

function sentencesThatBurden(part: PartView): readonly Spoken[] {
  const folded = foldedWords(part)
  if (!hasAny(REFUSAL, folded.text)) return []
  const sentences = new Map<number, Spoken>()
  for (const {kind, pattern} of BURDENS)
    for (const {start, end} of findAll(pattern, inFolded(folded)).slice(0, MOST)) {
      const [from, to] = boundsOfSentence(folded.text, start, end)
      const sentence = folded.text.slice(from, to)
      if (sentences.has(from) || !hasAny(REFUSAL, sentence) || hasAny(HARMLESS, sentence)) continue
      const place = folded.seenIndex(start)
      const bounds = {from: folded.seenIndex(from), to: folded.seenIndex(to)}
      sentences.set(from, {
        ...{kind, said: folded.text.slice(start, end).trim(), ...bounds},
        offset: part.visible.sourceOffset(place),
      })
    }
  return [...sentences.values()]
}

/** Places in the folded text itself. */
function inFolded({text}: Folded): Folded {
  return {text, seenIndex: (index) => index}
}
