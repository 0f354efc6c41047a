/**
 * The consent event of somebody who signed up by a form or by the link of a mail that asked: everything that proves it, in
 * the words of the rulebook's E.4, so that whoever is asked "why did you mail this person?" can show it.
 */
import type {ConsentFact} from '../contacts/consent.ts'
import {maskedClient} from '../serving/masked-client.ts'
import type {ClientKept} from '../serving/sign-up-settings.ts'

/** How consents that were confirmed by mail are named. */
export const DOUBLE_OPT_IN = 'double opt-in'
const SINGLE_OPT_IN = 'web form'

/** Of the client who asked or confirmed. */
export interface ClientSeen {
  /** Already cut as the settings say; null = not kept. */
  readonly address: string | null
  readonly userAgent: string | null
}

export interface ConsentAsked {
  /** Where: address of the form or of the link. */
  readonly url: string
  readonly wording: string
  /** Of the very version that was shown; null where none was. */
  readonly wordingSha256: string | null
  readonly purpose: string
  readonly topic: string | null
  /** Legal name of the sender who asked. */
  readonly controller: string
  /** Which request it answers: the sign-up's own id, or the send that asked. */
  readonly recordId: string
}

export interface ConsentMoments {
  /** When the person agreed, UTC milliseconds. */
  readonly at: number
  /** When the mail with the link left; null = none did. */
  readonly mailedAt: number | null
  /** Null where nobody was asked to confirm. */
  readonly confirmedAt: number | null
}

export function formConsent(
  asked: ConsentAsked,
  {at, mailedAt, confirmedAt}: ConsentMoments,
  {asking, confirming}: {readonly asking: ClientSeen; readonly confirming: ClientSeen | null},
): ConsentFact {
  const {url, wording, wordingSha256, purpose, topic, controller, recordId} = asked
  const told = {
    ...{controller, channel: 'web', checkbox_default: 'off', express: 'yes', record_id: recordId},
    origin: 'own-form',
    form_sha256: wordingSha256,
    ip: asking.address,
    user_agent: asking.userAgent,
    doi_sent_at: iso(mailedAt),
    doi_confirmed_at: iso(confirmedAt),
    doi_ip: confirming?.address ?? null,
    note: confirming?.userAgent == null ? null : `confirmed with ${confirming.userAgent}`,
  }
  return {
    ...{kind: 'given', basis: 'consent', at, source: url, wording, purpose, topic},
    method: confirmedAt === null ? SINGLE_OPT_IN : DOUBLE_OPT_IN,
    evidence: Object.fromEntries(Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== null)),
  }
}

const MOST_USER_AGENT = 300

/** client: as the server sees it; userAgent: the header. */
export function clientSeen(client: string, userAgent: string | undefined, kept: ClientKept): ClientSeen {
  const agent = (userAgent ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return {
    address: kept === 'none' ? null : kept === 'full' ? client.replace(/^::ffff:(?=\d+\.)/i, '') : maskedClient(client),
    userAgent: agent === '' ? null : agent.slice(0, MOST_USER_AGENT),
  }
}

function iso(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
