/** Form texts on the screen: what was kept, and all versions with their days and first words. */
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {KeptWording} from '../flows/keep-wording.ts'
import type {StoredWording} from '../ports/consent-store.ts'
import type {Screen} from './screen.ts'
import {cut, plain, table, wrap} from './table.ts'

/** saidFrom: whether the first day was given. */
export function showKeptWording(
  {wording, isNew, ended}: KeptWording,
  saidFrom: boolean,
  offsetMinutes: number,
  screen: Screen,
): void {
  const {t, paint, width} = screen
  const day = (moment: number) => dayOrMoment(moment, offsetMinutes)
  const words = {name: wording.name, hash: shortHash(wording), from: day(wording.from)}
  if (!isNew) {
    screen.out(wrap(t('wording.known', words), width))
    return
  }
  const {until} = wording
  screen.out(
    paint.bold(
      wrap(until === null ? t('wording.added', words) : t('wording.added-until', {...words, until: day(until)}), width),
    ),
  )
  if (ended !== null)
    screen.out(wrap(t('wording.ended', {hash: shortHash(ended), from: day(ended.from), until: words.from}), width, 2))
  if (!saidFrom) screen.out(paint.yellow(wrap(`▲ ${t('wording.from-today')}`, width, 2)))
}

export function showWordings(wordings: readonly StoredWording[], offsetMinutes: number, screen: Screen): void {
  const {t, paint} = screen
  if (wordings.length === 0) {
    screen.out(t('wording.none'))
    screen.out(`  ${paint.cyan('→')} ${t('wording.none.next')}`)
    return
  }
  screen.out(paint.bold(t('wording.title')))
  const columns = ['name', 'from', 'until', 'language', 'hash', 'text'] as const
  screen.out(
    table([
      columns.map((column) => paint.dim(t(`wording.col.${column}`))),
      ...wordings.map((wording) => [
        cut(wording.name, NAME_CELLS),
        dayOrMoment(wording.from, offsetMinutes),
        wording.until === null ? t('wording.now') : dayOrMoment(wording.until, offsetMinutes),
        wording.language ?? '-',
        shortHash(wording),
        cut(beginningOf(wording.text), TEXT_CELLS),
      ]),
    ]),
  )
}

/** The first words a reader saw, on one line. Tags of a page are none of them. */
export function beginningOf(text: string): string {
  const words = text
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  return plain(words).trim()
}

export function shortHash({sha256}: {readonly sha256: string}): string {
  return sha256.slice(0, 8)
}

const NAME_CELLS = 18
const TEXT_CELLS = 16
