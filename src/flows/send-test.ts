/**
 * Sends one mail of a preview to somebody who wants to see it arrive. It belongs to no campaign: its subject says that it
 * is a test, its links are nobody's, and nothing of it is recorded.
 */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import {forbidsAny} from '../core/suppression/entry.ts'
import {scopesOfTopics} from '../core/suppression/topic-scope.ts'
import type {Data} from '../core/templates/fill-part.ts'
import {AppError} from '../errors.ts'
import type {PreviewNeeds, TestSender} from '../ports/previews.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface TestAsk {
  /** As the user typed it. */
  readonly to: string
  readonly content: SendContent
  /** Opt-outs of that topic count too; null = only those of all mail. */
  readonly topic: string | null
  readonly data: Data
  /** Asked when all else is well; throws when it is not meant. */
  readonly confirm: () => Promise<void>
}

export interface TestNeeds extends Pick<PreviewNeeds, 'mailMaker'> {
  readonly store: Store
  readonly clock: Clock
  readonly sender: TestSender
}

/** Answers the size of the mail in bytes. Throws ADDRESS_INVALID, TEST_SUPPRESSED, TEST_NOT_SENT and what confirm throws. */
export async function sendTest(ask: TestAsk, {store, clock, mailMaker, sender}: TestNeeds): Promise<number> {
  const address = parseAddress(ask.to)
  if (!isAddress(address)) throw new AppError('ADDRESS_INVALID', {given: '***', why: address})
  const hits = await store.suppressions.holding(address.suppressKey, clock.now(), address.address)
  const scopes = ask.topic === null ? (['all'] as const) : scopesOfTopics(ask.topic)
  const hit = hits.find((each) => forbidsAny(each, scopes))
  if (hit !== undefined) throw new AppError('TEST_SUPPRESSED', {reason: hit.reason})
  const make = await mailMaker(marked(ask.content))
  const mail = make({address: ask.to.trim(), data: ask.data}, clock.now())
  if (!('bytes' in mail)) throw new Error(`the mail that was shown cannot be made again: ${mail.why}`)
  await ask.confirm()
  await sender.send({from: mail.returnPath, to: ask.to.trim(), bytes: mail.bytes})
  return mail.bytes.length
}

function marked(content: SendContent): SendContent {
  const word = content.language === 'ja' ? '[テスト] ' : '[TEST] '
  return {...content, subject: [{kind: 'literal', text: word}, ...content.subject]}
}
