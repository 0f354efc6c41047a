/** Sign-ups over real HTTP, a real store and a real relay on loopback: a form, its mails, and the links in them. */
import {confirmationMail} from '../../src/adapters/mime/confirmation-mail.ts'
import {postman} from '../../src/adapters/smtp/post-mail.ts'
import type {SignUpForm} from '../../src/core/serving/sign-up-settings.ts'
import {signUpToken} from '../../src/core/suppression/token.ts'
import type {ConfirmationPost} from '../../src/ports/confirmation-post.ts'
import type {CountingRelay, RelayOptions} from './counting-relay.ts'
import {startCountingRelay} from './counting-relay.ts'
import type {Answer, Site, SiteAsk} from './site.ts'
import {ask, KEY, startSite, URLENCODED} from './site.ts'
import {NOW} from './workspace-store.ts'

export const FORM: SignUpForm = {
  ...{name: 'news', title: null, list: 'news', wording: 'news-form', purpose: null, isDouble: true},
  topics: ['news', 'sale'],
  fields: [
    {name: 'name', label: 'Your name', isRequired: false},
    {name: 'plan', label: 'Plan', isRequired: true},
  ],
}
export const SINGLE: SignUpForm = {...FORM, name: 'open', isDouble: false, topics: [], fields: []}
export const PLAIN: SignUpForm = {...FORM, name: 'plain', topics: [], fields: []}

export const WORDING_TEXT = 'Sample Ltd sends you advertising about its goods by mail.\nYou can leave at any time.'
const DAY_MS = 86_400_000

export interface SignUpSite {
  readonly site: Site
  readonly relay: CountingRelay
  /** Of the server; moved by the test. */
  readonly time: {now: number}
  /** Fills the form in as a browser would, and sends it. more: fields that are changed; '' = as if it stood empty. */
  signUp(address: string, more?: Record<string, string>, form?: string): Promise<Answer>
  /** Resolves when the relay has that many mails. */
  mails(count: number): Promise<void>
  /** Path of the link in the newest mail to an address. */
  linkIn(address: string): string
  confirm(link: string, headers?: Record<string, string>): Promise<Answer>
  /** Consent events with their contact, oldest first. */
  consents(): {address: string; kind: string; at: number; topic: string | null; evidence: Record<string, string>}[]
  rows(sql: string): Record<string, unknown>[]
  stop(): Promise<void>
}

export async function startSignUps(more: SiteAsk = {}, relayOptions: RelayOptions = {}): Promise<SignUpSite> {
  const relay = await startCountingRelay({keepMessages: true, ...relayOptions})
  const time = {now: NOW}
  const site = await startSite({
    ...{signUp: {url: 'https://mail.example.com', forms: [FORM, SINGLE, PLAIN]}, now: () => time.now},
    ...more,
    needs: {post: postThrough(relay, time), ...more.needs},
  })
  await site.store.consents.addWording(
    {
      ...{name: 'news-form', sha256: 'f'.repeat(64), text: WORDING_TEXT, language: 'en'},
      ...{from: NOW - 30 * DAY_MS, until: null},
    },
    NOW,
  )
  const rows = (sql: string) => site.connection.db.prepare(sql).all() as Record<string, unknown>[]
  return {
    ...{site, relay, time, rows},
    async signUp(address, changed = {}, form = 'news') {
      const url = `${site.url}/f/${form}`
      const page = await ask(url)
      const fields = {form: tokenIn(page.body), address, agree: '1', 'field-2': 'standard', 'topic-1': '1', ...changed}
      const filled = Object.entries(fields).filter(([, value]) => value !== '')
      return ask(url, {method: 'POST', headers: URLENCODED, body: new URLSearchParams(filled).toString()})
    },
    async mails(count) {
      while (relay.dots.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
      // The outcome is written after the relay has answered.
      while (rows(`select 1 from sign_ups where mail = 'attempting'`).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 5))
    },
    linkIn(address) {
      const mail = relay.messages.get(address)?.toString('utf8') ?? ''
      return new URL(/https:\/\/mail\.example\.com\/c\/[\w-]+/.exec(textOf(mail))?.[0] ?? 'about:blank').pathname
    },
    confirm: (link, headers = {}) =>
      ask(site.url + link, {method: 'POST', headers: {...URLENCODED, ...headers}, body: ''}),
    consents: () =>
      rows(
        `select coalesce(c.address, c.address_key) as address, s.kind, s.basis, s.method, s.source, s.wording, s.purpose, s.topic, s.at, s.evidence
         from standing_consents s join contacts c on c.id = s.contact_id order by s.id`,
      ).map((row) => ({...row, evidence: JSON.parse(String(row.evidence))})) as never,
    async stop() {
      await site.stop()
      await relay.kill()
    },
  }
}

/** As the wiring makes it, unsigned. */
function postThrough({port}: CountingRelay, time: {now: number}): ConfirmationPost {
  const {post, rest} = postman({
    ...{host: '127.0.0.1', port, tls: 'none', auth: null, clientName: 'client.example.com'},
  })
  return {
    rest,
    async deliver({id, address, facts, askedAt, expiresAt}, mark) {
      const link = `https://mail.example.com/c/${signUpToken(KEY, id, expiresAt)}`
      const bytes = await confirmationMail(
        {...{to: address, language: facts.language, link, id, askedAt, expiresAt}, sentAt: time.now},
        {
          ...{from: {name: 'Sample', address: 'news@example.com'}, replyTo: null, offsetMinutes: 540},
          ...{sender: {name: 'Sample Ltd', address: '1-2-3 Shibuya', contact: '03-1234-5678'}, sign: () => ''},
        },
      )
      return post({from: 'news@example.com', to: address, sizeBytes: bytes.length, needsSmtpUtf8: false}, bytes, mark)
    },
  }
}

export function tokenIn(page: string): string {
  return /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? ''
}

/** The plain text of a mail that nodemailer built with base64 bodies. */
export function textOf(mail: string): string {
  const [, body = ''] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail) ?? []
  return Buffer.from(body, 'base64').toString('utf8')
}
