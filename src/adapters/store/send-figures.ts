/** The figures of a send's report, read from the ledger by grouping queries. */

import type {SendReport} from '../../core/reports/send-report.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import {maskReply} from '../../core/sensitive/mask-reply.ts'
import type {Connection} from './connection.ts'

const TOP_DOMAINS = 15
const TOP_REPLIES = 20
const STEPS = 60

type Figures = Pick<SendReport, 'reasons' | 'domains' | 'replies' | 'rate'>

export function figuresOf({db}: Connection, sendId: number): Figures {
  const all = <Row>(sql: string, ...parameters: (string | number)[]) =>
    db.prepare(sql).all(...parameters) as unknown as Row[]
  const reasons = all<Figures['reasons'][number]>(
    `select state, reason, count(*) as count from deliveries where send_id = ? and reason is not null
     group by state, reason order by count desc, reason`,
    sendId,
  )
  const domains = all<Figures['domains'][number]>(
    `select substr(c.address_key, instr(c.address_key, '@') + 1) as domain, sum(d.state = 'accepted') as accepted,
     sum(d.state = 'deferred') as deferred, sum(d.state = 'rejected') as rejected,
     sum(d.state in ('in-doubt', 'attempting')) as inDoubt,
     sum(d.state in ('suppressed', 'held', 'dropped', 'skipped', 'planned')) as notMailed
     from deliveries d join contacts c on c.id = d.contact_id where d.send_id = ?
     group by domain order by count(*) desc, domain`,
    sendId,
  )
  const replies = all<Figures['replies'][number]>(
    `select outcome as state, code, coalesce(enhanced, '') as enhanced, min(reply) as sample, count(*) as count
     from attempts where send_id = ? and code is not null group by outcome, code, coalesce(enhanced, '')
     order by count desc, code, coalesce(enhanced, '') limit ?`,
    sendId,
    TOP_REPLIES,
  )
  return {
    reasons,
    domains: withRest(domains),
    replies: replies.map((row) => ({...row, sample: maskReply(row.sample ?? '')})),
    rate: rateOf(all, sendId),
  }
}

/** More domains than a picture can hold become one row named '*'. */
function withRest(domains: readonly Figures['domains'][number][]): Figures['domains'] {
  if (domains.length <= TOP_DOMAINS) return domains
  const rest = {domain: '*', accepted: 0, deferred: 0, rejected: 0, inDoubt: 0, notMailed: 0}
  for (const row of domains.slice(TOP_DOMAINS)) {
    rest.accepted += row.accepted
    rest.deferred += row.deferred
    rest.rejected += row.rejected
    rest.inDoubt += row.inDoubt
    rest.notMailed += row.notMailed
  }
  return [...domains.slice(0, TOP_DOMAINS), rest]
}

function rateOf(all: <Row>(sql: string, ...parameters: (string | number)[]) => Row[], sendId: number): Figures['rate'] {
  const [span] = all<{first: number | null; last: number | null}>(
    'select min(finished_at) as first, max(finished_at) as last from attempts where send_id = ? and outcome is not null',
    sendId,
  )
  if (!span || span.first === null || span.last === null) return {stepMs: 1000, steps: []}
  const stepMs = Math.max(1000, Math.ceil((span.last - span.first + 1) / STEPS / 1000) * 1000)
  const first = Math.floor(span.first / stepMs) * stepMs
  const rows = all<{step: number; outcome: DeliveryState; n: number}>(
    `select cast((finished_at - ?) / ? as integer) as step, outcome, count(*) as n from attempts
     where send_id = ? and outcome is not null group by step, outcome`,
    first,
    stepMs,
    sendId,
  )
  const length = Math.floor((span.last - first) / stepMs) + 1
  const steps = Array.from({length}, (_, i) => ({
    at: first + i * stepMs,
    accepted: 0,
    deferred: 0,
    rejected: 0,
    inDoubt: 0,
  }))
  for (const {step, outcome, n} of rows) {
    const slot = steps[step]!
    if (outcome === 'accepted' || outcome === 'deferred' || outcome === 'rejected') slot[outcome] += n
    else if (outcome === 'in-doubt') slot.inDoubt += n
  }
  return {stepMs, steps}
}
