/** Mails in doubt, fit to be shown and to be looked up in the relay's log: by Message-ID, the address masked. */
import {maskAddress} from '../core/sensitive/mask.ts'
import {maskReply} from '../core/sensitive/mask-reply.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {InDoubtMail} from '../ports/store.ts'
import {moment} from './numbers.ts'
import type {Screen} from './screen.ts'

export interface InDoubtShown {
  /** Masked. */
  readonly address: string
  /** UTC milliseconds. */
  readonly markedAt: number
  /** As in the mail's header; null when the key of the send is gone. */
  readonly messageId: string | null
  /** A word of ours, or what the relay said, masked. */
  readonly reply: string
}

/** Shows each as it comes, and returns all. */
export async function showInDoubt(
  pages: AsyncIterable<readonly InDoubtMail[]>,
  messageIdOf: ((publicId: string) => string) | null,
  screen: Screen,
): Promise<readonly InDoubtShown[]> {
  const shown: InDoubtShown[] = []
  for await (const page of pages)
    for (const {publicId, address, markedAt, reply} of page) {
      const messageId = messageIdOf?.(publicId) ?? null
      const mail = {address: maskAddress(address), markedAt, messageId, reply: maskReply(reply)}
      shown.push(mail)
      screen.out(`${moment(markedAt)}  ${mail.address}  ${inWords(mail.reply, screen)}`)
      if (messageId !== null) screen.out(`  Message-ID: ${messageId}`)
    }
  return shown
}

/** `connection-lost: ECONNRESET` has a word of ours and a code of the system; a relay's own words stay as they are. */
function inWords(reply: string, screen: Screen): string {
  const [word = '', code] = reply.split(': ')
  const key = `fault.${word}`
  if (!isMessageKey(key)) return reply
  return code === undefined ? screen.t(key) : `${screen.t(key)} (${code})`
}
