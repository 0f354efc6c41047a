/** The part of todoke.yaml about sign-up forms and confirmation links: its schema, and its defaults. */
import {z} from 'zod'
import {isName} from '../../core/names.ts'
import type {SignUpSettings} from '../../core/serving/sign-up-settings.ts'
import {CLIENT_KEPT} from '../../core/serving/sign-up-settings.ts'
import type {Described} from './schema-parts.ts'
import {expected, isPublicUrl, line, map, whole} from './schema-parts.ts'

type Written = z.output<ReturnType<typeof signUpSettings>>

export function signUpSettings(about: (key: Described) => string) {
  const yesNo = () => z.boolean(expected('true-false')).nullish()
  const field = map({
    name: line('line').describe(about('signUp.forms.fields.name')),
    label: line('line').nullish().describe(about('signUp.forms.fields.label')),
    required: yesNo().describe(about('signUp.forms.fields.required')),
  })
  const form = map({
    name: line('form-name', (given) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(given)).describe(about('signUp.forms.name')),
    title: line('line').nullish().describe(about('signUp.forms.title')),
    list: line('list-name', isName).describe(about('signUp.forms.list')),
    wording: line('line').describe(about('signUp.forms.wording')),
    purpose: line('line').nullish().describe(about('signUp.forms.purpose')),
    topics: z
      .array(line('topics', isOneTopic), expected('topics'))
      .max(12, expected('topics'))
      .nullish()
      .describe(about('signUp.forms.topics')),
    fields: z
      .array(field, expected('form-fields'))
      .max(8, expected('form-fields'))
      .nullish()
      .describe(about('signUp.forms.fields')),
    doubleOptIn: yesNo().describe(about('signUp.forms.doubleOptIn')),
  })
  return map({
    url: line('public-url', isPublicUrl)
      .nullish()
      .meta({format: 'uri', description: about('signUp.url')}),
    confirmDays: whole('confirm-days', 1, 30).nullish().describe(about('signUp.confirmDays')),
    clientAddress: z.enum(CLIENT_KEPT, expected('client-kept')).nullish().describe(about('signUp.clientAddress')),
    limits: map({
      perAddressHours: whole('hours', 1, 720).nullish().describe(about('signUp.limits.perAddressHours')),
      perNetworkHour: whole('served-rate', 1, 100_000).nullish().describe(about('signUp.limits.perNetworkHour')),
    })
      .nullish()
      .describe(about('signUp.limits')),
    forms: z.array(form, expected('forms')).nullish().describe(about('signUp.forms')),
  })
}

/** optOutUrl: of the settings, whose host answers where no other is named. */
export function signUp(written: Partial<Written>, optOutUrl: string): SignUpSettings {
  const {url, confirmDays, clientAddress, limits, forms} = written
  return {
    url: (url ?? new URL(optOutUrl).origin).replace(/\/+$/, ''),
    confirmDays: confirmDays ?? 7,
    clientAddress: clientAddress ?? 'network',
    limits: {perAddressHours: limits?.perAddressHours ?? 24, perNetworkHour: limits?.perNetworkHour ?? 20},
    forms: (forms ?? []).map(({name, title, list, wording, purpose, topics, fields, doubleOptIn}) => ({
      ...{name, list, wording, title: title ?? null, purpose: purpose ?? null, topics: topics ?? []},
      fields: (fields ?? []).map((field) => ({
        name: field.name,
        label: field.label ?? field.name,
        isRequired: field.required ?? false,
      })),
      isDouble: doubleOptIn ?? true,
    })),
  }
}

/** Topics of a consent stand side by side, parted by commas and their like. */
function isOneTopic(given: string): boolean {
  return given.length <= 100 && !/[,;|、；，・]/.test(given)
}
