import {describe, expect, test} from 'vitest'
import {auditAskOf} from '../../src/cli/audit-flags.ts'
import type {Settings} from '../../src/core/settings.ts'
import type {AppError} from '../../src/errors.ts'

/** 2026-04-01 12:00 in Japan. */
const AT = {now: Date.parse('2026-04-01T12:00+09:00'), offsetMinutes: 540, lang: 'en'} as const
const SETTINGS = {laws: ['us'], audienceCountry: 'US', facts: {sellerType: 'other'}} as unknown as Settings

function errorOf(said: Parameters<typeof auditAskOf>[0]): AppError {
  try {
    auditAskOf(said, null, AT)
  } catch (error) {
    return error as AppError
  }
  throw new Error('nothing was refused')
}

describe('the laws and the audience', () => {
  test.each([
    ['nothing at all: Japan’s law, and nobody’s country', {}, null, ['jp'], null],
    ['settings', {}, SETTINGS, ['us'], 'US'],
    ['a law before the settings', {law: 'KR, jp'}, SETTINGS, ['kr', 'jp'], 'US'],
    ['the country of the first law', {law: 'ca,jp'}, null, ['ca', 'jp'], 'CA'],
    ['an audience before all else', {law: 'ca', audience: 'de'}, SETTINGS, ['ca'], 'DE'],
  ])('%s', (_, said, settings, laws, audience) => {
    const ask = auditAskOf(said, settings, AT)
    expect([ask.choice.sender.map(({id}) => id), ask.audience]).toEqual([laws, audience])
    expect(ask.facts).toEqual(settings?.facts ?? {})
  })

  test('the laws of contacts’ countries can be left aside', () => {
    const lawsOf = (said: object) =>
      auditAskOf(said, null, AT)
        .choice.lawsFor('DE')
        .map(({id}) => id)
    expect(lawsOf({})).toContain('de')
    expect(lawsOf({'only-sender-law': true})).not.toContain('de')
  })

  test.each(['UK', 'Japan', ''])('%j is no country', (audience) => {
    expect(errorOf({audience})).toMatchObject({code: 'FLAG_INVALID', values: {flag: '--audience'}})
  })
})

describe('--as-of', () => {
  test('is the law of that day and the last moment of it where dates are read', () => {
    expect(auditAskOf({'as-of': '2020-02-29'}, null, AT)).toMatchObject({
      day: '2020-02-29',
      asOf: Date.parse('2020-02-29T23:59:59.999+09:00'),
    })
  })

  test('of today is now, and of a day to come that day', () => {
    expect(auditAskOf({'as-of': '2026-04-01'}, null, AT).asOf).toBe(AT.now)
    expect(auditAskOf({'as-of': '2026-04-02'}, null, AT).asOf).toBe(Date.parse('2026-04-02T23:59:59.999+09:00'))
    expect(auditAskOf({}, null, AT)).toMatchObject({day: '2026-04-01', asOf: AT.now})
  })

  test.each(['2025-02-29', '2026-13-01', '2026-4-1', 'today', ''])('%j is no day', (day) => {
    expect(errorOf({'as-of': day})).toMatchObject({code: 'FLAG_INVALID', values: {flag: '--as-of', given: day}})
  })
})

describe('--rule', () => {
  test('sets weights of duties by id, the last one of an id wins', () => {
    const {weights} = auditAskOf(
      {rule: ['jp/consent-basis=off', 'us/postal-address=warning', 'jp/consent-basis=error']},
      null,
      AT,
    )
    expect([...weights]).toEqual([
      ['jp/consent-basis', 'error'],
      ['us/postal-address', 'warning'],
    ])
  })

  test('an id that no duty has is refused with the one that was probably meant', () => {
    const error = errorOf({rule: ['jp/consent-basi=off']})
    expect(error).toMatchObject({code: 'FLAG_INVALID', values: {flag: '--rule', given: 'jp/consent-basi=off'}})
    expect(error.details.join()).toContain('--rule jp/consent-basis=off')
  })

  test.each(['jp/consent-basis', 'jp/consent-basis=loud', '=off', 'jp/consent-basis=info'])(
    '%s has no weight',
    (rule) => {
      expect(errorOf({rule: [rule]})).toMatchObject({code: 'FLAG_INVALID', values: {expected: 'ID=off|warning|error'}})
    },
  )
})
