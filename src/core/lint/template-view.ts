/**
 * A template as a reader and as an editor see it: visible text with its place in the source, links, images.
 * Made by adapters/html from HTML and by core/lint/view-text.ts from plain text; rules read only this.
 */

import type {CharsetWriter} from '../sending/charset.ts'
import type {MailClass} from '../sending/mail-class.ts'
import type {FillMode} from '../templates/compile-part.ts'
import type {System} from '../templates/convert/reading.ts'
import type {OfferedNames} from '../templates/offered-names.ts'
import type {Tag} from '../templates/parse-template.ts'
import type {Spot} from './spot.ts'

export interface TemplateView {
  /** As named on the command line, for messages. */
  readonly file: string
  readonly parts: readonly PartView[]
  /** Names that a tag may use, or null when unknown (no list given): then unknown names cannot be judged. */
  readonly knownNames: OfferedNames | null
  readonly filling: FillMode
  /** Names of the partials that there are: one whose tag is left includes itself. */
  readonly partials?: ReadonlySet<string>
  /** Names whose values may go in unescaped. */
  readonly rawNames: ReadonlySet<string>
  /** Facts of the sender that a person declared; empty string = not declared, rules then say 'not assessed'. */
  readonly sender: SenderFacts
  /** What the mail is; absent = nobody said, which is judged as marketing. */
  readonly mailClass?: MailClass
  /** Who it will come from, where that is known. */
  readonly from?: MailFrom
  /** True for a fragment: what only a whole mail must have is not asked of it. */
  readonly isPartial?: boolean
  /** A finished mail (.eml) with the headers it came with; missing for templates, whose headers Todoke makes itself. */
  readonly mail?: MailView
  /** What the template attaches. */
  readonly attachments?: readonly AttachmentView[]
  /** What was wrong with the files before anything could be judged. */
  readonly faults?: readonly FileFault[]
  /** A text part that is missing here is made of the HTML, or stands elsewhere. */
  readonly isTextElsewhere?: boolean
  /** As said in template.yaml, tags included. */
  readonly preheader?: string | null
  /** Of pictures and attachments that travel with the mail. */
  readonly parcelBytes?: number
  /** What the mail is written in; missing = not known. */
  readonly charset?: CharsetWriter
  /** The other system that will send it, whose tags it has then; missing or null: Todoke. */
  readonly system?: System | null
  /** What the other rules made of it: only the rule that looks at waivers is given this. */
  readonly judged?: Judged
}

/** A finished mail beside its text. Offsets count the bytes of the file. */
export interface MailView {
  /** One character for each byte. */
  readonly raw: string
  /** Of the mail itself, in their order. */
  readonly headers: readonly HeaderView[]
  /** Where the headers end: the empty line, or the end. */
  readonly headersEnd: number
  /** Each part that holds no other; mails within the mail are left aside. */
  readonly leaves: readonly LeafView[]
  readonly attachments: readonly AttachmentView[]
  placeAt(offset: number): Spot
}

export interface HeaderView {
  /** As written; null for a line that is no header. */
  readonly name: string | null
  /** Unfolded, encoded words decoded. */
  readonly value: string
  /** Unfolded, as written. */
  readonly raw: string
  /** Of the name, and of what stands behind the colon. */
  readonly offset: number
  readonly valueOffset: number
  /** Encoded words (RFC 2047), each by itself. */
  readonly words: readonly EncodedWordView[]
}

export interface EncodedWordView {
  readonly word: string
  readonly offset: number
  /** charset: an unknown one; undecodable: bytes that are none of its characters; null: it can be read. */
  readonly fault: 'charset' | 'undecodable' | null
}

export interface LeafView {
  /** In small letters, e.g. text/plain. */
  readonly type: string
  /** As declared; null = none. */
  readonly charset: string | null
  /** As declared, in small letters. */
  readonly encoding: string
  /** Of its headers, and of its body; end exclusive. */
  readonly offset: number
  readonly start: number
  readonly end: number
  /** For text that readers see; null for other parts. */
  readonly reading: TextReading | null
}

export interface TextReading {
  /** The character set it was read in. */
  readonly charset: string
  /** Of the declared one: unknown, or contradicted by the bytes; undeclared: none is and it matters. */
  readonly fault: 'unknown' | 'wrong' | 'undeclared' | null
  /** Where the first byte stands that does not fit; the start of the body where that is not known. */
  readonly faultAt: number
}

export interface AttachmentView {
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
  /** In the mail, or where template.yaml names it. */
  readonly place: Spot | null
}

