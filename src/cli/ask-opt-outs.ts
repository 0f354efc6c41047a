/** A file that may be a list of subscribers is asked about on a terminal; elsewhere it is refused. */
import {isCancel, select} from '@clack/prompts'
import type {RowsAre} from '../core/contacts/rows-are.ts'
import {AppError} from '../errors.ts'
import type {Terminal} from './ask-mapping.ts'
import type {Screen} from './screen.ts'
import {plain} from './table.ts'

/** command: as it was typed. Throws OPT_OUTS_DOUBTFUL, INTERRUPTED_UNCHANGED. */
export async function askOptOuts(
  {file, signs, command}: {readonly file: string; readonly signs: readonly string[]; readonly command: string},
  screen: Screen,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<RowsAre> {
  const why = signs.map(plain).join(', ')
  if (!screen.isInteractive) throw new AppError('OPT_OUTS_DOUBTFUL', {file, why})
  const {t} = screen
  const answer = await select<RowsAre | 'stop'>({
    message: t('suppression.ask.rows', {file, why}),
    options: [
      {value: 'stop', label: t('suppression.ask.stop')},
      {value: 'subscribers', label: t('suppression.ask.subscribers')},
      {value: 'opt-outs', label: t('suppression.ask.opt-outs')},
    ],
    initialValue: 'stop',
    ...terminal,
  })
  if (isCancel(answer) || answer === 'stop') throw new AppError('INTERRUPTED_UNCHANGED', {command})
  return answer
}
