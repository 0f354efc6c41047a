/** What the process was started with: language, colour and the folder. The only place that reads the environment. */
import {delimiter} from 'node:path'
import type {Lang} from '../../i18n/text.ts'

/** --lang wins, then TODOKE_LANG, then LC_ALL, LC_MESSAGES, LANG; ja* is Japanese, all else English. */
export function chosenLang(argv: readonly string[] = process.argv): Lang {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const said = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  const env = process.env
  const word = said || env.TODOKE_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en'
  return /^ja/i.test(word) ? 'ja' : 'en'
}

/**
 * 0 = no colour. NO_COLOR, TERM=dumb and CLICOLOR=0 switch it off, FORCE_COLOR and CLICOLOR_FORCE on; else null:
 * the terminal decides.
 */
export function colourWish(argv: readonly string[] = process.argv): boolean | null {
  const env = process.env
  if (argv.includes('--no-color') || env.NO_COLOR || env.TERM === 'dumb' || env.CLICOLOR === '0') return false
  if ((env.FORCE_COLOR && env.FORCE_COLOR !== '0') || (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0')) return true
  return null
}

/** A secret named in the settings; removed from the environment after reading so that no child sees it. */
export function takeSecret(name: string): string | undefined {
  const value = process.env[name]
  delete process.env[name]
  return value
}

/** Sets a variable that a package reads while it works, and puts back what was there. */
export async function withVariable<T>(name: string, value: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[name]
  process.env[name] = value
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  }
}

export function isDebugWished(argv: readonly string[] = process.argv): boolean {
  return argv.includes('--debug') || Boolean(process.env.TODOKE_DEBUG)
}

/** For what answers without a command, such as a topic. */
export function isJsonWished(argv: readonly string[] = process.argv): boolean {
  return argv.includes('--json')
}

/** True on a CI machine: no animation there even on a terminal. */
export function isCi(): boolean {
  return Boolean(process.env.CI)
}

/** Where programs are looked for: the browser the user names, the folders of PATH, and where Windows puts programs. */
export function programPlaces(): {
  readonly browser: string | null
  readonly path: readonly string[]
  readonly installed: readonly string[]
} {
  const env = process.env
  return {
    browser: env.CHROME_PATH || null,
    path: (env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    installed: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined),
  }
}
