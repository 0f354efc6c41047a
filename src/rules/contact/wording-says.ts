/** Looks whether the form text under which a consent was given says what a consent needs. */
import {holdingYes, proofOf, wordedEvent} from '../../core/consent/read-evidence.ts'
import {collectorOf} from '../../core/consent/received.ts'
import type {WordingPart} from '../../core/consent/wording-content.ts'
import {saysPart} from '../../core/consent/wording-content.ts'
import type {Wording} from '../../core/consent/wordings.ts'
import {wordingAt, wordingBook} from '../../core/consent/wordings.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const COMPLETE = `株式会社サンプルから、新商品のご案内をメールマガジンでお送りします。いつでも配信停止できます。
〒150-0002 東京都渋谷区渋谷1-2-3 電話 03-1234-5678`
const form = (text: string): Wording => ({
  name: 'news-form',
  sha256: 'a'.repeat(64),
  text,
  language: 'ja',
  from: 0,
  until: null,
})
const shown = (text: string, senderNames: readonly string[] = ['株式会社サンプル']): ContactCase => ({
  ...EXAMPLE_CASE,
  setting: {...NO_SETTING, senderNames, wordings: wordingBook([form(text)])},
  consents: [{...EXAMPLE_FACT, wording: 'news-form'}],
})

const collected = (text: string, collector: string): ContactCase => {
  const contact = shown(text)
  return {...contact, consents: [{...contact.consents[0]!, evidence: {collector, controller: collector}}]}
}

/**
 * The sender's names are those of the settings, and the controller that the consent itself names. collectedBy:
 * third-party looks only at consents that somebody else collected, where the form must name the sender itself and not
 * the collector.
 */
export const wordingSays: ContactRule<{
  readonly what: readonly WordingPart[]
  readonly collectedBy?: 'third-party'
}> = {
  id: 'wording-says',
  subject: 'contact',
  exampleWith: {what: ['sender', 'marketing', 'withdrawal', 'contact']},
  bad: [
    shown(COMPLETE.replace('株式会社サンプル', '当社')),
    shown(COMPLETE.replace('新商品のご案内をメールマガジン', '書類')),
    shown(COMPLETE.replace('いつでも配信停止できます。', '')),
    shown(COMPLETE.replace('〒150-0002 東京都渋谷区渋谷1-2-3', '')),
    shown(COMPLETE, ['株式会社別会社']),
    collected(COMPLETE.replace('株式会社サンプル', '株式会社収集'), '株式会社収集'),
  ],
  good: [
    shown(COMPLETE),
    shown(COMPLETE.replace('株式会社サンプル', '㈱サンプル')),
    collected(COMPLETE, '株式会社収集'),
    shown(COMPLETE.replace('株式会社サンプル', '当社'), []),
    {...shown(COMPLETE), consents: [{...EXAMPLE_FACT, wording: 'unknown-form'}]},
    {...shown(COMPLETE), consents: [EXAMPLE_FACT]},
    {...shown('登録'), consents: [{...EXAMPLE_FACT, basis: 'card', wording: 'news-form'}]},
    {...shown('登録'), consents: []},
  ],
  check(contact, {what, collectedBy}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== 'consent') return
    if (collectedBy !== undefined && collectorOf(contact, consent) === null) return
    const wording = wordingOf(contact, consent)
    if (wording === null) return
    for (const part of what) {
      if (saysPart(wording, part, part === 'sender' ? namesOf(contact, consent) : NONE)) continue
      report({key: `wording-says.${part}`, values: {wording: wording.name}, verdict: 'missing'})
      return
    }
  },
}

const NONE: readonly string[] = []

/** The text that was shown; the latest one of that name where no date says which. Null where none is kept. */
function wordingOf(contact: ContactCase, consent: ConsentFact): Wording | null {
  const event = wordedEvent(contact, consent)
  if (event === null) return null
  const versions = contact.setting.wordings.named(event.wording!)
  return event.at === null ? (versions.at(-1) ?? null) : wordingAt(versions, event.at)
}

/** What the collector calls the controller may be the collector. */
function namesOf(contact: ContactCase, consent: ConsentFact): readonly string[] {
  const {senderNames} = contact.setting
  const controller = proofOf(contact, consent, 'controller')
  if (controller === null || (senderNames.length > 0 && collectorOf(contact, consent) !== null)) return senderNames
  return [...senderNames, controller]
}
