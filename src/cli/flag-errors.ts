/** oclif's complaints about arguments and flags in our codes: what was given, what was expected, in both languages. */
import {Errors} from '@oclif/core'
import {closestName} from '../core/close-names.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import {shellWord} from './shell-word.ts'
import type {CommandShape} from './usage.ts'
import {usageOf, valueWord, wordsOf} from './usage.ts'

/** Null when the error is not about the command line. command: with all its flags, also the common ones. */
export function flagError(error: unknown, command: CommandShape, lang: Lang): AppError | null {
  if (!(error instanceof Errors.CLIError)) return null
  const common = {command: wordsOf(command.id), usage: usageOf(command)}
  const {args, flags} = error as {args?: unknown; flags?: unknown}
  const message = error.message

  if (message.startsWith('Unexpected argument') && Array.isArray(args) && 'file' in (command.args ?? {}))
    return tooManyFiles(error, args, command)
  if (message.startsWith('Unexpected argument') && Array.isArray(args))
    return new AppError('ARGUMENT_UNEXPECTED', {...common, given: safe(args.join(' '))})
  if (/^Missing \d+ required arg/.test(message) && Array.isArray(args))
    return new AppError('ARGUMENT_MISSING', {...common, argument: args.map((arg) => upper(arg.name)).join(', ')})
  if (message.startsWith('Nonexistent flag') && Array.isArray(flags)) return unknownFlag(flags, command, lang)

  const missing = [...message.matchAll(/Missing required flag (\S+)/g)].map((match) => `--${match[1]}`)
  if (missing.length > 0) return new AppError('FLAG_MISSING', {...common, flag: missing.join(', ')})
  return wrongValue(message, command, lang)
}

/** What takes one file was given several: how to go through them. error: holds what was understood until then. */
function tooManyFiles(error: object, more: readonly unknown[], command: CommandShape): AppError {
  const {parse} = error as {parse?: {output?: {args?: {file?: unknown}; flags?: Record<string, unknown>}}}
  const files = [parse?.output?.args?.file, ...more].filter((file) => typeof file === 'string').map(safe)
  const flags = Object.entries(command.flags ?? {}).filter(([, flag]) => flag.required)
  const given = (name: string) => {
    const value = parse?.output?.flags?.[name]
    return typeof value === 'string' ? shellWord(safe(value)) : null
  }
  return new AppError('FILES_TOO_MANY', {
    command: wordsOf(command.id),
    given: files.slice(-more.length).join(' '),
    files: files.map(shellWord).join(' '),
    flags: flags.map(([name, flag]) => `--${name} ${given(name) ?? valueWord(name, flag)}`).join(' '),
  })
}

function unknownFlag(given: readonly string[], command: CommandShape, lang: Lang): AppError {
  const known = Object.keys(command.flags ?? {})
  const first = given[0]!.replace(/=.*$/, '')
  const guess = closestName(first.replace(/^-+/, ''), new Set(known))
  return new AppError(
    'FLAG_UNKNOWN',
    {
      given: safe(given.map((flag) => flag.replace(/=.*$/, '')).join(', ')),
      command: wordsOf(command.id),
      known: known.map((name) => `--${name}`).join(', '),
    },
    guess === null ? {} : {details: [text(lang, 'help.guess', {name: `--${guess}`})]},
  )
}

/** Throws nothing; words of oclif that are not known here come back as they are. */
function wrongValue(message: string, command: CommandShape, lang: Lang): AppError {
  const at = {command: wordsOf(command.id)}
  const [first = '', ...rest] = message.split('\n').map((line) => line.trim())
  const choice = /^Expected --([\w-]+)=(.*) to be one of: (.*)$/.exec(first)
  if (choice) return invalid({...at, flag: `--${choice[1]}`, given: choice[2]!, expected: choice[3]!})
  const number = /^Expected an integer ?(greater|less)?\D*?(-?\d+)? but received: (.*)$/.exec(rest[0] ?? '')
  const parsed = /^Parsing --([\w-]+)/.exec(first)
  if (parsed && number) {
    const [, side, limit = '', given = ''] = number
    const key = side === 'greater' ? 'help.integer.min' : side === 'less' ? 'help.integer.max' : 'help.integer'
    return invalid({...at, flag: `--${parsed[1]}`, given, expected: text(lang, key, {limit})})
  }
  const empty = /^Flag --([\w-]+) expects (?:a value|one of these values: (.*))$/.exec(first)
  if (empty) {
    const name = empty[1]!
    const expected = empty[2] ?? valueWord(name, command.flags?.[name] ?? {})
    return new AppError('FLAG_WITHOUT_VALUE', {...at, flag: `--${name}`, expected})
  }
  const exclusive = /--([\w-]+?)(?:=.*?)? cannot also be provided when using --([\w-]+)/.exec(message)
  if (exclusive) {
    // oclif tells it from both sides; which of the two stands first says nothing.
    const [one, other] = [exclusive[1]!, exclusive[2]!].sort()
    return new AppError('FLAGS_EXCLUSIVE', {...at, flag: `--${one}`, other: `--${other}`})
  }
  const needed = /must be provided when using --([\w-]+): --([\w-]+)/.exec(message)
  if (needed) {
    const usage = `${at.command} --${needed[2]} --${needed[1]}`
    return new AppError('FLAG_MISSING', {...at, flag: `--${needed[2]}`, usage})
  }
  const twice = /^Flag --([\w-]+) can only be specified once/.exec(first)
  if (twice) return new AppError('FLAG_REPEATED', {...at, flag: `--${twice[1]}`})
  return invalid({...at, flag: 'todoke', given: first.slice(0, 200), expected: `todoke ${usageOf(command)}`})
}

function invalid(values: {command: string; flag: string; given: string; expected: string}): AppError {
  return new AppError('FLAG_INVALID', {...values, given: safe(values.given.trim())})
}

function upper(name: unknown): string {
  return String(name).toUpperCase()
}

/** What was typed is shown back, but never an address: errors end up in logs. */
export function safe(typed: string): string {
  return typed
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '***@***')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, 200)
}
