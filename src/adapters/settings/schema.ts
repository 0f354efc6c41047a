/**
 * The schema of todoke.yaml. What each key must be is said by a message key (settings.expect.…), so that the words
 * come from our own catalogues in both languages; what it is for stands in the description that editors show.
 */
import {isIP} from 'node:net'
import {z} from 'zod'
import {readDomain} from '../../core/contacts/domain.ts'
import {MOST_COLUMNS, MOST_NAME_LENGTH} from '../../core/contacts/file-limits.ts'
import {isCountryCode} from '../../core/country-codes.ts'
import type {FactName} from '../../core/laws/declared-facts.ts'
import {FACTS, ORIGINS} from '../../core/laws/declared-facts.ts'
import {isSelector} from '../../core/sending/dkim/key.ts'
import {MUST_BE_SIGNED} from '../../core/sending/dkim/signed-headers.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {Described} from './schema-parts.ts'
import {address, expected, isPublicUrl, isVariable, line, map, prose, whole} from './schema-parts.ts'
import {serveSettings} from './serve-schema.ts'
import {signUpSettings} from './sign-up-schema.ts'

export interface SchemaChoice {
  /** Ids of the laws that this version knows. */
  readonly laws: readonly string[]
  /** Language of the descriptions. */
  readonly lang: Lang
}

export type WrittenSettings = z.output<ReturnType<typeof settingsSchema>>

/** Unknown keys are errors everywhere: a misspelt key must never silently mean its default. */
export function settingsSchema({laws, lang}: SchemaChoice) {
  const about = (key: Described) => text(lang, `settings.key.${key}`)
  return map({
    sender: map({
      name: line('line').describe(about('sender.name')),
      address: line('line').describe(about('sender.address')),
      contact: line('line').describe(about('sender.contact')),
      from: map({
        name: line('line').describe(about('sender.from.name')),
        address: address().describe(about('sender.from.address')),
      }).describe(about('sender.from')),
      replyTo: address().nullish().describe(about('sender.replyTo')),
    }).describe(about('sender')),
    optOut: map({
      url: line('optout-url', isPublicUrl).meta({format: 'uri', description: about('optOut.url')}),
      mailto: address().describe(about('optOut.mailto')),
      probe: z.boolean(expected('true-false')).nullish().describe(about('optOut.probe')),
      detached: map({
        url: line('detached-url', isPublicUrl)
          .nullish()
          .meta({format: 'uri', description: about('optOut.detached.url')}),
        maxAgeMinutes: whole('pull-age', 5, 10_080).nullish().describe(about('optOut.detached.maxAgeMinutes')),
        keyFile: line('path').nullish().describe(about('optOut.detached.keyFile')),
        keyEnv: line('variable', isVariable).nullish().describe(about('optOut.detached.keyEnv')),
      })
        .nullish()
        .describe(about('optOut.detached')),
    }).describe(about('optOut')),
    serve: serveSettings(about).nullish().describe(about('serve')),
    signUp: signUpSettings(about).nullish().describe(about('signUp')),
    relay: map({
      host: line('host', isHost).describe(about('relay.host')),
      port: whole('port', 1, 65535).nullish().describe(about('relay.port')),
      tls: z.enum(['implicit', 'starttls', 'none'], expected('tls')).nullish().describe(about('relay.tls')),
      user: line('line').nullish().describe(about('relay.user')),
      passwordFile: line('path').nullish().describe(about('relay.passwordFile')),
      passwordEnv: line('variable', isVariable).nullish().describe(about('relay.passwordEnv')),
      clientName: line('host', isHost).nullish().describe(about('relay.clientName')),
      connections: whole('connections', 1, 256).nullish().describe(about('relay.connections')),
      rewrites: z.array(line('header', isRewritable), expected('headers')).nullish().describe(about('relay.rewrites')),
      eightBit: z.boolean(expected('true-false')).nullish().describe(about('relay.eightBit')),
    }).describe(about('relay')),
    dkim: z
      .array(
        map({
          domain: line('domain', isDomain).describe(about('dkim.domain')),
          selector: line('selector', isSelector).describe(about('dkim.selector')),
          keyFile: line('path').describe(about('dkim.keyFile')),
          lookUp: z.boolean(expected('true-false')).nullish().describe(about('dkim.lookUp')),
        }),
        expected('dkim'),
      )
      .min(1, expected('dkim'))
      .max(4, expected('dkim'))
      .nullish()
      .describe(about('dkim')),
    bounces: map({address: address('bounce-address', isVerpReady).describe(about('bounces.address'))})
      .nullish()
      .describe(about('bounces')),
    complaints: map({cfbl: address().describe(about('complaints.cfbl'))})
      .nullish()
      .describe(about('complaints')),
    laws: z
      .array(z.enum(laws as readonly [string, ...string[]], expected('law')), expected('laws'))
      .min(1, expected('laws'))
      .describe(about('laws')),
    audienceCountry: line('country', isCountryCode)
      .meta({pattern: '^[A-Z]{2}$'})
      .nullish()
      .describe(about('audienceCountry')),
    facts: declaredFacts(about).nullish().describe(about('facts')),
    wirelessDomains: line('path').nullish().describe(about('wirelessDomains')),
    purposes: z
      .array(
        map({
          name: line('line').describe(about('purposes.name')),
          notice: prose().describe(about('purposes.notice')),
        }),
        expected('purposes'),
      )
      .min(1, expected('purposes'))
      .describe(about('purposes')),
    limits: map({
      perSecond: z
        .number(expected('per-second'))
        .gt(0, expected('per-second'))
        .lte(100_000, expected('per-second'))
        .nullish()
        .describe(about('limits.perSecond')),
      unattended: map({
        min: whole('count', 0, 1_000_000_000).describe(about('limits.unattended.min')),
        max: whole('count', 0, 1_000_000_000).describe(about('limits.unattended.max')),
      })
        .nullish()
        .describe(about('limits.unattended')),
      files: map({
        gigabytes: whole('count', 1, 1000).nullish().describe(about('limits.files.gigabytes')),
        // A line of 16 MB is given up, whatever the record limit (adapters/csv/read-records.ts).
        recordKb: whole('count', 1, 16_384).nullish().describe(about('limits.files.recordKb')),
        cellLength: whole('count', 1, 16_777_216).nullish().describe(about('limits.files.cellLength')),
        columns: whole('count', 1, MOST_COLUMNS).nullish().describe(about('limits.files.columns')),
        nameLength: whole('count', 1, MOST_NAME_LENGTH).nullish().describe(about('limits.files.nameLength')),
      })
        .nullish()
        .describe(about('limits.files')),
    })
      .nullish()
      .describe(about('limits')),
    store: z.string(expected('store')).refine(isStore, {error: storeWords}).nullish().describe(about('store')),
  })
}

