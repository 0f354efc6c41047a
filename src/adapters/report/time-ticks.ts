/** Round places on a time axis: seconds since the start for short sends, the time of day in a zone for long ones. */
import {scaleLinear, scaleUtc} from 'd3-scale'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import type {Wording} from './words.ts'
import {dayAndMonth, moment, number, timeOfDay, zoneOffsetMinutes, zoneWords} from './words.ts'

export interface Tick {
  /** UTC milliseconds, within the steps. */
  readonly at: number
  readonly label: string
}

/** Sends shorter than this count seconds; a time of day would repeat itself on every tick. */
const SHORT_MS = 120_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** caption: what the ticks mean. at: the ticks, about as many as asked for. rate: at least one step. */
export function timeTicks(
  rate: SendReport['rate'],
  wording: Wording,
): {readonly caption: string; at(count: number): readonly Tick[]} {
  const {lang} = wording
  const from = rate.steps[0]?.at ?? 0
  const to = (rate.steps.at(-1)?.at ?? 0) + rate.stepMs
  const zone = zoneWords(from, wording)
  if (to - from < SHORT_MS)
    return {
      caption: text(lang, 'report.rate.fromStart', {from: moment(from, wording), zone}),
      at: (count) =>
        scaleLinear([0, (to - from) / 1000], [0, 1])
          .ticks(count)
          .map((second) => ({at: from + second * 1000, label: number(second, lang)})),
    }
  return {
    caption: text(lang, 'report.rate.clock', {zone}),
    at: (count) => clockTicks(from, to, count, wording),
  }
}

/** The scale knows UTC only, so the axis is shifted by the zone while round times are chosen. */
function clockTicks(from: number, to: number, count: number, wording: Wording): readonly Tick[] {
  const shiftMs = zoneOffsetMinutes(from, wording) * MINUTE_MS
  const places = scaleUtc([from + shiftMs, to + shiftMs], [0, 1])
    .ticks(count)
    .map((place) => place.getTime())
  const needsSeconds = places.some((place) => place % MINUTE_MS !== 0)
  const spansDays = to - from >= DAY_MS
  return places.map((place) => {
    const at = place - shiftMs
    if (spansDays && place % DAY_MS === 0) return {at, label: dayAndMonth(at, wording)}
    return {at, label: timeOfDay(at, wording, needsSeconds ? 'seconds' : 'minutes')}
  })
}
