/** Which of the labels a law asks for does a stretch of text carry? For telling images and hidden text from the mail. */

import {withoutAddresses} from './bare-links.ts'
import {showsTag} from './body-parts.ts'
import {hasAny} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {hasPostalAddress} from './postal-address.ts'
import {REFUSAL_OR_NOTICE} from './refusals.ts'
import {showsName} from './sender-names.ts'
import {showsSystemTag} from './sending-system.ts'
import type {PartView, SenderFacts} from './template-view.ts'

export type Label = 'name' | 'opt-out' | 'address'

/** text: as seen. The name only counts when a person declared it. */
function labelsIn(text: string, sender: SenderFacts): readonly Label[] {
  const labels: Label[] = []
  if (sender.name !== '' && showsName(text, sender.name)) labels.push('name')
  if (hasAny(REFUSAL_OR_NOTICE, fold(withoutAddresses(text)).text)) labels.push('opt-out')
  if (hasPostalAddress(text)) labels.push('address')
  return labels
}

/** Labels that stand only where that kind of unseen text does, each with the first place. */
export function labelsOnlyIn(part: PartView, why: 'alt' | 'hidden', sender: SenderFacts): ReadonlyMap<Label, number> {
  const places = new Map<Label, number>()
  for (const unseen of part.alternatives)
    if (unseen.why === why)
      for (const label of labelsIn(unseen.text, sender)) if (!places.has(label)) places.set(label, unseen.offset)
  // Most parts hide nothing: then the whole of what they show need not be read.
  if (places.size > 0) for (const label of labelsShown(part, sender)) places.delete(label)
  return places
}

/** What the part's visible text carries, tags that are filled in included. */
function labelsShown(part: PartView, sender: SenderFacts): ReadonlySet<Label> {
  const shown = new Set(labelsIn(part.visible.text, sender))
  if (showsTag(part, 'sender.name') || showsSystemTag(part.visible.text, 'name')) shown.add('name')
  if (showsTag(part, 'sender.address')) shown.add('address')
  return shown
}
