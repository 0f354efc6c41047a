/** Notices of mail services over real HTTP and a real store: proved, taken once, and never a way back. */
import {createHmac, createSign, generateKeyPairSync} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {SiteSetup} from '../../../src/adapters/http/open-site.ts'
import {openStore, storeOver} from '../../../src/adapters/store/open-store.ts'
import type {HookReader} from '../../../src/core/hooks/hook.ts'
import {mailchimpReader} from '../../../src/core/hooks/mailchimp.ts'
import {mailgunReader} from '../../../src/core/hooks/mailgun.ts'
import {postmarkReader} from '../../../src/core/hooks/postmark.ts'
import {sendgridKey, sendgridReader} from '../../../src/core/hooks/sendgrid.ts'
import type {HookServiceName} from '../../../src/core/hooks/services.ts'
import {sesReader, snsKeys} from '../../../src/core/hooks/ses.ts'
import {AppError} from '../../../src/errors.ts'
import type {Store} from '../../../src/ports/store.ts'
import type {Site} from '../../support/site.ts'
import {ask, startSite} from '../../support/site.ts'
import {clock, NOW} from '../../support/workspace-store.ts'

const EC = generateKeyPairSync('ec', {namedCurve: 'prime256v1'})
const EC_PUBLIC = EC.publicKey.export({format: 'der', type: 'spki'}).toString('base64')
const tls = (name: string) =>
  readFileSync(new URL(`../../../fixtures/tls/localhost.${name}.pem`, import.meta.url), 'utf8')
const TOPIC = 'arn:aws:sns:us-east-1:123456789012:mail-events'
const DAY_MS = 86_400_000

let site: Site
let failWith: Error | null

beforeEach(() => begin())

/** of: file of the store; not said = that of the new site. */
async function begin(setup: Partial<SiteSetup> = {}, of: string | null = null): Promise<void> {
  failWith = null
  let store: Promise<Store> | null = null
  let file = ''
  const readers = new Map<HookServiceName, HookReader>([
    ['mailgun', mailgunReader('mg-key')],
    ['sendgrid', sendgridReader(sendgridKey(EC_PUBLIC)!)],
    ['postmark', postmarkReader('hook:pass:word')],
    ['mailchimp', mailchimpReader('long-secret')],
    ['ses', sesReader(snsKeys(tls('cert')), TOPIC)],
  ])
  site = await startSite({
    ...{people: 5, setup},
    needs: {
      hooks: {
        ...{readers, clock},
        store: () => {
          if (failWith !== null) return Promise.reject(failWith)
          store ??= openStore(file, undefined, [], 0)
          return store
        },
      },
    },
  })
  file = of ?? site.connection.file
}

afterEach(async () => {
  await site.stop()
})

function post(path: string, body: string | object, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return ask(`${site.url}/hooks/${path}`, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...headers},
    body: text,
  })
}

const events = () =>
  site.events().map(({subject, reason, scope, source, from_at}) => ({subject, reason, scope, source, from_at}))
const expected = (subject: string, reason: string, service: string, at: number) => ({
  ...{subject, reason, scope: 'all', source: `hook:${service}`, from_at: at},
})
async function figures(): Promise<string[]> {
  const {body} = await ask(`${site.url}/metrics`)
  return body.split('\n').filter((line) => line.startsWith('todoke_hook_events_total{'))
}

