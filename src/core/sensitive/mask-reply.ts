/** A relay's reply, fit to be shown: it often repeats the recipient's address, and sometimes our own tokens. */
import {MASK, maskAddress} from './mask.ts'

const ADDRESS = /(?:"[^"]*"|[^\s<>"(),;:[\]]+)@[^\s<>"(),;:[\]]+/g
/** Opt-out tokens, queue ids and message ids: words nobody reads, which may open a door. */
const TOKEN = /[\w-]{24,}/g

export function maskReply(reply: string): string {
  return reply.replace(ADDRESS, (address) => maskAddress(address)).replace(TOKEN, MASK)
}
