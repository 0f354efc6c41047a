/** Proof that was locked away, in words: the events with where they came from, and which law wants them until when. */
import type {Sheet, SheetEntry, SheetFact} from '../core/reports/sheet.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {LockedProof} from '../ports/person-store.ts'
import type {Screen} from './screen.ts'
import {lawName} from './show-consent.ts'
import {evidenceName, originWords} from './show-consent-events.ts'

export function proofSheet(
  address: string,
  proofs: readonly LockedProof[],
  offsetMinutes: number,
  screen: Screen,
): Sheet {
  const {t} = screen
  return {
    title: t('proof.title', {address}),
    lead: [t('proof.recorded')],
    sections: proofs.map((each) => ({
      title: t('proof.until', {day: each.until}),
      empty: t(each.proof === null ? 'proof.key-gone' : 'show.events.none'),
      entries: [
        ...(each.proof?.events ?? []).map((event) => entryOf(event, offsetMinutes, screen)),
        ...each.laws.map(
          ({law, of, until, source}): SheetEntry => ({
            head: t('show.keep.until', {law: `${lawName(law, screen)} (${of})`, day: until}),
            ...{note: '', facts: [[t('contact.law'), source]]},
          }),
        ),
      ],
    })),
  }
}

function entryOf(
  event: NonNullable<LockedProof['proof']>['events'][number],
  offsetMinutes: number,
  screen: Screen,
): SheetEntry {
  const {t} = screen
  const facts = [
    ['show.basis', event.basis === null ? null : t(`basis.${event.basis}`)],
    ['show.how', event.method],
    ['show.where', event.source],
    ['show.wording', event.wording],
    ['show.purpose', event.purpose],
    ['show.topic', event.topic],
    ['show.came', event.origin === null ? null : originWords(event.origin, offsetMinutes, screen)],
  ] as const
  return {
    head: `${event.at === null ? t('show.undated') : dayOrMoment(event.at, offsetMinutes)}  ${t(`show.kind.${event.kind}`)}`,
    note: '',
    facts: [
      ...facts.flatMap(([key, value]): SheetFact[] => (value === null ? [] : [[t(key), value]])),
      ...Object.entries(event.evidence).map(([name, value]): SheetFact => [evidenceName(name, screen), value]),
    ],
  }
}
