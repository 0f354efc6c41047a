/** Many templates, shared among threads: what goes to a thread and what comes back, both small. */
import {availableParallelism} from 'node:os'
import {AppError} from '../errors.ts'
import type {LintAsk, LintedPath, LintThreads} from '../flows/lint-templates.ts'
import type {Lang} from '../i18n/text.ts'
import type {ThreadAnswer} from '../ports/thread-answer.ts'
import {RULEBOOK} from '../rulebook/laws.ts'

/** Fewer would wait for one another, more would let a thread stand idle at the end. */
const PATHS_A_TASK = 10

/** Laws by name and findings without their sources: both sides have the rulebook. */
export interface LintTask {
  readonly paths: readonly string[]
  readonly ask: Omit<LintAsk, 'laws'>
  readonly laws: readonly string[]
  readonly lang: Lang
}

/** The sources of findings are empty. */
type Found = readonly LintedPath[]
export type LintTaskAnswer = ThreadAnswer<Found>

/** lang: of the details in errors. */
export function lintThreads(lang: Lang): LintThreads {
  return async function* ({laws, ...ask}, paths) {
    const {inThreads} = await import('../adapters/workers/in-threads.ts')
    const names = laws.map(({id}) => id)
    const count = Math.ceil(paths.length / PATHS_A_TASK)
    const tasks = Array.from({length: count}, (_, i): LintTask => {
      const some = paths.slice(i * PATHS_A_TASK, (i + 1) * PATHS_A_TASK)
      return {paths: some, ask, laws: names, lang}
    })
    const threads = Math.min(availableParallelism(), count)
    const sources = new Map(RULEBOOK.flatMap(({duties}) => duties).map((duty) => [duty.id, duty.sources]))
    const answers = inThreads<LintTask, Found>('../api/lint-thread', tasks, {
      threads,
      command: 'todoke lint',
    })
    for await (const found of answers)
      for (const {path, findings, laws: judgedBy} of found) {
        const whole = findings.map((finding) => ({...finding, sources: sources.get(finding.duty) ?? []}))
        yield {path, findings: whole, laws: judgedBy}
      }
  }
}

/** work: of a thread. What is none of our errors is left to the thread to tell. */
export async function answerOf<Result>(work: Promise<Result>): Promise<ThreadAnswer<Result>> {
  try {
    return {ok: true, result: await work}
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const {code, values, details} = error
    return {ok: false, code, values, details}
  }
}
