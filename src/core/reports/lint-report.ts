/** The answer of a lint, for screens, files and other tools. */
import type {FillCensus} from '../lint/fill-census.ts'
import type {Finding} from '../lint/finding.ts'
import type {DutyNote} from './audit-report.ts'

export interface LintFinding extends Finding {
  /** The same from run to run, as long as duty, words, file, part and values stay. */
  readonly fingerprint: string
  /** The baseline knows it. */
  readonly isKnown: boolean
}

export interface LintedTemplate {
  readonly path: string
  readonly findings: readonly LintFinding[]
  /** What it becomes for the list; missing where none was named. */
  readonly filled?: FilledFacts
}

export interface FilledFacts {
  /** Contacts that may get mail, and those of them whose mail cannot be made. */
  readonly contacts: number
  readonly stopped: number
  /** In half-width columns; null when none could be made. */
  readonly longestSubject: {readonly columns: number; readonly row: number | null} | null
  /** Bytes of the largest HTML part. */
  readonly largestHtml: number
}

export function filledFacts({contacts, stopped, subject, html}: FillCensus): FilledFacts {
  const longestSubject = subject === null ? null : {columns: subject.columns, row: subject.label.row}
  return {contacts, stopped, longestSubject, largestHtml: html.most}
}

export interface LintReport {
  /** Of Todoke, and of the rulebook. */
  readonly version: string
  readonly rulebook: string
  /** UTC milliseconds. */
  readonly madeAt: number
  readonly day: string
  readonly laws: readonly string[]
  readonly templates: readonly LintedTemplate[]
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
