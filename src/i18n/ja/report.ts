/** Japanese texts: report. Same keys as the English file (the type holds that). */
import type {report as en} from '../en/report.ts'

export const report: Readonly<Record<keyof typeof en, string>> = {}
