/** Finds the links of a part that lead out of the mailing, and how the reader can tell. */

import {kept} from '../kept.ts'
import {withoutAddresses} from './bare-links.ts'
import {isDeadHref} from './dead-href.ts'
import type {Catalogue} from './find-phrases.ts'
import {anyOf, hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {isGeneric, wordsAround} from './nearby-words.ts'
import {OPT_OUT_TAG} from './phrases/merge-tags.ts'
import {SETTINGS_WORDS} from './phrases/opt-out-words.ts'
import {REFUSAL} from './refusals.ts'
import type {LinkView, PartView} from './template-view.ts'

export interface OptOutLink {
  readonly link: LinkView
  /** The address leads nowhere: the words promise what the link does not do. */
  readonly isDead: boolean
  /** refusal: words at the link say that mail can be refused; settings: they name a settings page; none: no words. */
  readonly words: 'refusal' | 'settings' | 'none'
}

const SETTINGS = anyOf(SETTINGS_WORDS as Catalogue)
const OPT_OUT_PATH = /unsub|opt-?_?out|haishin-?_?teishi|kaijo|taikai|mail-?_?stop|magazine\/cancel/iu

/** Several rules ask the same part. */
const READ = new WeakMap<PartView, readonly OptOutLink[]>()

/** In order of place. A link counts by its tag, its own words, the words around it or its path. */
export function optOutLinks(part: PartView): readonly OptOutLink[] {
  return kept(READ, part, () => readOptOutLinks(part))
}

function readOptOutLinks(part: PartView): readonly OptOutLink[] {
  return part.links.flatMap((link, index) => {
    const said = `${fold(withoutAddresses(link.anchor)).text}\n${wordsAround(part, index)}`
    const words = hasAny(REFUSAL, said) ? 'refusal' : hasAny(SETTINGS, said) ? 'settings' : 'none'
    const isTag = hasAny(OPT_OUT_TAG, link.href)
    const leadsOut = words !== 'none' || isTag || (isGeneric(link) && OPT_OUT_PATH.test(link.href))
    return leadsOut ? [{link, isDead: !isTag && isDeadHref(link.href), words}] : []
  })
}
