/** People who were erased and sign up anew, and sign-ups of people who are erased. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {storeOver} from '../../src/adapters/store/open-store.ts'
import type {ErasureKey} from '../../src/core/suppression/tombstone.ts'
import type {Store} from '../../src/ports/store.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps} from '../support/sign-ups.ts'
import {NOW} from '../support/workspace-store.ts'

const KEY: ErasureKey = {id: '0e0e0e0e', secret: Buffer.alloc(32, 9)}
let forms: SignUpSite
let store: Store

beforeEach(async () => {
  forms = await startSignUps({erasureKeys: [KEY]})
  store = storeOver(forms.site.connection, [KEY])
})

afterEach(() => forms.stop())

const erase = (suppressKey: string) => store.people.erase({suppressKey, at: NOW, proof: null})

describe('a person who was erased', () => {
  it('is a new person with a new consent once they confirm, and not before', async () => {
    await erase('p1@example.com')
    await forms.signUp('p1@example.com')
    await forms.mails(1)
    expect(await store.people.tombstone('p1@example.com')).not.toBeNull()
    expect((await forms.confirm(forms.linkIn('p1@example.com'))).status).toBe(200)
    expect(await store.people.tombstone('p1@example.com')).toBeNull()
    expect(forms.consents()).toMatchObject([{address: 'p1@example.com', kind: 'given'}])
    expect(await store.suppressions.holding('p1@example.com', NOW)).toEqual([])
  })

  it('also by a form that asks for no confirmation has to confirm', async () => {
    await erase('p1@example.com')
    await forms.signUp('p1@example.com', {}, 'open')
    await forms.mails(1)
    expect(forms.consents()).toEqual([])
  })

  it('gets no mail where a complaint stood against every mail', async () => {
    await forms.site.suppress('p1@example.com', {reason: 'complaint'})
    await erase('p1@example.com')
    const answer = await forms.signUp('p1@example.com')
    expect(answer.body).toContain('One more step')
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })
})

describe('an erasure', () => {
  it('takes a sign-up that waits, of a contact or of nobody yet, and its link leads nowhere', async () => {
    for (const address of ['p1@example.com', 'new@example.com']) await forms.signUp(address)
    await forms.mails(2)
    expect(await store.people.signUps('new@example.com')).toMatchObject([{form: 'news', values: {plan: 'standard'}}])
    expect(await store.people.preview('new@example.com')).toMatchObject({contacts: 0, signUps: 1})
    for (const address of ['p1@example.com', 'new@example.com']) await erase(address)
    expect(forms.rows('select * from sign_ups')).toEqual([])
    expect((await forms.confirm(forms.linkIn('new@example.com'))).status).toBe(410)
    expect(forms.consents()).toEqual([])
  })
})
