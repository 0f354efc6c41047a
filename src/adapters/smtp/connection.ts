/**
 * Mails over one ready connection: MAIL, RCPT, DATA and the body on offer, the dot on release. Replies are matched to
 * commands strictly in order; whatever cannot be matched ends the connection. A mail is in doubt only when its dot
 * was released and no readable reply to it came back.
 */
import type {DeliveryOutcome, Envelope, RelayConnection} from '../../ports/relay.ts'
import type {Capabilities} from './capabilities.ts'
import {describeReply} from './describe-reply.ts'
import {outcomeOfDot, outcomeOfReply} from './outcome-of-reply.ts'
import {prepareMail} from './prepare-mail.ts'
import type {RawReply} from './read-reply.ts'
import {lostBy, type Wire} from './wire.ts'

/** empty-dot: ends a DATA that the relay opened although it refused the only recipient (RFC 2920 section 3.1). */
type Step = 'reset' | 'mail' | 'rcpt' | 'data' | 'dot' | 'empty-dot' | 'quit'

export class SmtpConnection implements RelayConnection {
  readonly #wire: Wire
  readonly #can: Capabilities
  /** Commands that were written and not answered, oldest first. */
  readonly #awaited: Step[] = []
  /** Without PIPELINING: commands that wait for their turn. */
  readonly #unsaid: {step: Step; line: string}[] = []
  #isQuitting = false
  /** Answers the offer that is under way. */
  #answerOffer: ((outcome: 'ready' | DeliveryOutcome) => void) | null = null
  #body: Uint8Array | null = null
  /** Why the mail under way will not be sent, once a command of it was refused. */
  #refusal: DeliveryOutcome | null = null
  #isReady = false
  #answerRelease: ((outcome: DeliveryOutcome) => void) | null = null
  /** A refused transaction is still open on the relay: RSET goes in front of the next one. */
  #needsReset = false
  /** Why nothing can be sent any more. */
  #lost: DeliveryOutcome | null = null

  constructor(wire: Wire, capabilities: Capabilities) {
    this.#wire = wire
    this.#can = capabilities
    wire.onReply = (raw) => this.#take(raw)
    wire.onLost = (why) => this.#settleLost(why)
  }

  get isUsable(): boolean {
    return this.#wire.isOpen && !this.#isQuitting
  }

