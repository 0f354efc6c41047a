/** A part's text as seen, folded for looking up phrases. Many rules ask the same part, and folding costs more than looking. */
import {kept} from '../kept.ts'
import {withoutAddresses} from './bare-links.ts'
import type {Folded} from './fold-text.ts'
import {fold} from './fold-text.ts'
import type {PartView} from './template-view.ts'

type Seen = Pick<PartView, 'visible'>

const TEXTS = new WeakMap<PartView['visible'], Folded>()
const WORDS = new WeakMap<PartView['visible'], Folded>()

/** All of it. */
export function foldedText({visible}: Seen): Folded {
  return kept(TEXTS, visible, () => fold(visible.text))
}

/** Without its addresses, which are no words of a sentence. */
export function foldedWords({visible}: Seen): Folded {
  return kept(WORDS, visible, () => fold(withoutAddresses(visible.text)))
}
