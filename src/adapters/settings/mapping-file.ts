/** Mapping files: how a list was read, saved as YAML to read the next one the same way; every mistake with its place. */
import {readFile} from 'node:fs/promises'
import {Document, isMap, isSeq} from 'yaml'
import {FIELDS} from '../../core/contacts/fields.ts'
import type {SavedMapping} from '../../core/contacts/saved-mapping.ts'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {isSameFile} from '../files/same-file.ts'
import type {WrittenMapping} from './mapping-schema.ts'
import {MAP_EXPECTATIONS, MAPPING_VERSION, mappingSchema, NUMBER_EXPECTATIONS} from './mapping-schema.ts'
import type {SettingsProblem} from './problem.ts'
import {problemLine} from './problem.ts'
import {readSmall} from './read-small.ts'
import type {YamlTree} from './read-yaml.ts'
import {readYaml} from './read-yaml.ts'
import type {SchemaHelp} from './schema-problems.ts'
import {inOrder, problemsOf} from './schema-problems.ts'

/** write: a whole file; throws FILE_EXISTS unless it may be replaced. */
export function mappingFiles(lang: Lang, write: (path: string, text: string, overwrite: boolean) => Promise<void>) {
  return {
    /** Null when none is named. Throws what readMappingFile throws. */
    read: async (path: string | undefined) => (path === undefined ? null : readMappingFile(path, lang)),
    /** list: the file that was read; it is never replaced. What says the same already is left as it is. Throws FILE_EXISTS and FLAG_INVALID. */
    async save(path: string, saved: SavedMapping, {overwrite, list}: {overwrite: boolean; list: string}) {
      const expected = `≠ ${list}`
      if (isSameFile(path, list))
        throw new AppError('FLAG_INVALID', {flag: '--save-mapping', given: path, expected, command: 'list import'})
      const written = mappingText(saved, lang)
      // A dry run that saved it goes before the import that is told the same.
      if (!overwrite && (await holds(path, written))) return
      await write(path, written, overwrite)
    },
  }
}

/** Whether it stands there already: byte for byte, or with another comment. */
async function holds(path: string, written: string): Promise<boolean> {
  const there = await readFile(path, 'utf8').catch(() => null)
  return there !== null && withoutComments(there) === withoutComments(written)
}

function withoutComments(yaml: string): string {
  return yaml.replace(/^#.*\r?\n/gm, '').trim()
}

/** Throws FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE, and MAPPING_UNREADABLE with one line a mistake, in lang. */
export async function readMappingFile(path: string, lang: Lang): Promise<SavedMapping> {
  const tree = readYaml(await readSmall(path, path))
  const read = mappingSchema.safeParse(tree.value)
  const problems = inOrder([
    ...tree.problems.map(ofMapping),
    ...(tree.value === undefined || read.success
      ? []
      : read.error.issues.flatMap((issue) => problemsOf(issue, tree, help(lang)))),
    ...(read.success ? crossProblems(read.data, tree) : []),
  ])
  if (read.success && problems.length === 0) return toMapping(read.data)
  const details = problems.map((problem) => problemLine(problem, path, lang))
  throw new AppError('MAPPING_UNREADABLE', {file: path, count: problems.length}, {details})
}

/** What an empty file lacks is not what settings lack. */
function ofMapping(problem: SettingsProblem): SettingsProblem {
  return problem.key === 'settings.problem.empty' ? {...problem, key: 'mapping-file.problem.empty'} : problem
}

/** The file's whole text, with a comment in lang on top. */
export function mappingText(saved: SavedMapping, lang: Lang): string {
  const {active, stopped} = saved.statusWords
  const document = new Document({
    todoke_mapping: MAPPING_VERSION,
    ...given({
      encoding: saved.encoding,
      delimiter: saved.delimiter === '\t' ? 'tab' : saved.delimiter,
      header: saved.header,
      dates: saved.dates,
      sheet: saved.sheet,
      rows: saved.rows,
    }),
    columns: saved.columns.map(({column, position, field, isWatched}) => ({
      ...{column, ...given({position}), field},
      ...(isWatched && {watch: true}),
    })),
    ...(active.length + stopped.length > 0 && {status_words: {active, stopped}}),
    ...given({basis: saved.basis, purpose: saved.purpose}),
  })
  document.commentBefore = text(lang, 'mapping-file.about')
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
  const columns = document.get('columns')
  if (isSeq(columns)) for (const item of columns.items) if (isMap(item)) item.flow = true
  return document.toString({lineWidth: 0, flowCollectionPadding: false})
}

/** Without the keys that say nothing. */
function given(keys: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null))
}

function toMapping(written: WrittenMapping): SavedMapping {
  const {columns, status_words: words} = written
  return {
    encoding: written.encoding ?? null,
    delimiter: written.delimiter === 'tab' ? '\t' : (written.delimiter ?? null),
    header: written.header ?? null,
    dates: written.dates ?? null,
    sheet: written.sheet ?? null,
    rows: written.rows ?? null,
    columns: columns.map(({column, position, field, watch}) => ({
      ...{column, position: position ?? null, field},
      ...(watch === true && {isWatched: true as const}),
    })),
    statusWords: {active: words?.active ?? [], stopped: words?.stopped ?? []},
    basis: written.basis ?? null,
    purpose: written.purpose ?? null,
  }
}

/** What no single key shows: one column is the address, none stands twice, no word means both. */
function crossProblems({columns, status_words: words}: WrittenMapping, tree: YamlTree): SettingsProblem[] {
  const problems: SettingsProblem[] = []
  const add = (path: SettingsProblem['path'], key: SettingsProblem['key']) =>
    problems.push({...tree.placeOf(path, 'value'), path, key, values: {}})
  const addresses = columns.flatMap(({field}, index) => (field === 'address' ? [index] : []))
  if (addresses.length === 0) add(['columns'], 'mapping-file.problem.no-address')
  for (const index of addresses.slice(1)) add(['columns', index, 'field'], 'mapping-file.problem.two-addresses')
  const seen = new Set<string>()
  for (const [index, {column, position}] of columns.entries()) {
    const name = `${position ?? ''} ${column}`
    if (seen.has(name)) add(['columns', index, 'column'], 'settings.problem.repeated')
    seen.add(name)
  }
  for (const [index, word] of (words?.active ?? []).entries())
    if (words?.stopped?.includes(word)) add(['status_words', 'active', index], 'mapping-file.problem.both')
  return problems
}

function help(lang: Lang): SchemaHelp {
  return {
    schema: mappingSchema,
    lang,
    expected: (key) => text(lang, key, {fields: FIELDS.join(', '), version: MAPPING_VERSION}),
    maps: MAP_EXPECTATIONS,
    numbers: NUMBER_EXPECTATIONS,
    otherwise: 'mapping-file.expect.map',
    isHidden: () => false,
    isSecret: () => false,
  }
}
