/** A lint as a value with stable English keys: what `--json` prints and the API answers; a public promise. */
import type {FilledFacts, LintFinding, LintReport} from '../../core/reports/lint-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {findingAsJson} from './finding-words.ts'

/** A finding with its words in the chosen language. */
export interface LintFindingJson extends LintFinding {
  readonly message: string
  /** The way out; '' where there is none to tell. */
  readonly fix: string
}

export interface LintJson {
  /** Edition of the rulebook that judged. */
  readonly rulebook: string
  /** Short names of the laws. */
  readonly laws: readonly string[]
  readonly templates: readonly {
    readonly path: string
    readonly findings: readonly LintFindingJson[]
    /** What it becomes for the list; missing where none was named. */
    readonly filled?: FilledFacts
  }[]
  readonly errors: number
  readonly warnings: number
  /** Duties that could not be judged because a person has not declared a fact. */
  readonly notAssessed: number
  /** Findings that the baseline knew. */
  readonly known: number
  /** Findings that comments in the templates set aside. */
  readonly waived: number
}

export function lintAsJson(report: LintReport, lang: Lang): LintJson {
  const {rulebook, laws, templates, errors, warnings, notAssessed, known, waived} = report
  return {
    rulebook,
    laws,
    templates: templates.map(({path, findings, filled}) => ({
      path,
      findings: findings.map((finding) => findingAsJson(finding, lang)),
      ...(filled && {filled}),
    })),
    errors,
    warnings,
    notAssessed,
    known,
    waived,
  }
}
