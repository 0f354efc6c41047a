/** Japanese texts: audit. Same keys as the English file (the type holds that). */
import type {audit as en} from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {}
