/**
 * What a detached server is given of its workspace: the words of the pages, what opens opt-out links and no others, and nothing of
 * any person.
 */
import type {Settings} from '../settings.ts'
import type {KindKey, TokenKey} from '../suppression/token.ts'
import {kindKey} from '../suppression/token.ts'
import type {DetachedKeys} from './detached-key.ts'
import type {PageLanguage} from './page-language.ts'

export interface DetachedHost {
  readonly site: {
    readonly url: string
    readonly sender: {readonly name: string; readonly address: string; readonly contact: string}
    readonly mailto: string
    readonly language: PageLanguage
    readonly signUpUrl: string | null
    readonly offsetMinutes: number
  }
  readonly serve: HostServe
  /** For opt-outs alone: whoever steals them can make no link that confirms anything. */
  readonly optOutKeys: readonly KindKey[]
  /** SHA-256 of the key that opens the journal, hex. */
  readonly pullKeyHash: string
  /** Seals the journal, 32 bytes. */
  readonly journalKey: Uint8Array
}

export type HostServe = Omit<Settings['serve'], 'revokedKeys' | 'signUpUrl' | 'hooks' | 'lookUpScanners'>

/** The text of the file that is carried to the host. */
export function writeDetachedHost(
  {site, serve}: Pick<DetachedHost, 'site' | 'serve'>,
  tokenKeys: readonly TokenKey[],
  {pullKeyHash, journalKey}: DetachedKeys,
): string {
  const {address, port, tls, trustedProxies, metricsFrom, limits} = serve
  const file = {
    kind: HOST_FILE_KIND,
    version: HOST_FILE_VERSION,
    site,
    serve: {address, port, ...(tls !== null && {tls}), trustedProxies, metricsFrom, limits},
    optOutKeys: tokenKeys.map((key) => {
      const {id, secret} = kindKey(key, 'optout')
      return {id, secret: Buffer.from(secret).toString('base64url')}
    }),
    pullKeyHash,
    journalKey: Buffer.from(journalKey).toString('base64url'),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

export const HOST_FILE_KIND = 'todoke-detached'
export const HOST_FILE_VERSION = 1
