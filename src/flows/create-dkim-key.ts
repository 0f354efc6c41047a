/** New DKIM keys: made, written where none was, and told what to publish and what to write into the settings. */
import {readDomain} from '../core/contacts/domain.ts'
import type {TxtRecord} from '../core/dns-records/txt-record.ts'
import {isAligned} from '../core/sending/dkim/alignment.ts'
import type {DkimKey} from '../core/sending/dkim/key.ts'
import {isSelector} from '../core/sending/dkim/key.ts'
import type {DkimKind} from '../core/sending/dkim/kind.ts'
import {recordOf} from '../core/sending/dkim/record.ts'
import {AppError} from '../errors.ts'
import type {DkimKeyFiles, WrittenKey} from '../ports/dkim.ts'
import type {Clock} from '../ports/system.ts'

export interface CreateDkimAsk {
  /** As given; null = that of the From address. */
  readonly domain: string | null
  /** As given; null = by the month. */
  readonly selector: string | null
  /** RSA comes first. */
  readonly kinds: readonly DkimKind[]
  /** Of an RSA key. */
  readonly bits: number
  /** Domain of the From address in the settings; null without a workspace. */
  readonly fromDomain: string | null
}

export interface CreatedKey extends WrittenKey {
  readonly domain: string
  readonly selector: string
  readonly kind: DkimKind
  readonly bits: number
  readonly record: TxtRecord
}

export interface CreatedKeys {
  readonly keys: readonly CreatedKey[]
  /** False when receivers will not count the signature for the From address; null where none is known. */
  readonly isAligned: boolean | null
}

/** Throws FLAG_MISSING, FLAG_INVALID, FILE_EXISTS, FOLDER_MISSING, FILE_UNWRITABLE; then no key was written. */
export async function createDkimKeys(
  ask: CreateDkimAsk,
  {files, clock}: {readonly files: DkimKeyFiles; readonly clock: Clock},
): Promise<CreatedKeys> {
  const domain = domainOf(ask)
  const selector = ask.selector ?? `todoke-${new Date(clock.now()).toISOString().slice(0, 7).replace('-', '')}`
  if (!isSelector(selector)) throw unfit('--selector', selector, 'dkim-selector')
  const keys: DkimKey[] = []
  // Each key wants a name of its own: a record holds one key.
  for (const [at, kind] of ask.kinds.entries())
    keys.push(await files.make({domain, selector: at === 0 ? selector : `${selector}-${kind}`}, kind, ask.bits))
  const written = await files.write(keys)
  return {
    keys: keys.map(({privateKey, ...key}, at) => ({...key, ...written[at]!, record: recordOf({...key, privateKey})})),
    isAligned: ask.fromDomain === null ? null : isAligned(ask.fromDomain, domain),
  }
}

function domainOf({domain, fromDomain}: CreateDkimAsk): string {
  const given = domain ?? fromDomain
  const command = 'key dkim create'
  if (given === null) throw new AppError('FLAG_MISSING', {flag: '--domain', usage: `${command} --domain D`, command})
  const read = readDomain(given)
  if (typeof read === 'string') throw unfit('--domain', given, 'dkim-domain')
  return read.name
}

/** expected: a word that has words of its own in both languages. */
function unfit(flag: string, given: string, expected: string): AppError {
  return new AppError('FLAG_INVALID', {flag, given, expected, command: 'key dkim create'})
}
