/**
 * What every command shares: --json, --quiet, --lang, --debug, the screen, errors shown with the way out, and the
 * exit codes. Nobody but this file sets the exit code.
 */
import {Command, Errors, Flags} from '@oclif/core'
import {chosenLang, isDebugWished} from '../adapters/system/environment.ts'
import type {Severity} from '../core/lint/finding.ts'
import {reaches} from '../core/lint/finding.ts'
import {AppError} from '../errors.ts'
import type {Screen} from './screen.ts'
import {makeScreen} from './screen.ts'
import {describeError, errorAsJson} from './show-error.ts'

export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true

  static override baseFlags = {
    quiet: Flags.boolean({char: 'q', summary: 'Print results only.', helpGroup: 'GLOBAL'}),
    lang: Flags.string({summary: 'Language of the screen.', options: ['ja', 'en'], helpGroup: 'GLOBAL'}),
    debug: Flags.boolean({summary: 'Print where an error came from.', helpGroup: 'GLOBAL'}),
  }

  protected screen: Screen = makeScreen({
    lang: chosenLang(),
    isJson: this.argv.includes('--json'),
    isQuiet: this.argv.includes('--quiet') || this.argv.includes('-q'),
  })

  /** Sets exit code 1 when the worst finding is at or above the threshold. */
  protected exitWith(worst: Severity | null, threshold: string): void {
    if (reaches(worst, threshold as Severity | 'never')) process.exitCode = 1
  }

  /** Exit code 1: done, with failures that are already on the screen. */
  protected exitWithFailures(): void {
    process.exitCode = 1
  }

  protected override toErrorJson(error: unknown): unknown {
    return errorAsJson(asAppError(error, this.id ?? ''), this.screen.lang)
  }

  protected override async catch(error: Error & {exitCode?: number}): Promise<unknown> {
    const shown = asAppError(error, this.id ?? '')
    process.exitCode = shown.exitCode
    if (this.jsonEnabled()) this.logJson(this.toErrorJson(error))
    else {
      process.stderr.write(describeError(shown, this.screen))
      if (isDebugWished()) process.stderr.write(`${error.stack}\n${causes(error)}`)
    }
    return undefined
  }
}

/** oclif's own complaints about flags and arguments become ours; anything unknown is our bug. */
function asAppError(error: unknown, command: string): AppError {
  if (error instanceof AppError) return error
  if (error instanceof Errors.CLIError) {
    const first = error.message.split('\n')[0] ?? ''
    return new AppError('FLAG_INVALID', {
      flag: flagIn(error.message),
      given: first.replace(/\s+/g, ' ').slice(0, 200),
      expected: expectedIn(error.message),
      command: command.replaceAll(':', ' '),
    })
  }
  const why = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  return new AppError('BUG', {version: '0.1.0', why: maskAddresses(why)}, {cause: error})
}

function flagIn(message: string): string {
  return /--[\w-]+/.exec(message)?.[0] ?? /\b(?:arg|argument)s?:?\s+(\w+)/i.exec(message)?.[1] ?? 'command line'
}

function expectedIn(message: string): string {
  return /(?:one of|Expected)[^:]*:?\s*(.*)/i.exec(message)?.[1]?.slice(0, 120) ?? '--help'
}

/** Errors of drivers may quote what they were given; an address never reaches the screen that way. */
function maskAddresses(text: string): string {
  return text.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '***@***')
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `caused by ${maskAddresses(error.cause.stack ?? error.cause.message)}\n` : ''
}