/** What only a person can know; each may be left out, and is then not assessed. */
function declaredFacts(about: (key: Described) => string) {
  const oneOf = (
    fact: Exclude<FactName, 'underAdministrativeOrder' | 'wirelessDomains'>,
    words: readonly [string, ...string[]],
  ) =>
    z
      .enum(words, expected(`fact.${fact}`))
      .nullish()
      .describe(about(`facts.${fact}`))
  return map({
    sellerType: oneOf('sellerType', FACTS.sellerType),
    affirmativeConsent: oneOf('affirmativeConsent', FACTS.affirmativeConsent),
    underAdministrativeOrder: line('day', isDay).nullish().describe(about('facts.underAdministrativeOrder')),
    listOrigin: z
      .record(z.string(), z.enum(ORIGINS, expected('origin')), expected('map'))
      .nullish()
      .describe(about('facts.listOrigin')),
  })
}

/** A day that exists, as ISO 8601 writes it. */
function isDay(given: string): boolean {
  const moment = Date.parse(`${given}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(given)
}

/** A + and a mark of 55 characters must fit behind it into the 64 of RFC 5321 section 4.5.3.1.1, and be found again. */
function isVerpReady(given: string): boolean {
  return /^[^+"]{1,8}@/.test(given)
}

/** A header that may be left unsigned, by name. */
function isRewritable(given: string): boolean {
  return /^[!-9;-~]{1,76}$/.test(given) && !MUST_BE_SIGNED.has(given.toLowerCase())
}

/** An A-label: what stands in d= (RFC 6376 section 3.5). */
function isDomain(given: string): boolean {
  const read = readDomain(given)
  return typeof read !== 'string' && read.name === given.toLowerCase()
}

function isHost(given: string): boolean {
  if (isIP(given) !== 0) return true
  const labels = given.split('.')
  return given.length <= 253 && labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
}

const POSTGRES = /^postgres(?:ql)?:/i

function isStore(given: string): boolean {
  return /^sqlite:[^\x00-\x1f]+$/.test(given)
}

function storeWords(issue: {readonly input: unknown}): string {
  return expected(POSTGRES.test(String(issue.input)) ? 'store-postgres' : 'store').error
}
