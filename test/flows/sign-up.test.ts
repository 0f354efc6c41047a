import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {signUpToken, tokenMaker} from '../../src/core/suppression/token.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps, textOf, tokenIn, WORDING_TEXT} from '../support/sign-ups.ts'
import {ask, KEY, oneClick, URLENCODED} from '../support/site.ts'
import {NOW} from '../support/workspace-store.ts'

const DAY_MS = 86_400_000
let forms: SignUpSite

beforeEach(async () => {
  forms = await startSignUps()
})

afterEach(async () => {
  await forms.stop()
})

async function signedUp(address: string, more: Record<string, string> = {}): Promise<string> {
  const before = forms.relay.dots.length
  const answer = await forms.signUp(address, more)
  expect(answer.status).toBe(200)
  await forms.mails(before + 1)
  return forms.linkIn(address)
}

describe('a sign-up form', () => {
  it('shows the text that is agreed to in its version of now, with no tick set and no cookie', async () => {
    const {status, body, headers} = await ask(`${forms.site.url}/f/news`)
    expect([status, headers['set-cookie'], headers['cache-control']]).toEqual([200, undefined, 'no-store'])
    expect(body).toContain(WORDING_TEXT.split('\n')[0])
    expect(body).not.toContain('checked')
    expect(body).toContain('Your name <small>(optional)</small>')
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })

  it('is not there under another name, nor without its text', async () => {
    expect((await ask(`${forms.site.url}/f/other`)).status).toBe(404)
    forms.site.connection.db.exec('delete from wordings')
    expect((await ask(`${forms.site.url}/f/news`)).status).toBe(404)
  })

  it('keeps the sign-up apart until it is confirmed: nobody is on the list by it', async () => {
    await signedUp('new@example.com')
    expect(forms.rows(`select 1 from contacts where address_key = 'new@example.com'`)).toEqual([])
    expect(forms.consents()).toEqual([])
  })

  it('marks what needs another look and loses nothing that was typed', async () => {
    const {status, body} = await forms.signUp('taro@', {
      ...{'field-1': 'Taro <b>"Sato"</b>', 'field-2': '', agree: '', 'topic-1': '', 'topic-2': '1'},
    })
    expect(status).toBe(422)
    expect(body).toContain('value="taro@" type="email"')
    expect(body).toContain('value="Taro &lt;b&gt;&quot;Sato&quot;&lt;/b&gt;"')
    expect(body).toMatch(/name="topic-2" value="1" checked/)
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(3)
    expect(body).toContain('This is not a whole mail address')
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })

  it('wants a topic where there are some, and cuts nobody off at long names', async () => {
    const none = await forms.signUp('a@example.com', {'topic-1': ''})
    expect([none.status, none.body.includes('Please choose at least one.')]).toEqual([422, true])
    const long = await forms.signUp('a@example.com', {'field-1': '山'.repeat(201)})
    expect([long.status, long.body.includes('200 characters')]).toEqual([422, true])
    expect((await forms.signUp('a@example.com', {'field-1': '山'.repeat(200)})).status).toBe(200)
  })

  it('does nothing for a form that another page sends, whatever token it has', async () => {
    const url = `${forms.site.url}/f/plain`
    const body = (token: string) => new URLSearchParams({form: token, address: 'x@example.com', agree: '1'}).toString()
    const token = tokenIn((await ask(url)).body)
    const foreign = {...URLENCODED, 'Sec-Fetch-Site': 'cross-site'}
    for (const [headers, sent] of [
      [foreign, token],
      [URLENCODED, ''],
      [URLENCODED, `${token.slice(0, -2)}AA`],
      [URLENCODED, tokenIn((await ask(`${forms.site.url}/f/open`)).body)],
    ] as const) {
      const {status, body: page} = await ask(url, {method: 'POST', headers, body: body(sent)})
      expect([status, page.includes('value="x@example.com"')]).toEqual([422, true])
    }
    forms.time.now += 2 * DAY_MS
    expect((await ask(url, {method: 'POST', headers: URLENCODED, body: body(token)})).status).toBe(422)
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })

  it('lets a program that fills in the hidden field believe that it worked', async () => {
    const {status, body} = await forms.signUp('bot@example.com', {website: 'https://spam.example'})
    expect([status, body.includes('One more step')]).toEqual([200, true])
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })

  it('answers the same whether the address is new, known, opted out or has just been mailed', async () => {
    await forms.site.suppress('p2@example.com')
    await forms.site.suppress('p3@example.com', {reason: 'complaint'})
    const pages = []
    for (const address of ['q1@example.com', 'p1@example.com', 'p2@example.com', 'p3@example.com', 'q1@example.com']) {
      const {status, body, headers} = await forms.signUp(address)
      pages.push([status, body.replaceAll(address.slice(0, 1), '_'), Object.keys(headers).sort()])
    }
    const masked = (page: unknown) => JSON.stringify(page).replaceAll('_', 'p').replaceAll('q', 'p')
    for (const page of pages) expect(masked(page)).toBe(masked(pages[0]))
    await forms.mails(3)
    expect(forms.relay.dots.map(({to}) => to).sort()).toEqual(['p1@example.com', 'p2@example.com', 'q1@example.com'])
  })

  it('mails an address once in a while at most, in whatever spelling', async () => {
    for (const address of ['a@example.com', 'A@example.com', 'a+x@example.com'])
      expect((await forms.signUp(address)).status).toBe(200)
    await forms.mails(1)
    expect(forms.rows('select * from sign_ups')).toHaveLength(1)
    forms.time.now += 3_600_001
    await forms.signUp('a@example.com')
    await forms.mails(2)
  })

  it('takes so many of one network in an hour', async () => {
    await forms.stop()
    const limits = {perAddressHours: 1, perNetworkHour: 3}
    const {FORM} = await import('../support/sign-ups.ts')
    forms = await startSignUps({signUp: {url: 'https://mail.example.com', forms: [FORM], limits}})
    const statuses = []
    for (let i = 0; i < 5; i += 1) statuses.push((await forms.signUp(`n${i}@example.com`)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('without a confirmation takes a newcomer at once, and asks who said no before for their own word', async () => {
    await forms.site.suppress('gone@example.com', {from: 2000})
    for (const address of ['new@example.com', 'gone@example.com'])
      expect((await forms.signUp(address, {}, 'open')).body).toContain('Your sign-up has arrived.')
    await forms.mails(1)
    expect(forms.relay.dots.map(({to}) => to)).toEqual(['gone@example.com'])
    expect(forms.consents()).toMatchObject([
      {address: 'new@example.com', kind: 'given', method: 'web form', topic: null, at: NOW},
    ])
    expect((await forms.confirm(forms.linkIn('gone@example.com'))).status).toBe(200)
    expect(await forms.site.store.suppressions.holding('gone@example.com', NOW)).toEqual([])
  })

  it('says on a busy store that nothing was recorded, with all that was typed', async () => {
    const {openBare} = await import('../../src/adapters/store/driver.ts')
    const other = await openBare(forms.site.connection.file)
    other.exec('begin immediate')
    const {status, body, headers} = await forms.signUp('late@example.com', {'field-1': 'Late Comer'})
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect(body).toContain('value="Late Comer"')
    other.exec('rollback')
    other.close()
    expect(forms.rows('select * from sign_ups')).toEqual([])
  }, 20_000)
})

describe('whoever starts the server', () => {
  it('is told where each form is, which has no text, and whose law wants a confirmation', async () => {
    const {lookAtForms} = await import('../../src/flows/look-at-forms.ts')
    const {PLAIN, SINGLE} = await import('../support/sign-ups.ts')
    const signUp = {
      ...{url: 'https://mail.example.com', confirmDays: 7, clientAddress: 'none' as const},
      ...{limits: {perAddressHours: 1, perNetworkHour: 20}, forms: [PLAIN, SINGLE, {...PLAIN, wording: 'other'}]},
    }
    const {signUpDesk} = await import('../../src/adapters/store/sign-up-desk.ts')
    const needs = {
      signUps: signUpDesk(forms.site.ofDesk, async () => []),
      clock: {now: () => NOW, monotonic: () => 0n},
    }
    expect(await lookAtForms({signUp, laws: ['jp', 'de']}, needs)).toEqual([
      {form: 'plain', url: 'https://mail.example.com/f/plain', missing: null, unconfirmed: []},
      {form: 'open', url: 'https://mail.example.com/f/open', missing: null, unconfirmed: ['de/single-opt-in']},
      {form: 'plain', url: 'https://mail.example.com/f/plain', missing: 'other', unconfirmed: []},
    ])
    expect((await lookAtForms({signUp, laws: ['us']}, needs))[1]?.unconfirmed).toEqual([])
  })
})

describe('the mail', () => {
  it('says who asks, where the link leads and how long it works, in the language of the reader', async () => {
    await signedUp('new@example.com')
    const mail = forms.relay.messages.get('new@example.com')!.toString('utf8')
    expect(mail).toMatch(/^Auto-Submitted: auto-replied\r$/m)
    expect(mail).not.toMatch(/^List-Unsubscribe/m)
    expect(textOf(mail)).toContain('The link works until 8\u00a0April\u00a02026.')
    expect(textOf(mail)).toContain('Sender: Sample Ltd\n1-2-3 Shibuya\nContact: 03-1234-5678')
  })

  it('waits for a relay that is down, and health, figures and log tell', async () => {
    await forms.relay.kill()
    await forms.signUp('new@example.com')
    await expect.poll(() => forms.site.troubles, {timeout: 10_000}).toMatchObject([{code: 'CONFIRMATIONS_WAIT'}])
    expect((await ask(`${forms.site.url}/healthz`)).body).toMatch(
      /^ok\nconfirmation mails wait: 1, .* since 2026-04-01T/,
    )
    const {body} = await ask(`${forms.site.url}/metrics`)
    expect(body).toContain('todoke_confirmation_mails_waiting 1')
    expect(body).toContain('todoke_relay_up 0')
    expect(body).toContain('todoke_signup_requests_total{outcome="signed-up"} 1')
    await forms.relay.revive()
    await forms.signUp('other@example.com')
    await forms.mails(2)
    await expect.poll(async () => (await ask(`${forms.site.url}/healthz`)).body).toBe('ok\n')
  }, 20_000)
})

describe('a confirmation link', () => {
  it('changes nothing when it is looked at, by whatever', async () => {
    const link = await signedUp('new@example.com')
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET'])
      expect((await ask(forms.site.url + link, {method})).status).toBe(method === 'OPTIONS' ? 204 : 200)
    const {body} = await ask(forms.site.url + link)
    expect(body).toContain('n***@example.com')
    expect(body).toContain(WORDING_TEXT.split('\n')[0])
    expect(forms.consents()).toEqual([])
  })

  it('writes the whole consent when it is confirmed, once', async () => {
    await signedUp('New@Example.com', {'field-1': 'Hanako', 'topic-2': '1'})
    const link = forms.linkIn('New@example.com')
    forms.time.now += 60_000
    const answers = await Promise.all(Array.from({length: 5}, () => forms.confirm(link, {'User-Agent': 'Reader/1.0'})))
    expect(answers.map(({status}) => status)).toEqual([200, 200, 200, 200, 200])
    expect(answers[0]!.headers.location).toBeUndefined()
    expect(forms.consents()).toEqual([
      {
        ...{address: 'New@example.com', kind: 'given', basis: 'consent', method: 'double opt-in', at: NOW},
        ...{source: 'https://mail.example.com/f/news', wording: 'news-form', purpose: 'news', topic: 'news, sale'},
        evidence: {
          ...{controller: 'Sample <Ltd>', channel: 'web', checkbox_default: 'off', express: 'yes', origin: 'own-form'},
          ...{form_sha256: 'f'.repeat(64), ip: '127.0.0.0', doi_ip: '127.0.0.0', record_id: expect.any(String)},
          ...{doi_sent_at: new Date(NOW).toISOString(), doi_confirmed_at: new Date(NOW + 60_000).toISOString()},
          note: 'confirmed with Reader/1.0',
        },
      },
    ])
    expect(forms.rows(`select attributes, locale from contacts where address_key = 'new@example.com'`)).toEqual([
      {attributes: '{"name":"Hanako","plan":"standard"}', locale: 'en'},
    ])
    const imports = await forms.site.store.lists.imports(forms.site.send.listId)
    expect(imports.at(-1)).toMatchObject({fileName: 'form:news', counts: {rows: 1, added: 1, updated: 0}})
    expect((await ask(forms.site.url + link)).body).toContain('You are signed up')
  })

  it('keeps nothing of a confirmed sign-up beside the contact, and forgets who does not confirm', async () => {
    const link = await signedUp('new@example.com', {'field-1': 'Hanako'})
    await forms.confirm(link)
    expect(JSON.stringify(forms.rows('select * from sign_ups'))).not.toMatch(/new@|Hanako|127\.0/)
    await signedUp('never@example.com')
    const {signUpDesk} = await import('../../src/adapters/store/sign-up-desk.ts')
    expect(await signUpDesk(forms.site.ofDesk, async () => []).mails.forget(NOW + 8 * DAY_MS)).toBe(2)
    expect(forms.rows('select * from sign_ups')).toEqual([])
  })

  it('runs out kindly, and tells where to sign up once more', async () => {
    const link = await signedUp('new@example.com')
    forms.time.now += 7 * DAY_MS + 1
    for (const answer of [await ask(forms.site.url + link), await forms.confirm(link)]) {
      expect([answer.status, answer.body.includes('This link has expired')]).toEqual([410, true])
      expect(answer.body).toContain('href="https://mail.example.com/f/news"')
    }
    expect(forms.consents()).toEqual([])
  })

  it('is of its own kind: an opt-out token never confirms, a confirmation never opts out', async () => {
    const link = await signedUp('new@example.com')
    const token = link.slice('/c/'.length)
    const optOut = forms.site.tokenOf(1)
    expect((await forms.confirm(`/c/${optOut}`)).status).toBe(404)
    expect((await oneClick(`${forms.site.url}/u/${token}`)).status).toBe(404)
    const [{id}] = forms.rows('select public_id as id from sign_ups') as [{id: string}]
    const forged = [
      `${token.slice(0, 40)}A${token.slice(41)}`,
      token.slice(0, 30),
      signUpToken({...KEY, secret: Buffer.alloc(32)}, id, NOW + 7 * DAY_MS),
      tokenMaker(KEY, 'optout', forms.site.send.publicId)(id),
    ]
    for (const each of forged) expect((await forms.confirm(`/c/${each}`)).status).toBe(404)
    // Signed by us, for nobody: a longer life is no use without the sign-up.
    expect((await forms.confirm(`/c/${signUpToken(KEY, 'A'.repeat(22), NOW + DAY_MS)}`)).status).toBe(410)
    expect(forms.site.events()).toEqual([])
    expect(forms.consents()).toEqual([])
  })

  it('brings back who had opted out, as far as the consent goes', async () => {
    const {suppress, store} = forms.site
    await suppress('p1@example.com', {from: 2000, scope: 'topic:news'})
    await suppress('p1@example.com', {from: 2000, scope: 'topic:sale'})
    await suppress('p1@example.com', {from: 2000, reason: 'bounce'})
    await forms.confirm(await signedUp('p1@example.com'))
    expect(await store.suppressions.holding('p1@example.com', NOW)).toMatchObject([{scope: 'topic:sale'}])
  })

  it('does not lift an opt-out that came after the sign-up', async () => {
    const link = await signedUp('p1@example.com')
    forms.time.now += 1000
    await oneClick(forms.site.linkOf(1))
    forms.time.now += 1000
    const {status, body} = await forms.confirm(link)
    expect([status, body.includes('You have opted out since')]).toEqual([409, true])
    expect(forms.consents()).toEqual([])
    expect(await forms.site.store.suppressions.holding('p1@example.com', forms.time.now)).toHaveLength(1)
    expect((await ask(forms.site.url + link)).status).toBe(409)
  })

  it('says that the store is busy, and works when it is not', async () => {
    const link = await signedUp('new@example.com')
    const {openBare} = await import('../../src/adapters/store/driver.ts')
    const other = await openBare(forms.site.connection.file)
    other.exec('begin immediate')
    expect((await forms.confirm(link)).status).toBe(503)
    other.exec('rollback')
    other.close()
    expect((await forms.confirm(link)).status).toBe(200)
    expect(forms.consents()).toHaveLength(1)
  }, 20_000)
})

describe('an import', () => {
  it('that is taken back does not take who signed up by themself off the list', async () => {
    await forms.confirm(await signedUp('p1@example.com'))
    const {store, send} = forms.site
    const [file, form] = await store.lists.imports(send.listId)
    await expect(store.lists.previewUndo(form!.uuid)).rejects.toMatchObject({code: 'IMPORT_UNKNOWN'})
    forms.site.connection.db.exec('delete from deliveries')
    await store.lists.undo(file!.uuid, NOW)
    expect(await store.lists.count(send.listId)).toBe(1)
    expect(forms.rows(`select 1 from contacts where address_key = 'p1@example.com'`)).toHaveLength(1)
  })
})
