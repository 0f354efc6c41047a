/** What lint asks of the files it is given: templates, finished mails, and whatever else people name by mistake. */
import type {FileFault, MailView} from '../core/lint/template-view.ts'
import type {TemplatePlace, TemplateSource} from './templates.ts'

/** A text whose places are those of the file it was taken from. */
export interface MailText {
  readonly source: string
  placeOf(offset: number): TemplatePlace
}

export interface MailSource {
  readonly file: string
  readonly mail: MailView
  readonly subject: MailText | null
  /** What readers see of all parts together; null where nothing is there as HTML, or as text. */
  readonly html: MailText | null
  readonly text: MailText | null
  readonly faults: readonly FileFault[]
}

/** At most one of template and mail is there: neither where the file could not be read at all. */
export interface LintSource {
  /** As named by the user. */
  readonly path: string
  readonly template: TemplateSource | null
  readonly mail: MailSource | null
  /** What is wrong with the files themselves, in order of place. */
  readonly faults: readonly FileFault[]
}

export interface LintFiles {
  /** What a file holds that cannot be used is a fault, never an error; throws only what a user of any file would be told. */
  read(path: string): Promise<LintSource>
}
