/** A test mail is a real mail to somebody: it is asked for on a terminal, and --yes says it elsewhere. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {Screen} from './screen.ts'

/** Throws FLAG_MISSING, INTERRUPTED_UNCHANGED. */
export async function confirmTest(
  {to, relay, isSure}: {readonly to: string; readonly relay: string; readonly isSure: boolean},
  screen: Screen,
): Promise<void> {
  if (isSure) return
  const usage = 'preview TEMPLATE --send-to ADDRESS --yes'
  if (!screen.isInteractive) throw new AppError('FLAG_MISSING', {flag: '--yes', usage, command: 'preview'})
  const answer = await confirm({
    message: screen.t('preview.test-confirm', {to, relay}),
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    output: process.stderr,
  })
  if (isCancel(answer) || answer !== true) throw new AppError('INTERRUPTED_UNCHANGED', {command: 'todoke preview'})
}
