/** A stranger who types another person's address into a form that needs no confirmation. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {eventWriter} from '../../src/adapters/store/add-event.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {FORM, startSignUps} from '../support/sign-ups.ts'
import type {Site} from '../support/site.ts'
import {NOW} from '../support/workspace-store.ts'

let forms: SignUpSite

beforeEach(async () => {
  forms = await startSignUps()
})

afterEach(async () => {
  await forms.stop()
})

function refuse({connection}: Site): void {
  eventWriter(connection, 2500).add(
    1,
    {
      ...{kind: 'refused', basis: null, at: 2500, method: null, source: 'phone call', wording: null, purpose: null},
      ...{topic: null, evidence: {}},
    },
    {consentImportId: null, declarationId: null},
  )
}

async function liftOwn({suppress, store}: Site): Promise<void> {
  await suppress('p1@example.com', {from: 2000})
  const [hit] = await store.suppressions.holding('p1@example.com', NOW)
  await store.suppressions.lift([{...hit!, reason: 'own wish', evidence: {}}], NOW)
}

describe('a known contact', () => {
  const named = () => forms.rows(`select attributes from contacts where address_key = 'p1@example.com'`)

  it('keeps what it says of the person, and gets what was empty', async () => {
    await forms.stop()
    forms = await startSignUps({signUp: {url: 'https://mail.example.com', forms: [{...FORM, isDouble: false}]}})
    await forms.signUp('p1@example.com', {'field-1': 'Mallory', 'field-2': 'gold'})
    expect(forms.consents()).toMatchObject([{kind: 'given', method: 'web form'}])
    expect(named()).toEqual([{attributes: '{"name":"Person 1","plan":"gold"}'}])
  })

  it('takes what the person confirms', async () => {
    await forms.signUp('p1@example.com', {'field-1': 'Hanako'})
    await forms.mails(1)
    await forms.confirm(forms.linkIn('p1@example.com'))
    expect(named()).toEqual([{attributes: '{"name":"Hanako","plan":"standard"}'}])
  })
})

describe('a form without a confirmation', () => {
  it.each([
    ['a consent event that says no', refuse],
    ['an opt-out that was lifted', liftOwn],
    ['a pause that has run out', ({suppress}: Site) => suppress('p1@example.com', {from: 2000, until: 3000})],
    ['a domain that was left out once', ({suppress}: Site) => suppress('@example.com', {from: 2000, until: 3000})],
  ])('asks whoever is behind %s for their own word', async (_, sayNo) => {
    await sayNo(forms.site)
    const before = forms.consents()
    await forms.signUp('p1@example.com', {}, 'open')
    expect(forms.consents()).toEqual(before)
    await forms.mails(1)
    expect(forms.relay.dots.map(({to}) => to)).toEqual(['p1@example.com'])
    expect((await forms.confirm(forms.linkIn('p1@example.com'))).status).toBe(200)
    expect(forms.consents().at(-1)).toMatchObject({kind: 'given', at: NOW})
  })
})
