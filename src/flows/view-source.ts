/** What rules are shown of a file: a template with its partials, or a finished mail, and what was wrong with either. */
import {chosenLaws} from '../core/lint/chosen-laws.ts'
import {mailFrom} from '../core/lint/mail-headers.ts'
import type {AttachmentView, MailView, PartView, SenderFacts, TemplateView} from '../core/lint/template-view.ts'
import {viewText} from '../core/lint/view-text.ts'
import type {CharsetWriter} from '../core/sending/charset.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {System} from '../core/templates/convert/reading.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import type {LintSource, MailSource, MailText} from '../ports/lint-files.ts'
import type {AttachedFile, TemplateSource, TemplateText, TemplateViewer} from '../ports/templates.ts'
import {LAWS} from '../rulebook/laws.ts'
import {partialsFor} from './template-partials.ts'

export interface ViewAsk {
  readonly sender: SenderFacts
  /** Names the list offers to tags, null when no list is known. */
  readonly knownNames: OfferedNames | null
  /** A fragment: what only a whole mail must have is not asked of it. */
  readonly partial?: boolean
  /** Whom the mail comes from and what it is, where the template does not say; null = not known. */
  readonly from?: {readonly name: string; readonly address: string} | null
  readonly replyTo?: string | null
  readonly mailClass?: MailClass | null
  /** The other system that will send it, null for Todoke; missing: as the template says. */
  readonly system?: System | null
  /** The same where neither the user nor the template says it. */
  readonly usualSystem?: System | null
  /** What the template's mails are written in; missing = not judged. */
  readonly charset?: CharsetWriter
}

export interface ViewNeeds {
  readonly views: TemplateViewer
}

/** chosen: the laws that the template names for itself. Never throws. */
export function viewSource(
  {path, template, mail, faults}: LintSource,
  ask: ViewAsk,
  {views}: ViewNeeds,
): {readonly view: TemplateView; readonly chosen: readonly string[]} {
  const parts = template !== null ? partsOf(template, views) : mail !== null ? mailParts(mail, views) : []
  const chosen = chosenLaws(parts, template?.laws ?? [], KNOWN_LAWS)
  const view: TemplateView = {
    ...(template === null ? NO_TEMPLATE : templateFacts(template, ask)),
    file: path,
    parts,
    sender: ask.sender,
    isPartial: ask.partial === true,
    ...mailFacts(template, mail, ask),
    faults: [...faults, ...chosen.faults],
  }
  return {view, chosen: chosen.ids}
}

/** The other system that sends it, or null for Todoke. */
export function systemOf(template: TemplateSource, ask: Pick<ViewAsk, 'system' | 'usualSystem'>): System | null {
  return ask.system === undefined ? (template.system ?? ask.usualSystem ?? null) : ask.system
}

/** A finished mail has no names to fill any more. */
const NO_TEMPLATE = {knownNames: null, rawNames: new Set<string>(), filling: 'strict'} as const

function templateFacts(template: TemplateSource, ask: ViewAsk) {
  const {filling, raw, partials, images, attachments, preheader, isFolder} = template
  const system = systemOf(template, ask)
  const parcels = [...images.map(({file}) => file), ...attachments]
  return {
    knownNames: filling === 'strict' ? ask.knownNames : null,
    rawNames: new Set(raw),
    partials: new Set([...partials.html.keys(), ...partials.text.keys()]),
    filling,
    system,
    isTextElsewhere: system === null || isFolder !== true,
    preheader,
    parcelBytes: parcels.reduce((sum, {content}) => sum + content.length, 0),
    attachments: attachments.map(attachmentOf),
    ...(ask.charset && {charset: ask.charset}),
  }
}

/** Who sends it, and what it is. */
function mailFacts(template: TemplateSource | null, mail: MailSource | null, ask: ViewAsk) {
  const mailClass = template?.mailClass ?? ask.mailClass
  const ofClass = mailClass ? {mailClass} : {}
  if (mail !== null) {
    const from = mailFrom(mail.mail)
    const {attachments} = mail.mail
    const parcelBytes = attachments.reduce((sum, {sizeBytes}) => sum + sizeBytes, 0)
    return {...ofClass, ...(from && {from}), mail: mail.mail, attachments, parcelBytes}
  }
  const from = template?.from ?? ask.from
  if (!from) return ofClass
  const repliesTo = template?.replyTo ?? ask.replyTo ?? from.address
  return {...ofClass, from: {...from, repliesTo, isOfTemplate: Boolean(template?.from)}}
}

const KNOWN_LAWS: ReadonlySet<string> = new Set(LAWS.map(({id}) => id))

function attachmentOf({name, type, content}: AttachedFile): AttachmentView {
  return {name, type, sizeBytes: content.length, place: null}
}

/** What stands in a finished mail is no tag of ours, whatever it looks like. */
function mailParts({file, subject, html, text, mail}: MailSource, views: TemplateViewer): readonly PartView[] {
  const placed = (part: PartView, {placeOf}: MailText): PartView => ({...part, tags: [], placeOf})
  return [
    ...(subject === null ? [] : [placed(viewText('subject', subject.source, file), subject)]),
    ...(html === null ? [] : [{...placed(views.html(html.source, file), html), ...sentAs(mail)}]),
    ...(text === null ? [] : [placed(viewText('text', text.source, file), text)]),
  ]
}

function sentAs({leaves}: MailView): {readonly sentAs?: string} {
  const charset = leaves.find(({type, reading}) => type === 'text/html' && reading !== null)?.charset
  return charset ? {sentAs: charset.toLowerCase()} : {}
}

/** The subject first, as readers meet it. */
function partsOf(source: TemplateSource, views: TemplateViewer): readonly PartView[] {
  const {subject, subjectAt, html, text} = source
  return [
    ...(subject === null || subjectAt === null ? [] : [viewText('subject', subject, subjectAt.file, subjectAt)]),
    ...(html === null ? [] : [{...viewWhole(html, partialsFor('html', source), views.html), sentAs: source.charset}]),
    ...(text === null
      ? []
      : [viewWhole(text, partialsFor('text', source), (all, file) => viewText('text', all, file))]),
  ]
}

function viewWhole(
  text: TemplateText,
  partials: ReadonlyMap<string, TemplateText>,
  view: (source: string, file: string) => PartView,
): PartView {
  const {source, placeOf} = assemble(text, partials)
  const seen = view(source, text.file)
  return source === text.source && text.placeOf === undefined ? seen : {...seen, placeOf}
}
