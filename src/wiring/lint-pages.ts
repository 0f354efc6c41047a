/** How a lint is written for others than the screen, by format; each is loaded when it is asked for. */
import type {LintReport} from '../core/reports/lint-report.ts'
import type {Lang} from '../i18n/text.ts'

type Write = (report: LintReport, lang: Lang, hasBaseline: boolean) => string

const PAGES = {
  json: async (): Promise<Write> => {
    const {lintAsJson} = await import('../adapters/report/lint-json.ts')
    const {jsonText} = await import('../core/json-text.ts')
    return (report, lang) => jsonText(lintAsJson(report, lang))
  },
  sarif: async (): Promise<Write> => (await import('../adapters/report/lint-sarif.ts')).lintSarif,
  github: async (): Promise<Write> => (await import('../adapters/report/lint-github.ts')).lintGithub,
  junit: async (): Promise<Write> => (await import('../adapters/report/lint-xml.ts')).lintJunit,
  checkstyle: async (): Promise<Write> => (await import('../adapters/report/lint-xml.ts')).lintCheckstyle,
  html: async (): Promise<Write> => {
    const {renderLint} = await import('../adapters/report/render-lint.ts')
    return (report, lang) => renderLint(report, lang)
  },
} as const

/** Ends in \n; '' where the format has nothing to say. hasBaseline: one was given. */
export async function lintPage(
  format: keyof typeof PAGES,
  report: LintReport,
  lang: Lang,
  hasBaseline: boolean,
): Promise<string> {
  const write = await PAGES[format]()
  return write(report, lang, hasBaseline)
}

/** The answer for programs. */
export async function lintJson(report: LintReport, lang: Lang) {
  return (await import('../adapters/report/lint-json.ts')).lintAsJson(report, lang)
}
