/** A thread of a lint: judges the templates it is given, one after the other. */
import type {LintedPath} from '../flows/lint-templates.ts'
import {lintPath} from '../flows/lint-templates.ts'
import {RULEBOOK} from '../rulebook/laws.ts'
import type {LintTask, LintTaskAnswer} from '../wiring/lint-threads.ts'
import {answerOf} from '../wiring/lint-threads.ts'
import {lintNeeds} from '../wiring/sends.ts'

/** piscina's task. */
export default function lintThread(task: LintTask): Promise<LintTaskAnswer> {
  return answerOf(findingsOf(task))
}

async function findingsOf({paths, ask, laws, lang}: LintTask): Promise<readonly LintedPath[]> {
  const needs = await lintNeeds(lang)
  const named = laws.flatMap((name) => RULEBOOK.filter(({id}) => id === name))
  const found: LintedPath[] = []
  for (const path of paths) {
    const linted = await lintPath(path, {...ask, laws: named}, needs)
    found.push({...linted, findings: linted.findings.map((finding) => ({...finding, sources: []}))})
  }
  return found
}