describe('Mailgun', () => {
  function notice(event: object, how: {token?: string; at?: number; key?: string} = {}) {
    const {token = 'a'.repeat(50), at = NOW, key = 'mg-key'} = how
    const timestamp = String(Math.floor(at / 1000))
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex')
    return {signature: {timestamp, token, signature}, 'event-data': event}
  }
  const left = {event: 'unsubscribed', recipient: 'P1@example.com', timestamp: NOW / 1000 - 60}

  it('is believed by its signature, once for each token', async () => {
    const body = notice(left)
    expect((await post('mailgun', body)).status).toBe(200)
    // The same again, as when the answer was lost.
    expect((await post('mailgun', body)).status).toBe(200)
    expect(events()).toEqual([expected('p1@example.com', 'optout', 'mailgun', NOW - 60_000)])
    // The signature does not cover the event: another one under the same token is somebody else's.
    expect((await post('mailgun', notice({...left, recipient: 'p2@example.com'}))).status).toBe(401)
    const complaint = {event: 'complained', recipient: 'p3@example.com', timestamp: NOW / 1000}
    expect((await post('mailgun', notice(complaint, {token: 'b'.repeat(50)}))).status).toBe(200)
    expect(events().at(-1)).toEqual(expected('p3@example.com', 'complaint', 'mailgun', NOW))
  })

  it('is believed once for each token also when the server was started again', async () => {
    const caught = {...left, event: 'opened'}
    expect((await post('mailgun', notice(caught))).status).toBe(200)
    const {file} = site.connection
    await site.stop()
    await begin({}, file)
    expect((await post('mailgun', notice(left))).status).toBe(401)
    expect((await post('mailgun', notice(caught))).status).toBe(200)
    expect(await figures()).toContain('todoke_hook_events_total{service="mailgun",what="replayed"} 1')
  })

  it('keeps the address as the service writes it, for the exports back to it', async () => {
    await post('mailgun', notice({...left, recipient: 'First.Last+shop@gmail.com'}))
    const store = storeOver(site.connection)
    const [hit] = await store.suppressions.holding('firstlast@gmail.com', NOW)
    expect(hit).toMatchObject({subject: 'firstlast@gmail.com', spelling: 'First.Last+shop@gmail.com'})
  })

  it('is refused with another key, too old, from the future, or not in its form', async () => {
    expect((await post('mailgun', notice(left, {key: 'other'}))).status).toBe(401)
    expect((await post('mailgun', notice(left, {at: NOW - 2 * DAY_MS}))).status).toBe(401)
    expect((await post('mailgun', notice(left, {at: NOW + DAY_MS}))).status).toBe(401)
    for (const body of ['', '{', '[]', '"x"', '{"signature":{}}', '{"signature":1,"event-data":2}'])
      expect((await post('mailgun', body)).status).toBe(400)
    expect(events()).toEqual([])
    expect(await figures()).toEqual([
      'todoke_hook_events_total{service="mailgun",what="unsigned"} 1',
      'todoke_hook_events_total{service="mailgun",what="stale"} 2',
      'todoke_hook_events_total{service="mailgun",what="form"} 6',
    ])
  })

  it('is answered with a yes for what is not about leaving, which is counted', async () => {
    const more = [
      {event: 'failed', severity: 'permanent', recipient: 'p1@example.com', timestamp: NOW / 1000},
      {event: 'opened', recipient: 'p1@example.com', timestamp: NOW / 1000},
      {event: 'something_new'},
      {event: 'unsubscribed', recipient: 'not an address'},
    ]
    for (const [i, event] of more.entries())
      expect((await post('mailgun', notice(event, {token: `t${i}`}))).status).toBe(200)
    expect(events()).toEqual([])
    expect(await figures()).toEqual([
      'todoke_hook_events_total{service="mailgun",what="bounce"} 1',
      'todoke_hook_events_total{service="mailgun",what="other"} 2',
      'todoke_hook_events_total{service="mailgun",what="unreadable"} 1',
    ])
  })

  it('is asked to send again when the store cannot write', async () => {
    failWith = new AppError('STORE_FULL')
    const {status, headers} = await post('mailgun', notice(left))
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    failWith = null
    expect((await post('mailgun', notice(left))).status).toBe(200)
    expect(events()).toHaveLength(1)
  })
})

