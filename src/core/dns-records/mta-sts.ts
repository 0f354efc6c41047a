/**
 * MTA-STS: the record that says a policy exists, and the policy file, which asks senders for TLS to the named hosts.
 * Source: RFC 8461 sections 3.1 (record), 3.2 (policy), 4.1 (which host names match).
 */
import {readTagList} from './tag-list.ts'

/** Those of the TXT records under _mta-sts that count. */
export function stsAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^v=STSv1(?:[ \t]*;|$)/.test(text))
}

/** True for a record with an id of 1 to 32 letters and digits. */
export function hasStsId(text: string): boolean {
  return /^[A-Za-z0-9]{1,32}$/.test(readTagList(text).tags.get('id') ?? '')
}

export interface StsPolicy {
  readonly mode: 'enforce' | 'testing' | 'none'
  /** Host names, or *. before a domain. */
  readonly mx: readonly string[]
  readonly maxAgeSeconds: number
}

/** What breaks the grammar: the key of the first line that does. */
export type StsFault = 'version' | 'mode' | 'max_age' | 'mx'

/** A year and a quarter of a day. */
const LONGEST_SECONDS = 31_557_600

/** Never throws. */
export function readStsPolicy(text: string): StsPolicy | StsFault {
  const values = new Map<string, string[]>()
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const key = line.slice(0, colon).trim()
    values.set(key, [...(values.get(key) ?? []), line.slice(colon + 1).trim()])
  }
  if (values.get('version')?.[0] !== 'STSv1') return 'version'
  const mode = (['enforce', 'testing', 'none'] as const).find((each) => each === values.get('mode')?.[0])
  if (mode === undefined) return 'mode'
  const age = values.get('max_age')?.[0] ?? ''
  if (!/^\d{1,10}$/.test(age) || Number(age) > LONGEST_SECONDS) return 'max_age'
  const mx = (values.get('mx') ?? []).map((each) => each.toLowerCase())
  return mx.length === 0 && mode !== 'none' ? 'mx' : {mode, mx, maxAgeSeconds: Number(age)}
}

/** `*.example.jp` stands for one label more. host: without a dot at the end. */
export function isHostOf({mx}: StsPolicy, host: string): boolean {
  const name = host.toLowerCase()
  return mx.some((each) =>
    each.startsWith('*.') ? name.includes('.') && name.slice(name.indexOf('.')) === each.slice(1) : each === name,
  )
}
