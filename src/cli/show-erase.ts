/** What an erasure removes, what stays and until when, on the screen; and what became of it. */
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {EraseResult, ErasureTold} from '../flows/erase-contact.ts'
import type {Tombstone} from '../ports/person-store.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {lawName} from './show-consent.ts'
import {reasonWords} from './show-suppression.ts'
import {plain, table, wrap} from './table.ts'

/** About the work, so on stderr: the result comes after the answer. */
export function showErasePreview(told: ErasureTold, screen: Screen): void {
  screen.note(screen.paintErr.bold(screen.t('erase.would')))
  for (const line of linesOf(told, screen)) screen.note(line)
}

export function showErase(result: EraseResult, offsetMinutes: number, screen: Screen): void {
  const {t, paint, width} = screen
  if (result.outcome === 'already' && result.erasedAt !== null)
    screen.out(wrap(t('erase.already', {at: dayOrMoment(result.erasedAt, offsetMinutes)}), width))
  else if (result.outcome === 'unknown')
    screen.out(wrap(t(result.dryRun ? 'erase.unknown.dry' : 'erase.unknown'), width))
  else {
    screen.out(paint.bold(t(result.dryRun ? 'erase.would' : 'erase.done')))
    for (const line of linesOf(result, screen)) screen.out(line)
    screen.out(wrap(t(result.dryRun ? 'erase.dry' : 'erase.stays-out'), width, 2))
  }
  if (!result.isWiped) screen.out(paint.yellow(wrap(`▲ ${t('erase.not-wiped')}`, width, 2)))
  if (!result.dryRun) screen.out(paint.dim(wrap(t('erase.backups'), width, 2)))
}

function linesOf({counts, proof, files}: ErasureTold, screen: Screen): readonly string[] {
  const {t, lang, paint, width} = screen
  const rows = (['contacts', 'lists', 'consents', 'suppressions', 'signUps', 'deliveries'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => [number(counts[kind], lang), t(`erase.count.${kind}`)])
  return [
    table(rows, ['right', 'left']),
    ...(counts.open > 0 ? [wrap(t('erase.open', {count: counts.open}), width, 2)] : []),
    ...(proof === null
      ? [wrap(t('erase.no-proof'), width, 2)]
      : [
          wrap(t('erase.proof', {day: proof.until}), width, 2),
          ...proof.laws.map(({law, of, until, source}) =>
            paint.dim(
              wrap(
                `${t('show.keep.until', {law: `${lawName(law, screen)} (${of})`, day: until})} · ${source}`,
                width,
                4,
              ),
            ),
          ),
        ]),
    ...(files.length === 0
      ? []
      : [paint.yellow(wrap(`▲ ${t('erase.files')}`, width, 2)), ...files.map((file) => wrap(plain(file), width, 4))]),
  ]
}

export function tombstoneWords(
  {erasedAt, reason, proofUntil}: Tombstone,
  offsetMinutes: number,
  screen: Screen,
): string[] {
  const {t} = screen
  return [
    t('contact.erased', {at: dayOrMoment(erasedAt, offsetMinutes), reason: reasonWords(reason, screen)}),
    ...proofUntil.map((day) => t('contact.locked', {day})),
  ]
}
