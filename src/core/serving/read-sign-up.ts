/** What somebody typed into a sign-up form: a sign-up, or the fields that need another look. Nothing typed is lost. */
import type {Address} from '../contacts/address.ts'
import {isAddress, parseAddress} from '../contacts/address.ts'
import type {SignUpForm} from './sign-up-settings.ts'

/** Names of the form's own fields; those of the settings follow as field-1, topics as topic-1 and so on. */
export const ADDRESS_FIELD = 'address'
export const AGREE_FIELD = 'agree'
export const TOKEN_FIELD = 'form'
/** No person sees it; whatever fills it in is a program. */
export const TRAP_FIELD = 'website'

export const fieldName = (index: number): string => `field-${index + 1}`
export const topicName = (index: number): string => `topic-${index + 1}`

export type FieldFault = 'address-missing' | 'address-bad' | 'agree' | 'topics' | 'missing' | 'too-long'

/** As typed, to be shown again. */
export interface TypedForm {
  readonly address: string
  readonly values: readonly string[]
  readonly topics: readonly boolean[]
  readonly isAgreed: boolean
}

export interface ReadSignUp {
  readonly typed: TypedForm
  /** By name of the field. */
  readonly faults: ReadonlyMap<string, FieldFault>
  /** Null when there are faults. */
  readonly signUp: {
    readonly address: Address
    /** Joined as consents name them; null = all mail. */
    readonly topic: string | null
    /** By name of the field; what was left empty is not there. */
    readonly values: Readonly<Record<string, string>>
  } | null
}

export const NOTHING_TYPED: TypedForm = {address: '', values: [], topics: [], isAgreed: false}

const MOST_ADDRESS = 320
const MOST_VALUE = 200
/** Shown again at most. */
const MOST_SHOWN = 1000

export function readSignUp(form: SignUpForm, fields: ReadonlyMap<string, string>): ReadSignUp {
  const said = (name: string) => clean(fields.get(name) ?? '')
  const typed: TypedForm = {
    address: said(ADDRESS_FIELD),
    values: form.fields.map((_, i) => said(fieldName(i))),
    topics: form.topics.map((_, i) => fields.has(topicName(i))),
    isAgreed: fields.has(AGREE_FIELD),
  }
  const faults = new Map<string, FieldFault>()
  const address = typed.address.length > MOST_ADDRESS ? 'too-long' : parseAddress(typed.address)
  if (!isAddress(address)) faults.set(ADDRESS_FIELD, address === 'empty' ? 'address-missing' : 'address-bad')
  form.fields.forEach(({isRequired}, i) => {
    const value = typed.values[i]!
    if (isRequired && value === '') faults.set(fieldName(i), 'missing')
    else if (value.length > MOST_VALUE) faults.set(fieldName(i), 'too-long')
  })
  if (form.topics.length > 0 && !typed.topics.includes(true)) faults.set(topicName(0), 'topics')
  if (!typed.isAgreed) faults.set(AGREE_FIELD, 'agree')
  if (faults.size > 0 || !isAddress(address)) return {typed, faults, signUp: null}
  const topics = form.topics.filter((_, i) => typed.topics[i])
  const values = form.fields.map(({name}, i) => [name, typed.values[i]!] as const)
  return {
    typed,
    faults,
    signUp: {
      address,
      topic: topics.length === 0 ? null : topics.join(', '),
      values: Object.fromEntries(values.filter(([, value]) => value !== '')),
    },
  }
}

/** One line without what a reader does not see. */
function clean(value: string): string {
  return value
    .slice(0, MOST_SHOWN)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