/** What is wrong with a file. key: of the message, which tells the way out itself or under `KEY.fix`. */
export interface FileFault {
  /** picture: one that the HTML names is not there; laws: it names a law that there is not; header: what would go into a header. */
  readonly kind: 'file' | 'picture' | 'laws' | 'header'
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly place: Spot
}

export interface MailFrom {
  readonly name: string
  readonly address: string
  /** Where a reply goes. */
  readonly repliesTo: string
  /** Named by the template, not by the settings. */
  readonly isOfTemplate: boolean
}

export interface Judged {
  /** Ids of all duties that there are. */
  readonly known: ReadonlySet<string>
  /** Ids of those that were asked of this template. */
  readonly asked: ReadonlySet<string>
  /** Index of a part, a blank and the id of a duty of which a finding there was set aside. */
  readonly waived: ReadonlySet<string>
}

export interface SenderFacts {
  /** Legal name, e.g. 株式会社サンプル. */
  readonly name: string
  /** Postal address on one line. */
  readonly address: string
  /** Phone, mail address or URL for complaints. */
  readonly contact: string
  /** Page that shows the postal address, when the mail only links to it; empty = none. */
  readonly addressPage?: string
}

export interface PartView {
  readonly kind: 'html' | 'text' | 'subject'
  /** The file the source stands in, and where in it the source begins: line 1, column 1 for a whole file. */
  readonly file: string
  readonly start: {readonly line: number; readonly column: number}
  /** The source as written, partials written out. */
  readonly source: string
  /** Where an offset stands, when some of the source comes from other files; else file and start say it. */
  readonly placeOf?: (offset: number) => Spot
  /** What a reader sees, entities decoded, whitespace folded, block elements on their own lines. */
  readonly visible: VisibleText
  /** What is in the source but not seen: hidden elements and image alternatives. */
  readonly alternatives: readonly {readonly text: string; readonly offset: number; readonly why: 'alt' | 'hidden'}[]
  readonly links: readonly LinkView[]
  /** In order of place, and so are fields and dropped. */
  readonly images: readonly ImageView[]
  readonly fields: readonly FieldView[]
  readonly dropped: readonly DroppedView[]
  /** What the HTML says of itself; null for texts and subjects. */
  readonly document: DocumentView | null
  /** The character set it will be sent in, small letters; absent = unknown. */
  readonly sentAs?: string
  /** Mustache tags of the part, with offsets into source. */
  readonly tags: readonly Tag[]
}

export interface VisibleText {
  /** As seen. */
  readonly text: string
  /** Offset into the part's source for offset i of text. */
  sourceOffset(index: number): number
  /** How character i looks. */
  lookAt(index: number): TextLook
}

/** Null where it is unknown: a picture behind, a value that a tag brings, plain text. */
export interface TextLook {
  readonly sizePx: number | null
  /** Contrast of the letters with what is behind them, as WCAG counts it: 1 to 21. */
  readonly contrast: number | null
}

export interface LinkView {
  /** As written, tags included; entities decoded. */
  readonly href: string
  readonly anchor: string
  /** Offset of the href (or of the bare URL in text) in the source. */
  readonly offset: number
  /** Where the anchor stands in visible.text: start and end. */
  readonly start: number
  readonly end: number
}

export interface ImageView {
  /** As written, entities decoded; '' = none. */
  readonly src: string
  /** '' for decoration (also by role or aria-hidden), null where it is missing. */
  readonly alt: string | null
  /** In px, by attribute or style; null where neither says it. */
  readonly width: number | null
  readonly height: number | null
  readonly isSeen: boolean
  readonly offset: number
  /** alone: all that the link around it holds, no words and no other picture's either. */
  readonly link: 'none' | 'beside-words' | 'alone'
}

/** A field of a form: input, select or textarea. */
export interface FieldView {
  /** As type says, small letters; text where it says none; select, textarea. */
  readonly type: string
  readonly name: string
  readonly isChecked: boolean
  /** Number of the form it belongs to, counted from 1; 0 for none. */
  readonly form: number
  /** The words at it: of its label, or of its line. */
  readonly label: string
  readonly offset: number
}

/** What mail programs take out or do not load. */
export interface DroppedView {
  readonly what: 'script' | 'frame' | 'form' | 'stylesheet'
  readonly offset: number
}

export interface DocumentView {
  /** Where <html> is written; null where it is not. */
  readonly offset: number | null
  /** Of <html>, as written. */
  readonly lang: {readonly value: string; readonly offset: number} | null
  /** As <meta> declares it. */
  readonly charset: {readonly value: string; readonly offset: number} | null
  readonly title: string
}

/** For parts that are no HTML. */
export const NO_MARKUP = {images: [], fields: [], dropped: [], document: null} as const
