/** The answer of lint on the screen and as JSON. */
import type {LintResult} from '../flows/lint-templates.ts'
import type {Lang} from '../i18n/text.ts'
import type {Screen} from './screen.ts'
import {findingAsJson, showFindings} from './show-findings.ts'
import {plain, wrap} from './table.ts'

export function showLint(result: LintResult, screen: Screen): void {
  const {paint} = screen
  for (const {path, findings} of result.templates) {
    if (findings.length > 0) showFindings(findings, screen)
    else {
      screen.out()
      screen.out(`${paint.underline(plain(path))}\n  ${paint.green('✔')} ${screen.t('lint.clean')}`)
    }
  }
  const {errors, warnings, notAssessed, laws} = result
  const summary = screen.t('lint.summary', {templates: result.templates.length, errors, warnings, notAssessed})
  screen.out()
  screen.out(wrap(`${summary}  (${screen.t('lint.laws', {laws: laws.join(', ')})})`, screen.width))
}

export function lintAsJson(result: LintResult, lang: Lang) {
  return {
    ...result,
    templates: result.templates.map(({path, findings}) => ({
      path,
      findings: findings.map((finding) => findingAsJson(finding, lang)),
    })),
  }
}
