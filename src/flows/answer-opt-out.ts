/**
 * What a reader or a mail program gets for the link in a mail. Looking changes nothing and tells nothing of whether the link is
 * ours; only a choice that was sent does, and it is answered with a yes after it is durable (reliability.md B5, RFC 8058).
 */

import {NOBODY} from '../core/sending/nobody.ts'
import {maskAddress} from '../core/sensitive/mask.ts'
import type {PageLanguage} from '../core/serving/page-language.ts'
import {pageLanguage} from '../core/serving/page-language.ts'
import {spellingOf} from '../core/suppression/entry.ts'
import {entriesOf, READER_CHOICES, readChoice, standingOf} from '../core/suppression/reader-choice.ts'
import type {TokenFacts} from '../core/suppression/token.ts'
import type {LinkOwner, OptOutDesk} from '../ports/opt-out-desk.ts'
import type {OptOutAnswer, OptOutDeed, OptOutHandlers, PageSender, TroublePage} from '../ports/web-server.ts'
import type {TokenNeeds} from './read-tokens.ts'
import {tokensOf} from './read-tokens.ts'

export interface OptOutSite {
  readonly sender: PageSender
  readonly mailto: string
  /** Of readers who say none. */
  readonly language: PageLanguage
  readonly signUpUrl: string | null
  readonly offsetMinutes: number
}

export interface OptOutNeeds extends TokenNeeds {
  readonly desk: OptOutDesk
}

export interface OptOutWatch {
  onDeed(deed: OptOutDeed): void
  /** Why a request could not be answered as it should; the reader was asked to try again. */
  onTrouble(error: unknown): void
}

export function answerOptOuts(site: OptOutSite, needs: OptOutNeeds, {onDeed, onTrouble}: OptOutWatch): OptOutHandlers {
  const readAny = tokensOf(needs)
  const read = async (token: string): Promise<TokenFacts | null> => {
    const facts = await readAny(token)
    return facts?.kind === 'optout' ? facts : null
  }
  const ground = (accepted: string, locale: string | null = null) => ({
    language: pageLanguage(locale, accepted, site.language),
    sender: site.sender,
  })
  const trouble = (kind: TroublePage['kind'], accepted: string): TroublePage => ({
    ...{kind, ...ground(accepted)},
    mailto: site.mailto,
  })
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
    // Nobody reads the page of a mail program's click: it tells what was asked for.
    const hits = asked.isOneClick ? entries : await needs.desk.holding(person.suppressKey, at)
    const page = {...done, address: maskAddress(person.address), standing: standingOf(hits), offsetMinutes}
    return {page, deed: recorded.includes('new') ? via : 'known'}
  }

  async function orBusy(work: Promise<OptOutAnswer>, accepted: string): Promise<OptOutAnswer> {
    try {
      const answer = await work
      onDeed(answer.deed)
      return answer
    } catch (error) {
      onTrouble(error)
      onDeed('failed')
      return {page: trouble('busy', accepted), deed: 'failed'}
    }
  }

  return {
    // A token that cannot be checked is told to try again by act.
    isOurs: (token) =>
      read(token)
        .then((facts) => facts !== null)
        .catch(() => false),
    show: (token, accepted) => orBusy(show(token, accepted), accepted),
    act: (token, fields, accepted) => orBusy(act(token, fields, accepted), accepted),
    crowded: (accepted) => trouble('crowded', accepted),
  }
}
