/** Scripts for the scripted relay, put together from the steps of one mail. */

export interface Phrases {
  readonly pipelining: boolean
  /** What the relay offers besides. */
  readonly offers?: readonly string[]
}

export function greeting({pipelining, offers = []}: Phrases): string[] {
  const lines = ['relay.example.com', ...(pipelining ? ['PIPELINING'] : []), ...offers, 'ENHANCEDSTATUSCODES']
  const hello = lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`)
  return ['220 relay.example.com ESMTP', '> EHLO client.example.com', ...hello]
}

/** MAIL, RCPT, DATA up to and with the 354. */
export const OPENED = ['> MAIL FROM:<', '250 2.1.0 ok', '> RCPT TO:<', '250 2.1.5 ok', '> DATA', '354 go']

/** A whole mail, taken. */
export const TAKEN = [...OPENED, 'body', '250 2.0.0 queued']

/** How a second mail begins when the first was refused at RCPT or DATA, and how it ends well. */
export const TAKEN_AFTER_RESET = ['> RSET', '250 2.0.0 ok', ...TAKEN]

export const FAREWELL = ['> QUIT', '221 2.0.0 bye']

export const ENVELOPE = {
  from: 'bounce@example.com',
  to: 'taro@example.jp',
  sizeBytes: 100,
  needsSmtpUtf8: false,
} as const

export const MESSAGE = Buffer.from('Subject: x\r\n\r\nhello\r\n')
