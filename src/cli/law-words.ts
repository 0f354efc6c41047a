/** The rulebook's values in words: periods, weights, standing of a duty, facts it depends on, parameters of a rule. */
import {keyOfFact} from '../core/laws/declared-facts.ts'
import type {DutyAt} from '../core/laws/duty-at.ts'
import type {Period} from '../core/laws/law.ts'
import type {Severity} from '../core/lint/finding.ts'
import type {MessageKey} from '../i18n/text.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {Screen} from './screen.ts'

/** 0 hours = at once. */
export function deadlineWords(deadline: Period, {t}: Screen): string {
  return deadline.n === 0 ? t('laws.at-once') : t('laws.within', {period: periodWords(deadline, {t})})
}

/** For a table. */
export function shortDeadline(deadline: Period, {t}: Screen): string {
  return deadline.n === 0 ? t('laws.at-once') : periodWords(deadline, {t})
}

export function periodWords({unit, n}: Period, {t}: Pick<Screen, 't'>): string {
  return t(`laws.period.${unit}`, {n})
}

export function monthsWords(months: number, screen: Screen): string {
  return periodWords(months % 12 === 0 ? {unit: 'years', n: months / 12} : {unit: 'months', n: months}, screen)
}

/** Since when, until when, what is to come, and how sure the sources are. */
export function standingWords(duty: DutyAt, {t}: Screen): readonly string[] {
  const {standing, since, until, becomes, confidence, severity, rule} = duty
  const sure = confidence === 'unverified' && severity === 'info' ? 'unverified-note' : confidence
  return [
    t(standing === 'to-come' ? 'laws.duty.from' : 'laws.duty.since', {day: since}),
    ...(until === null ? [] : [t(standing === 'ended' ? 'laws.duty.ended' : 'laws.duty.until', {day: until})]),
    ...(becomes === null
      ? []
      : [t('laws.duty.becomes', {weight: t(`laws.a-weight.${becomes.severity}`), day: becomes.day})]),
    ...(rule === null ? [t('laws.duty.told')] : []),
    t(`laws.sure.${sure}`),
  ]
}

/** Whether it binds this sender, by what was declared; empty when it depends on nothing. */
export function needWords({needs}: Pick<DutyAt, 'needs'>, {t}: Screen): string {
  if (needs === null) return ''
  const {fact, declared, holds} = needs
  if (holds === null) return t('laws.duty.not-assessed', {fact: keyOfFact(fact)})
  return t(holds ? 'laws.duty.binds' : 'laws.duty.binds-not', {fact: keyOfFact(fact), declared: declared ?? ''})
}

/** In which case it holds at all, e.g. where sellerType is b2c-distance. */
export function whereWords(needs: DutyAt['needs'], {t}: Screen): string {
  if (needs === null) return ''
  const {fact, is} = needs
  return is.length === 0
    ? t('laws.show.where-day', {fact})
    : t('laws.show.where-fact', {fact, value: is.join(t('laws.list'))})
}

export function weightMark(severity: Severity, {paint}: Screen): string {
  if (severity === 'error') return paint.red('✖')
  return severity === 'warning' ? paint.yellow('▲') : paint.blue('●')
}

/** The keys of the words for a parameter's values; the others are shown as they are. */
const VOCABULARY: Readonly<Record<string, (value: string) => string>> = {
  bases: (value) => `basis.${value}`,
  basis: (value) => `basis.${value}`,
  evidence: (value) => `evidence.${value}`,
  needs: (value) => `evidence.${value}`,
  conditions: (value) => `evidence.${value}`,
  fields: (value) => `evidence.${value}`,
  categories: (value) => `category.${value}`,
  how: (value) => `laws.how.${value}`,
  unless: (value) => `laws.how.${value}`,
  what: (value) => `laws.what.${value}`,
  collectedBy: (value) => `laws.collected-by.${value}`,
  refused: (value) => `laws.origin.${value}`,
  of: (value) => `laws.of.${value}`,
  whose: (value) => `laws.whose.${value}`,
  proofs: (value) => `laws.proofs.${value}`,
  only: (value) => `laws.only.${value}`,
  strength: (value) => `laws.strength.${value}`,
  kinds: (value) => `laws.kind.${value}`,
  exceptSubscribers: (value) => `laws.subscriber.${value}`,
  or: (value) => `laws.or.${value}`,
  details: (value) => `laws.detail.${value}`,
  languages: (value) => `laws.language.${value}`,
  formsOf: (value) => `laws.language.${value}`,
}

/** A rule's parameters, one sentence each. wanted: the duty's `with`. */
export function parameterWords(wanted: DutyAt['with'], screen: Screen): readonly string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (value === false) return []
    const isSeveral = Array.isArray(value) && isMessageKey(`laws.with.${name}.several`)
    const key = `laws.with.${name}${isSeveral ? '.several' : ''}`
    const words = valueWords(name, value, screen)
    return [isMessageKey(key) ? screen.t(key, {value: words}) : `${name}: ${words}`]
  })
}

/** Lists of words joined as the language does. */
export function valueWords(name: string, value: unknown, screen: Screen): string {
  if (Array.isArray(value)) return value.map((each) => valueWords(name, each, screen)).join(screen.t('laws.list'))
  if (name === 'from') return fromWords(String(value), screen)
  if (name === 'months') return monthsWords(Number(value), screen)
  if (name === 'under') return periodWords({unit: 'years', n: Number(value)}, screen)
  if (name === 'share') return String(Math.round(Number(value) * 100))
  const key = VOCABULARY[name]?.(String(value)) ?? ''
  return isMessageKey(key) ? screen.t(key) : String(value)
}

function fromWords(field: string, {t}: Screen): string {
  if (field === 'at') return t('laws.from.at')
  return isMessageKey(`evidence.${field}`) ? t(`evidence.${field}` as MessageKey) : field
}
