/** The schema of todoke.lint.yaml; in the manner of that of todoke.yaml, whose words it takes. */
import {z} from 'zod'
import {SYSTEM_NAMES} from '../../core/lint/sending-system.ts'
import type {MessageKey} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {SchemaChoice} from './schema.ts'

type Suffix<Prefix extends string> = MessageKey extends infer K ? (K extends `${Prefix}${infer S}` ? S : never) : never

export const WEIGHTS = ['off', 'info', 'warning', 'error'] as const
export type WrittenLintSettings = z.output<ReturnType<typeof lintSchema>>

/** All of it may be left out; unknown keys are errors. */
export function lintSchema({laws, lang}: SchemaChoice) {
  const about = (key: Suffix<'lint-settings.key.'>) => text(lang, `lint-settings.key.${key}`)
  const line = (key: Suffix<'lint-settings.key.'>) =>
    z
      .string(expected('line'))
      .min(1, expected('line'))
      .max(300, expected('line'))
      .refine((given) => given.trim() === given && !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(given), expected('line'))
      .nullish()
      .describe(about(key))
  return z.strictObject(
    {
      sender: z
        .strictObject(
          {
            name: line('sender.name'),
            address: line('sender.address'),
            contact: line('sender.contact'),
            addressPage: line('sender.addressPage'),
          },
          expected('map'),
        )
        .nullish()
        .describe(about('sender')),
      laws: z
        .array(z.enum(laws as readonly [string, ...string[]], expected('law')), expected('laws'))
        .min(1, expected('laws'))
        .nullish()
        .describe(about('laws')),
      rules: z
        .record(z.string(), z.enum(WEIGHTS, expected('weight')), expected('map'))
        .nullish()
        .describe(about('rules')),
      ignore: z
        .array(z.string(expected('patterns')).min(1, expected('patterns')), expected('patterns'))
        .nullish()
        .describe(about('ignore')),
      system: z
        .enum(SYSTEM_NAMES as readonly [string, ...string[]], expected('system'))
        .nullish()
        .describe(about('system')),
      strict: z.boolean(expected('true-false')).nullish().describe(about('strict')),
      maxWarnings: z
        .int(expected('count'))
        .min(0, expected('count'))
        .max(1_000_000_000, expected('count'))
        .nullish()
        .describe(about('maxWarnings')),
    },
    expected('map'),
  )
}

function expected(key: Suffix<'settings.expect.'>): {error: string} {
  return {error: `settings.expect.${key}`}
}
