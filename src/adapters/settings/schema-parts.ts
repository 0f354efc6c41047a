/** Pieces that the schemas of the settings are built of; what each must be is said by a message key. */
import {z} from 'zod'
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

export function whole(key: Expectation, min: number, max: number) {
  return z.int(expected(key)).min(min, expected(key)).max(max, expected(key))
}

export function isVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}

export function isHttpsUrl(given: string): boolean {
  return URL.canParse(given) && new URL(given).protocol === 'https:' && !/[<>"\\\s]/.test(given)
}
