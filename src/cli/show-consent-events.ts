/** The consent events of one person on the screen, in order of time: what, how, where, under which words, by what file. */
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {ConsentAnswer, ShownEvent, ShownWording} from '../flows/show-consent.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {EventOrigin} from '../ports/consent-store.ts'
import type {Screen} from './screen.ts'
import {beginningOf, shortHash} from './show-wordings.ts'
import {cut, plain, wrap} from './table.ts'

export function showConsentEvents({events, day}: ConsentAnswer, offsetMinutes: number, screen: Screen): void {
  for (const event of events) showEvent(event, {day, offsetMinutes}, screen)
}

function showEvent(
  event: ShownEvent,
  {day, offsetMinutes}: {readonly day: string; readonly offsetMinutes: number},
  screen: Screen,
): void {
  const {t, paint, width} = screen
  const when = event.at === null ? t('show.undated') : dayOrMoment(event.at, offsetMinutes)
  const standing = event.holds
    ? paint.green(t('show.holds'))
    : event.counts
      ? ''
      : paint.dim(event.stands ? t('show.after', {day}) : t('show.taken-back'))
  const words = [when, paint.bold(t(`show.kind.${event.kind}`)), standing].filter((word) => word !== '')
  screen.out(`  ${words.join('  ')}`)
  const tell = (name: Parameters<Screen['t']>[0], value: string | null) => {
    if (value !== null) screen.out(wrap(`${t(name)}: ${value}`, width, 6))
  }
  tell('show.basis', event.basis === null ? null : t(`basis.${event.basis}`))
  tell('show.how', plainOr(event.method))
  tell('show.where', plainOr(event.source))
  if (event.shown !== null) showWording(event.shown, offsetMinutes, screen)
  tell('show.purpose', plainOr(event.purpose))
  tell('show.topic', plainOr(event.topic))
  for (const [name, value] of Object.entries(event.evidence))
    screen.out(wrap(`${evidenceName(name, screen)}: ${plain(value)}`, width, 6))
  if (event.origin !== null) tell('show.came', originWords(event.origin, offsetMinutes, screen))
}

function plainOr(text: string | null): string | null {
  return text === null ? null : plain(text)
}

/** Proof that audits name is named as there; the rest by its field. */
export function evidenceName(name: string, {t}: Screen): string {
  const key = `evidence.${name}`
  return isMessageKey(key) ? t(key) : name
}

/** With the first lines of its text, as the person saw it. */
function showWording({named, state, wording}: ShownWording, offsetMinutes: number, screen: Screen): void {
  const {t, paint, width} = screen
  const name = plain(named)
  if (wording === null) {
    const key = state === 'unknown' ? 'show.wording.unknown' : 'show.wording.not-covering'
    screen.out(paint.yellow(wrap(`▲ ${t('show.wording')}: ${t(key, {name})}`, width, 6)))
    return
  }
  const until = wording.until === null ? t('show.wording.now') : dayOrMoment(wording.until, offsetMinutes)
  const told = {name: wording.name, hash: shortHash(wording), from: dayOrMoment(wording.from, offsetMinutes), until}
  screen.out(wrap(`${t('show.wording')}: ${t('show.wording.version', told)}`, width, 6))
  const first = cut(beginningOf(wording.text), 2 * (width - 10))
  screen.out(paint.dim(wrap(first, width, 8)))
}

export function originWords(origin: EventOrigin, offsetMinutes: number, {t}: Screen): string {
  const id = origin.uuid.slice(0, 8)
  const at = dayOrMoment(origin.at, offsetMinutes)
  if (origin.kind === 'list-import')
    return t('show.origin.list-import', {file: plain(origin.file), list: origin.list, at, id})
  if (origin.kind === 'consent-import') return t('show.origin.consent-import', {file: plain(origin.file), at})
  const segment = origin.segment === null ? t('show.segment.all') : plain(origin.segment)
  return t('show.origin.declaration', {by: plain(origin.by), list: origin.list, at, id, segment})
}
