/** Figures of the server in the text format that Prometheus reads; nothing in them names a person, a send or a client. */
import type {MailHealth, OptOutDeed, SignUpDeed} from '../../ports/web-server.ts'

export interface Figures {
  request(route: string, method: string, status: number, seconds: number): void
  deed(deed: OptOutDeed): void
  /** what: of the events of a service's notice, or why it was not taken. */
  hook(service: string, what: string, count: number): void
  signUp(deed: SignUpDeed): void
  slowed(): void
  refused(): void
  /** version=0.0.4 of the text format. */
  page(now: {readonly connections: number; readonly dropped: number; readonly mail: MailHealth | null}): string
}

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] as const
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

export function figures(): Figures {
  const requests = new Map<string, number>()
  const deeds = new Map<OptOutDeed, number>()
  const hooks = new Map<string, number>()
  const signUps = new Map<SignUpDeed, number>()
  const times = new Map<string, {buckets: number[]; sum: number; count: number}>()
  let slowed = 0
  let refused = 0
  return {
    request(route, method, status, seconds) {
      const labels = `route="${route}",method="${METHODS.has(method) ? method : 'other'}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      const time = times.get(route) ?? {buckets: BOUNDS.map(() => 0), sum: 0, count: 0}
      times.set(route, time)
      for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) time.buckets[i]! += 1
      time.sum += seconds
      time.count += 1
    },
    deed(deed) {
      deeds.set(deed, (deeds.get(deed) ?? 0) + 1)
    },
    hook(service, what, count) {
      const labels = `service="${service}",what="${what}"`
      hooks.set(labels, (hooks.get(labels) ?? 0) + count)
    },
    signUp(deed) {
      signUps.set(deed, (signUps.get(deed) ?? 0) + 1)
    },
    slowed() {
      slowed += 1
    },
    refused() {
      refused += 1
    },
    page({connections, dropped, mail}) {
      const lines = [
        ...series('todoke_requests_total', 'counter', 'Requests answered.', requests),
        ...series(
          'todoke_optout_requests_total',
          'counter',
          'Requests to links in mails, by what came of them.',
          new Map([...deeds].map(([deed, count]) => [`outcome="${deed}"`, count])),
        ),
        ...series('todoke_hook_events_total', 'counter', 'Events in notices of mail services.', hooks),
        ...series(
          'todoke_signup_requests_total',
          'counter',
          'Requests to forms and confirmation links, by what came of them.',
          new Map([...signUps].map(([deed, count]) => [`outcome="${deed}"`, count])),
        ),
        ...(mail === null ? [] : mailLines(mail)),
        ...one('todoke_requests_slowed_total', 'counter', 'Requests that had to wait for a limit.', slowed),
        ...one('todoke_requests_refused_total', 'counter', 'Requests over a limit that could change nothing.', refused),
        ...one('todoke_connections', 'gauge', 'Connections open now.', connections),
        ...one('todoke_connections_dropped_total', 'counter', 'Slow connections that had to make place.', dropped),
        '# HELP todoke_request_seconds Time to an answer.',
        '# TYPE todoke_request_seconds histogram',
      ]
      for (const [route, {buckets, sum, count}] of times) {
        for (const [i, bound] of BOUNDS.entries())
          lines.push(`todoke_request_seconds_bucket{route="${route}",le="${bound}"} ${buckets[i]}`)
        lines.push(
          `todoke_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`,
          `todoke_request_seconds_sum{route="${route}"} ${sum.toFixed(6)}`,
          `todoke_request_seconds_count{route="${route}"} ${count}`,
        )
      }
      return `${lines.join('\n')}\n`
    },
  }
}

function mailLines({waiting, sent, refused, inDoubt, relayDownSince}: MailHealth): string[] {
  const ended = new Map([
    ['outcome="sent"', sent],
    ['outcome="refused"', refused],
    ['outcome="in-doubt"', inDoubt],
  ])
  return [
    ...series(
      'todoke_confirmation_mails_total',
      'counter',
      'Mails with confirmation links, by what came of them.',
      ended,
    ),
    ...one(
      'todoke_confirmation_mails_waiting',
      'gauge',
      'Mails with confirmation links that wait for the relay.',
      waiting,
    ),
    ...one('todoke_relay_up', 'gauge', '0 while the relay takes no mail.', relayDownSince === null ? 1 : 0),
  ]
}

function series(name: string, type: string, help: string, values: ReadonlyMap<string, number>): string[] {
  const lines = [...values].map(([labels, value]) => `${name}{${labels}} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines]
}

function one(name: string, type: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`]
}
