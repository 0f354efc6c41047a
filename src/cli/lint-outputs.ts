/** Where the answer of a lint goes: `--format FORMAT` to the screen, `--format FORMAT=FILE` to a file; several at once. */
import {Flags} from '@oclif/core'
import {AppError} from '../errors.ts'

export const LINT_FORMATS = ['stylish', 'json', 'sarif', 'github', 'junit', 'checkstyle', 'html'] as const
export type LintFormat = (typeof LINT_FORMATS)[number]

export const lintFormatFlag = Flags.string({
  summary: `How findings are printed (${LINT_FORMATS.join(', ')}), on the screen or into a file; may be given several times.`,
  helpValue: 'FORMAT[=FILE]',
  multiple: true,
  multipleNonGreedy: true,
  default: ['stylish'],
})

export interface LintOutput {
  readonly format: LintFormat
  /** Null = the screen. */
  readonly file: string | null
}

/** Throws FLAG_INVALID for a format that there is not, for two on the screen, and for one file named twice. */
export function lintOutputsOf(said: readonly string[]): readonly LintOutput[] {
  const outputs = said.map((given): LintOutput => {
    const equals = given.indexOf('=')
    const word = equals < 0 ? given : given.slice(0, equals)
    const format = LINT_FORMATS.find((each) => each === word.trim().toLowerCase())
    const file = equals < 0 ? null : given.slice(equals + 1)
    if (format === undefined || file === '') throw wrong(given)
    return {format, file}
  })
  const twice = outputs.find(({file}, i) => outputs.findIndex((other) => other.file === file) !== i)
  if (twice !== undefined) throw wrong(said.join(' '))
  return outputs
}

function wrong(given: string): AppError {
  const expected = `${LINT_FORMATS.join(', ')}; FORMAT=FILE`
  return new AppError('FLAG_INVALID', {flag: '--format', given, expected, command: 'lint'})
}
