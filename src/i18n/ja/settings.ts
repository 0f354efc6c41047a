/** Japanese texts: settings. Same keys as the English file (the type holds that). */
import type {settings as en} from '../en/settings.ts'

export const settings: Readonly<Record<keyof typeof en, string>> = {}
