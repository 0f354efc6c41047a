/** What a purge may delete, what it must keep and by which law, on the screen; and what it deleted. */
import {PURGE_VERDICTS} from '../core/consent/purge-verdict.ts'
import type {LawCount, PurgeCounts, PurgeResult} from '../flows/purge-consents.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {lawName} from './show-consent.ts'
import {table, wrap} from './table.ts'

/** About the work, so on stderr: the result comes after the answer. */
export function showPurgePreview(counts: PurgeCounts, day: string, screen: Screen): void {
  for (const line of linesOf(counts, {day, isDone: false}, screen)) screen.note(line)
}

export function showPurge(result: PurgeResult, screen: Screen): void {
  const {t, width} = screen
  const isDone = result.deleted > 0
  for (const line of linesOf(result, {day: result.day, isDone}, screen)) screen.out(line)
  showLocked(result, screen)
  if (isDone) screen.out(wrap(t('purge.events', {count: result.deleted}), width, 2))
  else if (result.verdicts.deletable === 0) screen.out(wrap(t('purge.nothing'), width, 2))
  else if (result.dryRun) screen.out(`  ${screen.paint.cyan('→')} ${wrap(t('purge.dry'), width, 4).trimStart()}`)
}

function showLocked({locked, dryRun}: PurgeResult, screen: Screen): void {
  const {t, width} = screen
  const {over, kept, earliest} = locked
  if (over > 0) screen.out(wrap(t(dryRun ? 'purge.locked-due' : 'purge.locked-gone', {count: over}), width, 2))
  if (kept > 0) screen.out(wrap(t('purge.locked-kept', {count: kept, day: earliest ?? ''}), width, 2))
}

function linesOf(
  counts: PurgeCounts,
  {day, isDone}: {readonly day: string; readonly isDone: boolean},
  screen: Screen,
): readonly string[] {
  const {t, lang, paint} = screen
  const kinds = PURGE_VERDICTS.filter((verdict) => counts.verdicts[verdict] > 0 || verdict === 'deletable')
  const rows = kinds.map((verdict, i) => [
    i === 0 ? '=' : '+',
    number(counts.verdicts[verdict], lang),
    verdict === 'deletable' && isDone ? t('purge.deleted') : t(`purge.${verdict}`),
  ])
  const people = ['', number(counts.people, lang), t('purge.records')]
  return [
    paint.bold(t('purge.title', {day})),
    table([people, ...rows], ['left', 'right', 'left']),
    ...(counts.keptBy.length > 0 ? ['', paint.bold(t('purge.kept-by'))] : []),
    ...counts.keptBy.flatMap((count) => lawLines(count, screen)),
    ...(counts.goneBy.length > 0 ? ['', paint.bold(t('purge.gone-by'))] : []),
    ...counts.goneBy.flatMap((count) => lawLines({...count, earliest: undefined}, screen)),
  ]
}

/** earliest undefined: the time is over. */
function lawLines(
  {
    law,
    of,
    people,
    earliest,
    source,
  }: Omit<LawCount, 'earliest'> & {readonly earliest: LawCount['earliest'] | undefined},
  screen: Screen,
): readonly string[] {
  const {t, lang, paint, width} = screen
  const name = `${lawName(law, screen)} (${of})`
  const words =
    earliest === undefined
      ? name
      : earliest === null
        ? t('purge.kept-open', {law: name})
        : t('purge.kept-until', {law: name, day: earliest})
  return [
    wrap(`${number(people, lang)}  ${words}`, width, 2),
    ...(source === '' ? [] : [paint.dim(wrap(t('show.source', {source}), width, 4))]),
  ]
}
