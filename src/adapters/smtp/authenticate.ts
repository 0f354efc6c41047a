/** AUTH with the first mechanism that both sides know. Secrets never reach the trace. */
import type {DeliveryOutcome, RelayAddress} from '../../ports/relay.ts'
import type {Capabilities} from './capabilities.ts'
import type {Dialogue, Heard} from './dialogue.ts'

type Credentials = NonNullable<RelayAddress['auth']>

/** opening: sent with the command, or null; answers: what to say to each 334 in turn. All base64. */
interface Mechanism {
  readonly name: string
  readonly opening: (auth: Credentials) => string | null
  readonly answers: (auth: Credentials) => readonly string[]
}

/** In order of preference. Source: RFC 4616 (PLAIN); LOGIN stands in no RFC, its prompts are not read. */
const MECHANISMS: readonly Mechanism[] = [
  {name: 'PLAIN', opening: plain, answers: (auth) => [plain(auth)]},
  {name: 'LOGIN', opening: () => null, answers: (auth) => [base64(auth.user), base64(auth.password)]},
]

/**
 * Resolves null when the relay knows us. Refused credentials pause, and are tried once only: a second try could lock
 * the account. Source: RFC 4954 section 4.
 */
export async function authenticate(
  talk: Dialogue,
  can: Capabilities,
  auth: Credentials,
): Promise<DeliveryOutcome | null> {
  const mechanism = MECHANISMS.find(({name}) => can.auth.includes(name))
  if (mechanism === undefined) return {kind: 'pause', why: 'auth-not-offered', reply: null}
  const opening = mechanism.opening(auth)
  const command = `AUTH ${mechanism.name}`
  let heard: Heard =
    opening === null
      ? await talk.say('auth', command)
      : await talk.say('auth', `${command} ${opening}`, {shown: `${command} ***`})
  for (const answer of mechanism.answers(auth)) {
    if ('failure' in heard || heard.raw.code === 235) break
    heard = await talk.say('auth', answer, {shown: '***'})
  }
  if ('failure' in heard) return heard.failure
  return heard.raw.code === 235 ? null : {kind: 'pause', why: 'auth-refused', reply: null}
}

function plain(auth: Credentials): string {
  return base64(`\0${auth.user}\0${auth.password}`)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
