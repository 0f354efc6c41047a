/** The names of an address, as its network tells them (RFC 1035 section 3.5), and as they lead back to it. */
import {Resolver} from 'node:dns/promises'
import {isIPv6} from 'node:net'

const PATIENCE = {timeout: 2000, tries: 2}
const MOST_NAMES = 5

/**
 * server: as parseServer gives it; null = the system's servers. Anybody may give their own address any name: only names
 * whose own address it is are told. Empty where there is none, or nobody could say.
 */
export function namesOf(server: string | null): (address: string) => Promise<readonly string[]> {
  const resolver = new Resolver(PATIENCE)
  if (server !== null) resolver.setServers([server])
  return async (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/i, '')
    const resolve = (name: string) => (isIPv6(address) ? resolver.resolve6(name) : resolver.resolve4(name))
    const names = (await resolver.reverse(address).catch((): string[] => [])).slice(0, MOST_NAMES)
    const back = await Promise.all(names.map((name) => resolve(name).catch((): string[] => [])))
    return names.filter((_, index) => back[index]!.includes(address))
  }
}
