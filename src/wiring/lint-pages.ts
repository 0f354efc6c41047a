/** How a lint is written for others than the screen, by format. */
import type {LintReport} from '../core/reports/lint-report.ts'
import type {Lang} from '../i18n/text.ts'

export async function lintPages() {
  const {lintSarif} = await import('../adapters/report/lint-sarif.ts')
  const {lintGithub} = await import('../adapters/report/lint-github.ts')
  const {lintCheckstyle, lintJunit} = await import('../adapters/report/lint-xml.ts')
  return {
    sarif: lintSarif,
    github: (report: LintReport, lang: Lang) => lintGithub(report, lang),
    junit: (report: LintReport, lang: Lang) => lintJunit(report, lang),
    checkstyle: (report: LintReport, lang: Lang) => lintCheckstyle(report, lang),
  }
}
