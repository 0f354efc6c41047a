/**
 * An SPF record with all that it includes, walked as a receiver walks it whom no term satisfies: what that costs, and
 * where it breaks. Bounded, whatever the records of others say.
 * Source: RFC 7208 sections 4.6.4 (limits), 5.2 (include), 5.4 (mx), 6.1 (redirect).
 */
import {isAbsent, isUnanswered, recordsOf} from '../core/dns-records/answer.ts'
import type {SpfRecord, SpfTerm} from '../core/dns-records/spf-record.ts'
import {asksDns, hasMacro, readSpf, spfAmong} from '../core/dns-records/spf-record.ts'
import type {SpfView, SpfWalk} from '../core/lint/domain-view.ts'
import type {DomainQuestions} from './domain-questions.ts'

/** Far beyond the ten that are allowed: enough to say how many there are, little enough to end. */
const MOST_FOLLOWED = 50
const MOST_MX_HOSTS = 10

export async function lookUpSpf(domain: string, questions: DomainQuestions): Promise<SpfView> {
  const asked = await questions.txt(domain)
  const texts = spfAmong(recordsOf(asked))
  const record = texts.length === 1 ? readSpf(texts[0]!) : null
  return {asked, texts, record, walk: record === null ? null : await walkSpf(domain, record, questions)}
}

type Walk = {-readonly [K in keyof SpfWalk]: SpfWalk[K] extends readonly (infer T)[] ? T[] : SpfWalk[K]}

async function walkSpf(domain: string, record: SpfRecord, questions: DomainQuestions): Promise<SpfWalk> {
  const walk: Walk = {lookUps: 0, isCutOff: false, voids: [], faults: [], unanswered: []}
  await follow(record, [domain], walk, questions)
  return walk
}

/** path: the domains whose records led here, that of the record last. */
async function follow(
  record: SpfRecord,
  path: readonly string[],
  walk: Walk,
  questions: DomainQuestions,
): Promise<void> {
  const domain = path.at(-1)!
  for (const term of record.faults) walk.faults.push({kind: 'syntax', domain, term})
  for (const term of evaluated(record)) {
    if (walk.isCutOff) return
    walk.lookUps += 1
    if (walk.lookUps > MOST_FOLLOWED) walk.isCutOff = true
    else if (!hasMacro(term)) await lookInto(term, path, walk, questions)
  }
}

/** Those that ask DNS: behind `all` nothing is looked at, and a redirect comes last. */
function evaluated({terms, redirect}: SpfRecord): readonly SpfTerm[] {
  const end = terms.findIndex(({name}) => name === 'all')
  const mechanisms = (end < 0 ? terms : terms.slice(0, end)).filter(({name}) => name !== 'redirect')
  return [...mechanisms, ...(redirect === null ? [] : [redirect])].filter(asksDns)
}

async function lookInto(term: SpfTerm, path: readonly string[], walk: Walk, questions: DomainQuestions): Promise<void> {
  const domain = path.at(-1)!
  const target = (term.domain ?? domain).toLowerCase().replace(/\.$/, '')
  if (term.name === 'include' || term.name === 'redirect') {
    if (path.includes(target)) return void walk.faults.push({kind: 'loop', domain, term: term.text})
    const asked = await questions.txt(target)
    if (isUnanswered(asked)) return void walk.unanswered.push(asked)
    const texts = spfAmong(recordsOf(asked))
    if (texts.length === 1) return follow(readSpf(texts[0]!), [...path, target], walk, questions)
    walk.faults.push({kind: texts.length === 0 ? 'no-record' : 'several', domain, term: term.text})
  } else if (term.name === 'mx') {
    const asked = await questions.mx(target)
    if (isUnanswered(asked)) walk.unanswered.push(asked)
    if (isAbsent(asked)) walk.voids.push(term.text)
    if (recordsOf(asked).length > MOST_MX_HOSTS) walk.faults.push({kind: 'mx-many', domain, term: term.text})
  } else if (term.name === 'a' || term.name === 'exists') {
    const {state, asked} = await questions.addresses(target)
    if (state === 'unanswered') walk.unanswered.push(asked)
    if (state === 'absent') walk.voids.push(term.text)
  }
}
