/** Where other tools are to look for a finding: in a file that exists. */
import type {LintFinding} from '../../core/reports/lint-report.ts'

/** line, column: from 1; the first of the file where nothing more is known. */
export function lintPlace({where}: LintFinding): {
  readonly file: string
  readonly line: number
  readonly column: number
} {
  if (where.kind !== 'template') return {file: where.of, line: 1, column: 1}
  const {file, line, column} = where
  return {file, line, column}
}
