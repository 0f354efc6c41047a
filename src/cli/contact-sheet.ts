/** Everything held on one person in words, section by section: for the screen and for the page that is handed over. */
import type {Sheet, SheetEntry, SheetFact, SheetSection} from '../core/reports/sheet.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {ShownEvent} from '../flows/show-consent.ts'
import type {ContactAnswer} from '../flows/show-contact.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {FieldChange} from '../ports/list-import.ts'
import type {HeldImport} from '../ports/person-store.ts'
import {keptWords} from './kept-words.ts'
import type {Screen} from './screen.ts'
import {lawName} from './show-consent.ts'
import {evidenceName, originWords} from './show-consent-events.ts'
import {tombstoneWords} from './show-erase.ts'
import {reasonWords, scopeWords} from './show-suppression.ts'

export function contactSheet(answer: ContactAnswer, offsetMinutes: number, screen: Screen): Sheet {
  const {t} = screen
  const {consent, tombstone} = answer
  const how = {offsetMinutes, screen}
  return {
    title: t('contact.title', {address: consent.address}),
    lead: [
      ...(tombstone === null ? [] : tombstoneWords(tombstone, offsetMinutes, screen)),
      ...(answer.contact === null && tombstone === null && answer.signUps.length === 0 ? [t('contact.nobody')] : []),
      ...(answer.contact === null ? [] : [t('contact.lead', {at: dayOrMoment(consent.asOf, offsetMinutes)})]),
    ],
    sections: [
      person(answer, how),
      lists(answer, how),
      {
        title: t('contact.consents'),
        empty: t('show.events.none'),
        entries: consent.events.map((each) => event(each, how)),
      },
      suppressions(answer, how),
      sends(answer, how),
      ...(answer.signUps.length === 0 ? [] : [signUps(answer, how)]),
      imports(answer, how),
      keep(answer, how),
    ],
  }
}

interface How {
  readonly offsetMinutes: number
  readonly screen: Screen
}

function person({contact, held, consent}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const title = t('contact.person')
  if (contact === null) return {title, empty: t('contact.person.none'), entries: []}
  const sensitive = consent.sensitive.map(
    ({column, list, ...ground}): SheetFact => [list, keptWords(column, ground, screen)],
  )
  const own: SheetFact[] = [
    [t('contact.address'), contact.address],
    [t('contact.since'), dayOrMoment(consent.record?.recordedAt ?? 0, offsetMinutes)],
    ...optional(t('contact.country'), contact.country ?? consent.placed.country),
    ...optional(t('contact.locale'), contact.locale),
    ...optional(t('contact.zone'), contact.timeZone),
    [t('contact.id'), contact.publicId],
    ...(held?.otherSpellings ?? []).map((other): SheetFact => [t('contact.other-spelling'), other]),
  ]
  return {
    ...{title, empty: ''},
    entries: [
      {head: t('contact.own'), note: '', facts: own},
      {head: t('contact.attributes'), note: '', facts: [...Object.entries(contact.attributes), ...sensitive]},
    ],
  }
}

function optional(name: string, value: string | null): readonly SheetFact[] {
  return value === null ? [] : [[name, value]]
}

function lists({consent}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const entries = (consent.record?.lists ?? []).map(({name, addedAt, file}): SheetEntry => {
    return {head: t('show.list', {name, at: dayOrMoment(addedAt, offsetMinutes), file}), note: '', facts: []}
  })
  return {title: t('show.lists'), empty: t('show.lists.none'), entries}
}

function event(shown: ShownEvent, {offsetMinutes, screen}: How): SheetEntry {
  const {t} = screen
  const fact = (key: Parameters<Screen['t']>[0], value: string | null) => optional(t(key), value)
  const wording = shown.shown?.wording ?? null
  return {
    head: `${shown.at === null ? t('show.undated') : dayOrMoment(shown.at, offsetMinutes)}  ${t(`show.kind.${shown.kind}`)}`,
    note: shown.holds ? t('show.holds') : shown.stands ? '' : t('show.taken-back'),
    facts: [
      ...fact('show.basis', shown.basis === null ? null : t(`basis.${shown.basis}`)),
      ...fact('show.how', shown.method),
      ...fact('show.where', shown.source),
      ...fact('show.wording', wording === null ? (shown.shown?.named ?? null) : `${wording.name}\n${wording.text}`),
      ...fact('show.purpose', shown.purpose),
      ...fact('show.topic', shown.topic),
      ...Object.entries(shown.evidence).map(([name, value]): SheetFact => [evidenceName(name, screen), value]),
      ...fact('show.came', shown.origin === null ? null : originWords(shown.origin, offsetMinutes, screen)),
      [t('contact.recorded'), dayOrMoment(shown.recordedAt, offsetMinutes)],
    ],
  }
}

