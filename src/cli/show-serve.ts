/** The server for opt-outs on the screen: where it listens, what it has done so far, and what it did when it stopped. */
import type {Settings} from '../core/settings.ts'
import type {ServeCounts} from '../flows/serve-opt-outs.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** links: where those in the mails lead. */
export function showListening(
  url: string,
  links: string,
  {tls, trustedProxies}: Pick<Settings['serve'], 'tls' | 'trustedProxies'>,
  screen: Screen,
): void {
  const {t, paint} = screen
  screen.out(paint.bold(t('serve.listening', {url})))
  screen.note(wrap(t('serve.links', {url: links}), screen.width, 2))
  if (tls === null && trustedProxies.length === 0)
    screen.note(screen.paintErr.yellow(wrap(`▲ ${t('serve.no-proxy')}`, screen.width, 2)))
  screen.note(wrap(t('serve.stop'), screen.width, 2))
}

/** torn: file that took what a crash had left half written. */
export function showDetached(journal: string, torn: string | null, screen: Screen): void {
  screen.note(wrap(screen.t('serve.detached', {folder: plain(journal)}), screen.width, 2))
  if (torn !== null)
    screen.note(screen.paintErr.yellow(wrap(`▲ ${screen.t('serve.torn', {file: plain(torn)})}`, screen.width, 2)))
}

export function serveProgress(progress: Progress, screen: Screen): (counts: ServeCounts) => void {
  return ({oneClick, page, shown}) =>
    progress.show(() => screen.t('serve.progress', {recorded: oneClick + page, shown}))
}

export function showServed(counts: ServeCounts, screen: Screen): void {
  const {t, paint} = screen
  const {oneClick, page, known, shown, broken, failed} = counts
  screen.out(paint.bold(t('serve.stopped', {recorded: oneClick + page, oneClick, page})))
  screen.out(`  ${t('serve.counts', {known, shown, broken})}`)
  if (failed > 0) screen.out(paint.yellow(wrap(`▲ ${t('serve.failed', {failed})}`, screen.width, 2)))
}
