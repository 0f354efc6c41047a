/** Small pictures made of block characters: a bar, and a rate over time as one line. */
import {outcomesOf} from '../core/reports/report-figures.ts'
import type {SendReport} from '../core/reports/send-report.ts'

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const
const LEVELS = '▁▂▃▄▅▆▇█'

/** share: 0 to 1. Anything above zero shows at least a sliver. */
export function bar(share: number, cells: number): string {
  const eighths = Math.min(cells * 8, Math.max(share > 0 ? 1 : 0, Math.round(share * cells * 8)))
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]
}

/**
 * One character per step, or per several where the steps do not fit; a pause is a dot. Steps are placed by their time,
 * so left-out quiet steps show as pauses. At most cells characters.
 */
export function sparkline(rate: SendReport['rate'], cells: number): string {
  const first = rate.steps[0]
  const last = rate.steps.at(-1)
  if (!first || !last || rate.stepMs <= 0) return ''
  const places = Math.round((last.at - first.at) / rate.stepMs) + 1
  const length = Math.min(cells, places)
  const sums = new Array<number>(length).fill(0)
  for (const step of rate.steps) {
    const place = Math.round((step.at - first.at) / rate.stepMs)
    const cell = Math.min(length - 1, Math.floor((place * length) / places))
    sums[cell] = (sums[cell] ?? 0) + outcomesOf(step)
  }
  // A cell may hold one step more than its neighbour, so each is averaged over its own number of steps.
  const startOf = (cell: number) => Math.ceil((cell * places) / length)
  const rates = sums.map((sum, cell) => sum / (startOf(cell + 1) - startOf(cell)))
  const highest = Math.max(...rates)
  return rates.map((each) => (each === 0 ? '·' : LEVELS[Math.ceil((each / highest) * LEVELS.length) - 1])).join('')
}
