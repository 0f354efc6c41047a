/** A test mail is a real mail to somebody: it is asked for on a terminal, and --yes says it elsewhere. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {Screen} from './screen.ts'

/** To be called before anything is shown or written: where nobody can be asked, it must have been said. Throws FLAG_MISSING. */
export function requireSaid(isSure: boolean, screen: Screen): void {
  if (isSure || screen.isInteractive) return
  const usage = 'preview TEMPLATE --send-to ADDRESS --yes'
  throw new AppError('FLAG_MISSING', {flag: '--yes', usage, command: 'preview'})
}

/** On a terminal. Throws INTERRUPTED_UNCHANGED. */
export async function confirmTest(
  {to, relay, isSure}: {readonly to: string; readonly relay: string; readonly isSure: boolean},
  screen: Screen,
): Promise<void> {
  if (isSure) return
  const answer = await confirm({
    message: screen.t('preview.test-confirm', {to, relay}),
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    output: process.stderr,
  })
  if (isCancel(answer) || answer !== true) throw new AppError('INTERRUPTED_UNCHANGED', {command: 'todoke preview'})
}
