/** From a relay's address to a connection that takes mail: greeting, EHLO, TLS, AUTH. Never clear text by accident. */
import {BlockList, isIP} from 'node:net'
import type {SecureContext} from 'node:tls'
import type {DeliveryOutcome, RelayAddress, RelayConnection} from '../../ports/relay.ts'
import {authenticate} from './authenticate.ts'
import {type Capabilities, NO_CAPABILITIES, readCapabilities} from './capabilities.ts'
import {SmtpConnection} from './connection.ts'
import {Dialogue} from './dialogue.ts'
import {trust} from './secure-socket.ts'
import {DEFAULT_TIMEOUTS, type Timeouts} from './timeouts.ts'
import {type Trace, Wire} from './wire.ts'

export interface RelayOptions {
  readonly timeouts?: Partial<Timeouts>
  /** PEM of the only authority to trust; default: those of the runtime. */
  readonly ca?: string
  /** Ends the opening; a connection that is open is ended by its owner. */
  readonly signal?: AbortSignal
  /** Gets every line said and heard, secrets masked. Lines hold addresses: only for a user who asked. */
  readonly trace?: Trace
}

/** failure: of kind connection (try again later) or pause (the relay or our settings: trying again cannot help). */
export type OpenedRelay = {readonly connection: RelayConnection} | {readonly failure: DeliveryOutcome}

/** Never rejects. Each attempt says EHLO and AUTH at most once per state of the connection. */
export async function openRelay(address: RelayAddress, options: RelayOptions = {}): Promise<OpenedRelay> {
  const mistake = mistakeIn(address)
  if (mistake !== null) return {failure: pause(mistake)}
  const context = trust(options.ca ?? null)
  if (context === null) return {failure: pause('authority-unreadable')}
  if (options.signal?.aborted) return {failure: {kind: 'connection', why: 'stopped', reply: null}}
  const wire = new Wire({...DEFAULT_TIMEOUTS, ...options.timeouts}, options.trace ?? null)
  const stop = () => wire.lose('stopped')
  options.signal?.addEventListener('abort', stop, {once: true})
  const opened = await introduce(new Dialogue(wire), address, context)
  options.signal?.removeEventListener('abort', stop)
  if ('failure' in opened) {
    wire.lose('connection-closed')
    return opened
  }
  return {connection: new SmtpConnection(wire, opened.can)}
}

type Introduced = {readonly can: Capabilities} | {readonly failure: DeliveryOutcome}

async function introduce(talk: Dialogue, address: RelayAddress, context: SecureContext): Promise<Introduced> {
  const {wire} = talk
  if (!(await wire.connect(address.host, address.port))) return {failure: talk.lost}
  // 'localhost' is only a name: where it led decides.
  if (address.tls === 'none' && !isLoopback(wire.remoteAddress)) return {failure: pause('clear-text-off-loopback')}
  if (address.tls === 'implicit') {
    const failure = await wire.secure(address.host, context)
    if (failure !== null) return {failure}
  }
  const greeting = await talk.hear('greeting', wire.timeouts.greetingMs)
  if ('failure' in greeting) return greeting
  let said = await sayHello(talk, address)
  if ('failure' in said) return said
  if (address.tls === 'starttls') {
    const failure = await startTls(talk, said.can, address.host, context)
    if (failure !== null) return {failure}
    // What was offered in clear text is forgotten (RFC 3207 section 4.2).
    said = await sayHello(talk, address)
    if ('failure' in said) return said
  }
  if (address.auth !== null) {
    const failure = await authenticate(talk, said.can, address.auth)
    if (failure !== null) return {failure}
  }
  if (!wire.isOpen) return {failure: talk.lost}
  return talk.isAhead ? {failure: {kind: 'connection', why: 'reply-out-of-place', reply: null}} : said
}

/** EHLO, or HELO where EHLO is not known. Source: RFC 5321 section 3.2. */
async function sayHello(talk: Dialogue, address: RelayAddress): Promise<Introduced> {
  const ehlo = await talk.say('hello', `EHLO ${address.clientName}`, {accept: [500, 502]})
  if ('failure' in ehlo) return ehlo
  if (ehlo.raw.code < 300) return {can: readCapabilities(ehlo.raw.lines)}
  if (address.tls === 'starttls') return {can: NO_CAPABILITIES}
  const helo = await talk.say('hello', `HELO ${address.clientName}`)
  return 'failure' in helo ? helo : {can: NO_CAPABILITIES}
}

async function startTls(
  talk: Dialogue,
  can: Capabilities,
  host: string,
  context: SecureContext,
): Promise<DeliveryOutcome | null> {
  if (!can.startTls) return pause('starttls-not-offered')
  const heard = await talk.say('starttls', 'STARTTLS')
  if ('failure' in heard) return heard.failure
  // Clear text behind the 220 may come from someone in between (CVE-2011-0411 and its kin).
  if (talk.isAhead) return pause('clear-text-after-starttls')
  return talk.wire.secure(host, context)
}

/** What is wrong with our own settings, or null. */
function mistakeIn(address: RelayAddress): string | null {
  if (address.tls === 'none' && address.host !== 'localhost' && !isLoopback(address.host))
    return 'clear-text-off-loopback'
  if (!/^[A-Za-z0-9._:-]{1,255}$/.test(address.host)) return 'host-invalid'
  if (!Number.isInteger(address.port) || address.port < 1 || address.port > 65_535) return 'port-invalid'
  if (!/^[A-Za-z0-9._:[\]-]{1,255}$/.test(address.clientName)) return 'client-name-invalid'
  if (address.auth !== null && /[\u0000-\u001f\u007f]/.test(address.auth.user + address.auth.password))
    return 'auth-settings-invalid'
  return null
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

function isLoopback(host: string): boolean {
  const family = isIP(host)
  return family !== 0 && LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

function pause(why: string): DeliveryOutcome {
  return {kind: 'pause', why, reply: null}
}
