/** How much a part says to its reader: letters and digits, addresses and tags aside. */
import {withoutAddresses} from './bare-links.ts'
import type {PartView} from './template-view.ts'

/** A Japanese or Chinese letter says about as much as two Latin ones. */
export function lettersIn({visible}: Pick<PartView, 'visible'>): number {
  let count = 0
  for (const [stretch] of withoutAddresses(visible.text).matchAll(/[\p{L}\p{N}]+/gu))
    count += stretch.length + (stretch.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0)
  return count
}
