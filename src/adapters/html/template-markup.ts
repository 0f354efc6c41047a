/** What reading template files asks of their markup. */
import type {MessageKey} from '../../i18n/text.ts'
import type {TemplateMarkup} from '../../ports/templates.ts'
import {compileMjml} from './mjml-to-html.ts'
import {picturesIn} from './pictures-in-html.ts'

export const templateMarkup: TemplateMarkup = {
  picturesIn,
  htmlOfMjml: (text, language, tell) =>
    compileMjml(text, (at, key: MessageKey, values) => tell(at, key, values), {language}),
}
