/** The answer of a lint, for screens, files and other tools. */
import type {Finding} from '../lint/finding.ts'
import type {DutyNote} from './audit-report.ts'

export interface LintFinding extends Finding {
  /** The same from run to run, as long as duty, words, file, part and values stay. */
  readonly fingerprint: string
  /** The baseline knows it. */
  readonly isKnown: boolean
}

export interface LintReport {
  /** Of Todoke, and of the rulebook. */
  readonly version: string
  readonly rulebook: string
  /** UTC milliseconds. */
  readonly madeAt: number
  readonly day: string
  readonly laws: readonly string[]
  readonly templates: readonly {readonly path: string; readonly findings: readonly LintFinding[]}[]
  /** What counts: not what is known or waived. */
  readonly errors: number
  readonly warnings: number
  /** Duties that could not be judged because a person has not declared a fact. */
  readonly notAssessed: number
  readonly known: number
  /** Findings that comments in the templates set aside. */
  readonly waived: number
  readonly duties: readonly DutyNote[]
}

/** Neither known nor set aside. */
export function countsIn({isKnown, waived}: Pick<LintFinding, 'isKnown' | 'waived'>): boolean {
  return !isKnown && waived === undefined
}