describe('SendGrid', () => {
  function send(body: string, how: {at?: number; key?: typeof EC.privateKey} = {}) {
    const timestamp = String(Math.floor((how.at ?? NOW) / 1000))
    const signature = createSign('sha256')
      .update(timestamp + body)
      .sign(how.key ?? EC.privateKey, 'base64')
    return post('sendgrid', body, {
      'x-twilio-email-event-webhook-timestamp': timestamp,
      'x-twilio-email-event-webhook-signature': signature,
    })
  }
  const batch = JSON.stringify([
    {event: 'unsubscribe', email: 'p1@example.com', timestamp: NOW / 1000 - 10},
    {event: 'group_unsubscribe', email: 'p2@example.com', timestamp: NOW / 1000 - 20, asm_group_id: 7},
    {event: 'spamreport', email: 'p3@example.com', timestamp: NOW / 1000 - 30},
    {event: 'group_resubscribe', email: 'p1@example.com', timestamp: NOW / 1000},
    {event: 'bounce', email: 'p4@example.com', timestamp: NOW / 1000},
    {event: 'click', email: 'p5@example.com', timestamp: NOW / 1000},
  ])

  it('tells of many at once; who came back there does not come back here', async () => {
    for (let i = 0; i < 3; i += 1) expect((await send(batch)).status).toBe(200)
    const all = events().sort((a, b) => (a.subject < b.subject ? -1 : 1))
    expect(all).toEqual([
      expected('p1@example.com', 'optout', 'sendgrid', NOW - 10_000),
      expected('p2@example.com', 'optout', 'sendgrid', NOW - 20_000),
      expected('p3@example.com', 'complaint', 'sendgrid', NOW - 30_000),
    ])
    expect(await figures()).toContain('todoke_hook_events_total{service="sendgrid",what="resubscribe"} 3')
  })

  it('is refused when a byte was changed, with another key, without a signature, or too old', async () => {
    const other = generateKeyPairSync('ec', {namedCurve: 'prime256v1'}).privateKey
    expect((await send(batch, {key: other})).status).toBe(401)
    expect((await send(batch, {at: NOW - 2 * DAY_MS})).status).toBe(401)
    expect((await post('sendgrid', batch)).status).toBe(401)
    const timestamp = String(NOW / 1000)
    const signature = createSign('sha256')
      .update(timestamp + batch)
      .sign(EC.privateKey, 'base64')
    const headers = {
      'x-twilio-email-event-webhook-timestamp': timestamp,
      'x-twilio-email-event-webhook-signature': signature,
    }
    expect((await post('sendgrid', batch.replace('p1@', 'p9@'), headers)).status).toBe(401)
    expect((await post('sendgrid', batch, {...headers, 'x-twilio-email-event-webhook-signature': 'AAAA'})).status).toBe(
      401,
    )
    expect((await send('{}')).status).toBe(400)
    expect(events()).toEqual([])
    expect(sendgridKey('x')).toBeNull()
  })
})

describe('Postmark', () => {
  const login = {authorization: `Basic ${Buffer.from('hook:pass:word').toString('base64')}`}
  const change = (more: object) => ({
    ...{RecordType: 'SubscriptionChange', Recipient: 'p1@example.com', ChangedAt: '2026-03-31T10:00:00Z'},
    ...{SuppressSending: true, Origin: 'Recipient', SuppressionReason: 'ManualSuppression', ...more},
  })
  const at = Date.parse('2026-03-31T10:00:00Z')

  it('is believed by its login', async () => {
    expect((await post('postmark', change({}), login)).status).toBe(200)
    expect((await post('postmark', change({Recipient: 'p2@example.com', Origin: 'Customer'}), login)).status).toBe(200)
    expect(
      (await post('postmark', change({Recipient: 'p3@example.com', SuppressionReason: 'SpamComplaint'}), login)).status,
    ).toBe(200)
    expect(
      (await post('postmark', change({Recipient: 'p4@example.com', SuppressionReason: 'HardBounce'}), login)).status,
    ).toBe(200)
    expect((await post('postmark', change({SuppressSending: false}), login)).status).toBe(200)
    expect(events()).toEqual([
      expected('p1@example.com', 'optout', 'postmark', at),
      expected('p2@example.com', 'manual', 'postmark', at),
      expected('p3@example.com', 'complaint', 'postmark', at),
    ])
    expect((await ask(site.url.concat('/healthz'))).status).toBe(200)
  })

  it('is refused without it', async () => {
    expect((await post('postmark', change({}))).status).toBe(401)
    const wrong = {authorization: `Basic ${Buffer.from('hook:pass').toString('base64')}`}
    expect((await post('postmark', change({}), wrong)).status).toBe(401)
    expect(events()).toEqual([])
  })
})

