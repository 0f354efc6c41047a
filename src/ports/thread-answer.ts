/** What a thread answers, as a value: an error loses its class on the way between threads. */
import type {ErrorValues} from '../errors.ts'

export type ThreadAnswer<Result> =
  | {readonly ok: true; readonly result: Result}
  | {readonly ok: false; readonly code: string; readonly values: ErrorValues; readonly details: readonly string[]}
