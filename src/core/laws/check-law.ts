/**
 * Looks whether a law file says what it must: places, what was found and what was expected, for whoever writes one.
 * The types hold the shape; this holds what they cannot: dates, languages, sources, names of rules and facts.
 */
import {isCountryCode} from '../country-codes.ts'
import type {Duty, Words} from '../lint/duty.ts'
import type {Source} from '../lint/finding.ts'
import type {Rule} from '../lint/rule.ts'
import {FACTS} from './declared-facts.ts'
import type {Law, LawFacts} from './law.ts'
import {RULE_PARAMETERS} from './rule-parameters.ts'

export interface LawFault {
  /** e.g. "jp.duties[3] jp/trade-basis: since". */
  readonly place: string
  readonly expected: string
  readonly found: string
}

type Tell = (place: string, expected: string, found: unknown) => void

/** The faults of all these laws together, each duty's id being unique among them. Never throws. */
export function rulebookFaults(laws: readonly Law[], rules: readonly Rule[]): readonly LawFault[] {
  const ids = new Map<string, string>()
  const faults = laws.flatMap((law) => [...lawFaults(law, rules)])
  for (const law of laws)
    for (const {id} of law.duties) {
      const other = ids.get(id)
      if (other !== undefined && other !== law.id)
        faults.push({place: `${law.id}: ${id}`, expected: 'an id that no other law has', found: `also in ${other}`})
      ids.set(id, law.id)
    }
  return faults
}

/** rules: all that a duty may name. Empty when the law is well made. Never throws. */
export function lawFaults(law: Law, rules: readonly Rule[]): readonly LawFault[] {
  const faults: LawFault[] = []
  const tell: Tell = (place, expected, found) =>
    faults.push({place: `${law.id}.${place}`, expected, found: JSON.stringify(found) ?? 'nothing'})
  if (!/^[a-z]{2,}$/.test(law.id)) tell('id', 'a short name in small letters', law.id)
  checkWords(law.name, 'name', tell)
  for (const country of law.countries) if (!isCountryCode(country)) tell('countries', 'ISO 3166 alpha-2 codes', country)
  const {zoneMinutes} = law
  const isZone = Number.isInteger(zoneMinutes) && zoneMinutes! >= -720 && zoneMinutes! <= 840
  if (law.countries.length > 0 && !isZone) tell('zoneMinutes', 'minutes east of UTC, -720 to 840', zoneMinutes)
  const seen = new Set<string>()
  for (const [index, duty] of law.duties.entries()) {
    const place = `duties[${index}] ${duty.id}:`
    if (seen.has(duty.id)) tell(place, 'an id that no other duty has', duty.id)
    seen.add(duty.id)
    checkDuty(duty, law.countries.length > 0 ? law.id : '', rules, (what, expected, found) =>
      tell(`${place} ${what}`, expected, found),
    )
  }
  if (law.facts !== null) checkFacts(law.facts, tell)
  return faults
}

const SEVERITIES = ['error', 'warning', 'info']

