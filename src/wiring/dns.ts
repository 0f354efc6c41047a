/** What a look at a domain needs. Adapters are loaded on first use. */
import {AppError} from '../errors.ts'
import type {DoctorNeeds} from '../flows/diagnose-domain.ts'
import type {Lang} from '../i18n/text.ts'
import type {Workspace} from './workspace.ts'

export interface DnsHow {
  /** As given with --dns; null = the servers of the system. */
  readonly server: string | null
  /** That one question may take, all tries together. */
  readonly timeoutMs: number
  readonly withPolicyFile: boolean
}

/** Two tries, of which the second waits twice as long. */
const SHARES = 3

/** place: null outside of a workspace. Throws FLAG_INVALID. */
export async function doctorNeeds(place: Workspace | null, how: DnsHow, lang: Lang): Promise<DoctorNeeds> {
  const {askDns} = await import('../adapters/dns/look-up.ts')
  const {dkimKeyFiles} = await import('../adapters/keys/dkim-keys.ts')
  const {policyFetcher} = await import('../adapters/dns/fetch-policy.ts')
  const server = how.server === null ? null : await dnsServer(how.server)
  return {
    dns: askDns(server, {timeout: Math.ceil(how.timeoutMs / SHARES), tries: 2}),
    fetchPolicy: how.withPolicyFile ? policyFetcher({timeoutMs: how.timeoutMs}) : null,
    keys: place === null ? null : dkimKeyFiles({folder: place.folder, out: null, lang}),
  }
}

/** given: with --dns. Throws FLAG_INVALID. */
export async function dnsServer(given: string): Promise<string> {
  const {parseServer} = await import('../adapters/dns/look-up.ts')
  const server = parseServer(given)
  if (server !== null) return server
  throw new AppError('FLAG_INVALID', {flag: '--dns', given, expected: 'dns-server', command: ''})
}
