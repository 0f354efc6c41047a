/**
 * The token inside a form: says that this server handed the form out, when, and to which network, so that no other page can
 * have a reader's browser sign somebody up. It needs no cookie. 22 bytes as base64url: moment 6 | HMAC-SHA-256 cut to 16.
 */
import {timingSafeEqual} from 'node:crypto'
import {macWith} from '../suppression/mac.ts'
import type {TokenKey} from '../suppression/token.ts'

/** A page may lie open over night. */
const LIFE_MS = 24 * 3_600_000
const MOMENT_BYTES = 6
const MAC_BYTES = 16
const LENGTH = 30

export interface FormPlace {
  readonly form: string
  /** Network of the client. */
  readonly network: string
}

export function formToken(key: TokenKey, place: FormPlace, at: number): string {
  const moment = Buffer.alloc(MOMENT_BYTES)
  moment.writeUIntBE(at, 0, MOMENT_BYTES)
  return Buffer.concat([moment, macOf(key, place, moment)]).toString('base64url')
}

/** Whether one of these keys made it for this form and this network within the last day. */
export function isFormToken(token: string, keys: readonly TokenKey[], place: FormPlace, now: number): boolean {
  if (token.length !== LENGTH || !/^[\w-]+$/.test(token)) return false
  const bytes = Buffer.from(token, 'base64url')
  const moment = bytes.subarray(0, MOMENT_BYTES)
  const at = moment.readUIntBE(0, MOMENT_BYTES)
  if (at > now || now - at > LIFE_MS) return false
  return keys.some((key) => timingSafeEqual(macOf(key, place, moment), bytes.subarray(MOMENT_BYTES)))
}

function macOf({secret}: TokenKey, {form, network}: FormPlace, moment: Uint8Array): Buffer {
  const words = Buffer.from(`form|${Buffer.from(moment).toString('hex')}|${form}|${network}`)
  return Buffer.from(macWith(secret)(words), 'latin1').subarray(0, MAC_BYTES)
}
