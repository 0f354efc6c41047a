/** Taking an import back changes a list for good: on a terminal it is shown and asked, elsewhere it wants --yes. */
import {confirm, isCancel} from '@clack/prompts'
import {AppError} from '../errors.ts'
import type {UndoPreview} from '../ports/list-import.ts'
import type {Terminal} from './ask-mapping.ts'
import type {Screen} from './screen.ts'
import {showUndoPreview} from './show-undo.ts'

/** importId: as it was given. Throws FLAG_MISSING, INTERRUPTED_UNCHANGED. */
export async function confirmUndo(
  preview: UndoPreview,
  importId: string,
  screen: Screen,
  terminal: Terminal = {input: process.stdin, output: process.stderr},
): Promise<void> {
  const command = `list undo ${importId}`
  if (!screen.isInteractive)
    throw new AppError('FLAG_MISSING', {flag: '--yes', usage: `${command} --yes`, command: 'list undo'})
  showUndoPreview(preview, screen)
  const answer = await confirm({
    message: screen.t('lists.undo.ask'),
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    ...terminal,
  })
  if (isCancel(answer) || !answer) throw new AppError('INTERRUPTED_UNCHANGED', {command: `todoke ${command}`})
}
