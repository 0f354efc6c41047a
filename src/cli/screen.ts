/** The terminal as commands see it: language, colours decided once, results on stdout, all else on stderr. */

import type {ChalkInstance} from 'chalk'
import {Chalk, supportsColor, supportsColorStderr} from 'chalk'
import {colourWish, isCi} from '../adapters/system/environment.ts'
import type {Lang, MessageKey, MessageValues} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'

export interface Screen {
  readonly lang: Lang
  /** Colours for stdout and for stderr; plain when the user or the terminal wants none. */
  readonly paint: ChalkInstance
  readonly paintErr: ChalkInstance
  /** Columns to write in: the terminal's, at most 100; 80 without a terminal. */
  readonly width: number
  /** True when stderr can be animated and a person can be asked. */
  readonly isInteractive: boolean
  readonly isQuiet: boolean
  t(key: MessageKey, values?: MessageValues): string
  /** A line of the result, on stdout; nothing with --json. */
  out(line?: string): void
  /** A line about the work, on stderr; nothing with --quiet or --json. */
  note(line?: string): void
}

export function makeScreen(how: {lang: Lang; isJson: boolean; isQuiet: boolean}): Screen {
  const wish = colourWish()
  const paintFor = (support: typeof supportsColor) =>
    new Chalk({level: wish === false ? 0 : wish === true ? (support ? support.level : 1) : support ? support.level : 0})
  return {
    lang: how.lang,
    paint: paintFor(supportsColor),
    paintErr: paintFor(supportsColorStderr),
    width: Math.min(process.stdout.columns ?? 80, 100),
    isInteractive: Boolean(process.stderr.isTTY && process.stdin.isTTY) && !isCi() && !how.isJson,
    isQuiet: how.isQuiet,
    t: (key, values) => text(how.lang, key, values),
    out(line = '') {
      if (!how.isJson) process.stdout.write(`${line}\n`)
    },
    note(line = '') {
      if (!how.isJson && !how.isQuiet) process.stderr.write(`${line}\n`)
    },
  }
}
