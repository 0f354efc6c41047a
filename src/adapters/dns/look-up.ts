/** Questions to DNS, asked of the system's servers or of one that was named. Answers cut short by UDP are asked for by TCP. */

import {Resolver} from 'node:dns/promises'
import {isIP} from 'node:net'
import type {Answer, MxRecord} from '../../core/dns-records/answer.ts'
import type {LookUpTxt} from '../../ports/dkim.ts'
import type {Dns} from '../../ports/dns.ts'

/** Of a single try in milliseconds, which doubles with each; and how many there are. */
export interface Patience {
  readonly timeout: number
  readonly tries: number
}

/** server: as parseServer gives it; null = the system's servers. */
export function askDns(server: string | null, how: Patience = {timeout: 3000, tries: 3}): Dns {
  const resolver = new Resolver(how)
  if (server !== null) resolver.setServers([server])
  const ask = <R, T>(find: (name: string) => Promise<readonly R[]>, read: (record: R) => T) => {
    return (name: string) => follow(resolver, name, async (each) => (await find(each)).slice(0, MOST_RECORDS).map(read))
  }
  return {
    txt: ask(
      (name) => resolver.resolveTxt(name),
      (strings) => strings.join('').slice(0, MOST_CHARACTERS),
    ),
    mx: ask((name) => resolver.resolveMx(name), hostOf),
    a: ask((name) => resolver.resolve4(name), String),
    aaaa: ask((name) => resolver.resolve6(name), String),
  }
}

const MOST_RECORDS = 50
const MOST_CHARACTERS = 8192
/** Longer chains of aliases no resolver follows. */
const MOST_ALIASES = 8

/** The name, or its records of that type, do not exist, as against: nobody could say. */
const ABSENT: Readonly<Record<string, 'no-name' | 'no-data'>> = {ENOTFOUND: 'no-name', ENODATA: 'no-data'}

/** Servers that answer for their own zone alone leave the end of an alias to whoever asks. */
async function follow<T>(
  resolver: Resolver,
  name: string,
  find: (name: string) => Promise<readonly T[]>,
): Promise<Answer<T>> {
  const seen = [name]
  for (;;) {
    const last = seen.at(-1)!
    const answer = await answerOf(() => find(last))
    if (answer.state === 'found' || answer.state === 'unanswered') return answer
    const alias = await answerOf(() => resolver.resolveCname(last))
    const target = alias.state === 'found' ? alias.records[0]?.toLowerCase().replace(/\.$/, '') : undefined
    if (target === undefined || target === '' || seen.includes(target) || seen.length > MOST_ALIASES)
      return seen.length === 1 ? answer : {state: answer.state, leadsTo: last}
    seen.push(target)
  }
}

async function answerOf<T>(find: () => Promise<readonly T[]>): Promise<Answer<T>> {
  try {
    const records = await find()
    return records.length === 0 ? {state: 'no-data'} : {state: 'found', records}
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const state = ABSENT[code]
    return state === undefined ? {state: 'unanswered', why: code} : {state}
  }
}

function hostOf({priority, exchange}: {readonly priority: number; readonly exchange: string}): MxRecord {
  return {priority, exchange: exchange.toLowerCase().replace(/\.$/, '').slice(0, 255)}
}

/** TXT records alone, as keys are looked up. */
export function txtLookUp(server: string | null, how?: Patience): LookUpTxt {
  const {txt} = askDns(server, how)
  return async (name) => {
    const answer = await txt(name)
    if (answer.state === 'unanswered') return {unreachable: answer.why}
    return {texts: answer.state === 'found' ? answer.records : []}
  }
}

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`; null for anything else. */
export function parseServer(given: string): string | null {
  if (isIP(given) !== 0) return isIP(given) === 6 ? `[${given}]` : given
  const [, host, port] = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(given) ?? []
  if (host === undefined || Number(port) < 1 || Number(port) > 65535) return null
  return isIP(host.replace(/^\[(.*)\]$/, '$1')) === (host.startsWith('[') ? 6 : 4) ? given : null
}
