/** Words and numbers of a send report in a language, the same for the terminal and the page. Plain text, unescaped. */

import type {ReasonDuty} from '../../core/reports/reason-duties.ts'
import {partsOf} from '../../core/reports/reason-duties.ts'
import {doubtfulCount, sumOfStates} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import {visibleControls} from '../../core/visible-controls.ts'
import type {Lang} from '../../i18n/text.ts'
import {isMessageKey, text} from '../../i18n/text.ts'

/** How values are worded: the language, and the IANA zone in which moments are shown. */
export interface Wording {
  readonly lang: Lang
  readonly zone: string
}

/** The zone of this machine: the people who read the report mostly work where the send was run. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Names, subjects and replies come from outside: control and text-direction characters become escapes that can be seen. */
export function clean(given: string): string {
  return visibleControls(given).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

export function stateWord(state: DeliveryState, lang: Lang): string {
  return text(lang, `state.${state}`)
}

/**
 * A reason in words: the titles of the duties it names, each once, or our words for what is no duty; a part that
 * nobody knows shows its id. duties: those of the report or plan.
 */
export function reasonWords(reason: string, duties: readonly ReasonDuty[], lang: Lang): string {
  const parts = partsOf(reason)
  if (parts.length === 0) return text(lang, 'reason.none')
  const words = parts.map((part) => {
    const key = `reason.${part}`
    const title = duties.find(({id}) => id === part)?.title[lang]
    return title ?? (isMessageKey(key) && part !== 'none' ? text(lang, key) : clean(part))
  })
  const titles = [...new Set(words)].join(lang === 'ja' ? '・' : '; ')
  return duties.some(({id}) => parts.includes(id)) ? text(lang, 'report.reasons.duties', {titles}) : titles
}

/** Where the law behind a reason is written, each place once; '' where none is known. */
export function reasonLaw(reason: string, duties: readonly ReasonDuty[], lang: Lang): string {
  const places = partsOf(reason).flatMap((part) => {
    const key = `reason.${part}.law`
    if (isMessageKey(key)) return [text(lang, key)]
    const sources = duties.find(({id}) => id === part)?.sources ?? []
    return sources.map(({title, confidence}) =>
      confidence === 'unverified' ? `${title} ${text(lang, 'finding.unverified')}` : title,
    )
  })
  return [...new Set(places)].join(' / ')
}

/**
 * What a relay's reply means, or '' when it cannot be told. The enhanced code wins, from its most exact form (5.1.1)
 * to its class; without one the first digit of the code speaks. Source: RFC 3463, RFC 5321 section 4.2.1.
 */
export function replyMeaning(code: number, enhanced: string, lang: Lang): string {
  const parts = /^[245]\.\d{1,3}\.\d{1,3}$/.test(enhanced) ? enhanced.split('.') : [String(Math.trunc(code / 100))]
  for (let length = parts.length; length > 0; length--) {
    const key = `reply.${parts.slice(0, length).join('.')}`
    if (isMessageKey(key)) return text(lang, key)
  }
  return ''
}

export function replyCode(reply: {readonly code: number; readonly enhanced: string}): string {
  return clean(reply.enhanced === '' ? String(reply.code) : `${reply.code} ${reply.enhanced}`)
}

export function domainWords(domain: string, lang: Lang): string {
  return domain === '*' ? text(lang, 'report.domains.others') : clean(domain)
}

export function number(value: number, lang: Lang): string {
  return value.toLocaleString(localeOf(lang))
}

/** A share with one digit; never 0% for something and never 100% for less than all. */
export function share(count: number, total: number): string {
  if (total <= 0) return '–'
  const percent = (count / total) * 100
  if (count > 0 && percent < 0.1) return '<0.1%'
  if (count < total && percent > 99.9) return '>99.9%'
  return `${percent.toFixed(1)}%`
}

/** Mails per second with the digits that matter: 4,310, 12.4, 0.02. */
export function perSecond(rate: number, lang: Lang): string {
  const digits = rate >= 100 || rate === 0 ? 0 : rate >= 1 ? 1 : 2
  const shown = rate.toLocaleString(localeOf(lang), {maximumFractionDigits: digits})
  return shown === '0' && rate > 0 ? '<0.01' : shown
}

/** A day and time: 3 Oct 2026, 09:00:05 or 2026年10月3日 9:00:05. at: UTC milliseconds. */
export function moment(at: number, {lang, zone}: Wording): string {
  return new Intl.DateTimeFormat(localeOf(lang), {
    dateStyle: DATE_STYLE[lang],
    timeStyle: 'medium',
    timeZone: zone,
  }).format(at)
}

export function timeOfDay(at: number, {lang, zone}: Wording, digits: 'minutes' | 'seconds' = 'seconds'): string {
  const timeStyle = digits === 'minutes' ? 'short' : 'medium'
  return new Intl.DateTimeFormat(localeOf(lang), {timeStyle, timeZone: zone}).format(at)
}

export function dayAndMonth(at: number, {lang, zone}: Wording): string {
  return new Intl.DateTimeFormat(localeOf(lang), {month: MONTH_STYLE[lang], day: 'numeric', timeZone: zone}).format(at)
}

/** The zone as its distance from UTC at a moment: UTC+9. */
export function zoneWords(at: number, {zone}: Wording): string {
  const parts = new Intl.DateTimeFormat('en-GB', {timeZone: zone, timeZoneName: 'shortOffset'}).formatToParts(at)
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC'
  return offset.replace('GMT', 'UTC')
}

/** Minutes a zone is ahead of UTC at a moment; for placing ticks on round local times. */
export function zoneOffsetMinutes(at: number, wording: Wording): number {
  const found = /UTC([+-])(\d+)(?::(\d+))?/.exec(zoneWords(at, wording))
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0))
}

