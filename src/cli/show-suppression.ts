/** Single opt-outs and their figures on the screen. Addresses are only shown where the user named them. */
import type {SuppressionEntry, SuppressionHit} from '../core/suppression/entry.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {RemoveResult} from '../flows/remove-suppression.ts'
import type {SuppressionFigures} from '../ports/suppression-store.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

export function showAdded(entry: SuppressionEntry, isNew: boolean, given: string, screen: Screen): void {
  const subject = plain(given)
  if (!isNew) screen.out(screen.t('suppression.already', {subject}))
  else
    screen.out(
      screen.t('suppression.added', {
        subject,
        reason: reasonWords(entry.reason, screen),
        scope: scopeWords(entry.scope, screen),
      }),
    )
}

export function showHolding(
  hits: readonly SuppressionHit[],
  given: string,
  offsetMinutes: number,
  screen: Screen,
): void {
  const subject = plain(given)
  if (hits.length === 0) {
    screen.out(screen.t('suppression.free', {subject}))
    return
  }
  screen.out(screen.paint.bold(screen.t('suppression.holds', {subject})))
  for (const hit of hits) screen.out(`  ${suppressionEntry(hit, offsetMinutes, screen)}`)
}

export function showRemoved(result: RemoveResult, given: string, offsetMinutes: number, screen: Screen): void {
  const {t, paint} = screen
  const subject = plain(given)
  screen.out(paint.bold(t(result.isDryRun ? 'suppression.would-remove' : 'suppression.removed', {subject})))
  for (const entry of result.removed) {
    screen.out(`  ${suppressionEntry(entry, offsetMinutes, screen)}`)
    if (entry.consentAt !== null)
      screen.out(`    ${t('suppression.removed.consent', {at: dayOrMoment(entry.consentAt, offsetMinutes)})}`)
  }
  if (result.remaining.length > 0) {
    screen.out(paint.yellow(wrap(`▲ ${t('suppression.removed.remaining', {subject})}`, screen.width, 2)))
    for (const hit of result.remaining) screen.out(`  ${suppressionEntry(hit, offsetMinutes, screen)}`)
  }
}

const SOURCES_SHOWN = 20

export function showFigures(
  figures: SuppressionFigures & {readonly mark: string},
  offsetMinutes: number,
  screen: Screen,
): void {
  const {t, paint, lang} = screen
  screen.out(paint.bold(t('suppression.figures', {standing: figures.standing, lifted: figures.lifted})))
  const part = (title: string, rows: readonly (readonly [string, number])[]) => {
    if (rows.length === 0) return
    screen.out(`  ${title}`)
    for (const [name, count] of rows) screen.out(`    ${number(count, lang).padStart(12)}  ${name}`)
  }
  const sorted = (counts: Readonly<Record<string, number>>) => Object.entries(counts).sort(([, a], [, b]) => b - a)
  const kinds = sorted(figures.byKind).map(([kind, count]) => [kindWords(kind, screen), count] as const)
  part(t('suppression.figures.kind'), kinds)
  const reasons = sorted(figures.byReason).map(
    ([reason, count]) => [reasonWords(reason as SuppressionEntry['reason'], screen), count] as const,
  )
  part(t('suppression.figures.reason'), reasons)
  const scopes = sorted(figures.byScope).map(
    ([scope, count]) => [scopeWords(scope as SuppressionEntry['scope'], screen), count] as const,
  )
  part(t('suppression.figures.scope'), scopes)
  const sources = figures.bySource.slice(0, SOURCES_SHOWN).map(({source, count, newestAt}) => {
    const at = dayOrMoment(newestAt, offsetMinutes)
    return [t('suppression.figures.newest', {source: plain(source), at}), count] as const
  })
  part(t('suppression.figures.source'), sources)
  const more = figures.bySource.length - sources.length
  if (more > 0) screen.out(`    ${t('suppression.figures.more', {count: more})}`)
  const mark = wrap(t('suppression.figures.mark', {mark: figures.mark}), screen.width, 4).trimStart()
  screen.out(`  ${paint.cyan('→')} ${mark}`)
}

function kindWords(kind: string, screen: Screen): string {
  if (kind === 'address' || kind === 'domain') return screen.t(`suppression.kind.${kind}`)
  return screen.t('suppression.kind.hash', {algorithm: kind.toUpperCase().replace('SHA', 'SHA-')})
}

/** One line: why, how far, since when, who says so. */
export function suppressionEntry(hit: SuppressionHit, offsetMinutes: number, screen: Screen): string {
  const source = hit.line === null ? plain(hit.source) : `${plain(hit.source)}:${hit.line}`
  return screen.t('suppression.entry', {
    reason: reasonWords(hit.reason, screen),
    scope: hit.except === undefined ? scopeWords(hit.scope, screen) : allButWords(hit.except, screen),
    at: dayOrMoment(hit.from ?? hit.recordedAt, offsetMinutes),
    source,
    until: hit.until === null ? '' : screen.t('suppression.until', {at: dayOrMoment(hit.until, offsetMinutes)}),
  })
}

export function reasonWords(reason: SuppressionEntry['reason'], screen: Screen): string {
  return screen.t(`suppression.reason.${reason}`)
}

function allButWords(except: readonly SuppressionEntry['scope'][], screen: Screen): string {
  const topics = except.map((scope) => plain(scope.slice('topic:'.length))).join(', ')
  return screen.t('suppression.scope.all-but', {topics})
}

export function scopeWords(scope: SuppressionEntry['scope'], screen: Screen): string {
  if (scope === 'all' || scope === 'third-party') return screen.t(`suppression.scope.${scope}`)
  return screen.t('suppression.scope.topic', {topic: scope.slice('topic:'.length)})
}
