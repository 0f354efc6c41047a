/**
 * What every command shares: --json, --quiet, --lang, --debug, the screen, errors shown with the way out, and the
 * exit codes. Nobody but this file and failure.ts sets the exit code.
 */
import {Command, Flags} from '@oclif/core'
import {chosenLang, isDebugWished} from '../adapters/system/environment.ts'
import {jsonText} from '../core/json-text.ts'
import type {Severity} from '../core/lint/finding.ts'
import {reaches} from '../core/lint/finding.ts'
import {AppError} from '../errors.ts'
import {outliveReaders} from './closed-pipes.ts'
import {fail} from './failure.ts'
import {flagError, safe} from './flag-errors.ts'
import type {Screen} from './screen.ts'
import {makeScreen} from './screen.ts'
import {errorAsJson} from './show-error.ts'
import {wordsOf} from './usage.ts'

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

  protected override async init(): Promise<void> {
    await super.init()
    outliveReaders([process.stdout, process.stderr])
  }

  /** Sets exit code 1 when the worst finding is at or above the threshold. */
  protected exitWith(worst: Severity | null, threshold: string): void {
    if (reaches(worst, threshold as Severity | 'never')) process.exitCode = 1
  }

  /** Exit code 1: done, with failures that are already on the screen. */
  protected exitWithFailures(): void {
    process.exitCode = 1
  }

  /** Writes a result that was asked for as a file, whole, and says so. Throws FILE_EXISTS, FOLDER_MISSING. */
  protected async writeResult(file: string, text: string, {overwrite}: {readonly overwrite: boolean}): Promise<void> {
    const {writeFileWhole} = await import('../wiring/files.ts')
    await writeFileWhole(file, text, overwrite)
    this.screen.note(this.screen.t('audit.written', {file}))
  }

  /** Values come from outside, and the answer may stand on a terminal; colours, which nobody asked for, take many times as long. */
  override logJson(json: unknown): void {
    process.stdout.write(jsonText(json))
  }

  protected override toErrorJson(error: unknown): unknown {
    return errorAsJson(this.#asAppError(error), this.screen.lang)
  }

  protected override async catch(error: Error): Promise<unknown> {
    fail(this.#asAppError(error), this.screen, this.jsonEnabled())
    if (isDebugWished() && !this.jsonEnabled()) process.stderr.write(`${error.stack}\n${causes(error)}`)
    return undefined
  }

  /** oclif's own complaints become ours; anything unknown is our bug. */
  #asAppError(error: unknown): AppError {
    if (error instanceof AppError) return named(error, this.id ?? '')
    const {args, baseFlags, flags, strict} = this.ctor
    const shape = {id: this.id ?? '', strict, args, flags: {...flags, ...baseFlags, json: {}}}
    const aboutFlags = flagError(error, shape, this.screen.lang)
    if (aboutFlags !== null) return aboutFlags
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    return new AppError('BUG', {version: this.config.version, why: safe(why)}, {cause: error})
  }
}

/** A refused flag says where its help is; what is checked outside the commands does not know the command. */
function named(error: AppError, id: string): AppError {
  if (error.values.command !== '') return error
  const values = {...error.values, command: wordsOf(id)}
  return new AppError(error.code, values, {cause: error.cause, details: error.details})
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `caused by ${safe(error.cause.stack ?? error.cause.message)}\n` : ''
}
