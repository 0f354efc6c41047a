/** The schema of todoke.yaml as JSON Schema, for editors: made from the same source that checks the file. */
import {z} from 'zod'
import {text} from '../../i18n/text.ts'
import type {SchemaChoice} from './schema.ts'
import {settingsSchema} from './schema.ts'

/** Draft 7, which editors' YAML support reads. Text with a final line end; the same for the same choice. */
export function settingsJsonSchema(choice: SchemaChoice): string {
  const made = z.toJSONSchema(settingsSchema(choice), {target: 'draft-7', io: 'input'})
  const {$schema, ...rest} = made
  return `${JSON.stringify({$schema, title: text(choice.lang, 'settings.key.file'), ...rest}, null, 2)}\n`
}
