/**
 * What a reader or a mail program gets for the link in a mail. Looking changes nothing and tells nothing of whether the link is
 * ours; only a choice that was sent does, and it is answered with a yes after it is durable (reliability.md B5, RFC 8058).
 */

import {NOBODY} from '../core/sending/nobody.ts'
import {maskAddress} from '../core/sensitive/mask.ts'
import {spellingOf} from '../core/suppression/entry.ts'
import {entriesOf, READER_CHOICES, readChoice, standingOf} from '../core/suppression/reader-choice.ts'
import type {LinkOwner, OptOutDesk} from '../ports/opt-out-desk.ts'
import type {OptOutAnswer, OptOutHandlers} from '../ports/web-server.ts'
import type {OptOutSite, OptOutWatch} from './opt-out-ground.ts'
import {optOutGround} from './opt-out-ground.ts'
import type {TokenNeeds} from './read-tokens.ts'
import {optOutTokensOf} from './read-tokens.ts'

export interface OptOutNeeds extends TokenNeeds {
  readonly desk: OptOutDesk
  /** The scanner that an address belongs to; null = none, or nobody could say. Not there: nobody is asked. */
  readonly scannerAt?: (client: string) => Promise<string | null>
}

export function answerOptOuts(site: OptOutSite, needs: OptOutNeeds, watch: OptOutWatch): OptOutHandlers {
  const read = optOutTokensOf(needs)
  const {ground, trouble, orBusy} = optOutGround(site, watch)
  async function ownerOf(token: string): Promise<LinkOwner | null> {
    const facts = await read(token)
    if (facts === null) return null
    // What `doctor --unsubscribe` tries: signed by us, of nobody, in no send.
    if (facts.sendId === NOBODY.sendId) return {send: {name: 'probe', topic: null}, person: null}
    return needs.desk.find(facts.sendId, facts.recipientId)
  }

  async function show(token: string, accepted: string): Promise<OptOutAnswer> {
    const owner = await ownerOf(token)
    const topic = owner?.send?.topic ?? null
    const person = owner?.person ?? null
    const page = {
      kind: 'ask' as const,
      ...ground(accepted, person?.locale),
      choices: READER_CHOICES.filter((choice) => choice !== 'topic' || topic !== null),
      topic,
      address: person === null ? null : maskAddress(person.address),
    }
    return {page, deed: owner === null ? 'broken' : 'shown'}
  }

  async function act(
    token: string,
    fields: ReadonlyMap<string, string> | null,
    accepted: string,
    client: string,
  ): Promise<OptOutAnswer> {
    const owner = await ownerOf(token)
    if (owner === null) return {page: trouble('broken', accepted), deed: 'broken'}
    const asked = fields === null ? null : readChoice(fields)
    if (asked === null) return {page: trouble('unclear', accepted), deed: 'unclear'}
    const {send, person} = owner
    const done = {kind: 'done' as const, ...ground(accepted, person?.locale), signUpUrl: site.signUpUrl}
    const {offsetMinutes} = site
    // Who was erased gets no mail: a reader of an old mail is told so.
    const gone: OptOutAnswer = {page: {...done, address: null, standing: [], offsetMinutes}, deed: 'gone'}
    if (person === null) return gone
    const at = needs.clock.now()
    const via = asked.isOneClick ? 'one-click' : 'page'
    // Nobody knows what a send that is not there was about: all mail stops.
    const source = send === null ? via : `${via}:${send.name}`
    const topic = send?.topic ?? null
    const {address, suppressKey} = person
    const spelled = spellingOf({address, suppressKey, key: address.toLowerCase()})
    const entries = entriesOf(asked.choice, {suppressKey, ...spelled, topic, source, at})
    const recorded = await Promise.all(entries.map((entry) => needs.desk.record(entry, at, person.recipientId)))
    if (recorded.includes('gone')) return gone
    if (recorded.includes('new')) void noteScanner(client, suppressKey, at)
    // Nobody reads the page of a mail program's click: it tells what was asked for.
    const hits = asked.isOneClick ? entries : await needs.desk.holding(person.suppressKey, at)
    const page = {...done, address: maskAddress(person.address), standing: standingOf(hits), offsetMinutes}
    return {page, deed: recorded.includes('new') ? via : 'known'}
  }

  /** For the report alone, once the opt-out is on the disk: nobody waits for it, and without it nothing is marked. */
  async function noteScanner(client: string, suppressKey: string, at: number): Promise<void> {
    try {
      const scanner = (await needs.scannerAt?.(client)) ?? null
      if (scanner !== null) await needs.desk.noteNetwork(suppressKey, at, scanner)
    } catch (error) {
      watch.onTrouble(error)
    }
  }

  return {
    // A token that cannot be checked is told to try again by act.
    isOurs: (token) =>
      read(token)
        .then((facts) => facts !== null)
        .catch(() => false),
    show: (token, accepted) => orBusy(show(token, accepted), accepted),
    act: (token, fields, accepted, client) => orBusy(act(token, fields, accepted, client), accepted),
    crowded: (accepted) => trouble('crowded', accepted),
  }
}
