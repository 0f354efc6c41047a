/**
 * What a detached server needs, as one file to carry there: the words of the pages, the keys that open opt-out links, and two keys of the
 * journal. Nothing of it names anybody.
 */
import type {DetachedHost} from '../core/serving/detached-host.ts'
import {writeDetachedHost} from '../core/serving/detached-host.ts'
import {detachedKeys} from '../core/serving/detached-key.ts'
import type {TokenKey} from '../core/suppression/token.ts'

export interface ExportHostAsk {
  readonly site: DetachedHost['site']
  readonly serve: DetachedHost['serve']
}

export interface ExportHostNeeds {
  /** Those that hold; made where there is none yet. */
  tokenKeys(): Promise<readonly TokenKey[]>
  /** The secret between both; made on first use. */
  secret(): Promise<Uint8Array>
  /** Whole and private. Throws FILE_EXISTS, FILE_UNWRITABLE. */
  write(text: string): Promise<void>
}

export interface ExportedHost {
  readonly url: string
  /** Ids, oldest first; the last one signs. */
  readonly keys: readonly string[]
}

/** Throws SECRET_UNREADABLE, FILE_*. */
export async function exportHost({site, serve}: ExportHostAsk, needs: ExportHostNeeds): Promise<ExportedHost> {
  const tokenKeys = await needs.tokenKeys()
  const keys = detachedKeys(await needs.secret())
  await needs.write(writeDetachedHost({site, serve}, tokenKeys, keys))
  return {url: site.url, keys: tokenKeys.map(({id}) => id)}
}
