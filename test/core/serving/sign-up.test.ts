import {describe, expect, it} from 'vitest'
import {clientSeen, formConsent} from '../../../src/core/consent/form-consent.ts'
import {formToken, isFormToken} from '../../../src/core/serving/form-token.ts'
import {readSignUp} from '../../../src/core/serving/read-sign-up.ts'
import type {SignUpForm} from '../../../src/core/serving/sign-up-settings.ts'
import {writtenDay} from '../../../src/core/serving/written-day.ts'
import {expiryOf, readToken, signUpToken} from '../../../src/core/suppression/token.ts'

const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}
const OLD = {id: '01020304', secret: Buffer.alloc(32, 1)}
const PLACE = {form: 'news', network: '192.0.2.0'}
const NOW = Date.UTC(2026, 3, 1)
const DAY_MS = 86_400_000

describe('the token of a form', () => {
  it('is of the form, the network and the last day, by any key that holds', () => {
    const token = formToken(OLD, PLACE, NOW)
    const holds = (place = PLACE, now = NOW, keys = [KEY, OLD]) => isFormToken(token, keys, place, now)
    expect([holds(), holds(PLACE, NOW + DAY_MS)]).toEqual([true, true])
    expect([
      holds({...PLACE, form: 'sale'}),
      holds({...PLACE, network: '198.51.100.0'}),
      holds(PLACE, NOW + DAY_MS + 1),
      holds(PLACE, NOW - 1),
      holds(PLACE, NOW, [KEY]),
    ]).toEqual([false, false, false, false, false])
  })

  it('cannot be made longer to live, nor be anything else', () => {
    const token = formToken(KEY, PLACE, NOW)
    const later = Buffer.from(token, 'base64url')
    later.writeUIntBE(NOW + DAY_MS, 0, 6)
    for (const each of [later.toString('base64url'), '', 'x', `${token}A`, token.slice(0, -1), '='.repeat(30)])
      expect(isFormToken(each, [KEY], PLACE, NOW + 2 * DAY_MS)).toBe(false)
  })
})

describe('the token of a sign-up', () => {
  it('carries its own end and its id, and is of no other kind', () => {
    const token = signUpToken(KEY, 'AAAAAAAAAAAAAAAAAAAAAA', NOW)
    const facts = readToken(token, [KEY])!
    expect([facts.kind, facts.recipientId, expiryOf(facts)]).toEqual(['sign-up', 'AAAAAAAAAAAAAAAAAAAAAA', NOW])
  })
})

const FORM: SignUpForm = {
  ...{name: 'news', title: null, list: 'news', wording: 'w', purpose: null, isDouble: true, topics: ['a', 'b', 'c']},
  fields: [{name: '氏名', label: '氏名', isRequired: true}],
}
const read = (fields: Record<string, string>) => readSignUp(FORM, new Map(Object.entries(fields)))
const WHOLE = {address: ' Taro@Example.COM ', agree: '1', 'field-1': '太郎', 'topic-1': '1', 'topic-3': '1'}

describe('what was typed', () => {
  it('is a sign-up when it is whole', () => {
    expect(read(WHOLE).signUp).toMatchObject({
      ...{topic: 'a, c', values: {氏名: '太郎'}},
      address: {address: 'Taro@example.com', key: 'taro@example.com'},
    })
  })

  it('is told field by field when it is not, and is there again', () => {
    const {faults, typed, signUp} = read({address: 'taro', 'field-1': ' '})
    expect([...faults]).toEqual([
      ['address', 'address-bad'],
      ['field-1', 'missing'],
      ['topic-1', 'topics'],
      ['agree', 'agree'],
    ])
    expect([typed.address, signUp]).toEqual(['taro', null])
    expect(read({}).faults.get('address')).toBe('address-missing')
    expect(read({...WHOLE, address: `${'a'.repeat(400)}@example.com`}).faults.get('address')).toBe('address-bad')
  })

  it('is one line, whatever a program sends', () => {
    const {signUp} = read({...WHOLE, 'field-1': 'A\r\nBcc: x@example.com\u2028\u0000B\ud800'})
    expect(signUp?.values).toEqual({氏名: 'A Bcc: x@example.com B\ufffd'})
    expect(read({...WHOLE, address: 'a@example.com\r\nb@example.com'}).signUp).toBeNull()
  })
})

describe('the consent of a sign-up', () => {
  it('keeps of the client what the settings say', () => {
    expect(clientSeen('::ffff:192.0.2.77', 'A\r\nB', 'full')).toEqual({address: '192.0.2.77', userAgent: 'A B'})
    expect(clientSeen('2001:db8:1:2::3', undefined, 'network')).toEqual({address: '2001:db8:1::', userAgent: null})
    expect(clientSeen('192.0.2.77', '', 'none')).toEqual({address: null, userAgent: null})
  })

  it('without a confirmation tells of none', () => {
    const nobody = {address: null, userAgent: null}
    const asked = {
      ...{url: 'u', wording: 'w', wordingSha256: null, purpose: 'p', topic: null, controller: 'c', recordId: 'r'},
    }
    const fact = formConsent(asked, {at: NOW, mailedAt: null, confirmedAt: null}, {asking: nobody, confirming: null})
    expect(fact).toMatchObject({kind: 'given', basis: 'consent', method: 'web form', at: NOW})
    expect(Object.keys(fact.evidence).sort()).toEqual(
      ['channel', 'checkbox_default', 'controller', 'express', 'origin', 'record_id'].sort(),
    )
  })
})

it('days are written as people write them', () => {
  const written = (['ja', 'en', 'de', 'fr', 'zh'] as const).map((lang) => writtenDay(NOW, lang, 540))
  expect(written).toEqual(
    ['2026年4月1日', '1 April 2026', '1. April 2026', '1er avril 2026', '2026年4月1日'].map((day) =>
      day.replaceAll(' ', '\u00a0'),
    ),
  )
})
