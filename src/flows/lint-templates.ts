/** Is the mail right? Templates in, findings with their places out. Changes nothing, sends nothing. */
import type {Law} from '../core/laws/law.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Finding} from '../core/lint/finding.ts'
import {lintView} from '../core/lint/lint-view.ts'
import {NOT_ASSESSED} from '../core/lint/not-assessed.ts'
import type {PartView, SenderFacts} from '../core/lint/template-view.ts'
import {viewText} from '../core/lint/view-text.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import type {TemplateFiles, TemplateSource, TemplateText, TemplateViewer} from '../ports/templates.ts'
import {namesOf} from '../rulebook/laws.ts'
import {templateRules} from '../rules/template-rules.ts'
import {partialsFor} from './template-partials.ts'

export interface LintAsk {
  readonly laws: readonly Law[]
  readonly sender: SenderFacts
  /** Names the list offers to tags, null when no list is known. */
  readonly knownNames: OfferedNames | null
  /** The day by whose law is judged. */
  readonly day: Day
}

export interface LintResult {
  readonly laws: readonly string[]
  readonly templates: readonly {readonly path: string; readonly findings: readonly Finding[]}[]
  readonly errors: number
  readonly warnings: number
  /** Duties that could not be judged because a person has not declared a fact. */
  readonly notAssessed: number
}

/** paths in the order given, each read and judged by itself. Throws what TemplateFiles.read throws. */
export async function lintTemplates(
  ask: LintAsk & {readonly paths: readonly string[]},
  needs: {readonly templates: TemplateFiles; readonly views: TemplateViewer},
): Promise<LintResult> {
  const templates: {path: string; findings: readonly Finding[]}[] = []
  for (const path of ask.paths) {
    const source = await needs.templates.read(path)
    templates.push({path, findings: lintTemplate(source, ask, needs)})
  }
  const all = templates.flatMap(({findings}) => findings)
  return {
    laws: namesOf(ask.laws),
    templates,
    errors: all.filter(({severity}) => severity === 'error').length,
    warnings: all.filter(({severity}) => severity === 'warning').length,
    notAssessed: all.filter(({key}) => key === NOT_ASSESSED).length,
  }
}

/** One template that has been read. Never throws. */
export function lintTemplate(
  source: TemplateSource,
  ask: LintAsk,
  needs: {readonly views: TemplateViewer},
): readonly Finding[] {
  const {sender} = ask
  const {filling} = source
  const knownNames = filling === 'strict' ? ask.knownNames : null
  const rawNames = new Set(source.raw)
  const view = {file: source.path, parts: partsOf(source, needs.views), knownNames, rawNames, filling, sender}
  return lintView(view, ask.laws, templateRules, ask.day)
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
  return source === text.source ? seen : {...seen, placeOf}
}
