/** What reading template files asks of their markup. */
import type {Lang} from '../../i18n/text.ts'
import type {TemplateMarkup} from '../../ports/templates.ts'
import {mjmlToHtml} from './mjml-to-html.ts'
import {picturesIn} from './pictures-in-html.ts'

/** lang: of the details in errors. */
export function templateMarkup(lang: Lang): TemplateMarkup {
  return {picturesIn, htmlOfMjml: (source, file, language) => mjmlToHtml(source, file, lang, {language})}
}
