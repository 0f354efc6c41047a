/** The end of a command that failed: the error on the screen or as JSON, and its exit code. Set nowhere else. */
import {jsonText} from '../core/json-text.ts'
import type {AppError} from '../errors.ts'
import type {Screen} from './screen.ts'
import {describeError, errorAsJson} from './show-error.ts'

export function fail(error: AppError, screen: Screen, isJson: boolean): void {
  process.exitCode = error.exitCode
  // Nobody is there to read it, and whoever typed `| head` knows.
  if (error.kind === 'unread') return
  if (isJson) process.stdout.write(jsonText(errorAsJson(error, screen.lang)))
  else process.stderr.write(describeError(error, screen))
}
