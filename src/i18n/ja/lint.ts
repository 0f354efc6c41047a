/** Japanese texts: lint. Same keys as the English file (the type holds that). */
import type {lint as en} from '../en/lint.ts'

export const lint: Readonly<Record<keyof typeof en, string>> = {}
