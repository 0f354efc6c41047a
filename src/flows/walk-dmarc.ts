/** DMARC as receivers find it: up the tree from a domain (RFC 9989 section 4.10), and the consent of whoever gets reports. */
import type {Asked} from '../core/dns-records/answer.ts'
import {isUnanswered, recordsOf} from '../core/dns-records/answer.ts'
import type {FoundDmarc} from '../core/dns-records/dmarc-record.ts'
import {
  appliedDmarc,
  dmarcAmong,
  endsWalk,
  organisationOf,
  readDmarc,
  reportHost,
  walkNames,
} from '../core/dns-records/dmarc-record.ts'
import type {DmarcView} from '../core/lint/domain-view.ts'
import type {DomainQuestions} from './domain-questions.ts'

interface Walked {
  readonly asked: readonly Asked<string>[]
  readonly found: readonly FoundDmarc[]
  /** Null where DNS left it open. */
  readonly organisation: string | null
}

async function walkUp(domain: string, questions: DomainQuestions): Promise<Walked> {
  const asked: Asked<string>[] = []
  const found: FoundDmarc[] = []
  for (const name of walkNames(domain)) {
    const each = await questions.txt(`_dmarc.${name}`)
    asked.push(each)
    // Several records at one name are as good as none.
    const texts = dmarcAmong(recordsOf(each))
    if (texts.length !== 1) continue
    const record = readDmarc(texts[0]!)
    found.push({domain: name, record})
    if (endsWalk(record, name === domain)) break
  }
  return {asked, found, organisation: asked.some(isUnanswered) ? null : organisationOf(domain, found)}
}

/** Null where DNS left it open. */
export async function organisationIn(domain: string, questions: DomainQuestions): Promise<string | null> {
  return (await walkUp(domain, questions)).organisation
}

/** More hosts than anybody sends reports to. */
const MOST_OUTSIDERS = 5

export async function lookUpDmarc(domain: string, questions: DomainQuestions): Promise<DmarcView> {
  const {asked, found, organisation} = await walkUp(domain, questions)
  const own = asked[0]!
  const hasOwn = found[0]?.domain === domain
  const applied = hasOwn || organisation !== null ? appliedDmarc(domain, found) : null
  const outsiders: DmarcView['outsiders'][number][] = []
  for (const host of applied === null ? [] : hostsOf(applied)) {
    const home = await organisationIn(host, questions)
    if (organisation === null || home === null || home === organisation) continue
    const agreement = await questions.txt(`${applied!.domain}._report._dmarc.${host}`)
    outsiders.push({host, asked: agreement, agrees: dmarcAmong(recordsOf(agreement)).length > 0})
  }
  return {walk: asked, own, ownTexts: dmarcAmong(recordsOf(own)), applied, organisation, outsiders}
}

function hostsOf({record}: FoundDmarc): readonly string[] {
  const hosts = record.reportsTo.map(reportHost).filter((host) => host !== null)
  return [...new Set(hosts)].slice(0, MOST_OUTSIDERS)
}
