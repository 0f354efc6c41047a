/**
 * Rate over time: mails per second, stacked by outcome. Drawn twice, wide and narrow, because SVG text shrinks with its
 * picture; the style sheet shows the one that fits.
 */
import {max} from 'd3-array'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {Outcome} from '../../core/reports/report-figures.ts'
import {OUTCOME_STATES, OUTCOMES, outcomesOf, rateSummary} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {emptyNote, figureTable, joined, section} from './parts.ts'
import {highestOf, ratePlot, roomForLevels} from './rate-plot.ts'
import {swatch} from './svg.ts'
import {timeTicks} from './time-ticks.ts'
import type {Wording} from './words.ts'
import {duration, moment, number, perSecond, stateWord, timeOfDay} from './words.ts'

type Rate = SendReport['rate']

const SHAPES = [
  {look: 'wide', width: 860, height: 280, lowHeight: 170, ticks: 8},
  {look: 'narrow', width: 340, height: 230, lowHeight: 160, ticks: 4},
] as const

/** Below this share of the highest level, what was not accepted is too thin to see and gets a picture of its own. */
const THIN = 0.2

export function rateSection(report: SendReport, wording: Wording): Markup {
  const {lang} = wording
  const {rate} = report
  const title = text(lang, 'report.rate.title')
  const summary = rateSummary(rate)
  if (summary === null) return section('rate', title, emptyNote(text(lang, 'report.rate.empty')))
  const unit = text(lang, 'report.rate.unit')
  const values = {
    average: `${perSecond(summary.average, lang)} ${unit}`,
    peak: `${perSecond(summary.peak, lang)} ${unit}`,
    step: duration(rate.stepMs, lang),
  }
  const facts = (['average', 'peak', 'step'] as const).map(
    (name) => markup`<div><dt>${text(lang, `report.rate.${name}`)}</dt><dd>${values[name]}</dd></div>`,
  )
  const keys = occurring(rate).map((outcome) => {
    const state = OUTCOME_STATES[outcome]
    return markup`<li>${swatch(state)}<span>${stateWord(state, lang)}</span></li>`
  })
  const words = text(lang, 'report.rate.desc', {...values, count: rate.steps.length})
  return section('rate', title, [
    markup`<dl class="inline-facts">${facts}</dl><ul class="keys">${keys}</ul>`,
    pictures(rate, {title, words, unit}, wording),
    figures(rate, title, wording),
  ])
}

function pictures(rate: Rate, words: {title: string; words: string; unit: string}, wording: Wording): Markup {
  const shown = occurring(rate)
  const trouble = shown.filter((outcome) => outcome !== 'accepted')
  const isThin = trouble.length > 0 && highestOf(rate, trouble) < THIN * highestOf(rate, shown)
  const drawn = isThin ? [shown, trouble] : [shown]
  const left = max(drawn, (outcomes) => roomForLevels(rate, outcomes)) ?? 0
  const time = timeTicks(rate, wording)
  const states = joined(
    trouble.map((outcome) => stateWord(OUTCOME_STATES[outcome], wording.lang)),
    wording.lang,
  )
  const subtitle = text(wording.lang, 'report.rate.trouble', {states})
  const whole = SHAPES.map((shape) =>
    ratePlot(rate, {...shape, ...words, outcomes: shown, left, ticks: time.at(shape.ticks)}),
  )
  const low = SHAPES.map((shape) =>
    ratePlot(rate, {
      ...shape,
      ...words,
      height: shape.lowHeight,
      title: subtitle,
      outcomes: trouble,
      left,
      ticks: time.at(shape.ticks),
    }),
  )
  return markup`<figure>${whole}${isThin ? markup`<p class="subtitle">${subtitle}</p>${low}` : null}<figcaption>${time.caption}</figcaption></figure>`
}

function occurring(rate: Rate): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => rate.steps.some((step) => step[outcome] > 0))
}

function figures(rate: Rate, title: string, wording: Wording): Markup {
  const {lang} = wording
  const heads = [
    text(lang, 'report.col.at'),
    ...OUTCOMES.map((outcome) => stateWord(OUTCOME_STATES[outcome], lang)),
    text(lang, 'report.rate.unit'),
  ]
  const spanMs = (rate.steps.at(-1)?.at ?? 0) - (rate.steps[0]?.at ?? 0)
  const rows = rate.steps.map((step) => [
    clock(step.at, spanMs, rate.stepMs, wording),
    ...OUTCOMES.map((outcome) => number(step[outcome], lang)),
    perSecond((outcomesOf(step) * 1000) / rate.stepMs, lang),
  ])
  return figureTable(lang, title, heads, rows)
}

/** A moment short enough for a table: with the day only where the send spans days, with milliseconds for short steps. */
function clock(at: number, spanMs: number, stepMs: number, wording: Wording): string {
  if (spanMs >= 86_400_000) return moment(at, wording)
  const part = stepMs % 1000 === 0 ? '' : `.${String(at % 1000).padStart(3, '0')}`
  return timeOfDay(at, wording) + part
}
