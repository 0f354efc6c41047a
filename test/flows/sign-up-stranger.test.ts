/** A stranger who types another person's address into a form that needs no confirmation. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {eventWriter} from '../../src/adapters/store/add-event.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps} from '../support/sign-ups.ts'
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
