/** Pulls from a detached server on the screen. Nobody is named: records hold ids alone. */
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {PullTold} from '../flows/fresh-opt-outs.ts'
import type {PullFolderResult} from '../flows/pull-folder.ts'
import type {PullResult} from '../flows/pull-journal.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

const KEPT_SHOWN = 10

export function showPull(result: PullResult | PullFolderResult, offsetMinutes: number, screen: Screen): void {
  const {t, paint, width} = screen
  const {entries, added, known, found, kept, newestAt} = result
  const from = 'folder' in result ? plain(result.folder) : result.url
  screen.out(paint.bold(t('pull.done', {url: from, entries, added, known})))
  if (found > 0) screen.out(`  ${t('pull.found', {found})}`)
  if (newestAt !== null) screen.out(`  ${t('pull.newest', {at: dayOrMoment(newestAt, offsetMinutes)})}`)
  if ('bad' in result) showBad(result.bad, screen)
  if (kept.length === 0) return
  screen.out(paint.yellow(wrap(`▲ ${t('pull.kept', {count: kept.length})}`, width, 2)))
  for (const {seq, at, kind, why} of kept.slice(0, KEPT_SHOWN))
    screen.out(`  ${t(`pull.kept.${why}`, {seq, kind, at: dayOrMoment(at, offsetMinutes)})}`)
  if (kept.length > KEPT_SHOWN) screen.out(`  ${t('pull.kept.more', {count: kept.length - KEPT_SHOWN})}`)
}

/** Of a journal in a folder. */
function showBad(bad: PullFolderResult['bad'], {t, out, paint, width}: Screen): void {
  if (bad.length === 0) return
  out(paint.yellow(wrap(`▲ ${t('pull.bad', {count: bad.length})}`, width, 2)))
  for (const {file, line} of bad.slice(0, KEPT_SHOWN)) out(`  ${t('pull.bad.line', {file: plain(file), line})}`)
  if (bad.length > KEPT_SHOWN) out(`  ${t('pull.kept.more', {count: bad.length - KEPT_SHOWN})}`)
}

/** Before and during plans and runs: a word only where something came, or could not be asked for. */
export function showPullOnTheWay(screen: Screen, progress: Progress): (told: PullTold) => void {
  return (told) => {
    if (told.result !== null) {
      const {entries, added} = told.result
      if (entries === 0) return
      progress.stop()
      screen.note(screen.t('pull.on-the-way', {entries, added}))
      return
    }
    progress.stop()
    const words = screen.t('pull.unreached', {why: told.why, minutes: told.agoMinutes})
    screen.note(screen.paintErr.yellow(wrap(`▲ ${words}`, screen.width, 2)))
  }
}
