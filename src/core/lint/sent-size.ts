/** How many bytes of a part stand before a place, as sent: mailbox providers cut long mails by bytes, not by letters. */
import {Buffer} from 'node:buffer'
import type {PartView} from './template-view.ts'

export const KIB = 1024

/** UTF-8 bytes of the source up to an offset, without the comments that are taken out before a mail is made. */
export function sentBytes({source, tags}: Pick<PartView, 'source' | 'tags'>, to = source.length): number {
  let bytes = Buffer.byteLength(source.slice(0, to))
  for (const {kind, start, end} of tags)
    if (kind === 'comment' && start < to) bytes -= Buffer.byteLength(source.slice(start, Math.min(end, to)))
  return bytes
}

/** The first offset that so many bytes stand before; the end where the part is shorter. */
export function offsetBehind(part: Pick<PartView, 'source' | 'tags'>, bytes: number): number {
  let low = 0
  let high = part.source.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentBytes(part, middle) < bytes) low = middle + 1
    else high = middle
  }
  return low
}
