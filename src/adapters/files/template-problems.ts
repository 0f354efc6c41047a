/** Collects what is wrong with the files of one template, so that all of it is told at once, each with its place. */
import type {FileFault} from '../../core/lint/template-view.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplatePlace} from '../../ports/templates.ts'

export interface TemplateProblems {
  readonly lang: Lang
  /** at: a place, or a file when all of it is meant. kind: see FileFault; by default what the key is about. */
  tell(at: TemplatePlace | string, key: MessageKey, values?: MessageValues, kind?: FileFault['kind']): void
  /** The same with words of the YAML parser. */
  tellWords(at: TemplatePlace | string, words: string): void
  /** Throws TEMPLATE_INVALID when anything was told; details are lines `file:line:column  what`. A lenient one never does. */
  stopIfAny(): void
  /** All that was told so far, in order. */
  faults(): readonly FileFault[]
}

/** What would break out of the header that it is written into. */
const OF_HEADERS: ReadonlySet<MessageKey> = new Set(['template-yaml.not-one-line', 'template-yaml.control'])

/** template: as named by the user. lang: of the details. isLenient: whoever asks reads on and looks at the faults. */
export function startProblems(template: string, lang: Lang, {isLenient = false} = {}): TemplateProblems {
  const told: {at: TemplatePlace | string; fault: FileFault}[] = []
  const tell: TemplateProblems['tell'] = (at, key, values = {}, kind = OF_HEADERS.has(key) ? 'header' : 'file') => {
    const place = typeof at === 'string' ? {file: at, line: 1, column: 1} : at
    told.push({at, fault: {kind, key, values, place}})
  }
  const lineOf = ({at, fault: {key, values}}: (typeof told)[number]) =>
    `${typeof at === 'string' ? at : `${at.file}:${at.line}:${at.column}`}  ${text(lang, key as MessageKey, values)}`
  return {
    lang,
    tell,
    tellWords: (at, words) => tell(at, 'readable.words', {words}),
    stopIfAny: () => {
      if (told.length > 0 && !isLenient)
        throw new AppError('TEMPLATE_INVALID', {template}, {details: [...new Set(told.map(lineOf))]})
    },
    faults: () => told.map(({fault}) => fault),
  }
}
