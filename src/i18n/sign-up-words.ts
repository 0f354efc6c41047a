/** The words of sign-up and confirmation in all their languages. */
import {de} from './sign-up-page/de.ts'
import {en} from './sign-up-page/en.ts'
import {es} from './sign-up-page/es.ts'
import {fr} from './sign-up-page/fr.ts'
import {ja} from './sign-up-page/ja.ts'
import {ko} from './sign-up-page/ko.ts'
import type {SignUpWords} from './sign-up-page/words.ts'
import {zh} from './sign-up-page/zh.ts'

export const SIGN_UP_WORDS: Readonly<Record<'ja' | 'en' | 'de' | 'fr' | 'es' | 'ko' | 'zh', SignUpWords>> = {
  ja,
  en,
  de,
  fr,
  es,
  ko,
  zh,
}