export function duration(ms: number, lang: Lang): string {
  if (ms < 10_000) return text(lang, 'report.duration.seconds', {seconds: fewDigits(ms / 1000)})
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return text(lang, 'report.duration.seconds', {seconds})
  if (seconds < 3600 && seconds % 60 === 0) return text(lang, 'report.duration.wholeMinutes', {minutes: seconds / 60})
  if (seconds < 3600)
    return text(lang, 'report.duration.minutes', {minutes: Math.floor(seconds / 60), seconds: seconds % 60})
  const minutes = Math.round(seconds / 60)
  return text(lang, 'report.duration.hours', {hours: Math.floor(minutes / 60), minutes: minutes % 60})
}

/** One sentence: who sends what to how many, and how many the relay accepted. */
export function leadWords(report: SendReport, lang: Lang): string {
  const {state, sender, subject, list} = report.send
  return text(lang, `report.lead.${state}`, {
    sender: clean(sender),
    subject: clean(subject),
    list: clean(list),
    count: report.audience,
    accepted: report.totals.accepted,
  })
}

/** When it happened, with the zone and, once finished, how long it took. */
export function whenWords(report: SendReport, wording: Wording): string {
  const {plannedAt, startedAt, finishedAt} = report.send
  const zone = zoneWords(startedAt ?? plannedAt, wording)
  if (startedAt === null) return text(wording.lang, 'report.when.planned', {from: moment(plannedAt, wording), zone})
  if (finishedAt === null) return text(wording.lang, 'report.when.started', {from: moment(startedAt, wording), zone})
  const isSameDay =
    moment(startedAt, wording).split(/[ ,]+\d+:/)[0] === moment(finishedAt, wording).split(/[ ,]+\d+:/)[0]
  return text(wording.lang, 'report.when.finished', {
    from: moment(startedAt, wording),
    to: isSameDay ? timeOfDay(finishedAt, wording) : moment(finishedAt, wording),
    zone,
    duration: duration(finishedAt - startedAt, wording.lang),
  })
}

/** The verdict on promise 2: it holds, or the audience and the sum side by side. */
export function sumWords(report: SendReport, lang: Lang): string {
  if (report.sumHolds) return text(lang, 'report.sum.holds')
  return text(lang, 'report.sum.off', {audience: report.audience, sum: sumOfStates(report)})
}

/** The words about people in doubt and the commands that settle them; null when nobody is in doubt. */
export function doubtWords(report: SendReport, lang: Lang) {
  const count = doubtfulCount(report)
  if (count === 0) return null
  return {
    title: text(lang, 'report.doubt.title', {count}),
    words: text(lang, 'report.doubt.words'),
    command: `todoke send settle ${shellWord(clean(report.send.name))} --assume sent|unsent`,
  }
}

/** A name as one word of a shell command; quoted where it needs it. */
function shellWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}

const DATE_STYLE = {en: 'medium', ja: 'long'} as const
const MONTH_STYLE = {en: 'short', ja: 'numeric'} as const

function localeOf(lang: Lang): string {
  return lang === 'ja' ? 'ja-JP' : 'en-GB'
}

/** One digit after the point, three below one. */
function fewDigits(value: number): string {
  const factor = value < 1 ? 1000 : 10
  return String(Math.round(value * factor) / factor)
}

/** Opt-outs since the plan in one sentence; null where there were none. */
export function optOutSummary({optOuts}: SendReport, lang: Lang): string | null {
  const {count, late, mailedAfter, suspicious, longestMs} = optOuts
  if (count === 0) return null
  return [
    text(lang, 'report.optOuts.count', {count, longest: duration(longestMs, lang)}),
    text(lang, late === 0 ? 'report.optOuts.noneLate' : 'report.optOuts.late', {count: late}),
    ...(mailedAfter === 0 ? [] : [text(lang, 'report.optOuts.mailedAfter', {count: mailedAfter})]),
    ...(suspicious === 0 ? [] : [text(lang, 'report.optOuts.suspicious', {count: suspicious})]),
  ].join(lang === 'ja' ? '。' : '; ')
}

/** One opt-out: how long it took, by which deadline, and what is wrong with it. */
export function optOutWords(optOut: SendReport['optOuts']['worst'][number], wording: Wording) {
  const {lang} = wording
  const {tookMs, arrivedAt, deadline, isLate, mailedAfterAt, isSuspicious, reason} = optOut
  const {unit, n} = deadline.period
  const limit =
    n === 0 ? text(lang, 'laws.at-once') : text(lang, 'laws.within', {period: text(lang, `laws.period.${unit}`, {n})})
  return {
    took: duration(tookMs, lang),
    what: text(lang, 'report.optOuts.one', {
      reason: text(lang, `reason.suppression:${reason}`),
      at: moment(arrivedAt, wording),
    }),
    law: [`${deadline.name[lang]}: ${limit}`, deadline.source].filter((each) => each !== '').join(' · '),
    faults: [
      ...(mailedAfterAt === null ? [] : [text(lang, 'report.optOuts.mailAt', {at: moment(mailedAfterAt, wording)})]),
      ...(isLate ? [text(lang, 'report.optOuts.isLate')] : []),
      ...(isSuspicious ? [text(lang, 'report.optOuts.isSuspicious')] : []),
    ],
  }
}