describe('Mailchimp', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
  const typed = {'content-type': 'application/x-www-form-urlencoded'}
  const left = {
    type: 'unsubscribe',
    fired_at: '2026-03-31 10:00:00',
    'data[email]': 'p1@example.com',
    'data[reason]': 'manual',
  }
  const at = Date.parse('2026-03-31T10:00:00Z')

  it('finds an answer to its look, and is believed by the secret of its address', async () => {
    expect((await ask(`${site.url}/hooks/mailchimp?secret=long-secret`)).status).toBe(200)
    expect((await post('mailchimp?secret=long-secret', form(left), typed)).status).toBe(200)
    const abuse = {...left, 'data[email]': 'p2@example.com', 'data[reason]': 'abuse'}
    expect((await post('mailchimp?secret=long-secret', form(abuse), typed)).status).toBe(200)
    const cleaned = {...left, type: 'cleaned', 'data[email]': 'p3@example.com', 'data[reason]': 'hard'}
    expect((await post('mailchimp?secret=long-secret', form(cleaned), typed)).status).toBe(200)
    expect((await post('mailchimp?secret=long-secret', form({...left, type: 'subscribe'}), typed)).status).toBe(200)
    expect(events()).toEqual([
      expected('p1@example.com', 'optout', 'mailchimp', at),
      expected('p2@example.com', 'complaint', 'mailchimp', at),
    ])
  })

  it('is refused without it', async () => {
    for (const query of ['', '?secret=', '?secret=long-secre', '?secret=a&secret=long-secret'])
      expect((await post(`mailchimp${query}`, form(left), typed)).status).toBe(401)
    expect((await post('mailchimp?secret=long-secret', 'x=y', typed)).status).toBe(400)
    expect(events()).toEqual([])
  })
})

