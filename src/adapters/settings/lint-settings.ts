/** Reads a todoke.lint.yaml; every mistake in it is reported at once, with its place. */
import {relative} from 'node:path'
import {closestName} from '../../core/close-names.ts'
import type {LintSettings} from '../../core/lint/lint-settings.ts'
import {SYSTEM_NAMES, systemNamed} from '../../core/lint/sending-system.ts'
import {AppError} from '../../errors.ts'
import {text} from '../../i18n/text.ts'
import type {WrittenLintSettings} from './lint-schema.ts'
import {lintSchema} from './lint-schema.ts'
import type {SettingsProblem} from './problem.ts'
import {problemLine} from './problem.ts'
import {readSmall} from './read-small.ts'
import type {YamlTree} from './read-yaml.ts'
import {readYaml} from './read-yaml.ts'
import type {SchemaChoice} from './schema.ts'
import {inOrder, problemsOf} from './schema-problems.ts'

export interface LintChoice extends SchemaChoice {
  /** Ids of all duties that there are. */
  readonly duties: ReadonlySet<string>
}

/** Throws SETTINGS_INVALID with one line a mistake, FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE. */
export async function readLintSettings(path: string, choice: LintChoice): Promise<LintSettings> {
  const file = relative(process.cwd(), path) || path
  const {settings, problems} = checkLintSettings(await readSmall(path, file), choice)
  if (settings !== null) return settings
  const details = problems.map((problem) => problemLine(problem, file, choice.lang))
  throw new AppError('SETTINGS_INVALID', {file, count: problems.length}, {details})
}

/** Settings are null exactly when there are problems. Never throws. */
export function checkLintSettings(
  bytes: Uint8Array,
  choice: LintChoice,
): {readonly settings: LintSettings | null; readonly problems: readonly SettingsProblem[]} {
  const tree = readYaml(bytes)
  // A file that says nothing yet is none that is wrong.
  if (tree.value === null || tree.problems.some(({key}) => key === 'settings.problem.empty'))
    return {settings: toSettings({}), problems: []}
  if (tree.value === undefined) return {settings: null, problems: inOrder(tree.problems)}
  const schema = lintSchema(choice)
  const read = schema.safeParse(tree.value)
  const help = {
    ...({schema, lang: choice.lang, maps: MAPS, numbers: NUMBERS, otherwise: 'settings.expect.map'} as const),
    expected: (key: Parameters<typeof text>[1]) =>
      text(choice.lang, key, {laws: choice.laws.join(', '), systems: SYSTEM_NAMES.join(', ')}),
    isHidden: () => false,
    isSecret: () => false,
  }
  const problems = [
    ...tree.problems,
    ...(read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, tree, help))),
    ...(read.success ? unknownDuties(read.data, tree, choice.duties) : []),
  ]
  const isFit = read.success && problems.length === 0
  return {settings: isFit ? toSettings(read.data) : null, problems: inOrder(problems)}
}

const MAPS = new Set(['settings.expect.map'] as const)
const NUMBERS = new Set(['settings.expect.count'] as const)

function unknownDuties(
  {rules}: WrittenLintSettings,
  tree: YamlTree,
  known: ReadonlySet<string>,
): readonly SettingsProblem[] {
  const unknown = Object.keys(rules ?? {}).filter((id) => !known.has(id))
  return unknown.map((id): SettingsProblem => {
    const path = ['rules', id]
    const near = closestName(id, known)
    return near === null
      ? {...tree.placeOf(path, 'key'), path, key: 'lint-settings.unknown-duty', values: {}}
      : {...tree.placeOf(path, 'key'), path, key: 'settings.problem.unknown-near', values: {near}}
  })
}

function toSettings({sender, laws, rules, ignore, system, strict, maxWarnings}: WrittenLintSettings): LintSettings {
  const said = Object.entries(sender ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    sender: Object.fromEntries(said),
    laws: laws ?? null,
    weights: new Map(Object.entries(rules ?? {})),
    ignore: ignore ?? [],
    system: system ? systemNamed(system) : null,
    strict: strict ?? null,
    maxWarnings: maxWarnings ?? null,
  }
}
