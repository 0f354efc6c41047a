/**
 * How the linter's findings agree with labels made by hand: what is labelled "no" must be found missing under a law that
 * wants it, what is labelled "yes" must not. The counts take a finding as the positive.
 */
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import type {Finding} from '../../src/core/lint/finding.ts'
import {NOT_ASSESSED} from '../../src/core/lint/not-assessed.ts'
import {lintTemplate} from '../../src/flows/lint-templates.ts'
import type {TemplateSource} from '../../src/ports/templates.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'
import type {LabelledPart, Question} from './label-sets.ts'
import {QUESTIONS} from './label-sets.ts'

/** Of the law that wants all five. */
export const DUTIES: Readonly<Record<Question, string>> = {
  link: 'jp/optout-address',
  notice: 'jp/optout-notice',
  sender: 'jp/sender-name',
  address: 'jp/postal-address',
  contact: 'jp/complaint-contact',
}

/** right: found and missing; alarm: found, but there; missed: missing, but not found; quiet: there, not found. */
export type Outcome = 'right' | 'alarm' | 'missed' | 'quiet' | 'unclear'

export interface Judgement {
  readonly part: LabelledPart
  readonly question: Question
  readonly outcome: Outcome
  /** The finding weighs an error. */
  readonly isError: boolean
}

export function judge(part: LabelledPart): readonly Judgement[] {
  const found = findingsOf(part)
  return QUESTIONS.map((question) => {
    const {answer} = part.labels[question]
    const own = found.find(({duty, key}) => duty === DUTIES[question] && key !== NOT_ASSESSED)
    const isMissing = answer === 'no'
    const outcome = own === undefined ? (isMissing ? 'missed' : 'quiet') : isMissing ? 'right' : 'alarm'
    return {part, question, outcome: answer === 'unclear' ? 'unclear' : outcome, isError: own?.severity === 'error'}
  })
}

/** Nothing is declared: what the linter knows, it has from the mail. */
function findingsOf({name, part, source}: LabelledPart): readonly Finding[] {
  const body = {file: name, source}
  const template: TemplateSource = {
    ...{name, path: name, subject: null, subjectAt: null},
    html: part === 'html' ? body : null,
    text: part === 'text' ? body : null,
    ...{preheader: null, preheaderAt: null, from: null, replyTo: null, topic: null, purpose: null, mailClass: null},
    ...{languages: [], charset: 'utf-8', filling: 'strict', raw: []},
    ...{partials: {html: new Map(), text: new Map()}, images: [], attachments: []},
  }
  const sender = {name: '', address: '', contact: ''}
  return lintTemplate(
    template,
    {laws: lawsOf(['jp']), sender, knownNames: null, day: '2026-11-23'},
    {views: {html: viewHtml}},
  )
}

export interface Counts extends Readonly<Record<Outcome, number>> {}

export function countsOf(judgements: readonly Judgement[]): Counts {
  const counts = {right: 0, alarm: 0, missed: 0, quiet: 0, unclear: 0}
  for (const {outcome} of judgements) counts[outcome] += 1
  return counts
}

/** 1 where nothing was found, or nothing was missing. */
export const precisionOf = ({right, alarm}: Counts) => (right + alarm === 0 ? 1 : right / (right + alarm))
export const recallOf = ({right, missed}: Counts) => (right + missed === 0 ? 1 : right / (right + missed))
