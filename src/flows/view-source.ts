/** What rules are shown of a file: a template with its partials, or a finished mail, and what was wrong with either. */
import {chosenLaws} from '../core/lint/chosen-laws.ts'
import type {AttachmentView, PartView, SenderFacts, TemplateView} from '../core/lint/template-view.ts'
import {viewText} from '../core/lint/view-text.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import type {LintSource, MailSource, MailText} from '../ports/lint-files.ts'
import type {AttachedFile, TemplateSource, TemplateText, TemplateViewer} from '../ports/templates.ts'
import {LAWS} from '../rulebook/laws.ts'
import {partialsFor} from './template-partials.ts'

export interface ViewAsk {
  readonly sender: SenderFacts
  readonly knownNames: OfferedNames | null
  readonly partial?: boolean
  readonly system?: string | null
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
  const filling = template?.filling ?? 'strict'
  const view: TemplateView = {
    file: path,
    parts,
    knownNames: filling === 'strict' ? ask.knownNames : null,
    rawNames: new Set(template?.raw),
    partials: new Set(template === null ? [] : [...template.partials.html.keys(), ...template.partials.text.keys()]),
    filling,
    sender: ask.sender,
    isPartial: ask.partial === true,
    ...(mail !== null && {mail: mail.mail}),
    attachments: mail?.mail.attachments ?? template?.attachments.map(attachmentOf) ?? [],
    faults: [...faults, ...chosen.faults],
    system: template?.system ?? ask.system ?? null,
  }
  return {view, chosen: chosen.ids}
}

const KNOWN_LAWS: ReadonlySet<string> = new Set(LAWS.map(({id}) => id))

function attachmentOf({name, type, content}: AttachedFile): AttachmentView {
  return {name, type, sizeBytes: content.length, place: null}
}

/** What stands in a finished mail is no tag of ours, whatever it looks like. */
function mailParts({file, subject, html, text}: MailSource, views: TemplateViewer): readonly PartView[] {
  const placed = (part: PartView, {placeOf}: MailText): PartView => ({...part, tags: [], placeOf})
  return [
    ...(subject === null ? [] : [placed(viewText('subject', subject.source, file), subject)]),
    ...(html === null ? [] : [placed(views.html(html.source, file), html)]),
    ...(text === null ? [] : [placed(viewText('text', text.source, file), text)]),
  ]
}

/** The subject first, as readers meet it. */
function partsOf(source: TemplateSource, views: TemplateViewer): readonly PartView[] {
  const {subject, subjectAt, html, text} = source
  return [
    ...(subject === null || subjectAt === null ? [] : [viewText('subject', subject, subjectAt.file, subjectAt)]),
    ...(html === null ? [] : [viewWhole(html, partialsFor('html', source), views.html)]),
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
