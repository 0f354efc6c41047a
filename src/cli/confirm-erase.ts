/** Nothing brings an erased person back: on a terminal it is asked, elsewhere it wants --yes. The address is never repeated. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {Terminal} from './ask-mapping.ts'
import type {Screen} from './screen.ts'

/** Throws FLAG_MISSING, INTERRUPTED_UNCHANGED. */
export async function confirmErase(
  screen: Screen,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<void> {
  if (!screen.isInteractive)
    throw new AppError('FLAG_MISSING', {flag: '--yes', usage: 'contact erase ADDRESS --yes', command: 'contact erase'})
  const answer = await confirm({
    message: screen.t('erase.ask'),
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    ...terminal,
  })
  if (isCancel(answer) || !answer)
    throw new AppError('INTERRUPTED_UNCHANGED', {command: 'todoke contact erase ADDRESS'})
}
