/** The schemas of todoke.yaml and todoke.lint.yaml as JSON Schema, for editors: made from the same source that checks the file. */
import {z} from 'zod'
import {text} from '../../i18n/text.ts'
import {lintSchema} from './lint-schema.ts'
import type {SchemaChoice} from './schema.ts'
import {settingsSchema} from './schema.ts'

/** Draft 7, which editors' YAML support reads. Text with a final line end; the same for the same choice. */
export function settingsJsonSchema(choice: SchemaChoice): string {
  return asJsonSchema(settingsSchema(choice), text(choice.lang, 'settings.key.file'))
}

/** The same for todoke.lint.yaml. */
export function lintJsonSchema(choice: SchemaChoice): string {
  return asJsonSchema(lintSchema(choice), text(choice.lang, 'lint-settings.key.file'))
}

function asJsonSchema(schema: z.ZodType, title: string): string {
  const {$schema, ...rest} = z.toJSONSchema(schema, {target: 'draft-7', io: 'input'})
  return `${JSON.stringify({$schema, title, ...rest}, null, 2)}\n`
}
