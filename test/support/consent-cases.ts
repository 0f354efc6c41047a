/** The consent cases of fixtures/consent-cases, made into what rules look at; judged with the real laws and rules. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {consentVerdicts} from '../../src/core/consent/judge-consent.ts'
import type {ConsentVerdict} from '../../src/core/consent/verdict.ts'
import type {Wording} from '../../src/core/consent/wordings.ts'
import {wordingBook} from '../../src/core/consent/wordings.ts'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import type {ContactCase} from '../../src/core/contacts/contact-case.ts'
import {dayNumber, dayText} from '../../src/core/laws/calendar.ts'
import type {DeclaredFacts, Origin} from '../../src/core/laws/declared-facts.ts'
import {zoneOf} from '../../src/core/laws/law.ts'
import {notAssessed, startContactJudge} from '../../src/core/lint/judge-contact.ts'
import {lawChoiceOf, lawsNamed} from '../../src/rulebook/laws.ts'
import {listRules} from '../../src/rules/list-rules.ts'

type ToldConsent = Partial<Omit<ConsentFact, 'at' | 'evidence'>> & {
  readonly at?: string | null
  readonly proof?: 'full' | 'record' | 'bare'
  readonly evidence?: Readonly<Record<string, string | null>>
}

interface Shared {
  readonly law: string
  readonly sender: readonly string[]
  readonly country: string | null
  readonly domain: string
  readonly asOf: string
  readonly onlySender?: boolean
  readonly facts?: DeclaredFacts
  readonly origin?: Origin
  readonly purpose?: string
  readonly topic?: string
  readonly lastMailedAt?: string
  readonly bornAt?: string
}

export interface ConsentCase extends Shared {
  readonly id: string
  readonly consents: readonly ToldConsent[]
  readonly expect: {
    readonly verdict: ConsentVerdict
    readonly duties?: readonly string[]
    readonly notAssessed?: readonly string[]
  }
  readonly source: string
  readonly note?: string
}

const folder = fileURLToPath(new URL('../../fixtures/consent-cases', import.meta.url))

export function readConsentCases(): readonly ConsentCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const {cases, ...shared} = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return (cases as readonly ConsentCase[]).map((each) => ({...shared, ...each}))
    })
}

export interface Judged {
  readonly verdict: ConsentVerdict
  readonly duties: readonly string[]
  readonly notAssessed: readonly string[]
}

/** With the laws of the day of the case, in the zone of the sender's first law. */
export function judgeCase(told: ConsentCase): Judged {
  const choice = lawChoiceOf(told.sender, told.onlySender)
  const zone = zoneOf(lawsNamed(told.sender)[0]!)
  const asOf = Date.parse(told.asOf)
  const day = dayText(dayNumber(asOf, zone))
  // The wireless list is given, save where a case declares facts of its own.
  const facts = told.facts ?? {wirelessDomains: 'wireless.txt'}
  const judge = startContactJudge({choice, day, facts}, listRules)
  const {worst, byLaw} = consentVerdicts(judge, contactOf(told, asOf))
  return {
    verdict: worst,
    duties: byLaw.flatMap(({complaints}) => complaints.map(({duty}) => duty.id)),
    notAssessed: notAssessed(choice.lawsFor(told.country), day, facts).map(({id}) => id),
  }
}

function contactOf(told: ConsentCase, asOf: number): ContactCase {
  return {
    country: told.country,
    domain: told.domain,
    consents: told.consents.map(factOf),
    asOf,
    lastMailedAt: told.lastMailedAt === undefined ? null : Date.parse(told.lastMailedAt),
    bornAt: told.bornAt === undefined ? null : Date.parse(told.bornAt),
    setting: {
      facts: told.facts ?? {},
      purpose: told.purpose ?? null,
      topic: told.topic ?? null,
      origin: told.origin ?? null,
      wordings: WORDINGS,
      senderNames: ['株式会社サンプル', 'Sample Inc.'],
      wirelessDomains: new Set(['vtext.com', 'txt.att.net']),
    },
  }
}

const SOME_DAY = '2025-04-01T10:03:11+09:00'

function factOf({at: told = SOME_DAY, proof, evidence = {}, ...rest}: ToldConsent): ConsentFact {
  const {kind = 'given', basis = 'consent', ...others} = rest
  const at = told === null ? null : Date.parse(told.length === 10 ? `${told}T00:00:00+09:00` : told)
  const kept = proof ?? (basis === 'consent' && kind !== 'requested' ? 'full' : 'record')
  const base: ConsentFact = {
    kind,
    basis,
    at,
    method: kept === 'bare' ? null : kept === 'full' ? 'web_form' : 'api',
    source: kept === 'bare' ? null : 'https://www.example.com/signup',
    wording: kept === 'full' ? 'news-form' : null,
    purpose: null,
    topic: null,
    evidence: {},
  }
  const proofs = {...(kept === 'full' ? doubleOptIn(at ?? Date.parse(SOME_DAY)) : {}), ...evidence}
  const filled = Object.entries(proofs).filter((entry): entry is [string, string] => entry[1] !== null)
  return {...base, ...others, evidence: Object.fromEntries(filled)}
}

function doubleOptIn(at: number): Record<string, string> {
  return {
    controller: 'Sample Inc.',
    checkbox_default: 'off',
    bundled: 'no',
    express: 'yes',
    ip: '203.0.113.7',
    doi_sent_at: new Date(at - 129_000).toISOString(),
    doi_confirmed_at: new Date(at).toISOString(),
  }
}

const SENDER = '株式会社サンプル (Sample Inc.)'
const ADVERTISING = 'メールマガジンで新商品のご案内をお送りします。 We send you our newsletter with offers.'
const WITHDRAWAL = 'いつでも配信停止できます。 You may unsubscribe at any time.'
const CONTACT = '〒150-0002 東京都渋谷区渋谷1-2-3 電話 03-1234-5678 https://www.example.com/'

/** from and until: days of Japan. */
const wording = (name: string, text: string, from = '1995-01-01', until: string | null = null): Wording => ({
  name,
  sha256: '0'.repeat(64),
  text,
  language: null,
  from: Date.parse(`${from}T00:00:00+09:00`),
  until: until === null ? null : Date.parse(`${until}T00:00:00+09:00`),
})
const COMPLETE = [SENDER, ADVERTISING, WITHDRAWAL, CONTACT].join('\n')
const WORDINGS = wordingBook([
  wording('news-form', COMPLETE),
  wording('old-form', COMPLETE, '2020-01-01', '2025-01-01'),
  wording('new-form', COMPLETE, '2025-06-01'),
  wording('changed-form', 'メール', '2020-01-01', '2025-01-01'),
  wording('changed-form', COMPLETE, '2025-01-01'),
  wording('nameless-form', [ADVERTISING, WITHDRAWAL, CONTACT.replace(/https.*/, '')].join('\n')),
  wording('silent-form', [SENDER, WITHDRAWAL, CONTACT].join('\n')),
  wording('short-form', [SENDER, ADVERTISING, WITHDRAWAL].join('\n')),
])
