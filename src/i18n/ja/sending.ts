/** Japanese texts: sending. Same keys as the English file (the type holds that). */
import type {sending as en} from '../en/sending.ts'

export const sending: Readonly<Record<keyof typeof en, string>> = {}