/** All that were ever recorded of the address; then those that bind it by its domain. */
function suppressions({held, consent}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const own = held?.suppressions ?? []
  const others = consent.suppressions.filter(({uuid}) => !own.some((each) => each.uuid === uuid))
  const at = (moment: number) => dayOrMoment(moment, offsetMinutes)
  const entries = [...own, ...others.map((hit) => ({...hit, liftedAt: null}))].map(
    (each): SheetEntry => ({
      head: `${at(each.from ?? each.recordedAt)}  ${reasonWords(each.reason, screen)}`,
      note: scopeWords(each.scope, screen),
      facts: [
        ...(each.subject.startsWith('@') ? [[t('contact.domain'), each.subject] as const] : []),
        [t('contact.source'), each.line === null ? each.source : `${each.source}:${each.line}`],
        [t('contact.recorded'), at(each.recordedAt)],
        ...optional(t('contact.until'), each.until === null ? null : at(each.until)),
        ...optional(t('contact.lifted'), each.liftedAt === null ? null : at(each.liftedAt)),
      ],
    }),
  )
  return {title: t('contact.suppressions'), empty: t('contact.suppressions.none'), entries}
}

function signUps({signUps: waiting}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const at = (moment: number) => dayOrMoment(moment, offsetMinutes)
  const entries = waiting.map(
    ({form, address, askedAt, expiresAt, topic, wording, url, values, ip, userAgent}): SheetEntry => ({
      ...{head: t('contact.sign-up', {at: at(askedAt), form}), note: ''},
      facts: [
        [t('contact.address'), address],
        ...Object.entries(values),
        ...optional(t('show.topic'), topic),
        [t('show.wording'), wording],
        [t('show.where'), url],
        ...optional(t('contact.sign-up.ip'), ip),
        ...optional(t('contact.sign-up.agent'), userAgent),
        [t('contact.sign-up.until'), at(expiresAt)],
      ],
    }),
  )
  return {title: t('contact.sign-ups'), empty: t('contact.sign-ups.none'), entries}
}

function sends({consent, held}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const entries = (consent.record?.mails ?? []).map(
    ({send, at, state, reason}): SheetEntry => ({
      head: `${at === null ? t('show.mail.not-sent') : dayOrMoment(at, offsetMinutes)}  ${send}`,
      note: stateWords(state, screen),
      facts: [
        ...optional(t('contact.reason'), reason),
        ...(held?.attempts ?? [])
          .filter((attempt) => attempt.send === send)
          .map(({attempt, markedAt, outcome, code, enhanced, reply}): SheetFact => {
            const said = [code ?? '', enhanced ?? '', reply ?? ''].filter((word) => word !== '').join(' ')
            const end = outcome === null ? t('contact.attempt.open') : stateWords(outcome, screen)
            return [
              t('contact.attempt', {count: attempt}),
              [dayOrMoment(markedAt, offsetMinutes), end, said].filter((word) => word !== '').join('  '),
            ]
          }),
      ],
    }),
  )
  return {title: t('show.mails'), empty: t('show.mails.none'), entries}
}

function stateWords(state: string, {t}: Screen): string {
  const key = `state.${state}`
  return isMessageKey(key) ? t(key) : state
}

function imports({held}: ContactAnswer, {offsetMinutes, screen}: How): SheetSection {
  const {t} = screen
  const entries = (held?.imports ?? []).map(
    (each): SheetEntry => ({
      head: `${dayOrMoment(each.at, offsetMinutes)}  ${each.file}`,
      note: importNote(each, screen),
      facts: [
        [t('contact.into'), each.list],
        ...each.changes.map((change): SheetFact => [fieldName(change, screen), changeWords(change, screen)]),
      ],
    }),
  )
  return {title: t('contact.imports'), empty: t('contact.imports.none'), entries}
}

function importNote({madeContact, isUndone}: HeldImport, {t}: Screen): string {
  return [madeContact ? t('contact.import.made') : '', isUndone ? t('contact.import.undone') : '']
    .filter((word) => word !== '')
    .join(' · ')
}

function fieldName({field, header}: FieldChange, {t}: Screen): string {
  if (field === 'attribute') return header ?? ''
  return t(field === 'country' ? 'contact.country' : field === 'locale' ? 'contact.locale' : 'contact.zone')
}

function changeWords({before, after}: FieldChange, {t}: Screen): string {
  return `${before ?? t('contact.change.nothing')} → ${after ?? t('contact.change.nothing')}`
}

function keep({consent}: ContactAnswer, {screen}: How): SheetSection {
  const {t, lang} = screen
  const entries = consent.keep.map(({law, until, retention, isOver}): SheetEntry => {
    const key = until === null ? 'show.keep.open' : isOver ? 'show.keep.over' : 'show.keep.until'
    const name = `${lawName(law, screen)} (${retention.of})`
    return {
      head: t(key, {law: name, day: until ?? ''}),
      note: '',
      facts: [[t('contact.law'), `${retention.says[lang]} ${retention.sources.map(({title}) => title).join(' / ')}`]],
    }
  })
  return {title: t('show.keep'), empty: t('show.keep.none'), entries}
}
