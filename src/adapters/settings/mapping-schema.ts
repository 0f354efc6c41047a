/**
 * The schema of a mapping file: how a list is read, written down. What each key must be is said by a message key
 * (mapping-file.expect.…), so that the words come from our own catalogues.
 */
import {z} from 'zod'
import {BASES} from '../../core/contacts/consent.ts'
import {FIELDS} from '../../core/contacts/fields.ts'
import {MOST_COLUMNS, MOST_NAME_LENGTH} from '../../core/contacts/file-limits.ts'
import {DATE_READINGS} from '../../core/contacts/read-moment.ts'
import {ROWS_ARE} from '../../core/contacts/rows-are.ts'
import {TEXT_ENCODINGS} from '../../core/text-encodings.ts'
import type {MessageKey} from '../../i18n/text.ts'

/** The version of the form; a file of another one is refused, never misread. */
export const MAPPING_VERSION = 1

export const MAP_EXPECTATIONS: ReadonlySet<MessageKey> = new Set([
  'mapping-file.expect.map',
  'mapping-file.expect.columns',
  'mapping-file.expect.words',
])
export const NUMBER_EXPECTATIONS: ReadonlySet<MessageKey> = new Set([
  'mapping-file.expect.version',
  'mapping-file.expect.header',
  'mapping-file.expect.position',
])

export type WrittenMapping = z.output<typeof mappingSchema>

/** Unknown keys are errors: a misspelt one must never silently mean its default. */
export const mappingSchema = z.strictObject(
  {
    todoke_mapping: z.literal(MAPPING_VERSION, expected('mapping-file.expect.version')),
    encoding: z.enum(TEXT_ENCODINGS, expected('mapping-file.expect.encoding')).nullish(),
    delimiter: z
      .string(expected('mapping-file.expect.delimiter'))
      .refine(
        (given) => given === 'tab' || (/^[\t\x20-\x7e]$/.test(given) && given !== '"'),
        expected('mapping-file.expect.delimiter'),
      )
      .nullish(),
    header: z
      .union([z.literal('none'), z.int().min(1).max(1_000_000)], expected('mapping-file.expect.header'))
      .nullish(),
    dates: z.enum(DATE_READINGS, expected('mapping-file.expect.dates')).nullish(),
    sheet: words(),
    rows: z.enum(ROWS_ARE, expected('mapping-file.expect.rows')).nullish(),
    columns: z
      .array(
        z.strictObject(
          {
            column: z
              .string(expected('mapping-file.expect.column'))
              .min(1, expected('mapping-file.expect.column'))
              .max(MOST_NAME_LENGTH),
            position: z.int(expected('mapping-file.expect.position')).min(1).max(MOST_COLUMNS).nullish(),
            field: z.enum(FIELDS, expected('mapping-file.expect.field')),
            watch: z.literal(true, expected('mapping-file.expect.watch')).nullish(),
          },
          expected('mapping-file.expect.map'),
        ),
        expected('mapping-file.expect.columns'),
      )
      .min(1, expected('mapping-file.expect.columns'))
      .max(MOST_COLUMNS, expected('mapping-file.expect.columns')),
    status_words: z
      .strictObject({active: wordList(), stopped: wordList()}, expected('mapping-file.expect.map'))
      .nullish(),
    basis: z.enum(BASES, expected('mapping-file.expect.basis')).nullish(),
    purpose: words(),
  },
  expected('mapping-file.expect.map'),
)

function words() {
  return z.string(expected('mapping-file.expect.text')).min(1, expected('mapping-file.expect.text')).nullish()
}

function wordList() {
  return z.array(z.string(expected('mapping-file.expect.word')), expected('mapping-file.expect.words')).nullish()
}

function expected(key: MessageKey): {error: string} {
  return {error: key}
}
