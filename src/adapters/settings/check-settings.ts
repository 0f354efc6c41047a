/** The whole check of todoke.yaml: bytes in, settings or every mistake with its place out. Reads nothing itself. */
import type {FileLimits} from '../../core/contacts/file-limits.ts'
import {FILE_LIMITS} from '../../core/contacts/file-limits.ts'
import type {HookSettings, Settings} from '../../core/settings.ts'
import type {MessageKey} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {crossProblems, isSecretKey} from './cross-checks.ts'
import type {KeyPath, SettingsProblem} from './problem.ts'
import {pathWords} from './problem.ts'
import {readYaml} from './read-yaml.ts'
import type {SchemaChoice, WrittenSettings} from './schema.ts'
import {settingsSchema} from './schema.ts'
import type {SchemaHelp} from './schema-problems.ts'
import {inOrder, problemsOf} from './schema-problems.ts'
import {signUp} from './sign-up-schema.ts'

/** problems are sorted by place, at most one for each value; settings is null exactly when there are some. */
export interface SettingsCheck {
  readonly settings: Settings | null
  readonly problems: readonly SettingsProblem[]
  /** Line, from 1, of the value at a key path such as sender.from.address. */
  lineOf(path: KeyPath): number
}

/** Never throws. choice.lang is the language of the words inside the problems' values. */
export function checkSettings(bytes: Uint8Array, choice: SchemaChoice): SettingsCheck {
  const tree = readYaml(bytes)
  const lineOf = (path: KeyPath) => tree.placeOf(path, 'value').line
  if (tree.value === undefined) return {settings: null, problems: inOrder(tree.problems), lineOf}
  const help = helpOf(choice)
  const read = settingsSchema(choice).safeParse(tree.value)
  const problems = [
    ...tree.problems,
    ...(read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, tree, help))),
    ...crossProblems(tree.value).map((problem) => ({...problem, ...tree.placeOf(problem.path, 'value')})),
  ]
  const isFit = read.success && problems.length === 0
  return {settings: isFit ? toSettings(read.data) : null, problems: inOrder(problems), lineOf}
}

/** What the schema's complaints need to become words. */
function helpOf(choice: SchemaChoice): SchemaHelp {
  const {lang, laws} = choice
  return {
    schema: settingsSchema(choice),
    lang,
    expected: (key) => text(lang, key, {laws: laws.join(', ')}),
    maps: new Set(['settings.expect.map']),
    numbers: NUMBERS,
    otherwise: 'settings.expect.map',
    isHidden: (path) =>
      /^relay\.(user|passwordFile|passwordEnv)$|^(optOut\.detached|serve\.hooks\.\w+)\.key(File|Env)$|^store$/.test(
        pathWords(path),
      ),
    isSecret: isSecretKey,
  }
}

const NUMBERS: ReadonlySet<MessageKey> = new Set([
  'settings.expect.port',
  'settings.expect.connections',
  'settings.expect.per-second',
  'settings.expect.count',
  'settings.expect.served',
  'settings.expect.served-rate',
  'settings.expect.pull-age',
  'settings.expect.confirm-days',
  'settings.expect.hours',
])

const USUAL_PORT = {implicit: 465, starttls: 587, none: 25} as const

/** A list of wireless domains that was given is a fact that duties depend on. */
function declared(
  written: WrittenSettings['facts'],
  wirelessDomains: string | null,
): Pick<Settings, 'facts' | 'listOrigins'> {
  const {listOrigin, ...facts} = written ?? {}
  const said = Object.entries(facts).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const wireless = wirelessDomains === null ? {} : {wirelessDomains}
  return {facts: {...Object.fromEntries(said), ...wireless}, listOrigins: listOrigin ?? {}}
}

function fileLimits({gigabytes, recordKb, cellLength, columns, nameLength}: WrittenFileLimits): FileLimits {
  return {
    fileBytes: gigabytes ? gigabytes * 1024 ** 3 : FILE_LIMITS.fileBytes,
    recordBytes: recordKb ? recordKb * 1024 : FILE_LIMITS.recordBytes,
    cellLength: cellLength ?? FILE_LIMITS.cellLength,
    columns: columns ?? FILE_LIMITS.columns,
    nameLength: nameLength ?? FILE_LIMITS.nameLength,
  }
}

