/** Reads the tokens of links with the keys that the workspace has now. */
import type {TokenFacts, TokenKey} from '../core/suppression/token.ts'
import {keyIdOf, tokenReader} from '../core/suppression/token.ts'
import type {Clock} from '../ports/system.ts'

export interface TokenNeeds {
  readonly clock: Clock
  /** Those of the workspace as they are now, without the revoked ones. */
  tokenKeys(): Promise<readonly TokenKey[]>
}

/** Keys are read anew at most so often for links of keys that are not known. */
const READ_AGAIN_MS = 1000

/** A plan that is made while the server runs may bring the first key, or the next. Null for what is no token of ours. */
export function tokensOf({tokenKeys, clock}: TokenNeeds): (token: string) => Promise<TokenFacts | null> {
  let known = new Set<string>()
  let reader = tokenReader([])
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null

  async function readKeys(): Promise<void> {
    const keys = await tokenKeys()
    known = new Set(keys.map(({id}) => id))
    reader = tokenReader(keys)
  }

  return async (token) => {
    const id = keyIdOf(token)
    if (id === null) return null
    if (!known.has(id)) {
      const now = Number(clock.monotonic() / 1_000_000n)
      if (reading === null && now - readAt >= READ_AGAIN_MS) {
        readAt = now
        reading = readKeys().finally(() => {
          reading = null
        })
      }
      await reading
    }
    return reader(token)
  }
}
