/** Lints templates again as they change, each round only those that did. Changes nothing. */
import type {LintReport} from '../core/reports/lint-report.ts'
import {AppError} from '../errors.ts'
import type {LintNeeds, LintRun} from './lint-templates.ts'
import {lintReportOf, lintTemplates} from './lint-templates.ts'

export interface WatchNeeds extends LintNeeds {
  /** Each time which of the paths changed; ends when nobody wants to go on. */
  readonly changes: AsyncIterable<readonly string[]>
}

export type WatchRound =
  /** changed: what was linted in this round; all: of every path as it is now. */
  | {readonly changed: readonly string[]; readonly all: LintReport; readonly error: null}
  /** Nothing could be judged, e.g. because a file is gone for the moment; what was known before stays. */
  | {readonly changed: readonly string[]; readonly all: LintReport; readonly error: AppError}

/** The first round is of all paths; throws what lintTemplates throws there, and later only what is no AppError. */
export async function* watchTemplates(ask: LintRun, needs: WatchNeeds): AsyncGenerator<WatchRound> {
  let all = await lintTemplates(ask, needs)
  yield {changed: ask.paths, all, error: null}
  for await (const changed of needs.changes) {
    try {
      const round = await lintTemplates({...ask, paths: changed}, needs)
      const fresh = new Map(round.templates.map((template) => [template.path, template]))
      all = lintReportOf(
        {...round, laws: [...new Set([...all.laws, ...round.laws])]},
        all.templates.map((template) => fresh.get(template.path) ?? template),
      )
      yield {changed, all, error: null}
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      yield {changed, all, error}
    }
  }
}
