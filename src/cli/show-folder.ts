/** What was written instead of sent. */
import type {FolderResult} from '../flows/send-to-folder.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export function showFolder(result: FolderResult, name: string, screen: Screen): void {
  const {t, paint} = screen
  const {folder, written, notWritten, suppressed, unfillable} = result
  screen.out(paint.bold(wrap(t('sending.to-folder', {name, count: written, folder}), screen.width)))
  if (notWritten > 0) screen.out(wrap(t('sending.folder-left', {count: notWritten}), screen.width, 2))
  if (suppressed > 0) screen.out(wrap(t('sending.folder-suppressed', {count: suppressed}), screen.width, 2))
  for (const [reason, count] of Object.entries(unfillable))
    screen.out(paint.yellow(wrap(`▲ ${t('sending.folder-unfillable', {count, reason})}`, screen.width, 2)))
}
