/** The rulebook's machine-readable constants (F.5) against the law files; what no law file holds is named. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Law, LawFacts, Period, Retention} from '../../src/core/laws/law.ts'
import {LAWS} from '../../src/rulebook/laws.ts'
import {root} from '../house/sources.ts'

interface Constants {
  readonly optOutDeadline: Readonly<Record<string, Period>>
  readonly mechanismDays: Readonly<Record<string, number>>
  readonly retention: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly consentExpiry: Readonly<Record<string, {readonly months: number}>>
  readonly adLabel: Readonly<Record<string, string | readonly string[]>>
  readonly [other: string]: unknown
}

const constants: Constants = JSON.parse(readFileSync(join(root, 'fixtures', 'rulebook', 'constants.json'), 'utf8'))

/** Sections that are about mailbox providers and message format, not about laws. */
const NOT_OF_LAWS = ['complaintRate', 'gmailClipBytes', 'bulkThresholdPerDay', 'lineOctets', 'address']
/** Keys without a law file: providers, and jurisdictions the rulebook itself is not sure of. */
const NOT_HELD = ['gmail', 'yahoo', 'CN', 'IL', 'NZ', 'HK']

function lawOf(key: string): Law {
  const law = LAWS.find(({id}) => id === key.toLowerCase().split('-')[0])
  if (law === undefined) throw new Error(`no law file for ${key}`)
  return law
}

function factsOf(key: string): LawFacts {
  const {facts} = lawOf(key)
  if (facts === null) throw new Error(`no facts for ${key}`)
  return facts
}

/** A key such as US-wireless names a part of a law; US the general one. */
function optOutOf(key: string) {
  return factsOf(key).optOut.find(({of}) => of === (key.includes('-') ? key : null))
}

const held = <T>(section: Readonly<Record<string, T>>) =>
  Object.entries(section).filter(([key]) => !NOT_HELD.includes(key))

test('every section and every key that no law file holds is known to be so', () => {
  const ours = ['optOutDeadline', 'mechanismDays', 'retention', 'consentExpiry', 'adLabel']
  expect(Object.keys(constants).sort()).toEqual([...ours, ...NOT_OF_LAWS].sort())
  const ids = new Set(LAWS.map(({id}) => id.toUpperCase()))
  const keys = ours.flatMap((name) => Object.keys(constants[name] as object))
  const unknown = keys.filter((key) => !ids.has(key.split('-')[0]!))
  expect([...new Set(unknown)].sort()).toEqual([...NOT_HELD].sort())
})

test.each(held(constants.optOutDeadline))('an opt-out under %s is honoured within %j', (key, deadline) => {
  expect(optOutOf(key)?.deadline).toEqual(deadline)
})

test.each(held(constants.mechanismDays))('an opt-out link under %s works for %d days', (key, days) => {
  expect(optOutOf(key)?.linkDays).toBe(days)
})

test('no law has a link life that the rulebook does not know', () => {
  const known = held(constants.mechanismDays).map(([key]) => key.toLowerCase())
  const general = LAWS.filter(({facts}) => facts?.optOut.some(({of, linkDays}) => of === null && linkDays !== null))
  expect(general.map(({id}) => id).sort()).toEqual(known.sort())
})

const UNITS: Readonly<Record<string, {readonly unit: Period['unit']; readonly after: Retention['after']}>> = {
  afterLastSendMonths: {unit: 'months', after: 'last-mail'},
  afterLastSendYears: {unit: 'years', after: 'last-mail'},
  afterSendYears: {unit: 'years', after: 'last-mail'},
  afterLastContactYears: {unit: 'years', after: 'last-contact'},
  years: {unit: 'years', after: 'provision'},
}

test.each(Object.entries(constants.retention))('the retention %s is %j', (key, period) => {
  const [[word, n] = ['', 0]] = Object.entries(period)
  const {unit, after} = UNITS[word] ?? expect.fail(`an unknown period: ${word}`)
  const retention = factsOf(key).retention.find(({of}) => of === key)
  expect(retention).toMatchObject({after, period: {unit, n}})
})

test('beyond the constants no retention is verified, and so it is marked', () => {
  const all = LAWS.flatMap(({facts}) => facts?.retention ?? [])
  const extra = all.filter(({of}) => constants.retention[of] === undefined)
  expect(extra.map(({of}) => of)).toEqual(['US', 'CA', 'UK', 'EU', 'DE', 'FR', 'AU', 'SG', 'KR', 'BR', 'IN'])
  expect(new Set(extra.flatMap(({sources}) => sources.map(({confidence}) => confidence)))).toEqual(
    new Set(['unverified']),
  )
})

/** Which duty carries the period that a key names. */
const EXPIRY: Readonly<Record<string, string>> = {
  'CA-purchase': 'ca/implied-purchase-2y',
  'CA-inquiry': 'ca/implied-inquiry-6m',
  'KR-reconfirm': 'kr/reconfirm-2y',
  'KR-transaction': 'kr/transaction-6m',
}

test.each(Object.entries(constants.consentExpiry))('the consent %s ends after %j', (key, {months}) => {
  const duty = lawOf(key).duties.find(({id}) => id === EXPIRY[key])
  expect(duty?.rule).toMatch(/-age$/)
  expect(duty?.with?.months).toBe(months)
})

test.each(held(constants.adLabel))('the label of %s is %j', (key, label) => {
  expect(factsOf(key).labels.map(({text}) => text)).toEqual([label])
})

test('no law has a label that the rulebook does not know', () => {
  const known = held(constants.adLabel).map(([key]) => lawOf(key).id)
  expect(
    LAWS.filter(({facts}) => facts!.labels.length > 0)
      .map(({id}) => id)
      .sort(),
  ).toEqual(known.sort())
})
