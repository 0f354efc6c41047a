/** Words that offer a way out, as several rules look for them: of a link, and of a link or a notice. */
import type {Catalogue} from './find-phrases.ts'
import {anyOf} from './find-phrases.ts'
import {OPT_OUT_NOTICES} from './phrases/opt-out-notices.ts'
import {REFUSAL_WORDS} from './phrases/opt-out-words.ts'

export const REFUSAL = anyOf(REFUSAL_WORDS as Catalogue)
export const REFUSAL_OR_NOTICE = anyOf(REFUSAL_WORDS as Catalogue, OPT_OUT_NOTICES as Catalogue)
