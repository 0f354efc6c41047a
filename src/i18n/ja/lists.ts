/** Japanese texts: lists. Same keys as the English file (the type holds that). */
import type {lists as en} from '../en/lists.ts'

export const lists: Readonly<Record<keyof typeof en, string>> = {}
