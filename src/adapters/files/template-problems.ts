/** Collects what is wrong with the files of one template, so that all of it is told at once, each with its place. */
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplatePlace} from '../../ports/templates.ts'

export interface TemplateProblems {
  readonly lang: Lang
  /** at: a place, or a file when all of it is meant. */
  tell(at: TemplatePlace | string, key: MessageKey, values?: MessageValues): void
  /** The same with words of the YAML parser. */
  tellWords(at: TemplatePlace | string, words: string): void
  /** Throws TEMPLATE_INVALID when anything was told; details are lines `file:line:column  what`. */
  stopIfAny(): void
}

/** template: as named by the user. lang: of the details. */
export function startProblems(template: string, lang: Lang): TemplateProblems {
  const details: string[] = []
  const tellWords = (at: TemplatePlace | string, words: string) => {
    details.push(`${typeof at === 'string' ? at : `${at.file}:${at.line}:${at.column}`}  ${words}`)
  }
  return {
    lang,
    tellWords,
    tell: (at, key, values = {}) => tellWords(at, text(lang, key, values)),
    stopIfAny: () => {
      if (details.length > 0) throw new AppError('TEMPLATE_INVALID', {template}, {details})
    },
  }
}
