/** What a lint looks at, and what the todoke.lint.yaml near each of it says. Adapters are loaded on first use. */
import {dirname, resolve} from 'node:path'
import type {LintSettings} from '../core/lint/lint-settings.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {LAWS, RULEBOOK} from '../rulebook/laws.ts'

export interface LintTargets {
  readonly paths: readonly string[]
  /** By path; missing where no file says anything. */
  readonly settings: ReadonlyMap<string, LintSettings>
}

export interface TargetsAsk {
  /** As on the command line. */
  readonly words: readonly string[]
  /** The settings for all; null = those near each template. */
  readonly config: string | null
  /** What `-` is called. */
  readonly stdinName: string | null
  /** Of the details in errors. */
  readonly lang: Lang
}

/** Throws FILE_MISSING, FILE_UNREADABLE, PATTERN_UNMATCHED, FOLDER_UNLINTABLE, SETTINGS_INVALID. */
export async function lintTargets({words, config, stdinName, lang}: TargetsAsk): Promise<LintTargets> {
  const {filesMatching, findTemplates} = await import('../adapters/files/find-templates.ts')
  const {findLintSettings} = await import('../adapters/settings/find-lint-settings.ts')
  const choice = {
    lang,
    laws: LAWS.map(({id}) => id),
    duties: new Set(RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id))),
  }
  const found = await findTemplates(words)
  const read = once(async (file: string) =>
    (await import('../adapters/settings/lint-settings.ts')).readLintSettings(file, choice),
  )
  const near = once(findLintSettings)
  const ignoredBy = once(async (file: string) => filesMatching((await read(file)).ignore, dirname(file)))
  const paths: string[] = []
  const settings = new Map<string, LintSettings>()
  for (const {path, isFound} of found) {
    // A template folder may hold its own.
    const file = config === null ? await near(resolve(path === '-' ? (stdinName ?? '.') : path)) : resolve(config)
    if (file !== null && isFound && isIgnored(resolve(path), await ignoredBy(file))) continue
    if (file !== null) settings.set(path, await read(file))
    paths.push(path)
  }
  if (paths.length === 0) throw new AppError('PATTERN_UNMATCHED', {pattern: words.join(' ')})
  return {paths, settings}
}

function isIgnored(path: string, ignored: ReadonlySet<string>): boolean {
  for (let place = path; ; place = dirname(place)) {
    if (ignored.has(place)) return true
    if (place === dirname(place)) return false
  }
}

function once<Answer>(ask: (about: string) => Promise<Answer>): (about: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>()
  return (about) => {
    const answer = known.get(about) ?? ask(about)
    known.set(about, answer)
    return answer
  }
}
