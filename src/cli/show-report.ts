/** The report of one send in the terminal: headline, the sum of promise 2, states, reasons, rate, domains, replies. */
import type {Wording} from '../adapters/report/words.ts'
import {
  clean,
  domainWords,
  doubtWords,
  duration,
  leadWords,
  localZone,
  number,
  optOutSummary,
  optOutWords,
  perSecond,
  reasonLaw,
  reasonWords,
  replyCode,
  replyMeaning,
  share,
  stateWord,
  sumWords,
  timeOfDay,
  whenWords,
} from '../adapters/report/words.ts'
import {OUTCOME_STATES, OUTCOMES, rateSummary, termsOfSum} from '../core/reports/report-figures.ts'
import type {SendReport} from '../core/reports/send-report.ts'
import type {DeliveryState} from '../core/sending/ledger-states.ts'
import type {Screen} from './screen.ts'
import {bar, sparkline} from './sparks.ts'
import {cut, table, wrap} from './table.ts'
import {textWidth} from './text-width.ts'

/** zone: IANA name of the zone in which moments are shown, this machine's where not said. Fits screen.width cells. */
export function showSendReport(report: SendReport, screen: Screen, zone: string = localZone()): void {
  const wording = {lang: screen.lang, zone}
  showHeadline(report, screen, wording)
  showSum(report, screen)
  showPart('states', report.audience === 0 ? [] : stateLines(report, screen), screen)
  showPart('reasons', reasonLines(report, screen), screen)
  showPart('rate', rateLines(report.rate, screen, wording), screen)
  showPart('domains', report.domains.length === 0 ? [] : domainLines(report, screen), screen)
  showPart('replies', replyLines(report, screen), screen)
  showOptOuts(report, screen, wording)
}

const MOST_OPT_OUTS = 10

/** Worst first; nothing where nobody opted out. */
function showOptOuts(report: SendReport, screen: Screen, wording: Wording): void {
  const {paint, width} = screen
  const summary = optOutSummary(report, screen.lang)
  if (summary === null) return
  showHeading(screen.t('report.optOuts.title'), screen)
  screen.out(wrap(summary, width, 2))
  for (const optOut of report.optOuts.worst.slice(0, MOST_OPT_OUTS)) {
    const {took, what, law, faults} = optOutWords(optOut, wording)
    screen.out(wrap(`${took}  ${what}`, width, 4))
    for (const fault of faults) screen.out(paint.yellow(wrap(`▲ ${fault}`, width, 6)))
    screen.out(paint.dim(wrap(law, width, 6)))
  }
}

/** A part under its heading; without lines, the words that say why there is nothing. */
function showPart(
  name: 'states' | 'reasons' | 'rate' | 'domains' | 'replies',
  lines: readonly string[],
  screen: Screen,
): void {
  showHeading(screen.t(`report.${name}.title`), screen)
  for (const line of lines) screen.out(line)
  if (lines.length === 0) screen.out(`  ${screen.t(`report.${name}.empty`)}`)
}

function showHeading(words: string, screen: Screen): void {
  screen.out()
  screen.out(screen.paint.bold(words))
}

function showHeadline(report: SendReport, screen: Screen, wording: Wording): void {
  const {send} = report
  const state = screen.t(`send-state.${send.state}`)
  const name = cut(clean(send.name), screen.width - textWidth(state) - 2)
  screen.out(`${screen.paint.bold(name)}  ${screen.paint.dim(state)}`)
  screen.out(wrap(leadWords(report, screen.lang), screen.width))
  if (send.segment !== null) screen.out(wrap(screen.t('segment.only', {where: clean(send.segment)}), screen.width))
  screen.out(screen.paint.dim(wrap(whenWords(report, wording), screen.width)))
}

/** The equation, broken between its terms, never inside one; then whether it holds, and what is in doubt. */
function showSum(report: SendReport, screen: Screen): void {
  const {paint, lang} = screen
  showHeading(screen.t(report.sumHolds ? 'report.sum.title' : 'report.sum.titleOff'), screen)
  const audience = number(report.audience, lang)
  const indent = ' '.repeat(audience.length + 2)
  let line = `  ${audience}`
  termsOfSum(report).forEach((term, index) => {
    const sign = index > 0 ? '+' : report.sumHolds ? '=' : '≠'
    const words = ` ${sign} ${number(term.count, lang)} ${stateWord(term.state, lang)}`
    if (textWidth(line) + textWidth(words) > screen.width) {
      screen.out(line)
      line = indent
    }
    line += words
  })
  screen.out(line)
  const verdict = wrap(sumWords(report, lang), screen.width, 4).trimStart()
  screen.out(report.sumHolds ? `  ${paint.green('✔')} ${verdict}` : paint.red.bold(`  ✖ ${verdict}`))
  const doubt = doubtWords(report, lang)
  if (doubt === null) return
  screen.out()
  screen.out(`  ${paint.magenta('▲')} ${paint.bold(doubt.title)}`)
  screen.out(wrap(doubt.words, screen.width, 4))
  screen.out(`    ${paint.cyan(doubt.command)}`)
}

