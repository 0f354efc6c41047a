/** What became of a preview's files and its test mail. */
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export interface PictureFact {
  readonly file: string
  readonly width: number
  readonly overflow: number
  readonly blocked: number
}

export function showWritten(file: string, {t, out}: Screen): void {
  out(`  ${t('preview.written', {file})}`)
}

export function showOpened(file: string, hasOpened: boolean, screen: Screen): void {
  screen.note(wrap(screen.t(hasOpened ? 'preview.opened' : 'preview.not-opened', {file}), screen.width, 2))
}

/** isSame: light and dark give the same picture. */
export function showPictures(pictures: readonly PictureFact[], isSame: boolean, screen: Screen): void {
  const {t, paint} = screen
  for (const {file} of pictures) showWritten(file, screen)
  const wide = new Map(pictures.filter(({overflow}) => overflow > 0).map(({width, overflow}) => [width, overflow]))
  for (const [width, overflow] of wide)
    screen.out(paint.yellow(wrap(`▲ ${t('preview.overflow', {width, overflow})}`, screen.width, 2)))
  const count = Math.max(0, ...pictures.map(({blocked}) => blocked))
  if (count > 0) screen.out(wrap(`● ${t('preview.blocked', {count})}`, screen.width, 2))
  if (isSame) screen.out(wrap(`● ${t('preview.no-dark')}`, screen.width, 2))
}

/** The address is the one that the user typed. */
export function showTested(
  {to, relay, size}: {readonly to: string; readonly relay: string; readonly size: number},
  screen: Screen,
): void {
  screen.out(wrap(screen.t('preview.test-sent', {to, relay, size: number(size, screen.lang)}), screen.width, 2))
}
