/**
 * Proves the opt-out address before mail goes out: looking changes nothing, one POST is enough (RFC 8058), no redirect, TLS
 * fine, old links work. The links it tries belong to nobody, in no send, so nobody is opted out by it.
 */
import type {Law} from '../core/laws/law.ts'
import {isLoopbackHost} from '../core/loopback.ts'
import type {ProbeCheck, ProbeKey, ProbeReport} from '../core/reports/probe-report.ts'
import {PROBE_CHECKS} from '../core/reports/probe-report.ts'
import {NOBODY} from '../core/sending/nobody.ts'
import {confirmUrl} from '../core/serving/sign-up-settings.ts'
import type {TokenKey} from '../core/suppression/token.ts'
import {tokenMaker} from '../core/suppression/token.ts'
import type {WebAnswer, WebAsk, WebAsker} from '../ports/web-asker.ts'

export interface ProbeAsk {
  /** The address below which each link stands; null keys = the whole link, whose token is not ours to try. */
  readonly url: string
  /** Of the workspace, oldest first; null outside of one. */
  readonly keys: readonly TokenKey[] | null
  /** Whose law says how long a link must work. */
  readonly laws: readonly Law[]
  /** UTC milliseconds. */
  readonly now: number
}

const ONE_CLICK = 'List-Unsubscribe=One-Click'
const DAY_MS = 86_400_000
const SOON_DAYS = 14

type Answered = Extract<WebAnswer, {status: number}>

/** Throws nothing of its own: what cannot be reached is a check that failed. */
export async function probeOptOut(ask: ProbeAsk, {asker}: {readonly asker: WebAsker}): Promise<ProbeReport> {
  const checks: ProbeCheck[] = []
  const add = (key: ProbeKey, values: ProbeCheck['values'] = {}) => {
    checks.push({key, level: PROBE_CHECKS[key], values})
  }
  const base = ask.url.replace(/\/+$/, '')
  const report = () => reportOf(base, checks)
  if (!isAskable(base, add)) return report()
  const newest = ask.keys?.at(-1) ?? null
  const link = newest === null ? base : `${base}/${tokenOf(newest)}`
  const isSeen = await look(link, asker, ask.now, add)
  if (!isSeen) return report()
  if (newest === null) {
    add('probe.post-open')
    add('probe.life-open')
    return report()
  }
  const isActing = await act(link, asker, add)
  if (isActing) await tellForged(`${base}/${forgedOf(newest)}`, asker, add)
  await tellLife(base, ask, asker, add)
  return report()
}

/** The address of confirmation links, which is looked at alone. Throws nothing of its own. */
export async function probeConfirmation(
  {url, key, now}: {readonly url: string; readonly key: TokenKey; readonly now: number},
  {asker}: {readonly asker: WebAsker},
): Promise<ProbeReport> {
  const checks: ProbeCheck[] = []
  const add = (check: ProbeKey, values: ProbeCheck['values'] = {}) => {
    checks.push({key: check, level: PROBE_CHECKS[check], values})
  }
  const link = confirmUrl({url}, tokenMaker(key, 'confirm', NOBODY.sendId)(NOBODY.publicId))
  if (isAskable(url, add) && (await look(link, asker, now, add))) {
    const page = await asked({method: 'GET', url: link}, asker, add)
    if (page !== null && !page.body.includes('<form method="post">')) add('probe.no-form', {url})
  }
  return reportOf(url, checks)
}

type Add = (key: ProbeKey, values?: ProbeCheck['values']) => void

function isAskable(url: string, add: Add): boolean {
  if (!URL.canParse(url)) {
    add('probe.not-a-url')
    return false
  }
  const {protocol, hostname} = new URL(url)
  if (protocol === 'https:') return true
  const isLocal = protocol === 'http:' && isLoopbackHost(hostname)
  add(isLocal ? 'probe.plain-loopback' : 'probe.not-https')
  return isLocal
}

