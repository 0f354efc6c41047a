/** What the mailer of confirmation links asks of the outside: a mail made and handed to the relay, up to the dot and beyond. */
import type {DeliveryOutcome} from './relay.ts'
import type {DueMail} from './sign-up-desk.ts'

export interface ConfirmationPost {
  /**
   * Resolves with what became of the mail. mark is asked when all but the final dot is said; where it answers false, or
   * throws, the relay has to forget the mail: null. Never rejects but with what mark throws.
   */
  deliver(mail: DueMail, mark: () => Promise<boolean>): Promise<DeliveryOutcome | null>
  /** Nothing waits: the connection is ended. */
  rest(): Promise<void>
}
