/** A notice of a mail service about people who left or complained: who says it, how that is proved, and what it says. */
import {createHmac, timingSafeEqual} from 'node:crypto'

export interface HookRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly query: Readonly<Record<string, unknown>>
  /** As it came, byte for byte: that is what is signed. */
  readonly body: Uint8Array
}

/**
 * optout, complaint, manual: no mail any more. resubscribe: told, and never believed. bounce: left to a later reading. other: says
 * nothing about leaving.
 */
export type HookKind = 'optout' | 'complaint' | 'manual' | 'resubscribe' | 'bounce' | 'other'

export interface HookEvent {
  readonly kind: HookKind
  /** As the service writes it; null = it names nobody. */
  readonly address: string | null
  /** UTC milliseconds; null = not said. */
  readonly at: number | null
}

/** unsigned: not proved to come from the service. stale: too old. replayed: its proof was used for something else. form: not as the service writes. */
export type HookFault = 'unsigned' | 'stale' | 'replayed' | 'form'

/** A proof that does not cover what is told: it counts for one notice. notice: as it came. */
export interface HookProof {
  readonly word: string
  readonly notice: Uint8Array
}

export type HookReading =
  | {readonly events: readonly HookEvent[]; readonly proof?: HookProof}
  /** The service asks whether it may send; a person opens that address. */
  | {readonly confirm: string}
  | HookFault

/** Reads a request of one service at that moment. Never throws. */
export type HookReader = (request: HookRequest, now: number) => HookReading

/** Services send again for about a day when they got no answer; what is older was kept by somebody. */
const MOST_AGE_MS = 25 * 60 * 60_000
/** Of a clock that runs ahead. */
const MOST_AHEAD_MS = 10 * 60_000

/** How long a proof that was used could be used once more. */
export const PROOF_COUNTS_MS = MOST_AGE_MS + MOST_AHEAD_MS

export function isFresh(at: number, now: number): boolean {
  return Number.isFinite(at) && now - at <= MOST_AGE_MS && at - now <= MOST_AHEAD_MS
}

export function headerOf({headers}: HookRequest, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

export function textOf({body}: HookRequest): string {
  return Buffer.from(body).toString('utf8')
}

/** An object of JSON, or null. */
export function objectOf(text: unknown): Readonly<Record<string, unknown>> | null {
  const read = typeof text === 'string' ? jsonOf(text) : text
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** ISO 8601; null for what is none. */
export function momentOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** In constant time, whatever the lengths. */
export function isSame(given: string, own: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(given), digest(own))
}
