/** The partials that a part may include: the folder's own, and the footer of the settings unless the folder has one. */
import type {PartKind} from '../core/templates/compile-part.ts'
import {footerSource} from '../core/templates/footer.ts'
import {languageOf} from '../core/templates/language-of.ts'
import type {TemplateSource, TemplateText} from '../ports/templates.ts'

export function partialsFor(
  kind: Exclude<PartKind, 'subject'>,
  source: TemplateSource,
): ReadonlyMap<string, TemplateText> {
  const footer = {file: `{{> footer}}`, source: footerSource(languagesOf(source), kind)}
  return new Map([['footer', footer], ...source.partials[kind]])
}

/** As said in the template, or as its text looks; never empty. */
export function languagesOf({languages, html, text}: TemplateSource): readonly string[] {
  if (languages.length > 0) return languages
  const words = text?.source ?? html?.source ?? ''
  return [languageOf(words)]
}
