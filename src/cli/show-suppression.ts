/** Merges and single suppressions on the screen. Addresses are only shown where the user named them. */
import type {SuppressionEntry, SuppressionHit} from '../core/suppression/entry.ts'
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {MergeResult} from '../flows/merge-suppressions.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

export function showMerge(result: MergeResult, screen: Screen): void {
  const {t, paint} = screen
  for (const {file, entries, encoding, addressColumn, unreadable, rejectsFile} of result.files) {
    if (addressColumn === null) {
      screen.out(t('suppression.empty', {file}))
      continue
    }
    screen.out(
      t('suppression.file', {
        file,
        entries,
        // Without the other name, which stands in brackets as the whole does here.
        encoding: ENCODING_LABELS[encoding].split(' ')[0]!,
        column: plain(addressColumn),
      }),
    )
    const count = Object.values(unreadable).reduce((sum, each) => sum + each, 0)
    if (rejectsFile !== null) {
      const words = `▲ ${t('suppression.unreadable', {count, file: rejectsFile})}`
      screen.out(paint.yellow(wrap(words, screen.width, 2)))
    }
  }
  screen.out(paint.bold(t('suppression.merged', {added: result.added, known: result.known, total: result.total})))
  if (result.binding > 0) screen.out(`  ${t('suppression.binding', {count: result.binding})}`)
  if (result.conflicting > 0)
    screen.out(paint.yellow(wrap(`▲ ${t('suppression.conflicting', {count: result.conflicting})}`, screen.width, 2)))
  screen.out(`  ${paint.cyan('→')} ${t('suppression.next')}`)
}

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

/** One line: why, how far, since when, who says so. */
export function suppressionEntry(hit: SuppressionHit, offsetMinutes: number, screen: Screen): string {
  const source = hit.line === null ? plain(hit.source) : `${plain(hit.source)}:${hit.line}`
  return screen.t('suppression.entry', {
    reason: reasonWords(hit.reason, screen),
    scope: scopeWords(hit.scope, screen),
    at: dayOrMoment(hit.from ?? hit.recordedAt, offsetMinutes),
    source,
  })
}

export function reasonWords(reason: SuppressionEntry['reason'], screen: Screen): string {
  return screen.t(`suppression.reason.${reason}`)
}

export function scopeWords(scope: SuppressionEntry['scope'], screen: Screen): string {
  if (scope === 'all' || scope === 'third-party') return screen.t(`suppression.scope.${scope}`)
  return screen.t('suppression.scope.topic', {topic: scope.slice('topic:'.length)})
}
