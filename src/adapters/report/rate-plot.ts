/**
 * The drawing of a rate: stacked areas with one level per step, axes and ticks. Sizes are those of the view box, and
 * everything drawn stays inside it.
 */
import {max, sum} from 'd3-array'
import type {ScaleLinear} from 'd3-scale'
import {scaleLinear} from 'd3-scale'
import {area, curveStepAfter, stack} from 'd3-shape'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {Outcome} from '../../core/reports/report-figures.ts'
import {OUTCOME_STATES, stepsWithPauses} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import type {Tick} from './time-ticks.ts'

type Rate = SendReport['rate']
type RateStep = Rate['steps'][number]

export interface Plot {
  /** Stacked from the ground up in this order. */
  readonly outcomes: readonly Outcome[]
  readonly width: number
  readonly height: number
  /** Room left of the plot for the labels of its levels; see roomForLevels. */
  readonly left: number
  readonly ticks: readonly Tick[]
  readonly look: string
  readonly title: string
  readonly words: string
  readonly unit: string
}

/** Room for the unit above the plot, for the tick labels below it, and for half a label on the right. */
const TOP = 26
const BOTTOM = 26
const RIGHT = 28
const CHAR_WIDTH = 7.2

export function ratePlot(rate: Rate, plot: Plot): Markup {
  const base = plot.height - BOTTOM
  const right = plot.width - RIGHT
  const levels = levelsOf(rate, plot.outcomes).range([base, TOP])
  const steps = closed(rate)
  const x = scaleLinear([steps[0]?.at ?? 0, steps.at(-1)?.at ?? 1], [plot.left, right])
  const grid = labelsOf(levels).map(
    ({level, label}) =>
      markup`<line class="grid" x1="${px(plot.left)}" x2="${px(right)}" y1="${px(levels(level))}" y2="${px(levels(level))}"/><text class="tick" x="${px(plot.left - 8)}" y="${px(levels(level) + 4)}" text-anchor="end">${label}</text>`,
  )
  const times = plot.ticks.map(
    ({at, label}) =>
      markup`<line class="axis" x1="${px(x(at))}" x2="${px(x(at))}" y1="${base}" y2="${base + 5}"/><text class="tick" x="${px(x(at))}" y="${base + 20}" text-anchor="middle">${label}</text>`,
  )
  return markup`<svg class="plot ${plot.look}" role="img" viewBox="0 0 ${plot.width} ${plot.height}"><title>${plot.title}</title><desc>${plot.words}</desc><text class="tick" x="0" y="12">${plot.unit}</text>${grid}${areas(rate, plot.outcomes, x, levels)}<line class="axis" x1="${px(plot.left)}" x2="${px(right)}" y1="${base}" y2="${base}"/>${times}</svg>`
}

function areas(rate: Rate, outcomes: readonly Outcome[], x: Scale, levels: Scale): readonly Markup[] {
  const layers = stack<RateStep, Outcome>()
    .keys(outcomes)
    .value((step, outcome) => (step[outcome] * 1000) / rate.stepMs)([...closed(rate)])
  const outline = area<(typeof layers)[number][number]>()
    .x((point) => x(point.data.at))
    .y0((point) => levels(point[0]))
    .y1((point) => levels(point[1]))
    .curve(curveStepAfter)
  return layers.map(
    (layer) => markup`<path class="area" fill="url(#t-${OUTCOME_STATES[layer.key]})" d="${outline(layer) ?? ''}"/>`,
  )
}

/** Room for the labels of the levels; the widest of several plots keeps their time axes one below the other. */
export function roomForLevels(rate: Rate, outcomes: readonly Outcome[]): number {
  return 12 + CHAR_WIDTH * (max(labelsOf(levelsOf(rate, outcomes)), ({label}) => label.length) ?? 0)
}

/** Mails per second of these outcomes in the step with most of them. */
export function highestOf(rate: Rate, outcomes: readonly Outcome[]): number {
  const most = max(rate.steps, (step) => sum(outcomes, (outcome) => step[outcome])) ?? 0
  return (most * 1000) / rate.stepMs
}

type Scale = ScaleLinear<number, number>

/** The scale of the levels, rounded up to a level; its range is still to be set. */
function levelsOf(rate: Rate, outcomes: readonly Outcome[]): Scale {
  return scaleLinear([0, highestOf(rate, outcomes) || 1], [0, 1]).nice(4)
}

function labelsOf(levels: Scale): readonly {readonly level: number; readonly label: string}[] {
  return levels.ticks(4).map((level) => ({level, label: level.toLocaleString('en-GB', {maximumSignificantDigits: 3})}))
}

/** Steps with pauses, and the end of the last step as a point of its own, so that one step alone has a width. */
function closed(rate: Rate): readonly RateStep[] {
  const steps = stepsWithPauses(rate)
  const last = steps.at(-1)
  return last ? [...steps, {...last, at: last.at + rate.stepMs}] : steps
}

function px(value: number): number {
  return Math.round(value * 100) / 100
}
