/** The opening talk with a relay, one line and one reply at a time, before mails begin. */
import type {DeliveryOutcome} from '../../ports/relay.ts'
import {outcomeOfReply, type Phase} from './outcome-of-reply.ts'
import type {RawReply} from './read-reply.ts'
import {lostBy, type Wire} from './wire.ts'

/** What came back: a reply, or the failure that a reply or its absence means. */
export type Heard = {readonly raw: RawReply} | {readonly failure: DeliveryOutcome}

export class Dialogue {
  readonly wire: Wire
  /** Replies that came before anybody asked. */
  readonly #early: RawReply[] = []
  #hear: ((heard: RawReply | null) => void) | null = null
  #why = 'connection-lost'

  constructor(wire: Wire) {
    this.wire = wire
    wire.onReply = (raw) => {
      const hear = this.#hear
      this.#hear = null
      if (hear === null) this.#early.push(raw)
      else hear(raw)
    }
    wire.onLost = (why) => {
      this.#why = why
      this.#hear?.(null)
      this.#hear = null
    }
  }

  /** True when the relay has said more than it was asked. */
  get isAhead(): boolean {
    return this.#early.length > 0 || this.wire.isMidReply
  }

  /** The failure of a connection that is no longer open. */
  get lost(): DeliveryOutcome {
    return lostBy(this.#why)
  }

  /** shown: what the trace may see of the line. accept: codes that do not mean what the table says, here. */
  async say(phase: Phase, line: string, more: {shown?: string; accept?: readonly number[]} = {}): Promise<Heard> {
    // A reply ahead of its question belongs to nobody; going on would match every later one to the wrong command.
    if (this.isAhead) return {failure: lostBy('reply-out-of-place')}
    this.wire.send(line, more.shown)
    return this.hear(phase, this.wire.timeouts.commandMs, more.accept)
  }

  /** The next reply. Resolves when it came, or when the connection ended or withinMs went by. */
  async hear(phase: Phase, withinMs: number, accept: readonly number[] = []): Promise<Heard> {
    const raw = this.#early.shift() ?? (await this.#next(withinMs))
    if (raw === null) return {failure: this.lost}
    const failure = accept.includes(raw.code) ? null : outcomeOfReply(phase, raw)
    return failure === null ? {raw} : {failure}
  }

  #next(withinMs: number): Promise<RawReply | null> {
    if (!this.wire.isOpen) return Promise.resolve(null)
    this.wire.waitAtMost(withinMs)
    return new Promise((resolve) => {
      this.#hear = (raw) => {
        this.wire.waitNoMore()
        resolve(raw)
      }
    })
  }
}
