/** A zone in a few lines, as the examples of domain rules have it, and DNS that answers from it without a network. */
import {generateKeyPairSync} from 'node:crypto'
import type {Answer, MxRecord, RecordType} from '../../src/core/dns-records/answer.ts'
import type {DomainView} from '../../src/core/lint/domain-view.ts'
import {domainQuestions} from '../../src/flows/domain-questions.ts'
import {lookAtDomain} from '../../src/flows/look-at-domain.ts'
import type {Dns} from '../../src/ports/dns.ts'

export interface ZoneRecord {
  readonly name: string
  readonly type: RecordType | 'PTR'
  /** TXT: the text; MX: `10 mx.example.jp`; else an address or a name. */
  readonly value: string
}

export interface Zone {
  readonly records: readonly ZoneRecord[]
  readonly domain: string
  readonly returnPath: string
  readonly policy: string | null
  readonly hasSelector: boolean
}

export const PUBLIC_KEYS: Readonly<Record<string, string>> = {
  RSA2048: rsa(2048),
  RSA1024: rsa(1024),
  RSA512: rsa(512),
  ED: Buffer.from(generateKeyPairSync('ed25519').publicKey.export({format: 'jwk'}).x!, 'base64url').toString('base64'),
}

function rsa(modulusLength: number): string {
  return generateKeyPairSync('rsa', {modulusLength}).publicKey.export({type: 'spki', format: 'der'}).toString('base64')
}

export function readZone(text: string): Zone {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const setting = (name: string) => lines.find((line) => line.startsWith(`;${name}`))?.slice(name.length + 2)
  const domain = setting('domain') ?? 'example.jp'
  const whole = (name: string) => (name === '@' ? domain : name.endsWith('.') ? name.slice(0, -1) : `${name}.${domain}`)
  const records = lines
    .filter((line) => !line.startsWith(';'))
    .map((line): ZoneRecord => {
      const [, name, type, value] = /^(\S+) (\S+) (.*)$/.exec(line)!
      const [first, second] = value!.split(' ')
      const written =
        type === 'MX'
          ? `${first} ${second === '.' ? '' : whole(second!)}`
          : type === 'CNAME'
            ? whole(value!)
            : value!.replace(/p=(RSA\d+|ED)\b/, (_, key: string) => `p=${PUBLIC_KEYS[key]}`)
      return {name: whole(name!).toLowerCase(), type: type as RecordType, value: written}
    })
  return {
    ...{records, domain},
    returnPath: setting('return-path') ?? domain,
    policy: setting('policy')?.replaceAll('|', '\n') ?? null,
    hasSelector: setting('no-selector') === undefined,
  }
}

/** failing: names that no server answers for, with the resolver's code. */
export function dnsOf(records: readonly ZoneRecord[], failing: Readonly<Record<string, string>> = {}): Dns {
  const find = <T>(type: RecordType, read: (value: string) => T) =>
    async function ask(name: string, depth = 0): Promise<Answer<T>> {
      if (failing[name] !== undefined) return {state: 'unanswered', why: failing[name]}
      const here = records.filter((each) => each.name === name)
      const alias = here.find((each) => each.type === 'CNAME')
      if (alias !== undefined && depth < 8) {
        const answer = await ask(alias.value, depth + 1)
        return answer.state === 'found' || answer.state === 'unanswered' ? answer : {...answer, leadsTo: alias.value}
      }
      const found = here.filter((each) => each.type === type)
      if (found.length > 0) return {state: 'found', records: found.map(({value}) => read(value))}
      return {
        state: records.some((each) => each.name === name || each.name.endsWith(`.${name}`)) ? 'no-data' : 'no-name',
      }
    }
  return {txt: find('TXT', String), mx: find('MX', mxOf), a: find('A', String), aaaa: find('AAAA', String)}
}

function mxOf(value: string): MxRecord {
  const [priority, exchange = ''] = value.split(' ')
  return {priority: Number(priority), exchange}
}

/** The view of an example. The host of a policy file is always there. */
export function viewOfZone(text: string, failing: Readonly<Record<string, string>> = {}): Promise<DomainView> {
  const {records, domain, returnPath, policy, hasSelector} = readZone(text)
  const host = {name: `mta-sts.${domain}`, type: 'A', value: '192.0.2.80'} as const
  return lookAtDomain(
    {
      ...{domain, returnPath, relayHost: null},
      signers: hasSelector ? [{domain, selector: 's1', key: null}] : null,
    },
    {
      questions: domainQuestions(dnsOf([...records, host], failing)),
      fetchPolicy: async () => (policy === null ? {why: 'HTTP 404'} : {text: policy}),
    },
  )
}
