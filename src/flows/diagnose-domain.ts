/** Will mail from this domain be believed? Its records are asked of DNS and judged. Sends nothing, changes nothing. */
import {readDomain} from '../core/contacts/domain.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Severity} from '../core/lint/finding.ts'
import {judgeDomain} from '../core/lint/judge-domain.ts'
import {isNotAssessed} from '../core/lint/not-assessed.ts'
import type {DoctorReport} from '../core/reports/doctor-report.ts'
import type {DkimSetting, Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {DkimKeyFiles} from '../ports/dkim.ts'
import type {Dns, FetchPolicy} from '../ports/dns.ts'
import {dns as dnsLaw} from '../rulebook/dns.ts'
import {RULEBOOK_VERSION} from '../rulebook/laws.ts'
import {domainRules} from '../rules/domain-rules.ts'
import {domainQuestions} from './domain-questions.ts'
import type {Signer} from './look-at-domain.ts'
import {lookAtDomain} from './look-at-domain.ts'

export interface DoctorAsk {
  /** As given; null = from the settings. */
  readonly domain: string | null
  readonly returnPath: string | null
  /** As given; empty = the keys of the settings. */
  readonly selectors: readonly string[]
  /** Null outside of a workspace. */
  readonly settings: Pick<Settings, 'sender' | 'bounces' | 'relay' | 'dkim'> | null
  readonly day: Day
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
}

export interface DoctorNeeds {
  readonly dns: Dns
  /** Null = the policy file of MTA-STS is not asked for. */
  readonly fetchPolicy: FetchPolicy | null
  /** Null outside of a workspace. */
  readonly keys: Pick<DkimKeyFiles, 'read'> | null
}

/** Throws FLAG_MISSING, FLAG_INVALID, DKIM_KEY_BAD, and DNS_SILENT where no server gives any answer. */
export async function diagnoseDomain(ask: DoctorAsk, needs: DoctorNeeds): Promise<DoctorReport> {
  const domain = domainAsked(ask)
  const questions = domainQuestions(needs.dns)
  const view = await lookAtDomain(
    {
      domain,
      returnPath: returnPathOf(ask, domain),
      signers: await signersOf(ask, domain, needs.keys),
      relayHost: isOfSettings(ask, domain) ? (ask.settings?.relay.host ?? null) : null,
    },
    {questions, fetchPolicy: needs.fetchPolicy},
  )
  const why = questions.silence()
  if (why !== null) throw new AppError('DNS_SILENT', {domain, why})
  const findings = judgeDomain(view, {
    ...{laws: [dnsLaw], rules: domainRules, day: ask.day},
    ...(ask.weights && {weights: ask.weights}),
  })
  const weighing = (wanted: Severity) => findings.filter(({severity}) => severity === wanted).length
  return {
    rulebook: RULEBOOK_VERSION,
    view,
    questions: questions.all(),
    findings,
    errors: weighing('error'),
    warnings: weighing('warning'),
    notAssessed: findings.filter(isNotAssessed).length,
  }
}

/** The domain that will be asked about, as an A-label. Throws FLAG_MISSING, FLAG_INVALID. */
export function domainAsked({domain, settings}: Pick<DoctorAsk, 'domain' | 'settings'>): string {
  const given = domain ?? fromDomain(settings)
  if (given === null)
    throw new AppError('FLAG_MISSING', {flag: '--domain', usage: 'doctor --domain D', command: 'doctor'})
  return readOr(given, '--domain')
}

function fromDomain(settings: DoctorAsk['settings']): string | null {
  return settings === null ? null : domainOf(settings.sender.from.address)
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

function readOr(given: string, flag: string): string {
  const read = readDomain(given.trim())
  if (typeof read === 'string')
    throw new AppError('FLAG_INVALID', {flag, given, expected: 'dkim-domain', command: 'doctor'})
  return read.name
}

/** The settings speak of this domain, and not of another that was asked about. */
function isOfSettings({settings}: DoctorAsk, domain: string): boolean {
  const from = fromDomain(settings)
  return from !== null && readOr(from, '--domain') === domain
}

/** Without an address for bounces they go to the From address. */
function returnPathOf(ask: DoctorAsk, domain: string): string {
  if (ask.returnPath !== null) return readOr(ask.returnPath, '--return-path')
  const bounces = isOfSettings(ask, domain) ? ask.settings?.bounces : null
  return bounces ? readOr(domainOf(bounces.address), '--return-path') : domain
}

async function signersOf(ask: DoctorAsk, domain: string, keys: DoctorNeeds['keys']): Promise<readonly Signer[] | null> {
  const settings = ask.settings?.dkim ?? []
  const read = async (setting: DkimSetting): Promise<Signer> => ({
    ...{domain: setting.domain, selector: setting.selector},
    key: keys === null ? null : await keys.read(setting),
  })
  if (ask.selectors.length === 0) {
    const own = isOfSettings(ask, domain) ? settings : settings.filter((each) => each.domain === domain)
    return own.length === 0 ? null : Promise.all(own.map(read))
  }
  return Promise.all(
    [...new Set(ask.selectors.map(selectorOr))].map(async (selector) => {
      const setting = settings.find((each) => each.domain === domain && each.selector.toLowerCase() === selector)
      return setting === undefined ? {domain, selector, key: null} : read(setting)
    }),
  )
}

/** Others name their selectors more freely than we do: underscores are found in the wild. */
function selectorOr(given: string): string {
  const selector = given.trim().toLowerCase()
  const isName =
    selector.length <= 63 && selector.split('.').every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))
  if (isName) return selector
  throw new AppError('FLAG_INVALID', {flag: '--selector', given, expected: 'dkim-selector', command: 'doctor'})
}
