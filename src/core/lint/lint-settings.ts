/** What a todoke.lint.yaml says: how the templates near it are linted, where no workspace says it. */
import type {System} from '../templates/convert/reading.ts'
import type {Severity} from './finding.ts'
import type {SenderFacts} from './template-view.ts'

export interface LintSettings {
  readonly sender: Partial<SenderFacts>
  /** Null = not said. */
  readonly laws: readonly string[] | null
  /** By id of the duty. */
  readonly weights: ReadonlyMap<string, Severity | 'off'>
  /** Patterns of files that are left aside, relative to the file that says so. */
  readonly ignore: readonly string[]
  /** The other system that will send them; null = not said. */
  readonly system: System | null
  readonly strict: boolean | null
  readonly maxWarnings: number | null
}