/** authority: the law's name, that its duties bear; empty for a standard, which speaks for several. */
function checkDuty(duty: Duty, authority: string, rules: readonly Rule[], tell: Tell): void {
  const {id, severity, since, until, firmFrom} = duty
  if ((authority !== '' && !id.startsWith(`${authority}/`)) || !/^[a-z]+\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    tell('id', `${authority}/words-joined-by-hyphens`, id)
  checkTitle(duty.title, tell)
  checkWords(duty.says, 'says', tell)
  checkRule(duty, rules, tell)
  if (duty.when !== undefined) checkWhen(duty.when, tell)
  if (!SEVERITIES.includes(severity)) tell('severity', SEVERITIES.join(', '), severity)
  checkDay(since, 'since', tell)
  if (until !== undefined) checkDay(until, 'until', tell)
  if (firmFrom !== undefined) checkDay(firmFrom, 'firmFrom', tell)
  if (until !== undefined && until <= since) tell('until', `a day after since (${since})`, until)
  if (firmFrom !== undefined && firmFrom <= since) tell('firmFrom', `a day after since (${since})`, firmFrom)
  checkSources(duty.sources, 'sources', tell)
}

function checkRule({rule, with: given = {}}: Duty, rules: readonly Rule[], tell: Tell): void {
  if (rule !== null && rules.every(({id}) => id !== rule)) {
    tell('rule', 'the id of a rule, or null', rule)
    return
  }
  const wanted = rule === null ? {} : (RULE_PARAMETERS[rule] ?? {})
  for (const name of Object.keys(given))
    if (wanted[name] === undefined)
      tell(`with.${name}`, `no such parameter of ${rule ?? 'a duty without a rule'}`, name)
  for (const [name, {expected, isOptional, fits}] of Object.entries(wanted)) {
    const value = given[name]
    if (value === undefined ? !isOptional : !fits(value)) tell(`with.${name}`, expected, value)
  }
}

function checkWhen({fact, is}: NonNullable<Duty['when']>, tell: Tell): void {
  const words: readonly string[] | null | undefined = (FACTS as Readonly<Record<string, readonly string[] | null>>)[
    fact
  ]
  if (words === undefined) {
    tell('when.fact', `one of ${Object.keys(FACTS).join(', ')}`, fact)
    return
  }
  // A fact that is a day has no words: is: [] takes any.
  for (const word of is)
    if (words === null || !words.includes(word)) tell('when.is', words === null ? 'no words' : words.join(', '), word)
  if (words !== null && is.length === 0) tell('when.is', `some of ${words.join(', ')}`, is)
}

function checkFacts({consent, optOut, retention, labels, quietHours, penalties}: LawFacts, tell: Tell): void {
  checkWords(consent, 'facts.consent', tell)
  if (quietHours !== null) checkWords(quietHours, 'facts.quietHours', tell)
  for (const [index, {deadline, linkDays, sources}] of optOut.entries()) {
    const place = `facts.optOut[${index}]`
    if (!isCount(deadline.n)) tell(`${place}.deadline.n`, 'a whole number, 0 for at once', deadline.n)
    if (linkDays !== null && !isCount(linkDays)) tell(`${place}.linkDays`, 'a whole number of days, or null', linkDays)
    checkSources(sources, `${place}.sources`, tell)
  }
  for (const [index, each] of retention.entries()) {
    const place = `facts.retention[${index}] ${each.of}:`
    if (!isCount(each.period.n) || each.period.n === 0) tell(`${place} period.n`, 'a whole number', each.period.n)
    if (each.when !== undefined) checkWhen(each.when, (what, ...rest) => tell(`${place} ${what}`, ...rest))
    checkWords(each.says, `${place} says`, tell)
    checkDay(each.since, `${place} since`, tell)
    checkSources(each.sources, `${place} sources`, tell)
  }
  for (const [index, {text, where, sources}] of labels.entries()) {
    if (text.trim() === '') tell(`facts.labels[${index}].text`, 'the words of the label', text)
    checkWords(where, `facts.labels[${index}].where`, tell)
    checkSources(sources, `facts.labels[${index}].sources`, tell)
  }
  for (const [index, {conduct, amount, since, sources}] of penalties.entries()) {
    checkWords(conduct, `facts.penalties[${index}].conduct`, tell)
    checkWords(amount, `facts.penalties[${index}].amount`, tell)
    if (since !== undefined) checkDay(since, `facts.penalties[${index}].since`, tell)
    checkSources(sources, `facts.penalties[${index}].sources`, tell)
  }
}

const JAPANESE = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/

function checkWords(words: Words | undefined, place: string, tell: Tell): void {
  const {ja = '', en = ''} = words ?? {}
  if (!JAPANESE.test(ja)) tell(`${place}.ja`, 'words in Japanese', ja)
  if (!/[A-Za-z]/.test(en) || JAPANESE.test(en)) tell(`${place}.en`, 'words in English', en)
}

/** A title has to fit a table's cell. */
function checkTitle(title: Words | undefined, tell: Tell): void {
  checkWords(title, 'title', tell)
  const {ja = '', en = ''} = title ?? {}
  if ([...ja].length > 20) tell('title.ja', 'at most 20 characters', ja)
  if (en.split(' ').length > 7) tell('title.en', 'at most 7 words', en)
}

function checkSources(sources: readonly Source[], place: string, tell: Tell): void {
  if (sources.length === 0) tell(place, 'at least one source', sources)
  for (const {title, url, confidence} of sources) {
    if (title.trim() === '') tell(`${place}.title`, 'the law and article', title)
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) tell(`${place}.url`, 'an address on the web', url)
    if (!['verified', 'secondary', 'unverified'].includes(confidence))
      tell(`${place}.confidence`, 'verified, secondary or unverified', confidence)
  }
}

function checkDay(day: string, place: string, tell: Tell): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null
  const isDay = date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  if (!isDay) tell(place, 'a day of the calendar such as 2008-12-01', day)
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 0
}
