/**
 * Reads the tokens of links by the keys as they are now: a key that is made while the server runs opens its links at once, one that
 * is revoked within seconds no more.
 */
import type {OpeningKey, TokenFacts} from '../core/suppression/token.ts'
import {keyIdOf, tokenReader} from '../core/suppression/token.ts'
import type {Clock} from '../ports/system.ts'

export interface TokenNeeds {
  readonly clock: Clock
  /** Those of the workspace as they are now, without the revoked ones. */
  tokenKeys(): Promise<readonly OpeningKey[]>
}

/** Keys are read anew at most so often for links of keys that are not known. */
const READ_AGAIN_MS = 1000
/** And so often for those that are, since one may have been revoked. */
const LOOK_AGAIN_MS = 5000

/** A plan that is made while the server runs may bring the first key, or the next. Null for what is no token of ours. */
export function tokensOf({tokenKeys, clock}: TokenNeeds): (token: string) => Promise<TokenFacts | null> {
  let known = new Set<string>()
  let reader = tokenReader([])
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  let fault = null as {readonly error: unknown} | null

  async function readKeys(): Promise<void> {
    const keys = await tokenKeys()
    known = new Set(keys.map(({id}) => id))
    reader = tokenReader(keys)
  }

  return async (token) => {
    const id = keyIdOf(token)
    if (id === null) return null
    const isKnown = known.has(id)
    const now = Number(clock.monotonic() / 1_000_000n)
    if (reading === null && now - readAt >= (isKnown ? LOOK_AGAIN_MS : READ_AGAIN_MS)) {
      readAt = now
      reading = readKeys()
        .then(
          () => {
            fault = null
          },
          (error: unknown) => {
            fault = {error}
          },
        )
        .finally(() => {
          reading = null
        })
    }
    await reading
    // A look that fails must not cost an opt-out whose key was good a moment ago; of all others nobody knows what they are.
    if (fault !== null && !known.has(id)) throw fault.error
    return reader(token)
  }
}

/** The same for links that opt out; null for all others. */
export function optOutTokensOf(needs: TokenNeeds): (token: string) => Promise<TokenFacts | null> {
  const read = tokensOf(needs)
  return async (token) => {
    const facts = await read(token)
    return facts?.kind === 'optout' ? facts : null
  }
}
