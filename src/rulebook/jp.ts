/** Japan: the duties on templates and on lists. */
import type {Law} from '../core/lint/duty.ts'
import {jpListDuties} from './jp-lists.ts'
import {jpTemplateDuties} from './jp-templates.ts'

export const jp: Law = {
  id: 'jp',
  name: {ja: '日本（特定電子メール法・個人情報保護法ほか）', en: 'Japan (Specified E-mail Act, APPI and others)'},
  countries: ['JP'],
  duties: [...jpTemplateDuties, ...jpListDuties],
}
