/** The demo's story: each step is a real command on the stage, and at the end the relay is asked what it saw. */
import {AppError} from '../errors.ts'
import type {DemoList, DemoStage} from '../ports/demo.ts'

export const DEMO_STEPS = [
  'init',
  'import',
  'audit',
  'merge',
  'lint-bad',
  'plan-bad',
  'lint-good',
  'plan',
  'run',
  'report',
] as const
export type DemoStepName = (typeof DEMO_STEPS)[number]

export interface DemoStep {
  readonly number: number
  readonly of: number
  readonly name: DemoStepName
  /** The command's words after `todoke`. */
  readonly words: readonly string[]
}

export interface DemoResult {
  readonly folder: string
  readonly report: string
  /** What the relay saw. */
  readonly accepted: number
  readonly twice: number
  readonly toOptedOut: number
  readonly optedOut: number
  /** Nobody twice, nobody who opted out, and somebody at all. */
  readonly isProven: boolean
}

/** Exit codes that a step may end with: the story wants some commands to complain. */
const EXPECTED: Readonly<Record<DemoStepName, readonly number[]>> = {
  init: [0],
  import: [0, 1],
  audit: [0, 1],
  merge: [0, 1],
  'lint-bad': [1],
  'plan-bad': [3],
  'lint-good': [0],
  plan: [0],
  run: [0, 1],
  report: [0],
}

/** Throws BUG when a command ends otherwise than the story says, INTERRUPTED when stopped. */
export async function runDemo(
  ask: {readonly contacts: number; readonly stop: AbortSignal; readonly onStep: (step: DemoStep) => void},
  needs: {readonly stage: DemoStage; readonly plannedCount: (send: string) => Promise<number>},
): Promise<DemoResult> {
  const {stage} = needs
  const list = await stage.makeList(ask.contacts)
  const report = 'report.html'
  for (const [i, name] of DEMO_STEPS.entries()) {
    if (ask.stop.aborted) throw new AppError('INTERRUPTED', {command: 'todoke demo'})
    const words = await wordsOf(name, list, stage, needs.plannedCount, report)
    ask.onStep({number: i + 1, of: DEMO_STEPS.length, name, words})
    const exit = await stage.run(words)
    if (ask.stop.aborted || exit === 130) throw new AppError('INTERRUPTED', {command: 'todoke demo'})
    if (!EXPECTED[name].includes(exit))
      throw new AppError('BUG', {version: '', why: `todoke ${words.join(' ')}: exit ${exit}`})
  }
  const {accepted, twice} = await stage.relayCounts()
  const toOptedOut = await stage.mailedAmong(list.optedOut)
  return {
    folder: stage.folder,
    report,
    accepted,
    twice,
    toOptedOut,
    optedOut: list.optedOut.length,
    isProven: accepted > 0 && twice === 0 && toOptedOut === 0,
  }
}

const SEND = 'winter-news'

async function wordsOf(
  name: DemoStepName,
  list: DemoList,
  stage: DemoStage,
  plannedCount: (send: string) => Promise<number>,
  report: string,
): Promise<readonly string[]> {
  switch (name) {
    case 'init':
      return ['init', '.', '--relay-host', '127.0.0.1', '--relay-port', String(stage.relayPort), '--relay-tls', 'none']
    case 'import':
      return ['list', 'import', list.list, '--list', 'news']
    case 'audit':
      return ['audit', 'news']
    case 'merge':
      return ['suppression', 'merge', list.optOutForm, list.optOutService]
    case 'lint-bad':
      return ['lint', await stage.makeBadTemplate()]
    case 'plan-bad':
      return ['send', 'plan', SEND, '--template', await stage.makeBadTemplate(), '--list', 'news']
    case 'lint-good':
      return ['lint', 'templates/news-ja']
    case 'plan':
      return ['send', 'plan', SEND, '--template', 'templates/news-ja', '--list', 'news']
    case 'run':
      return ['send', 'run', SEND, '--confirm', `${SEND}:${await plannedCount(SEND)}`]
    case 'report':
      return ['report', SEND, '--html', report]
  }
}
