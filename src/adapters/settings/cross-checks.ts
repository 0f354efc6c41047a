/**
 * What no single key can say: keys that need or exclude each other, names that stand twice. Looks at the raw value
 * and skips whatever is of the wrong kind, so that these mistakes are reported together with all others.
 */
import {isLoopbackHost} from '../../core/loopback.ts'
import {isAligned} from '../../core/sending/dkim/alignment.ts'
import type {MessageKey, MessageValues} from '../../i18n/text.ts'
import type {KeyPath} from './problem.ts'

export interface CrossProblem {
  readonly path: KeyPath
  readonly key: MessageKey
  readonly values: MessageValues
}

/** raw: the file's plain value, of any shape. Never throws. */
export function crossProblems(raw: unknown): CrossProblem[] {
  const settings = asMap(raw)
  return [
    ...relayProblems(asMap(settings.relay)),
    ...dkimProblems(settings),
    ...serveProblems(asMap(settings.serve)),
    ...pathProblems(asMap(settings.optOut)),
    ...hookProblems(asMap(asMap(settings.serve).hooks)),
    ...detachedProblems(asMap(asMap(settings.optOut).detached)),
    ...signUpProblems(settings),
    ...boundsProblems(asMap(asMap(settings.limits).unattended)),
    ...repeated(asList(settings.laws), (index) => ['laws', index]),
    ...repeated(
      asList(settings.purposes).map((purpose) => asMap(purpose).name),
      (index) => ['purposes', index, 'name'],
    ),
  ]
}

function relayProblems(relay: Readonly<Record<string, unknown>>): CrossProblem[] {
  const problems: CrossProblem[] = []
  const say = (key: string, message: MessageKey) => problems.push({path: ['relay', key], key: message, values: {}})
  const has = (key: string) => relay[key] !== undefined && relay[key] !== null
  // Without TLS a password and every reader's address cross the network in clear text (reliability.md B6).
  if (relay.tls === 'none' && typeof relay.host === 'string' && !isLoopbackHost(relay.host))
    say('tls', 'settings.problem.tls-none')
  if (has('passwordFile') && has('passwordEnv')) say('passwordEnv', 'settings.problem.two-passwords')
  const password = has('passwordFile') ? 'passwordFile' : has('passwordEnv') ? 'passwordEnv' : null
  if (has('user') && password === null && !hasSecret(relay)) say('user', 'settings.problem.user-alone')
  if (!has('user') && password !== null) say(password, 'settings.problem.password-alone')
  return problems
}

/** A service is proved by exactly one secret. */
function hookProblems(hooks: Readonly<Record<string, unknown>>): CrossProblem[] {
  return ['mailgun', 'postmark', 'mailchimp'].flatMap((service) => {
    const given = hooks[service]
    if (asMap(given) !== given) return []
    const said = ['keyFile', 'keyEnv'].filter((key) => asMap(given)[key] !== undefined && asMap(given)[key] !== null)
    return said.length === 1
      ? []
      : [{path: ['serve', 'hooks', service], key: 'settings.problem.one-secret' as const, values: {}}]
  })
}

function detachedProblems({keyFile, keyEnv}: Readonly<Record<string, unknown>>): CrossProblem[] {
  const isSaid = (value: unknown) => value !== undefined && value !== null
  if (!isSaid(keyFile) || !isSaid(keyEnv)) return []
  return [{path: ['optOut', 'detached', 'keyEnv'], key: 'settings.problem.two-pull-keys', values: {}}]
}

/** Links would cross the network in clear text, and whoever reads one can use it. */
export function serveProblems({address, tls, trustedProxies}: Readonly<Record<string, unknown>>): CrossProblem[] {
  if (typeof address !== 'string' || isLoopbackHost(address) || asMap(tls) === tls) return []
  if (asList(trustedProxies).length > 0) return []
  return [{path: ['serve', 'address'], key: 'settings.problem.serve-clear', values: {}}]
}

