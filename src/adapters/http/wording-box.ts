/** A text that is agreed to, exactly as it is kept: its lines, and the language it is in. */
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {ShownWording} from '../../core/serving/sign-up-pages.ts'

export function wordingBox({text, language}: ShownWording): Markup {
  return markup`<div class="wording"${language === null ? null : markup` lang="${language}"`}>${text.trim()}</div>`
}
