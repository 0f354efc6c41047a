/** The links of mails that asked for consent, over real HTTP: they are marked by the ledger, and answered by the server. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import type {Mark} from '../../src/ports/store.ts'
import {CONTENT} from '../support/send-through.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {PLAIN, startSignUps} from '../support/sign-ups.ts'
import {ask, KEY, oneClick} from '../support/site.ts'
import {NOW} from '../support/workspace-store.ts'

const DAY_MS = 86_400_000
const link = {
  ...{url: 'https://mail.example.com/c/', wording: 'news-form', wordingSha256: 'f'.repeat(64)},
  ...{days: 7, controller: 'Sample Ltd'},
}
let forms: SignUpSite

beforeEach(async () => {
  forms = await startSignUps({
    signUp: {url: 'https://mail.example.com', forms: [PLAIN]},
    send: {
      ...{mailClass: 'consent-request', content: JSON.stringify({...CONTENT, consent: link}), contentHash: 'ask'},
      topic: 'news',
    },
  })
})

afterEach(() => forms.stop())

const markOf = (id: number): Mark => ({
  ...{contactId: id, attempt: 1, suppressKey: `p${id}@example.com`, messageDate: NOW, messageSha256: 'x'},
})
const mark = (id: number, send = forms.site.send) =>
  forms.site.store.sends.ledger(send, 1).commit([], [markOf(id)], NOW)
const pathOf = (id: number, kind: 'confirm' | 'optout' = 'confirm') =>
  `/c/${tokenMaker(KEY, kind, forms.site.send.publicId)(forms.site.connection.publicIds(id))}`

describe('the mark', () => {
  it('stands by person and for ever: no other send asks again, and the record tells that it was asked', async () => {
    expect(await mark(1)).toEqual(['granted'])
    expect(forms.consents()).toMatchObject([
      {address: 'p1@example.com', kind: 'requested', at: NOW, evidence: {record_id: forms.site.send.publicId}},
    ])
    const {store, header} = forms.site
    const again = await store.sends.plan(
      {...header, name: 'again', publicId: 'AAAAAAAAAAE'},
      (async function* () {
        yield [1, 2].map((contactId) => ({contactId, state: 'planned' as const, reason: null}))
      })(),
      NOW,
    )
    expect(await mark(1, again)).toEqual(['suppressed'])
    expect(await mark(2, again)).toEqual(['granted'])
    expect(await store.consents.askedBefore(['p1@example.com', 'p3@example.com'])).toEqual(new Set(['p1@example.com']))
  })

  it('is not given to who left any topic, or has a sign-up that waits', async () => {
    await forms.site.suppress('p1@example.com', {scope: 'topic:sale'})
    await forms.signUp('p2@example.com', {}, 'plain')
    await forms.mails(1)
    expect([await mark(1), await mark(2), await mark(3)]).toEqual([['suppressed'], ['suppressed'], ['granted']])
  })
})

describe('the link', () => {
  it('shows whom it is about and what to, and gives the consent by its button, once', async () => {
    await mark(1)
    const page = await ask(forms.site.url + pathOf(1))
    expect([page.status, page.body.includes('p***@example.com'), page.body.includes('Topics: news')]).toEqual([
      ...[200, true, true],
    ])
    expect(forms.consents()).toHaveLength(1)
    forms.time.now += 5000
    for (const _ of [1, 2]) expect((await forms.confirm(pathOf(1))).status).toBe(200)
    expect(forms.consents().slice(1)).toMatchObject([
      {
        ...{kind: 'given', at: NOW + 5000, topic: 'news', address: 'p1@example.com'},
        evidence: {doi_sent_at: new Date(NOW).toISOString(), controller: 'Sample Ltd', ip: '127.0.0.0'},
      },
    ])
  })

  it('is of nobody who was not asked, and an opt-out token is none', async () => {
    await mark(1)
    expect((await forms.confirm(pathOf(2))).status).toBe(410)
    expect((await forms.confirm(pathOf(1, 'optout'))).status).toBe(404)
    expect((await oneClick(`${forms.site.url}/u/${pathOf(1).slice(3)}`)).status).toBe(404)
    expect(forms.consents()).toHaveLength(1)
  })

  it('runs out, and does not bring back who opted out after the mail', async () => {
    await mark(1)
    await mark(2)
    forms.time.now += 1000
    await oneClick(forms.site.linkOf(2))
    forms.time.now += 1000
    expect((await forms.confirm(pathOf(2))).status).toBe(409)
    forms.time.now += 7 * DAY_MS
    const late = await forms.confirm(pathOf(1))
    expect([late.status, late.body.includes('https://mail.example.com/f/plain')]).toEqual([410, true])
    expect(forms.consents().filter(({kind}) => kind === 'given')).toEqual([])
  })
})
