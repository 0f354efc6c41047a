/** Contacts that went through blocks are the contacts that went in, whatever the blocks hold and the tables forget. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import {BASES, CONSENT_KINDS} from '../../src/core/contacts/consent.ts'
import {NO_SETTING} from '../../src/core/contacts/contact-case.ts'
import type {SeenContact} from '../../src/core/contacts/pack-contacts.ts'
import {contactPacker} from '../../src/core/contacts/pack-contacts.ts'
import {contactUnpacker} from '../../src/core/contacts/unpack-contacts.ts'
import type {Placed} from '../../src/core/laws/place-contact.ts'

const AS_OF = Date.UTC(2026, 0, 15)
const PLACES: readonly Placed[] = [
  {country: 'JP', ground: 'column', alsoIn: []},
  {country: 'JP', ground: 'domain', alsoIn: ['US', 'FR']},
  {country: null, ground: 'unknown', alsoIn: []},
]

const words = fc.option(fc.constantFrom('web_form', '展示会', 'a\nb', 'a\tb', '', '"', '\ud800'), {nil: null})
const moment = fc.option(fc.integer({min: -1e12, max: 2e12}), {nil: null})
const consent: fc.Arbitrary<ConsentFact> = fc.record({
  kind: fc.constantFrom(...CONSENT_KINDS),
  basis: fc.option(fc.constantFrom(...BASES), {nil: null}),
  at: moment,
  method: words,
  source: fc.oneof(words, fc.string({maxLength: 3})),
  wording: words,
  purpose: words,
  topic: words,
  evidence: fc.oneof(
    fc.constant({}),
    fc.dictionary(fc.constantFrom('origin', 'note', 'at_text', 'declaration'), fc.string({maxLength: 4})),
  ),
})

const contact = (isOfFile: boolean, hasKeys: boolean): fc.Arbitrary<SeenContact> =>
  fc.record({
    at: isOfFile ? fc.integer({min: 1, max: 2 ** 32 - 1}) : fc.stringMatching(/^[\w-]{22}$/),
    address: fc.constantFrom('taro@example.jp', 'a..b@docomo.ne.jp', '山田@xn--wgv71a.jp', 'Hanako@example.com'),
    suppressKey: hasKeys ? fc.constantFrom('taro@example.jp', 'hanako@example.com') : fc.constant(null),
    cameWith: fc.nat({max: 3}),
    placed: fc.constantFrom(...PLACES),
    bornAt: moment,
    lastMailedAt: moment,
    consents: fc.array(consent, {maxLength: 3}),
    optOut: fc.option(
      fc.record({reason: fc.constantFrom('optout', 'complaint'), scope: fc.constantFrom('all', 'news')}),
      {nil: null},
    ) as fc.Arbitrary<SeenContact['optOut']>,
  })

const lists = fc
  .tuple(fc.boolean(), fc.boolean())
  .chain(([isOfFile, hasKeys]) =>
    fc.tuple(fc.constant(isOfFile), fc.array(fc.array(contact(isOfFile, hasKeys), {maxLength: 6}), {maxLength: 5})),
  )

describe('contacts in blocks', () => {
  it('come out as they went in, also over a thread border and with tables that start afresh', () => {
    fc.assert(
      fc.property(lists, fc.integer({min: 1, max: 4}), ([isOfFile, batches], mostDetails) => {
        const pack = contactPacker(mostDetails)
        const unpack = contactUnpacker({asOf: AS_OF, setting: NO_SETTING})
        const places = new Map<Placed, Placed>()
        for (const batch of batches) {
          const out = unpack(structuredClone(pack(batch)))
          expect(out).toHaveLength(batch.length)
          for (const [i, given] of batch.entries()) {
            const {row, publicId, address, suppressKey, cameWith, optOut, placed} = out[i]!
            const {at, consents, bornAt, lastMailedAt, placed: givenPlace, ...rest} = given
            expect({address, suppressKey, cameWith, optOut}).toEqual(rest)
            expect([row, publicId]).toEqual(isOfFile ? [at, null] : [null, at])
            expect(placed).toEqual(givenPlace)
            // Figures count places by identity.
            expect(places.get(givenPlace) ?? placed).toBe(placed)
            places.set(givenPlace, placed)
            const {country, alsoIn} = givenPlace
            const domain = given.address.slice(given.address.indexOf('@') + 1)
            const facts = {country, alsoIn, domain, consents, asOf: AS_OF, lastMailedAt, bornAt, setting: NO_SETTING}
            expect(out[i]!.case).toEqual(facts)
          }
        }
      }),
      {numRuns: 300},
    )
  })
})