function stateLines(report: SendReport, screen: Screen): readonly string[] {
  const {lang} = screen
  const rows = termsOfSum(report).map(({state, count}) => [
    stateWord(state, lang),
    number(count, lang),
    share(count, report.audience),
    inStateColour(state, bar(count / report.audience, 40), screen),
  ])
  return [table(rows, ['left', 'right', 'right', 'left'])]
}

const REASON_BAR = 14

function reasonLines(report: SendReport, screen: Screen): readonly string[] {
  const {lang} = screen
  const most = Math.max(...report.reasons.map((each) => each.count), 1)
  const figure = number(most, lang).length
  const indent = 2 + figure + 2 + REASON_BAR + 2
  return report.reasons.flatMap(({state, reason, count}) => {
    const drawn = bar(count / most, REASON_BAR)
    const gap = ' '.repeat(REASON_BAR - textWidth(drawn))
    const words = wrap(reasonWords(reason, report.duties, lang), screen.width, indent).trimStart()
    const source = [stateWord(state, lang), clean(reason), reasonLaw(reason, report.duties, lang)].filter(
      (each) => each !== '',
    )
    return [
      `  ${number(count, lang).padStart(figure)}  ${inStateColour(state, drawn, screen)}${gap}  ${words}`,
      screen.paint.dim(wrap(source.join(' · '), screen.width, indent)),
    ]
  })
}

function rateLines(rate: SendReport['rate'], screen: Screen, wording: Wording): readonly string[] {
  const {lang} = screen
  const summary = rateSummary(rate)
  const first = rate.steps[0]
  const last = rate.steps.at(-1)
  if (summary === null || !first || !last) return []
  const unit = screen.t('report.rate.unit')
  const facts = [
    `${screen.t('report.rate.average')} ${perSecond(summary.average, lang)} ${unit}`,
    `${screen.t('report.rate.peak')} ${perSecond(summary.peak, lang)} ${unit}`,
    `${screen.t('report.rate.step')} ${duration(rate.stepMs, lang)}`,
  ]
  const from = timeOfDay(first.at, wording)
  const to = timeOfDay(last.at + rate.stepMs, wording)
  const line = sparkline(rate, screen.width - 4)
  const gap = Math.max(3, line.length - from.length - to.length)
  return [
    `  ${screen.paint.blue(line)}`,
    screen.paint.dim(`  ${from}${gap === 3 ? ' – ' : ' '.repeat(gap)}${to}`),
    `  ${facts.join(' · ')}`,
  ]
}

/** A column per outcome that occurs; the domain gets what is left of the line. */
function domainLines(report: SendReport, screen: Screen): readonly string[] {
  const {lang} = screen
  const outcomes = OUTCOMES.filter((outcome) => report.domains.some((row) => row[outcome] > 0))
  const heads = [...outcomes.map((outcome) => stateWord(OUTCOME_STATES[outcome], lang)), screen.t('report.notMailed')]
  const figures = report.domains.map((row) =>
    [...outcomes.map((outcome) => row[outcome]), row.notMailed].map((count) => number(count, lang)),
  )
  const widths = heads.map((head, column) =>
    Math.max(textWidth(head), ...figures.map((row) => (row[column] ?? '').length)),
  )
  const left = screen.width - 2 - widths.reduce((sum, width) => sum + width + 2, 0)
  const rows = report.domains.map((row, index) => [
    cut(domainWords(row.domain, lang), Math.max(12, left)),
    ...(figures[index] ?? []),
  ])
  const headRow = [screen.t('report.col.domain'), ...heads].map((head) => screen.paint.dim(head))
  return [table([headRow, ...rows], ['left', ...heads.map(() => 'right' as const)])]
}

function replyLines(report: SendReport, screen: Screen): readonly string[] {
  const {lang} = screen
  const figure = Math.max(0, ...report.replies.map((each) => number(each.count, lang).length))
  const code = Math.max(0, ...report.replies.map((each) => replyCode(each).length))
  const indent = 2 + figure + 2 + code + 2
  return report.replies.flatMap((reply) => {
    const state = stateWord(reply.state, lang)
    const meaning = replyMeaning(reply.code, reply.enhanced, lang)
    const words = cut(meaning, screen.width - indent - textWidth(state) - 2)
    const start = `  ${number(reply.count, lang).padStart(figure)}  ${replyCode(reply).padEnd(code)}  `
    return [
      `${start}${inStateColour(reply.state, state, screen)}${words === '' ? '' : `  ${words}`}`,
      ' '.repeat(indent) + screen.paint.dim(cut(clean(reply.sample), screen.width - indent)),
    ]
  })
}

function inStateColour(state: DeliveryState, words: string, {paint}: Screen): string {
  if (state === 'accepted') return paint.blue(words)
  if (state === 'rejected') return paint.red(words)
  if (state === 'deferred') return paint.yellow(words)
  return state === 'in-doubt' ? paint.magenta(words) : paint.gray(words)
}
