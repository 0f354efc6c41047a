/** The words of the opt-out page in all its languages; what every page shows of the sender stands there too. */
import {de} from './opt-out-page/de.ts'
import {en} from './opt-out-page/en.ts'
import {es} from './opt-out-page/es.ts'
import {fr} from './opt-out-page/fr.ts'
import {ja} from './opt-out-page/ja.ts'
import {ko} from './opt-out-page/ko.ts'
import type {OptOutWords} from './opt-out-page/words.ts'
import {zh} from './opt-out-page/zh.ts'

export const PAGE_WORDS: Readonly<Record<'ja' | 'en' | 'de' | 'fr' | 'es' | 'ko' | 'zh', OptOutWords>> = {
  ja,
  en,
  de,
  fr,
  es,
  ko,
  zh,
}