  offer(envelope: Envelope, message: Uint8Array): Promise<'ready' | DeliveryOutcome> {
    if (!this.isUsable) return Promise.resolve(this.#lost ?? lostBy('connection-closed'))
    if (this.#answerOffer !== null || this.#isReady) return Promise.resolve(lostBy('offer-out-of-turn'))
    const mail = prepareMail(envelope, message, this.#can)
    if ('kind' in mail) return Promise.resolve(mail)
    return new Promise((resolve) => {
      this.#answerOffer = resolve
      this.#body = mail.body
      if (this.#needsReset) this.#say('reset', 'RSET')
      this.#needsReset = false
      this.#say('mail', mail.mail)
      this.#say('rcpt', mail.rcpt)
      this.#say('data', 'DATA')
    })
  }

  release(): Promise<DeliveryOutcome> {
    if (!this.#isReady) return Promise.resolve(this.#lost ?? lostBy('release-out-of-turn'))
    this.#isReady = false
    return new Promise((resolve) => {
      this.#answerRelease = resolve
      this.#say('dot', '.')
    })
  }

  abandon(): void {
    this.#wire.lose('abandoned')
  }

  async quit(): Promise<void> {
    const isMidMail = this.#answerOffer !== null || this.#isReady
    const limit = setTimeout(() => this.#wire.lose('connection-closed'), this.#wire.timeouts.quitMs)
    // In the middle of a mail QUIT would be text of that mail.
    if (isMidMail) this.abandon()
    else if (this.isUsable) this.#say('quit', 'QUIT')
    this.#isQuitting = true
    await this.#wire.closed()
    clearTimeout(limit)
  }

  #say(step: Step, line: string): void {
    if (this.#can.pipelining || this.#awaited.length === 0) this.#write(step, line)
    else this.#unsaid.push({step, line})
  }

  #write(step: Step, line: string): void {
    this.#awaited.push(step)
    if (this.#awaited.length === 1) this.#waitFor(step)
    this.#wire.send(line)
  }

  #waitFor(step: Step): void {
    const {timeouts} = this.#wire
    if (step === 'dot') this.#wire.waitAtMost(timeouts.dotMs)
    else this.#wire.waitAtMost(step === 'data' ? timeouts.dataMs : timeouts.commandMs)
  }

  #take(raw: RawReply): void {
    const step = this.#awaited.shift()
    if (step === undefined) {
      // Nothing was asked: a farewell, or a relay that we no longer understand.
      this.#giveUp(raw.code === 421 ? 'relay-closing' : 'reply-out-of-place', raw)
      return
    }
    if (this.#awaited.length > 0) this.#waitFor(this.#awaited[0]!)
    else this.#wire.waitNoMore()
    this.#takeAnswer(step, raw)
    const next = this.#awaited.length === 0 ? this.#unsaid.shift() : undefined
    if (next !== undefined) this.#write(next.step, next.line)
  }

  #takeAnswer(step: Step, raw: RawReply): void {
    switch (step) {
      case 'mail':
      case 'rcpt':
        this.#takeEnvelopeAnswer(step, raw)
        break
      case 'data':
        this.#takeDataAnswer(raw)
        break
      case 'dot':
        this.#takeDotAnswer(raw)
        break
      case 'reset':
        if (raw.code >= 300) this.#giveUp('reset-refused', raw)
        break
      case 'empty-dot':
        // The relay says once more that there is no recipient; what it says does not matter, unless it hangs up.
        if (raw.code === 421) this.#giveUp('relay-closing', raw)
        break
      case 'quit':
        this.#wire.lose('connection-closed')
    }
  }

  #takeEnvelopeAnswer(step: 'mail' | 'rcpt', raw: RawReply): void {
    const outcome = outcomeOfReply(step, raw)
    if (outcome === null) return
    if (outcome.kind === 'connection') {
      this.#giveUp(outcome.why, raw)
      return
    }
    if (this.#refusal === null) {
      this.#refusal = outcome
      this.#needsReset = step === 'rcpt'
    }
    // With PIPELINING the reply to DATA, already asked for, decides how to get out.
    if (!this.#can.pipelining) this.#answer(this.#refusal)
  }

  #takeDataAnswer(raw: RawReply): void {
    const outcome = outcomeOfReply('data', raw)
    if (outcome?.kind === 'connection') this.#giveUp(outcome.why, raw)
    else if (this.#refusal === null && outcome === null) this.#wire.sendBytes(this.#body!, this.#bodyWritten)
    else if (this.#refusal === null) {
      this.#needsReset = true
      this.#answer(outcome!)
    } else if (outcome === null && !this.#needsReset) {
      // MAIL was refused and DATA opened: the relay may hold the recipient, and a dot would deliver an empty mail.
      this.#giveUp('reply-out-of-place', raw)
    } else {
      if (outcome === null) this.#say('empty-dot', '.')
      this.#answer(this.#refusal)
    }
  }

  readonly #bodyWritten = (): void => {
    this.#isReady = true
    this.#answer('ready')
  }

  #takeDotAnswer(raw: RawReply): void {
    const answer = this.#answerRelease
    this.#answerRelease = null
    const outcome = outcomeOfDot(raw)
    answer?.(outcome)
    if (outcome.kind === 'in-doubt') this.#giveUp(outcome.why, raw)
    else if (raw.code === 421) this.#giveUp('relay-closing', raw)
  }

  #answer(outcome: 'ready' | DeliveryOutcome): void {
    const answer = this.#answerOffer
    this.#answerOffer = null
    this.#body = null
    this.#refusal = null
    this.#unsaid.length = 0
    answer?.(outcome)
  }

  #giveUp(why: string, raw: RawReply): void {
    this.#lost = {kind: 'connection', why, reply: describeReply(raw)}
    this.#wire.lose(why)
  }

  /** A refusal that was read stays the outcome of its mail; the rest of the mail under way was not sent. */
  #settleLost(why: string): void {
    this.#lost ??= lostBy(why)
    this.#isReady = false
    this.#answerRelease?.({kind: 'in-doubt', why})
    this.#answerRelease = null
    this.#answer(this.#refusal ?? this.#lost)
  }
}
