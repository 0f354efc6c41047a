/**
 * What a reader or a mail program gets from a server without the list: the same pages, as far as the token alone tells. A
 * choice that was sent is answered with a yes when it stands in the journal; whom it concerns and what it stops, the
 * workspace finds out when it pulls.
 */
import {NOBODY} from '../core/sending/nobody.ts'
import {OPT_OUT_KIND, writeOptOut} from '../core/serving/opt-out-record.ts'
import {entriesOf, READER_CHOICES, readChoice, standingOf} from '../core/suppression/reader-choice.ts'
import type {TokenFacts} from '../core/suppression/token.ts'
import type {Journal} from '../ports/journal.ts'
import type {OptOutAnswer, OptOutHandlers} from '../ports/web-server.ts'
import type {OptOutSite, OptOutWatch} from './opt-out-ground.ts'
import {optOutGround} from './opt-out-ground.ts'
import type {TokenNeeds} from './read-tokens.ts'
import {optOutTokensOf} from './read-tokens.ts'

export interface DetachedNeeds extends TokenNeeds {
  readonly journal: Journal
}

export function answerDetached(site: OptOutSite, needs: DetachedNeeds, watch: OptOutWatch): OptOutHandlers {
  const read = optOutTokensOf(needs)
  const record = recorder(needs.journal)
  const {ground, trouble, orBusy} = optOutGround(site, watch)

  async function show(token: string, accepted: string): Promise<OptOutAnswer> {
    const facts = await read(token)
    // Which topic the mail had is not known here; the button of a mail program stops that topic all the same.
    const choices = READER_CHOICES.filter((choice) => choice !== 'topic')
    const page = {kind: 'ask' as const, ...ground(accepted), choices, topic: null, address: null}
    return {page, deed: facts === null ? 'broken' : 'shown'}
  }

  async function act(
    token: string,
    fields: ReadonlyMap<string, string> | null,
    accepted: string,
  ): Promise<OptOutAnswer> {
    const facts = await read(token)
    if (facts === null) return {page: trouble('broken', accepted), deed: 'broken'}
    const asked = fields === null ? null : readChoice(fields)
    if (asked === null) return {page: trouble('unclear', accepted), deed: 'unclear'}
    const at = needs.clock.now()
    const via = asked.isOneClick ? 'one-click' : 'page'
    const {offsetMinutes, signUpUrl} = site
    const held = entriesOf(asked.choice, {suppressKey: '', topic: null, source: via, at})
    const page = {
      ...{kind: 'done' as const, ...ground(accepted), signUpUrl, offsetMinutes},
      ...{address: null, standing: standingOf(held)},
    }
    // What `doctor --unsubscribe` tries: signed by us, of nobody.
    if (facts.sendId === NOBODY.sendId) return {page: {...page, standing: []}, deed: 'gone'}
    const isNew = await record(facts, asked, at)
    return {page, deed: isNew ? via : 'known'}
  }

  return {
    isOurs: (token) =>
      read(token)
        .then((facts) => facts !== null)
        .catch(() => false),
    show: (token, accepted) => orBusy(show(token, accepted), accepted),
    act: (token, fields, accepted) => orBusy(act(token, fields, accepted), accepted),
    crowded: (accepted) => trouble('crowded', accepted),
  }
}

/**
 * Clicks of one link that come together or shortly after each other are one record: the journal must not grow by as much as
 * somebody can click. Short enough that nobody signs up and leaves again in between.
 */
const SAME_MS = 10_000
const MOST_REMEMBERED = 10_000

function recorder(journal: Journal) {
  const recent = new Map<string, {readonly at: number; readonly written: Promise<void>}>()
  return async (
    {sendId, recipientId}: TokenFacts,
    {choice, isOneClick}: NonNullable<ReturnType<typeof readChoice>>,
    at: number,
  ): Promise<boolean> => {
    const name = `${sendId}|${recipientId}|${choice}`
    const known = recent.get(name)
    if (known !== undefined && Math.abs(at - known.at) < SAME_MS) {
      await known.written
      return false
    }
    const via = isOneClick ? 'one-click' : 'page'
    const payload = writeOptOut({send: sendId, recipient: recipientId, choice, via})
    const written = journal.append(OPT_OUT_KIND, at, payload)
    recent.delete(name)
    recent.set(name, {at, written})
    if (recent.size > MOST_REMEMBERED) recent.delete(recent.keys().next().value!)
    try {
      await written
    } catch (error) {
      recent.delete(name)
      throw error
    }
    return true
  }
}
