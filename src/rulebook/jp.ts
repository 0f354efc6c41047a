/** Japan: 特定電子メール法 for every advertiser, 特定商取引法 for distance sellers to consumers, 個人情報保護法 for the data. */
import type {Law} from '../core/laws/law.ts'
import {jpAppiDuties} from './jp-appi.ts'
import {jpFacts} from './jp-facts.ts'
import {jpListDuties} from './jp-lists.ts'
import {jpTemplateDuties} from './jp-templates.ts'
import {jpTokushoDuties} from './jp-tokusho.ts'

export const jp: Law = {
  id: 'jp',
  name: {ja: '日本（特定電子メール法・個人情報保護法ほか）', en: 'Japan (Specified E-mail Act, APPI and others)'},
  countries: ['JP'],
  zoneMinutes: 540,
  duties: [...jpTemplateDuties, ...jpListDuties, ...jpTokushoDuties, ...jpAppiDuties],
  facts: jpFacts,
}
