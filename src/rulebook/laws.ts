/** Every law we hold, by short name, the standards that always apply, and the profile where no country is known. */
import type {LawChoice} from '../core/laws/choose-laws.ts'
import {chooseLaws} from '../core/laws/choose-laws.ts'
import type {Law} from '../core/laws/law.ts'
import {AppError} from '../errors.ts'
import {au} from './au.ts'
import {br} from './br.ts'
import {ca} from './ca.ts'
import {de} from './de.ts'
import {dns} from './dns.ts'
import {eu} from './eu.ts'
import {evidence} from './evidence.ts'
import {fr} from './fr.ts'
import {india} from './in.ts'
import {jp} from './jp.ts'
import {kr} from './kr.ts'
import {mailbox} from './mailbox.ts'
import {sg} from './sg.ts'
import {std} from './std.ts'
import {strictest} from './strictest.ts'
import {tpl} from './tpl.ts'
import {uk} from './uk.ts'
import {us} from './us.ts'

/** The edition of our rulebook: what every audit, plan and finding was judged by. Year, month, number in it. */
export const RULEBOOK_VERSION = '2026.11.2'

/** What a user may name; standards and the strictest profile need no naming. */
export const LAWS: readonly Law[] = [jp, us, ca, uk, eu, de, fr, au, sg, kr, br, india]

/** Whatever the country: ours of templates and of evidence, those of the Internet, and what mailbox providers demand. */
export const STANDARDS: readonly Law[] = [tpl, evidence, std, mailbox]

/** Laws under which a sender may ask once for consent: JP, 特定電子メール法 3条1項2号 and 施行規則 2条1項2号. */
export const MAY_ASK_ONCE: ReadonlySet<string> = new Set(['jp', ...STANDARDS.map(({id}) => id)])

/** Laws, standards, the profile of the strictest and what is asked of domains: all whose duties findings can name. */
export const RULEBOOK: readonly Law[] = [...LAWS, ...STANDARDS, strictest, dns]

/**
 * The laws of those names in that order, each once, and behind each the law of the union its country belongs to:
 * whoever is bound by de is bound by eu. Throws LAW_UNKNOWN with the known names.
 */
export function lawsNamed(ids: readonly string[]): readonly Law[] {
  const named = ids.flatMap((id) => {
    const law = LAWS.find((each) => each.id === id)
    if (law === undefined) throw new AppError('LAW_UNKNOWN', {law: id, known: LAWS.map((each) => each.id).join(', ')})
    return [law, ...LAWS.filter((other) => isUnionOf(other, law))]
  })
  return [...new Set(named)]
}

function isUnionOf(union: Law, law: Law): boolean {
  return union.countries.length > law.countries.length && law.countries.every((each) => union.countries.includes(each))
}

/** The same with the standards last: for templates, which are written for no one country. */
export function lawsOf(ids: readonly string[]): readonly Law[] {
  return [...lawsNamed(ids), ...STANDARDS]
}

/** For lists: the sender's laws for everybody, each contact's own on top. onlySender: without those. */
export function lawChoiceOf(ids: readonly string[], onlySender = false): LawChoice {
  return chooseLaws({sender: lawsNamed(ids), known: LAWS, strictest, standards: STANDARDS, onlySender})
}

/** The names under which a user knows these laws; standards are none of them. */
export function namesOf(laws: readonly Law[]): readonly string[] {
  return laws.filter((law) => LAWS.includes(law)).map(({id}) => id)
}
