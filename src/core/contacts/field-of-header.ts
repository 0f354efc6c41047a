/** The field a header names, by the words of evidence-words.ts and header-words.ts. */
import {SURE_EVIDENCE} from './evidence-words.ts'
import type {Field} from './fields.ts'
import {foldHeader} from './fold-word.ts'
import {HEADER_WORDS} from './header-words.ts'

/** No header word is longer, and the expressions are not meant for a page. */
const LONGEST = 100
const EXACT = HEADER_WORDS.map(({words}) => new Set(words?.split(' ')))

/** 'attribute' when no word fits. */
export function fieldOfHeader(header: string): Field {
  if (header.length > LONGEST) return 'attribute'
  const folded = foldHeader(header)
  const proof = SURE_EVIDENCE.get(folded)
  if (proof !== undefined) return proof
  for (const [i, {field, pattern}] of HEADER_WORDS.entries())
    if (EXACT[i]!.has(folded) || pattern?.test(folded)) return field
  return 'attribute'
}
