/** TXT records by DNS, asked of the system's servers or of one that was named. */

import {Resolver} from 'node:dns/promises'
import {isIP} from 'node:net'
import type {LookUpTxt} from '../../ports/dkim.ts'

/** The name or its TXT records do not exist, as against: nobody could say. */
const ABSENT: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA'])

/** server: as parseServer gives it; null = the system's servers. */
export function txtLookUp(server: string | null, how = {timeout: 3000, tries: 3}): LookUpTxt {
  const resolver = new Resolver(how)
  if (server !== null) resolver.setServers([server])
  return async (name) => {
    try {
      return {texts: (await resolver.resolveTxt(name)).map((strings) => strings.join(''))}
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
      return ABSENT.has(code) ? {texts: []} : {unreachable: code}
    }
  }
}

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`; null for anything else. */
export function parseServer(given: string): string | null {
  if (isIP(given) !== 0) return isIP(given) === 6 ? `[${given}]` : given
  const [, host, port] = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(given) ?? []
  if (host === undefined || Number(port) < 1 || Number(port) > 65535) return null
  return isIP(host.replace(/^\[(.*)\]$/, '$1')) === (host.startsWith('[') ? 6 : 4) ? given : null
}
