/**
 * All texts by language. In the bundle each language is one string that is read when it is first spoken
 * (scripts/bundle.js): most runs speak one of them.
 */
import {en} from './en.ts'
import {ja} from './ja.ts'

export type MessageKey = keyof typeof en & string
export type Catalogue = Readonly<Record<MessageKey, string>>

export const CATALOGUES: Readonly<Record<'ja' | 'en', () => Catalogue>> = {en: () => en, ja: () => ja}
