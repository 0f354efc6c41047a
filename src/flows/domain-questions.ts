/** The questions of one look at a domain: each asked once, kept with its answer, and none more where nobody answers. */
import type {Answer, Asked, MxRecord, RecordType} from '../core/dns-records/answer.ts'
import {questionOf} from '../core/dns-records/answer.ts'
import type {HostAddresses} from '../core/lint/domain-view.ts'
import type {Dns} from '../ports/dns.ts'

export interface DomainQuestions {
  txt(name: string): Promise<Asked<string>>
  mx(name: string): Promise<Asked<MxRecord>>
  /** A, and AAAA where there is none. */
  addresses(name: string): Promise<HostAddresses>
  /** All that were asked, in order of their names: answers come in any. */
  all(): readonly Asked<unknown>[]
  /** The code by which nobody answered any question; null as soon as one was answered. */
  silence(): string | null
}

/** So many without a single answer: there is no server, and waiting for each of the others helps nobody. */
const HOPELESS = 4

export function domainQuestions(dns: Dns): DomainQuestions {
  const known = new Map<string, Promise<Asked<unknown>>>()
  const all: Asked<unknown>[] = []
  let answered = 0
  let why: string | null = null
  const ask = <T>(type: RecordType, given: string, find: (name: string) => Promise<Answer<T>>): Promise<Asked<T>> => {
    const name = given.toLowerCase().replace(/\.$/, '')
    const key = questionOf({name, type})
    const before = known.get(key)
    if (before !== undefined) return before as Promise<Asked<T>>
    const isHopeless = answered === 0 && why !== null && all.length >= HOPELESS
    const asking = (isHopeless ? Promise.resolve<Answer<T>>({state: 'unanswered', why: why!}) : find(name)).then(
      (answer) => {
        if (answer.state === 'unanswered') why ??= answer.why
        else answered += 1
        const asked = {name, type, answer}
        all.push(asked)
        return asked
      },
    )
    known.set(key, asking)
    return asking
  }
  return {
    txt: (name) => ask('TXT', name, dns.txt),
    mx: (name) => ask('MX', name, dns.mx),
    async addresses(name) {
      const four = await ask('A', name, dns.a)
      if (four.answer.state === 'found') return {name, state: 'found', asked: four}
      const six = await ask('AAAA', name, dns.aaaa)
      if (six.answer.state === 'found') return {name, state: 'found', asked: six}
      const open = [four, six].find(({answer}) => answer.state === 'unanswered')
      return open === undefined ? {name, state: 'absent', asked: four} : {name, state: 'unanswered', asked: open}
    },
    all: () => [...all].sort((a, b) => (questionOf(a) < questionOf(b) ? -1 : 1)),
    silence: () => (answered === 0 ? why : null),
  }
}
