/**
 * The findings of a lint as workflow commands, which GitHub shows at the lines of a pull request.
 * Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
import type {LintFinding, LintReport} from '../../core/reports/lint-report.ts'
import {countsIn} from '../../core/reports/lint-report.ts'
import {visibleControls} from '../../core/visible-controls.ts'
import type {Lang} from '../../i18n/text.ts'
import {wordsOf} from './finding-words.ts'
import {lintPlace} from './lint-place.ts'

const COMMANDS = {error: 'error', warning: 'warning', info: 'notice'} as const

/** What is known or set aside is left out. A line for each finding, ending in \n; '' for none. */
export function lintGithub({templates}: LintReport, lang: Lang): string {
  return templates
    .flatMap(({findings}) => findings)
    .filter(countsIn)
    .map((finding) => `${commandOf(finding, lang)}\n`)
    .join('')
}

function commandOf(finding: LintFinding, lang: Lang): string {
  const {severity, duty} = finding
  const {file, line, column} = lintPlace(finding)
  const place = {file, line: String(line), col: String(column)}
  const properties = Object.entries({...place, title: duty}).map(([name, value]) => `${name}=${property(value)}`)
  const words = wordsOf(finding, lang).join('\n→ ')
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(words)}`
}

function data(text: string): string {
  return visibleControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
