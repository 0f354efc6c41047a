/** A revoked key takes the way out of mails that are out: on a terminal it is asked, elsewhere it wants --yes. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {Terminal} from './ask-mapping.ts'
import type {Screen} from './screen.ts'

/** words: the question. command: with its arguments, e.g. `key opt-out revoke 0a0b0c0d`. Throws FLAG_MISSING, INTERRUPTED_UNCHANGED. */
export async function confirmRevoke(
  {words, command}: {readonly words: string; readonly command: string},
  screen: Screen,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<void> {
  if (!screen.isInteractive)
    throw new AppError('FLAG_MISSING', {
      flag: '--yes',
      usage: `${command} --yes`,
      command: command.replace(/ \S+$/, ''),
    })
  const answer = await confirm({
    message: words,
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    ...terminal,
  })
  if (isCancel(answer) || !answer) throw new AppError('INTERRUPTED_UNCHANGED', {command: `todoke ${command}`})
}
