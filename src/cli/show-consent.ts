/** One person's consent record on the screen: may we, by each law; what happened; where it stands; how long it is kept. */

import type {LawVerdict} from '../core/consent/judge-consent.ts'
import type {LawKeep} from '../core/consent/purge-verdict.ts'
import type {Severity} from '../core/lint/finding.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {ConsentAnswer} from '../flows/show-consent.ts'
import type {PersonMail} from '../ports/consent-store.ts'
import {RULEBOOK} from '../rulebook/laws.ts'
import {keptWords} from './kept-words.ts'
import type {Screen} from './screen.ts'
import {showConsentEvents} from './show-consent-events.ts'
import {fixOf, messageOf} from './show-findings.ts'
import {suppressionEntry} from './show-suppression.ts'
import {plain, wrap} from './table.ts'

export function showConsentAnswer(answer: ConsentAnswer, offsetMinutes: number, screen: Screen): void {
  const {t, paint, width} = screen
  const moment = (ms: number) => dayOrMoment(ms, offsetMinutes)
  const address = plain(answer.address)
  if (answer.record === null) {
    screen.out(wrap(t('show.unknown', {address}), width))
    showSuppressions(answer, offsetMinutes, screen)
    return
  }
  screen.out(paint.bold(t('show.title', {address})))
  if (answer.recordedAs !== null)
    screen.out(paint.yellow(wrap(`▲ ${t('show.other-spelling', {address: plain(answer.recordedAs)})}`, width, 2)))
  const {country, ground} = answer.placed
  const words = {at: moment(answer.record.recordedAt), country: country ?? t('show.country.unknown')}
  screen.out(wrap(t('show.since', {...words, ground: t(`show.ground.${ground}`)}), width, 2))
  heading(t('show.verdicts', {day: answer.day}), screen)
  if (answer.suppressions.some(({scope}) => scope === 'all')) screen.out(paint.red(wrap(t('show.stopped'), width, 2)))
  for (const verdict of answer.verdicts) if (isWorthTelling(verdict)) showVerdict(verdict, screen)
  heading(t('show.events'), screen)
  if (answer.events.length === 0) screen.out(`  ${t('show.events.none')}`)
  showConsentEvents(answer, offsetMinutes, screen)
  for (const {events, at, by, laws} of answer.record.purges) {
    const told = {
      count: events,
      at: moment(at),
      by: plain(by),
      laws: laws.map(({of}) => of).join(', ') || t('show.purged.no-law'),
    }
    screen.out(paint.dim(wrap(t('show.purged', told), width, 2)))
  }
  showSuppressions(answer, offsetMinutes, screen)
  heading(t('show.lists'), screen)
  if (answer.record.lists.length === 0) screen.out(`  ${t('show.lists.none')}`)
  for (const {name, addedAt, file} of answer.record.lists)
    screen.out(wrap(t('show.list', {name, at: moment(addedAt), file: plain(file)}), width, 2))
  for (const {column, list, ...ground} of answer.sensitive)
    screen.out(paint.yellow(wrap(`${list}: ${keptWords(column, ground, screen)}`, width, 2)))
  heading(t('show.mails'), screen)
  showMails(answer.record.mails, offsetMinutes, screen)
  heading(t('show.keep'), screen)
  if (answer.keep.length === 0) screen.out(wrap(t('show.keep.none'), width, 2))
  for (const keep of answer.keep) showKeep(keep, screen)
}

function heading(words: string, {out, paint}: Screen): void {
  out()
  out(paint.bold(words))
}

export function lawName(id: string, {lang}: Screen): string {
  return RULEBOOK.find((law) => law.id === id)?.name[lang] ?? id
}

/** Standards of ours only speak when they object. */
function isWorthTelling({law, complaints}: LawVerdict): boolean {
  return complaints.length > 0 || RULEBOOK.find(({id}) => id === law)?.facts !== null
}

const MARKS: Readonly<Record<Severity, string>> = {error: '✖', warning: '▲', info: '●'}
const VERDICT_PAINTS = {valid: 'green', weak: 'yellow', expired: 'red', missing: 'red', withdrawn: 'red'} as const

function showVerdict({law, verdict, complaints}: LawVerdict, screen: Screen): void {
  const {t, paint, width, lang} = screen
  screen.out(`  ${paint[VERDICT_PAINTS[verdict]](t(`show.verdict.${verdict}`))}  ${lawName(law, screen)}`)
  for (const complaint of complaints) {
    const {duty, severity} = complaint
    screen.out(wrap(`${MARKS[severity]} ${messageOf(complaint, lang)}`, width, 4))
    const fix = fixOf(complaint, lang)
    if (fix !== '') screen.out(wrap(t('show.way-out', {fix}), width, 6))
    const isSure = duty.sources.some(({confidence}) => confidence !== 'unverified')
    const source = duty.sources.map(({title}) => title).join(' / ')
    const doubt = isSure ? '' : `  (${t('show.unverified')})`
    screen.out(paint.dim(wrap(`${duty.id}  ${t('show.source', {source})}${doubt}`, width, 6)))
  }
}

function showSuppressions({suppressions}: ConsentAnswer, offsetMinutes: number, screen: Screen): void {
  heading(screen.t('show.suppressions'), screen)
  if (suppressions.length === 0) screen.out(`  ${screen.t('show.suppressions.none')}`)
  for (const hit of suppressions) screen.out(wrap(suppressionEntry(hit, offsetMinutes, screen), screen.width, 2))
}

/** Newest last, as everything else here. */
function showMails(mails: readonly PersonMail[], offsetMinutes: number, screen: Screen): void {
  const {t, width} = screen
  if (mails.length === 0) screen.out(`  ${t('show.mails.none')}`)
  if (mails.length > MOST_MAILS) screen.out(`  ${t('show.more', {count: mails.length - MOST_MAILS})}`)
  for (const {at, send, state, reason} of mails.slice(-MOST_MAILS)) {
    const day = at === null ? t('show.mail.not-sent') : dayOrMoment(at, offsetMinutes)
    const why = reason === null ? '' : `: ${plain(reason)}`
    screen.out(wrap(`${day}  ${send}  ${state}${why}`, width, 2))
  }
}

function showKeep({law, until, retention, isOver, isAssumed, isFromRecord}: LawKeep, screen: Screen): void {
  const {t, paint, width, lang} = screen
  const name = `${lawName(law, screen)} (${retention.of})`
  const key = until === null ? 'show.keep.open' : isOver ? 'show.keep.over' : 'show.keep.until'
  screen.out(wrap(t(key, {law: name, day: until ?? ''}), width, 2))
  const source = retention.sources.map(({title}) => title).join(' / ')
  const doubt = isAssumed ? ` ${t('show.keep.assumed')}` : ''
  const counted = isFromRecord ? ` ${t('show.keep.from-record')}` : ''
  screen.out(paint.dim(wrap(`${retention.says[lang]}${counted}${doubt} ${t('show.source', {source})}`, width, 4)))
}

const MOST_MAILS = 20