/** Twice and in between as scanners and mail programs do: the page is to be the same each time. */
async function look(url: string, asker: WebAsker, now: number, add: Add): Promise<boolean> {
  const asks: readonly WebAsk[] = [
    {method: 'GET', url},
    {method: 'HEAD', url},
    {method: 'GET', url, headers: {'sec-purpose': 'prefetch', purpose: 'prefetch'}},
    {method: 'GET', url},
  ]
  const answers: Answered[] = []
  for (const each of asks) {
    const answer = await asked(each, asker, add)
    if (answer === null) return false
    answers.push(answer)
  }
  const [first, head] = answers as [Answered, Answered]
  tellTls(first, now, add)
  const pages = answers.filter((answer) => answer !== head)
  const isSame = pages.every(({status, body}) => status === first.status && body === first.body)
  if (!isSame || head.status !== first.status) {
    add('probe.changes')
    return true
  }
  add('probe.looking')
  return true
}

/** Null where it failed, which is told. */
async function asked(ask: WebAsk, asker: WebAsker, add: Add): Promise<Answered | null> {
  const answer = await asker(ask)
  const {method} = ask
  if ('why' in answer) add('probe.unreachable', {method, why: answer.why})
  else if (answer.status >= 300 && answer.status < 400) add('probe.redirect', {method, status: answer.status})
  else if (answer.status < 200 || answer.status >= 300) add('probe.status', {method, status: answer.status})
  else return answer
  return null
}

function tellTls({tls}: Answered, now: number, add: Add): void {
  if (tls === null) return
  const until = Number.isNaN(tls.validUntil) ? '?' : new Date(tls.validUntil).toISOString().slice(0, 10)
  const isFit = tls.protocol === 'TLSv1.2' || tls.protocol === 'TLSv1.3'
  add(isFit ? 'probe.tls' : 'probe.tls-old', {protocol: tls.protocol, until})
  const days = Math.floor((tls.validUntil - now) / DAY_MS)
  if (days < SOON_DAYS) add('probe.tls-ends', {until, days})
}

/** In both encodings that RFC 8058 section 3.2 allows, twice: a mail provider may send it again. */
async function act(url: string, asker: WebAsker, add: Add): Promise<boolean> {
  const boundary = 'todoke-probe'
  const [name, value] = ONE_CLICK.split('=')
  const forms = [
    {type: 'application/x-www-form-urlencoded', body: ONE_CLICK},
    {
      type: `multipart/form-data; boundary=${boundary}`,
      body: `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--${boundary}--\r\n`,
    },
    {type: 'application/x-www-form-urlencoded', body: ONE_CLICK},
  ]
  for (const {type, body} of forms)
    if ((await asked({method: 'POST', url, headers: {'content-type': type}, body}, asker, add)) === null) return false
  add('probe.post')
  return true
}

/** A server that thanks for any token proves nothing by thanking for ours. */
async function tellForged(url: string, asker: WebAsker, add: Add): Promise<void> {
  const headers = {'content-type': 'application/x-www-form-urlencoded'}
  const answer = await asker({method: 'POST', url, headers, body: ONE_CLICK})
  if ('status' in answer && answer.status >= 200 && answer.status < 300) add('probe.forged')
}

/** The oldest key is what the oldest links were signed with. */
async function tellLife(base: string, {keys, laws}: ProbeAsk, asker: WebAsker, add: Add): Promise<void> {
  const [oldest] = keys ?? []
  if (oldest === undefined) return
  if (oldest !== keys?.at(-1)) {
    const headers = {'content-type': 'application/x-www-form-urlencoded'}
    const answer = await asker({method: 'POST', url: `${base}/${tokenOf(oldest)}`, headers, body: ONE_CLICK})
    const status = 'why' in answer ? answer.why : answer.status
    if (typeof status === 'string' || status < 200 || status >= 300)
      return add('probe.old-key', {key: oldest.id, status})
  }
  const days = Math.max(0, ...laws.flatMap((law) => (law.facts?.optOut ?? []).map(({linkDays}) => linkDays ?? 0)))
  const count = keys?.length ?? 1
  if (days === 0) add('probe.life-undated', {count})
  else add('probe.life', {count, days})
}

/** Of nobody, in no send. */
function tokenOf(key: TokenKey): string {
  return tokenMaker(key, 'optout', NOBODY.sendId)(NOBODY.publicId)
}

/** Of the same form, signed by nobody. */
function forgedOf({id}: TokenKey): string {
  return tokenOf({id, secret: NOBODY.key.secret})
}

function reportOf(url: string, checks: readonly ProbeCheck[]): ProbeReport {
  const count = (wanted: ProbeCheck['level']) => checks.filter(({level}) => level === wanted).length
  return {url, checks, errors: count('error'), warnings: count('warning'), open: count('open')}
}