/** The same server answers forms and confirmation links there. */
function pathProblems({url}: Readonly<Record<string, unknown>>): CrossProblem[] {
  if (typeof url !== 'string' || !URL.canParse(url) || !/^\/[cf]\/?$/.test(new URL(url).pathname)) return []
  return [{path: ['optOut', 'url'], key: 'settings.problem.path-taken', values: {}}]
}

/** Forms are found by their names; what they are for must be a purpose that was told. */
function signUpProblems(settings: Readonly<Record<string, unknown>>): CrossProblem[] {
  const {url, forms: written} = asMap(settings.signUp)
  const forms = asList(written).map(asMap)
  const purposes = asList(settings.purposes).map((purpose) => asMap(purpose).name)
  const {detached} = asMap(settings.optOut)
  // The host of opt-out links has no list then, and no forms.
  const isHomeless = forms.length > 0 && asMap(detached) === detached && typeof url !== 'string'
  const homeless: CrossProblem[] = isHomeless
    ? [{path: ['signUp', 'url'], key: 'settings.problem.form-host', values: {}}]
    : []
  return forms
    .flatMap(({purpose, topics, fields}, index): CrossProblem[] => [
      ...(typeof purpose === 'string' && !purposes.includes(purpose)
        ? [
            {
              path: ['signUp', 'forms', index, 'purpose'],
              key: 'settings.problem.form-purpose' as const,
              values: {known: purposes.join(', ')},
            },
          ]
        : []),
      ...repeated(asList(topics), (topic) => ['signUp', 'forms', index, 'topics', topic]),
      ...repeated(
        asList(fields).map((field) => asMap(field).name),
        (field) => ['signUp', 'forms', index, 'fields', field, 'name'],
      ),
    ])
    .concat(
      repeated(
        forms.map(({name}) => name),
        (index) => ['signUp', 'forms', index, 'name'],
      ),
      homeless,
    )
}

/** A password in the file itself is reported as such; that none is named elsewhere would be noise. */
function hasSecret(relay: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(relay).some(isSecretKey)
}

export function isSecretKey(key: string): boolean {
  return /^(pass|password|passwd|pwd|secret|token|api[-_]?key|パスワード)$/i.test(key)
}

/** Receivers ask that a signature speaks for the From domain (DMARC), and for the one that takes complaints (RFC 9477). */
function dkimProblems(settings: Readonly<Record<string, unknown>>): CrossProblem[] {
  const keys = asList(settings.dkim).map(asMap)
  const names = keys.map(({domain, selector}) => `${lower(selector)}._domainkey.${lower(domain)}`)
  const problems = repeated(names, (index) => ['dkim', index, 'selector'])
  const domains = keys.map(({domain}) => lower(domain)).filter((domain) => domain !== '')
  if (domains.length === 0) return problems
  const from = domainOf(asMap(asMap(settings.sender).from).address)
  if (from !== '' && !domains.some((domain) => isAligned(from, domain)))
    problems.push({path: ['dkim', 0, 'domain'], key: 'settings.problem.dkim-unaligned', values: {domain: from}})
  const reports = domainOf(asMap(settings.complaints).cfbl)
  if (reports !== '' && !domains.some((domain) => domain === reports || domain.endsWith(`.${reports}`)))
    problems.push({path: ['complaints', 'cfbl'], key: 'settings.problem.cfbl-unsigned', values: {domain: reports}})
  return problems
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : ''
}

function domainOf(address: unknown): string {
  return lower(address).split('@')[1] ?? ''
}

function boundsProblems({min, max}: Readonly<Record<string, unknown>>): CrossProblem[] {
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return []
  return [{path: ['limits', 'unattended', 'max'], key: 'settings.problem.max-below-min', values: {min, max}}]
}

function repeated(names: readonly unknown[], pathOf: (index: number) => KeyPath): CrossProblem[] {
  return names.flatMap((name, index) =>
    typeof name === 'string' && names.indexOf(name) < index
      ? [{path: pathOf(index), key: 'settings.problem.repeated' as const, values: {}}]
      : [],
  )
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
