/** What the schemas of todoke.yaml are made of: kinds of values, each with the message key that says what was expected. */
import {z} from 'zod'
import {isLoopbackHost} from '../../core/loopback.ts'
import {isOwnAddress} from '../../core/sending/header-fields.ts'
import type {MessageKey} from '../../i18n/text.ts'

type Suffix<Prefix extends string> = MessageKey extends infer K ? (K extends `${Prefix}${infer S}` ? S : never) : never
export type Expectation = Suffix<'settings.expect.'>
export type Described = Suffix<'settings.key.'>

export function expected(key: Expectation): {error: string} {
  return {error: `settings.expect.${key}`}
}

export function map<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, expected('map'))
}

/** One line of text without control characters, so that nothing in it can start a header of its own. */
export function line(key: Expectation, isFit: (text: string) => boolean = () => true) {
  return z
    .string(expected(key))
    .min(1, expected(key))
    .max(300, expected(key))
    .refine((given) => given.trim() === given && !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(given), expected(key))
    .refine(isFit, expected(key))
}

/** Text that may run over several lines. */
export function prose() {
  return z
    .string(expected('prose'))
    .max(4000, expected('prose'))
    .refine((given) => given.trim() !== '' && !/[\x00-\x08\x0b-\x1f\x7f]/.test(given), expected('prose'))
}

export function whole(key: Expectation, min: number, max: number) {
  return z.int(expected(key)).min(min, expected(key)).max(max, expected(key))
}

export function isVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}

export function isHttpsUrl(given: string): boolean {
  return URL.canParse(given) && new URL(given).protocol === 'https:' && !/[<>"\\\s]/.test(given)
}

/** Our own addresses go into every header and envelope: plain ASCII, no display name, no mailto:. */
export function address(key: Expectation = 'address', isFit: (address: string) => boolean = () => true) {
  return line(key, (given) => isOwnAddress(given) && isFit(given)).meta({format: 'email'})
}

/** Something of ours becomes the last path segment, so nothing may follow the path; RFC 8058 section 3.1 wants https. */
export function isPublicUrl(given: string): boolean {
  // It stands in a header between angle brackets, in ASCII.
  if (!URL.canParse(given) || !/^[\x21-\x7e]+$/.test(given) || /[?#<>"\\]/.test(given)) return false
  const {protocol, hostname, username, password} = new URL(given)
  if (username !== '' || password !== '' || hostname === '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}
