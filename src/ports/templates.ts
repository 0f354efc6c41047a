/** What flows ask of template files: the parts of one mail as written, and how HTML is read. */
import type {PartView} from '../core/lint/template-view.ts'

export interface TemplateText {
  /** Path as the user will find it again. */
  readonly file: string
  readonly source: string
}

export interface TemplateSource {
  /** The folder's or file's name without path and ending. */
  readonly name: string
  /** As named by the user. */
  readonly path: string
  /** Of template.yaml, or the <title> of a single HTML file; null when there is none. */
  readonly subject: string | null
  /** Where the subject begins in its file; null when there is none. Lines and columns count from 1. */
  readonly subjectAt: {readonly file: string; readonly line: number; readonly column: number} | null
  /** At least one of the two is there. */
  readonly html: TemplateText | null
  readonly text: TemplateText | null
  readonly preheader: string | null
  readonly topic: string | null
  readonly purpose: string | null
  /** e.g. ja, en. */
  readonly language: string | null
}

export interface TemplateFiles {
  /**
   * path: an .html or .txt file, or a folder with template.yaml. Throws FILE_MISSING, FILE_UNREADABLE, FILE_BINARY,
   * FILE_EMPTY, ENCODING_UNSURE, TEMPLATE_MISSING (a folder without template.yaml), TEMPLATE_INVALID.
   */
  read(path: string): Promise<TemplateSource>
}

export interface TemplateViewer {
  /** Never throws, whatever the HTML. */
  html(source: string, file: string): PartView
}
