/** The mails with confirmation links and a relay that fails at each step: each goes out once at most. */
import {afterEach, describe, expect, it} from 'vitest'
import {signUpDesk} from '../../src/adapters/store/sign-up-desk.ts'
import type {SignUpSite} from '../support/sign-ups.ts'
import {startSignUps} from '../support/sign-ups.ts'
import type {Site} from '../support/site.ts'
import {ask, oneClick} from '../support/site.ts'

let forms: SignUpSite

afterEach(() => forms.stop())

const mailOf = () => forms.rows('select mail, attempt from sign_ups')
const settled = (mail: string, attempt: number) => expect.poll(mailOf, {timeout: 10_000}).toEqual([{mail, attempt}])

describe('a mail with a confirmation link', () => {
  it('that the relay refuses is not tried again', async () => {
    forms = await startSignUps({}, {conduct: () => ({rcpt: '550 5.1.1 No such user'})})
    await forms.signUp('new@example.com')
    await settled('refused', 0)
    expect((await ask(`${forms.site.url}/metrics`)).body).toContain(
      'todoke_confirmation_mails_total{outcome="refused"} 1',
    )
  })

  it.each([{rcpt: '451 4.3.0 later'}, {dot: '451 4.3.0 later'}])(
    'that is refused for now waits for its time: %j',
    async (conduct) => {
      forms = await startSignUps(
        {},
        {conduct: (to, count) => (to === 'new@example.com' && count === 0 ? conduct : null)},
      )
      await forms.signUp('new@example.com')
      await settled('queued', 1)
      expect(forms.relay.dots).toEqual([])
      forms.time.now += 6 * 60_000
      await forms.signUp('other@example.com')
      await forms.mails(2)
    },
  )

  it('whose reply is lost is in doubt and never sent again; its link works all the same', async () => {
    forms = await startSignUps({}, {conduct: (_, count) => (count === 0 ? {drop: 'after-dot'} : null)})
    await forms.signUp('new@example.com')
    await settled('in-doubt', 1)
    forms.time.now += 60_000
    await forms.signUp('other@example.com')
    await forms.mails(2)
    expect(forms.relay.named.get('new@example.com')).toBe(1)
    expect((await forms.confirm(forms.linkIn('new@example.com'))).status).toBe(200)
  })

  it('that a server left marked when it died is in doubt', async () => {
    forms = await startSignUps()
    await forms.signUp('new@example.com')
    await forms.mails(1)
    forms.site.connection.db.exec(`update sign_ups set mail = 'attempting'`)
    expect(await signUpDesk(forms.site.ofDesk, async () => []).mails.closeUnfinished()).toBe(1)
    expect(mailOf()).toEqual([{mail: 'in-doubt', attempt: 1}])
  })

  it('whose last reply does not come holds nobody up who stops the server', async () => {
    forms = await startSignUps({}, {conduct: () => ({hang: true})})
    await forms.signUp('new@example.com')
    await settled('attempting', 1)
    const {connect} = await import('../../src/adapters/store/connection.ts')
    const {file} = forms.site.connection
    await forms.stop()
    const after = await connect(file)
    expect(after.db.prepare('select mail from sign_ups').all()).toEqual([{mail: 'in-doubt'}])
    await after.close()
    forms = await startSignUps()
  })

  it('does not leave when its sign-up was erased in between: the relay has to forget it', async () => {
    forms = await startSignUps()
    forms.relay.pause()
    await forms.signUp('new@example.com')
    forms.site.connection.db.exec('delete from sign_ups')
    forms.relay.resume()
    await forms.signUp('other@example.com')
    await forms.mails(1)
    expect(forms.relay.dots.map(({to}) => to)).toEqual(['other@example.com'])
  })

  it.each([
    ['an opt-out', ({linkOf}: Site) => oneClick(linkOf(1))],
    ['a complaint', ({suppress}: Site) => suppress('p1@example.com', {reason: 'complaint'})],
  ])('does not leave when %s came while it waited', async (_, arrive) => {
    forms = await startSignUps()
    await forms.relay.kill()
    await forms.signUp('p1@example.com')
    await expect.poll(() => forms.site.troubles.length, {timeout: 10_000}).toBeGreaterThan(0)
    forms.time.now += 60_000
    await arrive(forms.site)
    await forms.relay.revive()
    await forms.signUp('other@example.com')
    await forms.mails(1)
    expect(forms.relay.dots.map(({to}) => to)).toEqual(['other@example.com'])
    expect(forms.rows('select state, mail, address from sign_ups order by asked_at')).toEqual([
      {state: 'overtaken', mail: 'none', address: ''},
      {state: 'open', mail: 'sent', address: 'other@example.com'},
    ])
  })
})
