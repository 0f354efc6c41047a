/** `todoke consent request` as a user runs it, with a real relay, and the answers to its mails. */

import {readFileSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import type {Server} from 'node:https'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {simpleParser} from 'mailparser'
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {readTokenKeys} from '../../src/adapters/keys/keyring.ts'
import {connect} from '../../src/adapters/store/connection.ts'
import {signUpDesk} from '../../src/adapters/store/sign-up-desk.ts'
import {readToken} from '../../src/core/suppression/token.ts'
import {root} from '../house/sources.ts'
import {type CountingRelay, type RelayOptions, startCountingRelay} from '../support/counting-relay.ts'
import {ask, copyWorkspace, makeWorkspace, must, row, run} from '../support/send-workspace.ts'
import {query} from '../support/workspace-store.ts'

let base: string
let folder: string
let relay: CountingRelay

const tlsFile = (name: string) => join(root, 'fixtures', 'tls', name)
const pem = (name: string) => readFileSync(tlsFile(name), 'utf8')

const silent = (address: string, country = 'JP') => `${address},Silent,${country},,,,`

beforeAll(async () => {
  // Trusted by the commands, which are processes of their own.
  vi.stubEnv('NODE_EXTRA_CA_CERTS', tlsFile('localhost.cert.pem'))
  base = await makeWorkspace({port: 1, rows: [row('yes@example.com', 'Yes')]})
  await writeFile(
    join(base, 'fair.csv'),
    [
      'email,name,country,signup_date,signup_source,consent_method,consent',
      ...['ask1@example.com', 'ask2@example.com', 'gone@example.com', 'topic@example.com'].map((each) => silent(each)),
      ...[silent('canada@example.com', 'CA'), silent('german@example.com', 'DE')],
      'yes@example.com,Yes,JP,2025-04-02,https://www.example.com/signup,web form,yes',
    ].join('\n'),
  )
  await must(run(base, 'list', 'import', 'fair.csv', '--list', 'fair'))
  await must(run(base, 'list', 'import', 'fair.csv', '--list', 'bought'))
  await must(run(base, 'suppression', 'add', 'gone@example.com'))
  await must(run(base, 'suppression', 'add', 'topic@example.com', '--scope', 'topic:sale'))
  await writeFile(join(base, 'form.txt'), 'Sample Trading sends you advertising by mail. You can leave at any time.\n')
  await must(run(base, 'consent', 'wording', 'add', 'form.txt', '--name', 'booth', '--from', '2025-01-01'))
  const settings = join(base, 'todoke.yaml')
  await writeFile(
    settings,
    `${await readFile(settings, 'utf8')}\nfacts:\n  sellerType: other\n  listOrigin: {fair: own-form, bought: purchased}\n`,
  )
})

afterEach(() => relay.kill())

/** Where confirmation links lead in the settings: it shows what `todoke serve` does for a link of nobody. */
let page: {status: number; body: string}
let server: Server
let links: string

beforeEach(async () => {
  page = {status: 200, body: '<form method="post"><button>Confirm</button></form>'}
  server = createServer({cert: pem('localhost.cert.pem'), key: pem('localhost.key.pem')}, (request, response) => {
    const isLink = /^\/c\/[\w-]{62}$/.test(request.url ?? '') && request.method !== 'POST'
    response.writeHead(isLink ? page.status : 404).end(isLink ? page.body : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  links = `https://localhost:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise((resolve) => server.close(resolve)))

async function prepare(conduct: RelayOptions = {}): Promise<void> {
  relay = await startCountingRelay({keepMessages: true, ...conduct})
  folder = await copyWorkspace(base, relay.port)
  const settings = join(folder, 'todoke.yaml')
  await writeFile(settings, `${await readFile(settings, 'utf8')}\nsignUp: {url: '${links}'}\n`)
}

const storeFile = () => join(folder, '.todoke', 'store.db')
const request = (list: string, ...more: string[]) =>
  ask(folder, 'consent', 'request', list, '--wording', 'booth', ...more)

describe('todoke consent request', () => {
  it('counts first whom it may ask, with the reasons, and keeps nothing', async () => {
    await prepare()
    const {code, answer} = await request('fair', '--dry-run')
    expect(code).toBe(0)
    expect(answer).toMatchObject({dryRun: true, name: null, audience: 7, toSend: 2})
    const reasons = (answer.reasons as {reason: string; count: number}[]).map(({reason, count}) => [count, reason])
    expect(reasons).toEqual(
      expect.arrayContaining([
        [2, 'suppression:optout'],
        [1, 'consent-request:not-needed'],
        [1, expect.stringMatching(/^consent-request:must-not-ask .*\bca\//)],
        [1, expect.stringMatching(/^consent-request:must-not-ask .*\bde\//)],
      ]),
    )
    expect(await query(storeFile(), 'select * from sends')).toEqual([])
    expect(relay.dots).toEqual([])
  })

  it('asks each once for ever: a second request is a reminder and is refused, whatever the list', async () => {
    await prepare()
    const {code, answer} = await request('fair', '--yes')
    expect([code, answer.name, answer.totals.accepted]).toEqual([0, 'consent-request-fair', 2])
    expect(relay.dots.map(({to}) => to).sort()).toEqual(['ask1@example.com', 'ask2@example.com'])
    const mail = await simpleParser(relay.messages.get('ask1@example.com')!)
    expect(mail.text).toMatch(/https:\/\/localhost:\d+\/c\/[\w-]{62}\n/)
    expect(mail.html).toContain(`${links}/c/`)
    expect(mail.headers.get('list')).toMatchObject({unsubscribe: {url: expect.stringContaining('/o/')}})
    expect(
      await query(
        storeFile(),
        `select s.kind, s.method, s.source, s.wording from standing_consents s where kind = 'requested'`,
      ),
    ).toEqual(
      Array(2).fill({kind: 'requested', method: 'consent request', source: 'consent-request-fair', wording: 'booth'}),
    )

    const again = await run(folder, 'consent', 'request', 'fair', '--wording', 'booth', '--yes')
    expect([again.code, again.stdout, again.stderr]).toEqual([
      3,
      expect.stringContaining('jp/consent-request-once'),
      expect.stringContaining('REQUEST_REFUSED'),
    ])
    await writeFile(join(folder, 'other.csv'), `email,name,country\nASK1@example.com,A,JP\nnew@example.com,N,JP\n`)
    await must(run(folder, 'list', 'import', 'other.csv', '--list', 'other'))
    await writeFile(
      join(folder, 'todoke.yaml'),
      (await readFile(join(folder, 'todoke.yaml'), 'utf8')).replace('{fair:', '{other: own-form, fair:'),
    )
    expect((await request('other', '--yes')).answer).toMatchObject({toSend: 1, totals: {accepted: 1}})
    expect(relay.dots.map(({to}) => to)).toContain('new@example.com')
    expect(relay.named.get('ask1@example.com')).toBe(1)
  })

  it.each([
    ['is not there', {status: 404, body: ''}],
    ['is the page of somebody else', {status: 200, body: '<h1>Welcome</h1>'}],
  ])('asks nobody when the page behind the link %s', async (_, answer) => {
    await prepare()
    page = answer
    const refused = await run(folder, 'consent', 'request', 'fair', '--wording', 'booth', '--yes')
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('CONFIRM_PROBE_FAILED')])
    expect(relay.dots).toEqual([])
    expect(await query(storeFile(), 'select * from consent_requests')).toEqual([])
  })

  it('refuses a bought list, and one of which nobody said where it is from, with the way out', async () => {
    await prepare()
    const bought = await run(folder, 'consent', 'request', 'bought', '--wording', 'booth', '--yes')
    expect([bought.code, bought.stderr]).toEqual([3, expect.stringContaining('bought or collected')])
    const unsaid = await run(folder, 'consent', 'request', 'news', '--wording', 'booth', '--yes')
    expect([unsaid.code, unsaid.stderr]).toEqual([3, expect.stringMatching(/may be mailed\s+already/)])
    expect(relay.dots).toEqual([])
  })

  it('wants a form text that is kept, and --yes where nobody can be asked', async () => {
    await prepare()
    const missing = await run(folder, 'consent', 'request', 'fair', '--wording', 'other')
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('WORDING_MISSING')])
    const silentRun = await run(folder, 'consent', 'request', 'fair', '--wording', 'booth')
    expect([silentRun.code, silentRun.stderr]).toEqual([2, expect.stringContaining('--yes')])
    expect(relay.dots).toEqual([])
  })

  it('takes a template of the workspace with the link in it, and none that advertises or is of another class', async () => {
    await prepare()
    const template = async (name: string, yaml: string, text: string) => {
      await mkdir(join(folder, 'templates', name))
      await writeFile(join(folder, 'templates', name, 'template.yaml'), yaml)
      await writeFile(join(folder, 'templates', name, 'body.txt'), `${text}\n\n{{> footer}}\n`)
    }
    const yaml = 'subject: May we write to you?\nclass: consent-request\nlanguage: en\n'
    await template('good', yaml, 'You gave us this address. May we write to you?\n{{confirm_url}}')
    await template('no-link', yaml, 'You gave us this address. May we write to you?')
    await template('offer', yaml, 'Say yes now and get 20% off all our bags and shoes!\n{{confirm_url}}')
    await template('news', 'subject: News\nlanguage: en\n', 'Hello')
    const code = async (name: string) =>
      run(folder, 'consent', 'request', 'fair', '--wording', 'booth', '--template', `templates/${name}`, '--dry-run')
    expect((await code('good')).code).toBe(0)
    const preview = await run(folder, 'preview', 'templates/good', '--list', 'fair', '--row', '1')
    expect([preview.code, preview.stdout]).toEqual([0, expect.stringContaining(`${links}/c/`)])
    const lint = await run(folder, 'lint', 'templates/good', '--list', 'fair')
    expect([lint.code, lint.stdout.includes('confirm_url')]).toEqual([0, false])
    expect(await code('no-link')).toMatchObject({code: 2, stderr: expect.stringContaining('{{confirm_url}}')})
    expect(await code('offer')).toMatchObject({code: 3, stderr: expect.stringContaining('PLAN_REFUSED')})
    expect(await code('news')).toMatchObject({code: 2, stderr: expect.stringContaining('CLASS_WRONG')})
    const plan = await run(folder, 'send', 'plan', 'x', '--template', 'templates/good', '--list', 'fair')
    expect(plan).toMatchObject({code: 2, stderr: expect.stringContaining('CLASS_WRONG')})
  })

  it('goes on after a relay that failed, and asks nobody twice', async () => {
    await prepare({
      conduct: (to, count) => (to === 'ask1@example.com' && count === 0 ? {dot: '451 4.3.0 later'} : null),
    })
    const {code, answer} = await request('fair', '--yes')
    expect([code, answer.totals]).toEqual([1, expect.objectContaining({accepted: 1, deferred: 1})])
    const store = await connect(storeFile())
    store.db.exec('update deliveries set due_at = 1 where due_at is not null')
    await store.close()
    await must(run(folder, 'send', 'run', 'consent-request-fair', '--confirm', 'consent-request-fair:2'))
    expect(relay.dots.map(({to}) => to).sort()).toEqual(['ask1@example.com', 'ask2@example.com'])
    expect(await query(storeFile(), 'select * from consent_requests')).toHaveLength(2)
  })
})

describe('the link of the mail', () => {
  it('gives the consent once it is confirmed, and then the list may be mailed', async () => {
    await prepare()
    await must(run(folder, 'consent', 'request', 'fair', '--wording', 'booth', '--yes'))
    const mail = await simpleParser(relay.messages.get('ask1@example.com')!)
    const token = /\/c\/([\w-]{62})/.exec(mail.text ?? '')![1]!
    const keys = await readTokenKeys(join(folder, '.todoke', 'keys'), [])
    const facts = readToken(token, keys)!
    expect(facts.kind).toBe('confirm')
    const desk = signUpDesk(await connect(storeFile()), async () => [])
    const {sendId, recipientId} = facts
    const now = Date.now()
    expect(await desk.findAsked(sendId, recipientId, now)).toMatchObject({
      ...{address: 'ask1@example.com', wording: 'booth', state: 'open', form: null},
    })
    expect(await desk.findAsked(sendId, recipientId, now + 8 * 86_400_000)).toMatchObject({state: 'expired'})
    const confirmation = {at: now, url: 'https://mail.example.jp/c', client: {address: '192.0.2.0', userAgent: 'R/1'}}
    expect(await desk.confirmAsked(sendId, recipientId, confirmation)).toBe('confirmed')
    expect(await desk.confirmAsked(sendId, recipientId, confirmation)).toBe('known')
    await desk.close()
    const {answer} = await ask(folder, 'consent', 'show', 'ask1@example.com')
    expect(JSON.stringify(answer)).toContain('double opt-in')
    const audit = await ask(folder, 'send', 'plan', 'nov', '--template', 'templates/mine', '--list', 'fair')
    expect(audit.answer.totals).toMatchObject({planned: 2})
  })
})
