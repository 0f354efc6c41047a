/** What flows ask of template files: the parts of one mail as written, and how HTML is read. */
import type {Spot} from '../core/lint/spot.ts'
import type {PartView} from '../core/lint/template-view.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import type {Charset} from '../core/sending/send-content.ts'
import type {FillMode} from '../core/templates/compile-part.ts'
import type {System} from '../core/templates/convert/reading.ts'

export interface TemplateText {
  /** Path as the user will find it again. */
  readonly file: string
  readonly source: string
  /** Where an offset was written, when the source was made from other files; else file and offset say it. */
  readonly placeOf?: (offset: number) => Spot
}

export interface TemplatePlace {
  readonly file: string
  /** Both count from 1; columns in UTF-16 units. */
  readonly line: number
  readonly column: number
}

export interface TemplateSource {
  /** The folder's or file's name without path and ending. */
  readonly name: string
  /** As named by the user. */
  readonly path: string
  /** Of template.yaml, or the <title> of a single HTML file; null when there is none. */
  readonly subject: string | null
  /** Where the subject begins in its file; null when there is none. */
  readonly subjectAt: TemplatePlace | null
  /** At least one of the two is there. html: as written, or what body.mjml became. */
  readonly html: TemplateText | null
  readonly text: TemplateText | null
  /** Short text that inboxes show beside the subject. */
  readonly preheader: string | null
  readonly preheaderAt: TemplatePlace | null
  /** Null = the settings' sender. */
  readonly from: {readonly name: string; readonly address: string} | null
  readonly replyTo: string | null
  readonly topic: string | null
  readonly purpose: string | null
  /** Null = not said. */
  readonly mailClass: MailClass | null
  /** Short names of the laws it is to keep, as written, with their places; empty = not said. */
  readonly laws?: readonly {readonly name: string; readonly at: TemplatePlace}[]
  /** Languages the mail is written in, e.g. ja, en, the first one leading; empty = not said. */
  readonly languages: readonly string[]
  readonly charset: Charset
  /** A folder with template.yaml, so that all its parts are here. */
  readonly isFolder?: true
  /** The other system that sends it; missing or null = Todoke. */
  readonly system?: System | null
  /** lenient: an empty value or an unknown name leaves nothing; Mustache's own way. */
  readonly filling: FillMode
  /** Names whose values are HTML of ours and may stand in {{{name}}}, unescaped. */
  readonly raw: readonly string[]
  /** By the name in {{> name}}: files of the folder's partials/. */
  readonly partials: {
    readonly html: ReadonlyMap<string, TemplateText>
    readonly text: ReadonlyMap<string, TemplateText>
  }
  /** Pictures of the folder that the HTML shows, each once. */
  readonly images: readonly InlineImage[]
  readonly attachments: readonly AttachedFile[]
}

export interface InlineImage {
  /** Content-ID without brackets, made from the content: the same picture has the same id in every send. */
  readonly cid: string
  readonly file: AttachedFile
  /** Where src or background names it: offsets into the source of html or of an HTML partial (file says which), end exclusive. */
  readonly uses: readonly {readonly file: string; readonly start: number; readonly end: number}[]
}

export interface AttachedFile {
  /** As the reader sees it. */
  readonly name: string
  /** Media type, e.g. image/png. */
  readonly type: string
  readonly content: Uint8Array
}

export interface TemplateFiles {
  /**
   * path: an .html, .txt or .mjml file, or a folder with template.yaml. Throws FILE_MISSING, FILE_UNREADABLE, FILE_BINARY,
   * FILE_EMPTY, ENCODING_UNSURE, TEMPLATE_MISSING (a folder without template.yaml), TEMPLATE_INVALID, MJML_MISSING.
   */
  read(path: string): Promise<TemplateSource>
}

/** What reading template files asks of their markup. */
export interface TemplateMarkup {
  /** Places where HTML names a picture by a relative or absolute path; addresses, cid: and tags are left aside. Never throws. */
  picturesIn(source: string): readonly NamedPicture[]
  /**
   * What an .mjml file becomes, with what it includes from its folder; tags survive unchanged. language: BCP 47, unless the
   * file says one. Null after telling why nothing comes of it. Throws MJML_MISSING, FILE_BINARY.
   */
  htmlOfMjml(
    text: TemplateText,
    language: string | null,
    tell: (at: TemplatePlace, key: string, values?: Readonly<Record<string, string | number>>) => void,
  ): Promise<Required<TemplateText> | null>
}

export interface NamedPicture {
  /** As written, entities decoded. */
  readonly path: string
  /** Offsets of the attribute's value in the source, inside its quotes, end exclusive. */
  readonly start: number
  readonly end: number
  /** no-quotes: the value cannot be replaced safely; tag: a tag stands inside the path. */
  readonly fault: 'no-quotes' | 'tag' | null
}

export interface TemplateViewer {
  /** Never throws, whatever the HTML. */
  html(source: string, file: string): PartView
}
