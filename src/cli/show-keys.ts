/** Keys of opt-out links and the file for a detached server on the screen; of secrets nothing is shown. */
import {basename} from 'node:path'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {ExportedHost} from '../flows/export-host.ts'
import type {OptOutKey} from '../flows/opt-out-keys.ts'
import type {Screen} from './screen.ts'
import {plain, table, wrap} from './table.ts'

export function showOptOutKeys(keys: readonly OptOutKey[], offsetMinutes: number, screen: Screen): void {
  const {t, paint} = screen
  if (keys.length === 0) {
    screen.out(wrap(t('keys.none'), screen.width))
    return
  }
  const rows = keys.map(({id, state, createdAt, revokedAt, revokedBy}) => [
    state === 'revoked' ? paint.dim(id) : paint.bold(id),
    t(`keys.state.${state}`),
    t('keys.made', {at: dayOrMoment(createdAt, offsetMinutes)}),
    revokedAt !== null
      ? t('keys.revoked-at', {at: dayOrMoment(revokedAt, offsetMinutes)})
      : revokedBy === 'settings'
        ? t('keys.revoked-settings')
        : '',
  ])
  screen.out(table(rows))
}

/** isDetached: the key has to be carried to a server before mails may sign with it. */
export function showRotated(key: string, isDetached: boolean, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(`${paint.green('✔')} ${t('keys.rotated', {key})}`)
  screen.out(wrap(t('keys.rotated.old'), width, 2))
  if (isDetached) screen.out(`  ${paint.cyan('→')} ${wrap(t('keys.rotated.carry'), width, 4).trimStart()}`)
}

export function showRevoked(key: string, wasRevoked: boolean, isDetached: boolean, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(wasRevoked ? t('keys.was-revoked', {key}) : `${paint.green('✔')} ${t('keys.revoked', {key})}`)
  screen.out(wrap(t('keys.revoked.serve'), width, 2))
  if (isDetached) screen.out(`  ${paint.cyan('→')} ${wrap(t('keys.revoked.carry'), width, 4).trimStart()}`)
}

/** isSet: whether the settings name the server already. */
export function showExportedHost(
  {url, keys}: ExportedHost,
  {file, isSet}: {readonly file: string; readonly isSet: boolean},
  screen: Screen,
): void {
  const {t, paint, width} = screen
  screen.out(`${paint.green('✔')} ${t('detached.exported', {file: plain(file), count: keys.length})}`)
  screen.out(wrap(t('detached.exported.holds'), width, 2))
  screen.out()
  screen.out(paint.bold(`1 ${t('detached.exported.carry')}`))
  screen.out(`  ${paint.cyan(`todoke serve --detached ${plain(basename(file))} --journal journal`)}`)
  screen.out(wrap(t('detached.exported.links', {url}), width, 2))
  if (!isSet) {
    screen.out(paint.bold(`2 ${t('detached.exported.settings')}`))
    screen.out(`  optOut:\n    detached: {url: ${new URL(url).origin}}`)
  }
  screen.out(paint.bold(`${isSet ? 2 : 3} ${t('detached.exported.pull')}`))
  screen.out(`  ${paint.cyan('todoke suppression pull')}`)
}
