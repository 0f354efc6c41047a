/** The server for opt-outs on the screen: where it listens, what it has done so far, and what it did when it stopped. */
import type {Settings} from '../core/settings.ts'
import type {FormNote} from '../flows/look-at-forms.ts'
import type {ServeCounts} from '../flows/serve-opt-outs.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** links: where those in the mails lead. */
export function showListening(
  url: string,
  {links, forms}: {readonly links: string; readonly forms: readonly FormNote[]},
  {tls, trustedProxies}: Pick<Settings['serve'], 'tls' | 'trustedProxies'>,
  screen: Screen,
): void {
  const {t, paint} = screen
  screen.out(paint.bold(t('serve.listening', {url})))
  screen.note(wrap(t('serve.links', {url: links}), screen.width, 2))
  for (const note of forms) screen.note(formLine(note, screen))
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

/** Where it answers, or what keeps it closed; and whose law wants a confirmation that it does not ask for. */
function formLine({form, url, missing, unconfirmed}: FormNote, {t, paintErr, width}: Screen): string {
  const warn = (words: string) => paintErr.yellow(wrap(`▲ ${words}`, width, 2))
  if (missing !== null) return warn(t('serve.form-closed', {form, wording: missing}))
  const lines = [wrap(t('serve.form', {form, url}), width, 2)]
  if (unconfirmed.length > 0) lines.push(warn(t('serve.form-single', {form, duties: unconfirmed.join(', ')})))
  return lines.join('\n')
}

export function serveProgress(progress: Progress, screen: Screen): (counts: ServeCounts) => void {
  return ({oneClick, page, shown}) =>
    progress.show(() => screen.t('serve.progress', {recorded: oneClick + page, shown}))
}

export function showServed(counts: ServeCounts, screen: Screen): void {
  const {t, paint} = screen
  const {oneClick, page, known, shown, broken, failed, signUps, confirmed} = counts
  screen.out(paint.bold(t('serve.stopped', {recorded: oneClick + page, oneClick, page})))
  if (signUps + confirmed > 0) screen.out(`  ${t('serve.sign-ups', {signUps, confirmed})}`)
  screen.out(`  ${t('serve.counts', {known, shown, broken})}`)
  if (failed > 0) screen.out(paint.yellow(wrap(`▲ ${t('serve.failed', {failed})}`, screen.width, 2)))
}