describe('Amazon SES', () => {
  function message(inner: object | string, more: Record<string, string> = {}) {
    const body: Record<string, string> = {
      ...{Type: 'Notification', MessageId: 'm1', TopicArn: TOPIC, SignatureVersion: '2'},
      Message: typeof inner === 'string' ? inner : JSON.stringify(inner),
      Timestamp: new Date(NOW).toISOString(),
      SigningCertURL: 'https://sns.us-east-1.amazonaws.com/x.pem',
      ...more,
    }
    const names = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
    const isConfirmation = body.Type !== 'Notification'
    const signed = names
      .filter(
        (name) =>
          body[name] !== undefined && (isConfirmation ? name !== 'Subject' : !/^(SubscribeURL|Token)$/.test(name)),
      )
      .map((name) => `${name}\n${body[name]}\n`)
      .join('')
    return {...body, Signature: createSign('sha256').update(signed).sign(tls('key'), 'base64')}
  }
  const complaint = {
    eventType: 'Complaint',
    complaint: {complainedRecipients: [{emailAddress: 'p1@example.com'}], timestamp: '2026-03-31T10:00:00.000Z'},
  }
  const at = Date.parse('2026-03-31T10:00:00Z')
  const plain = {'content-type': 'text/plain; charset=UTF-8'}

  it('is believed by the certificate of the settings', async () => {
    expect((await post('ses', message(complaint), plain)).status).toBe(200)
    expect((await post('ses', message(complaint, {Subject: 'Amazon SES Email Event'}), plain)).status).toBe(200)
    const leaves = {
      eventType: 'Subscription',
      mail: {destination: ['p2@example.com']},
      subscription: {
        timestamp: '2026-03-31T10:00:00Z',
        newTopicPreferences: {
          unsubscribeAll: false,
          topicSubscriptionStatus: [{topicName: 'x', subscriptionStatus: 'OptOut'}],
        },
      },
    }
    expect((await post('ses', message(leaves), plain)).status).toBe(200)
    const comes = {...leaves, subscription: {...leaves.subscription, newTopicPreferences: {unsubscribeAll: false}}}
    expect((await post('ses', message(comes), plain)).status).toBe(200)
    const fine = {
      ...complaint,
      complaint: {
        ...complaint.complaint,
        complaintFeedbackType: 'not-spam',
        complainedRecipients: [{emailAddress: 'p3@example.com'}],
      },
    }
    expect((await post('ses', message(fine), plain)).status).toBe(200)
    expect((await post('ses', message('not json'), plain)).status).toBe(200)
    expect(events()).toEqual([
      expected('p1@example.com', 'complaint', 'ses', at),
      expected('p2@example.com', 'optout', 'ses', at),
    ])
  })

  it('asks a person whether it may send, and asks nobody by itself', async () => {
    const url = 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=abc'
    const asks = message('You have chosen to subscribe', {
      Type: 'SubscriptionConfirmation',
      SubscribeURL: url,
      Token: 'abc',
    })
    expect((await post('ses', asks, plain)).status).toBe(200)
    expect(site.confirms).toEqual([`ses ${url}`])
    expect((await post('ses', {...asks, SubscribeURL: 'https://evil.example/'}, plain)).status).toBe(401)
    expect(site.confirms).toHaveLength(1)
  })

  it('is refused when it was changed, is of another topic, too old, or signed the old way', async () => {
    const good: Record<string, string> = message(complaint)
    const bad = [
      {...good, Message: good.Message!.replace('p1@', 'p2@')},
      {...good, Signature: 'AAAA'},
      {...good, SignatureVersion: '1'},
      message(complaint, {TopicArn: `${TOPIC}-other`}),
      message(complaint, {Timestamp: new Date(NOW - 2 * DAY_MS).toISOString()}),
    ]
    for (const each of bad) expect((await post('ses', each, plain)).status).toBe(401)
    expect((await post('ses', {...good, Type: 'constructor'}, plain)).status).toBe(400)
    expect(events()).toEqual([])
    expect(snsKeys('nonsense')).toEqual([])
  })
})

describe('the addresses', () => {
  it('take hundreds of proved notices at once, and slow whoever proves nothing', async () => {
    await site.stop()
    await begin({limits: {connections: 4096, perClient: 2, overall: 4}})
    const login = {authorization: `Basic ${Buffer.from('hook:pass:word').toString('base64')}`}
    const send = (count: number, name: string, headers: Record<string, string>) =>
      Promise.all(
        Array.from({length: count}, async (_, i) => {
          const Recipient = `${name}${i}@example.net`
          const notice = {RecordType: 'SubscriptionChange', Recipient, SuppressSending: true, Origin: 'Recipient'}
          return (await post('postmark', notice, headers)).status
        }),
      )
    const strangers = await send(60, 'stranger', {})
    expect(new Set(strangers)).toEqual(new Set([401, 429]))
    expect(await send(100, 'reader', login)).toEqual(Array(100).fill(200))
    expect(events()).toHaveLength(100)
  })

  it('take no more than a megabyte, and are there for services of the settings alone', async () => {
    expect((await post('mailgun', `{"x":"${'a'.repeat(1024 * 1024)}"}`)).status).toBe(413)
    for (const path of ['brevo', 'hubspot', '__proto__', '']) expect((await post(path, '{}')).status).toBe(404)
    expect(events()).toEqual([])
  })
})
