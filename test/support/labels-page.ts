/** The page docs/accuracy/templates.md, out of judgements. */

import type {Judgement} from './label-scores.ts'
import {countsOf, DUTIES, precisionOf, recallOf} from './label-scores.ts'
import type {LabelSet} from './label-sets.ts'
import {QUESTIONS} from './label-sets.ts'

const SETS: Readonly<Record<LabelSet, string>> = {
  templates: 'Templates of shared/corpora/templates',
  newsletters: 'Messages of shared/corpora/newsletters-eml, part by part',
  invented: 'Invented mails in seven languages (fixtures/accuracy/invented)',
}

const INTRO = `Made by \`npx vitest run test/accuracy/templates.test.ts -u\`. Mails labelled by hand (\`fixtures/accuracy\`, with the grounds)
against the findings of \`todoke lint\` under Japanese law, which wants all five labels. Nothing is declared, so the linter knows
only the mail. A finding is the positive: *right* is found missing and labelled so, *alarm* is found missing and labelled as
there, *missed* is labelled as missing and not found, *quiet* is there and not found. *Unclear* labels are counted and not
measured. The detectors were worked on with these mails in view: the figures show what they hold, not how other mails
come out.`

/** Why the detectors answer otherwise, by set, name, part and question. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'newsletters hard-ham/00161 text contact':
    'A digest: a phone number stands in the signature of one who writes to the list, and nothing tells him from the sender.',
}

export const nameOf = ({part: {set, name, part}, question}: Judgement) => `${set} ${name} ${part} ${question}`

export function isExplained(judgement: Judgement): boolean {
  return EXPLAINED[nameOf(judgement)] !== undefined
}

export function labelsPage(judgements: readonly Judgement[]): string {
  const ofCorpora = judgements.filter(({part}) => part.set !== 'invented')
  return `${[
    '# What templates show',
    INTRO,
    '## All labels of the corpora',
    tableOf(ofCorpora),
    ...Object.entries(SETS).flatMap(([set, title]) => [
      `## ${title}`,
      tableOf(judgements.filter(({part}) => part.set === set)),
    ]),
    '## Invented mails by language',
    languagesOf(judgements.filter(({part}) => part.set === 'invented')),
    '## Every miss and alarm',
    missesOf(judgements),
    '## Unclear labels',
    unclearOf(judgements),
  ].join('\n\n')}\n`
}

const share = (value: number) => value.toFixed(3)
const HEAD =
  '| labels | right | alarm | missed | quiet | unclear | precision | recall |\n| --: | --: | --: | --: | --: | --: | --: | --: |'

function row(judgements: readonly Judgement[]): string {
  const counts = countsOf(judgements)
  const {right, alarm, missed, quiet, unclear} = counts
  const cells = [
    judgements.length,
    right,
    alarm,
    missed,
    quiet,
    unclear,
    share(precisionOf(counts)),
    share(recallOf(counts)),
  ]
  return `${cells.join(' | ')} |`
}

function tableOf(judgements: readonly Judgement[]): string {
  const rows = QUESTIONS.map(
    (question) => `| \`${DUTIES[question]}\` | ${row(judgements.filter((each) => each.question === question))}`,
  )
  const errors = judgements.filter(({isError}) => isError)
  return [
    `| duty ${HEAD.replace('| --:', '| --- | --:')}`,
    ...rows,
    `| together | ${row(judgements)}`,
    `| of these, findings that weigh an error | ${row(errors)}`,
  ].join('\n')
}

function languagesOf(judgements: readonly Judgement[]): string {
  const languages = [...new Set(judgements.map(({part}) => part.name.slice(0, 2)))]
  const rows = languages.map(
    (language) => `| ${language} | ${row(judgements.filter(({part}) => part.name.startsWith(`${language}/`)))}`,
  )
  return [`| language ${HEAD.replace('| --:', '| --- | --:')}`, ...rows].join('\n')
}

function missesOf(judgements: readonly Judgement[]): string {
  const wrong = judgements.filter(({outcome}) => outcome === 'missed' || outcome === 'alarm')
  if (wrong.length === 0) return 'None.'
  const rows = wrong.map((each) => {
    const label = each.part.labels[each.question]
    return `| ${each.outcome} | ${cell(nameOf(each))} | ${cell(`${label.answer}: ${label.why}`)} | ${cell(EXPLAINED[nameOf(each)] ?? '')} |`
  })
  return ['| outcome | where | label | why it comes out so |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function unclearOf(judgements: readonly Judgement[]): string {
  const rows = judgements.flatMap((each) =>
    each.outcome === 'unclear' ? [`| ${cell(nameOf(each))} | ${cell(each.part.labels[each.question].why)} |`] : [],
  )
  return ['| where | reason |', '| --- | --- |', ...rows].join('\n')
}

const cell = (words: string) => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