function optOutOf({url, mailto, probe, detached}: WrittenSettings['optOut']): Settings['optOut'] {
  const pulled = detached && {
    url: (detached.url ?? new URL(url).origin).replace(/\/$/, ''),
    maxAgeMinutes: detached.maxAgeMinutes ?? 60,
    keyFile: detached.keyFile ?? null,
    keyEnv: detached.keyEnv ?? null,
  }
  return {url, mailto, probe: probe ?? false, detached: pulled ?? null}
}

export function served({limits, ...serve}: WrittenServe): Settings['serve'] {
  return {
    address: serve.address ?? '127.0.0.1',
    port: serve.port ?? 8470,
    tls: serve.tls ?? null,
    trustedProxies: serve.trustedProxies ?? [],
    metricsFrom: serve.metricsFrom ?? ['127.0.0.0/8', '::1'],
    revokedKeys: serve.revokedKeys ?? [],
    hooks: serve.hooks ? hooked(serve.hooks) : null,
    ...(serve.lookUpScanners && {lookUpScanners: true}),
    signUpUrl: serve.signUpUrl ?? null,
    limits: {
      connections: limits?.connections ?? 4096,
      perClient: limits?.perClient ?? 20,
      overall: limits?.overall ?? 2000,
    },
  }
}

function hooked({mailgun, sendgrid, postmark, mailchimp, ses}: NonNullable<WrittenServe['hooks']>): HookSettings {
  const secret = (written: typeof mailgun) =>
    written ? {keyFile: written.keyFile ?? null, keyEnv: written.keyEnv ?? null} : null
  return {
    ...{mailgun: secret(mailgun), postmark: secret(postmark), mailchimp: secret(mailchimp)},
    ...{sendgrid: sendgrid ?? null, ses: ses ?? null},
  }
}

export type WrittenServe = NonNullable<WrittenSettings['serve']>
type WrittenFileLimits = NonNullable<NonNullable<WrittenSettings['limits']>['files']>

/** Fills in what the file may leave out; docs of each default stand in the key's description. */
function toSettings({sender, optOut, relay, limits, dkim, ...rest}: WrittenSettings): Settings {
  const tls = relay.tls ?? ((relay.port ?? 465) === 465 ? 'implicit' : 'starttls')
  return {
    sender: {...sender, replyTo: sender.replyTo ?? null},
    optOut: optOutOf(optOut),
    serve: served(rest.serve ?? {}),
    signUp: signUp(rest.signUp ?? {}, optOut.url),
    relay: {
      host: relay.host,
      port: relay.port ?? USUAL_PORT[tls],
      tls,
      user: relay.user ?? null,
      passwordFile: relay.passwordFile ?? null,
      passwordEnv: relay.passwordEnv ?? null,
      clientName: relay.clientName ?? sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1),
      connections: relay.connections ?? 8,
      rewrites: relay.rewrites ?? [],
      eightBit: relay.eightBit ?? false,
    },
    dkim: (dkim ?? []).map((key) => ({...key, domain: key.domain.toLowerCase(), lookUp: key.lookUp ?? false})),
    bounces: rest.bounces ?? null,
    complaints: rest.complaints ?? null,
    laws: rest.laws,
    audienceCountry: rest.audienceCountry ?? null,
    ...declared(rest.facts, rest.wirelessDomains ?? null),
    wirelessDomains: rest.wirelessDomains ?? null,
    purposes: rest.purposes.map(({name, notice}) => ({name, notice: notice.trim()})),
    limits: {
      perSecond: limits?.perSecond ?? null,
      unattended: limits?.unattended ?? null,
      files: fileLimits(limits?.files ?? {}),
    },
    store: (rest.store ?? 'sqlite:.todoke/store.db').slice('sqlite:'.length),
  }
}
