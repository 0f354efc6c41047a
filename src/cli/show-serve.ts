/** The server for opt-outs on the screen: where it listens, what it has done so far, and what it did when it stopped. */
import type {ServeCounts} from '../flows/serve-opt-outs.ts'
import type {Workspace} from '../wiring/workspace.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export function showListening(url: string, {settings}: Workspace, screen: Screen): void {
  const {t, paint} = screen
  const {tls, trustedProxies} = settings.serve
  screen.out(paint.bold(t('serve.listening', {url})))
  screen.note(wrap(t('serve.links', {url: settings.optOut.url}), screen.width, 2))
  if (tls === null && trustedProxies.length === 0)
    screen.note(screen.paintErr.yellow(wrap(`▲ ${t('serve.no-proxy')}`, screen.width, 2)))
  screen.note(wrap(t('serve.stop'), screen.width, 2))
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
