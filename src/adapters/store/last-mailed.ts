/**
 * When contacts were last mailed, over all sends: the newest mail a relay accepted (or that was settled as sent), or the
 * newest one that may have reached them. Sends are asked newest first, each only for the stretch of contacts at hand and only while it may know something newer, so that a list that is
 * mailed every week costs one look into one send.
 */
import type {Connection} from './connection.ts'

/** ids: contacts in rising order. Contacts that were never mailed are not in the map. */
export type LastMailed = (ids: readonly number[]) => ReadonlyMap<number, number>

interface SendSpan {
  readonly id: number
  /** No attempt of it came later; Infinity for one that may be running. */
  readonly last: number
}

/** Below this many contacts each is looked up by its key; above, the whole stretch is read. */
const FEW = 50

const NOBODY: ReadonlyMap<number, number> = new Map()

/**
 * accepted: as far as it is sure. perhaps: also mails nobody knows the end of; proof must be kept for those too.
 */
const REACHED = {
  accepted: `d.state = 'accepted'`,
  perhaps: `(d.state in ('accepted', 'in-doubt', 'attempting') or a.outcome = 'in-doubt')`,
} as const

/** Knows the sends of now: to be asked for once per reading of a list. */
export function lastMailedReader({db}: Connection, sure: keyof typeof REACHED = 'accepted'): LastMailed {
  const sends = db
    .prepare(
      `select send_id as id, max(recorded_at) as at, max(case when kind = 'started' then id end) as started,
       max(case when kind in ('stopped', 'finished') then id end) as ended from send_events
       group by send_id having started is not null`,
    )
    .all() as unknown as {id: number; at: number; started: number; ended: number | null}[]
  if (sends.length === 0) return () => NOBODY
  const newest: readonly SendSpan[] = sends
    .map(({id, at, started, ended}) => ({id, last: ended !== null && ended > started ? at : Number.POSITIVE_INFINITY}))
    .sort((a, b) => b.last - a.last || b.id - a.id)
  // The mark is the mail's moment: settling tells only later what became of it.
  const accepted = `from attempts a join deliveries d on d.send_id = a.send_id and d.contact_id = a.contact_id and ${REACHED[sure]}
    where a.send_id = ?`
  const stretch = db.prepare(
    `select a.contact_id as id, max(a.marked_at) as at ${accepted} and a.contact_id >= ? and a.contact_id <= ? group by a.contact_id`,
  )
  const single = db.prepare(`select max(a.marked_at) as at ${accepted} and a.contact_id = ?`)
  return (ids) => {
    const found = new Map<number, number>()
    for (const {id: send, last} of newest) {
      const open = ids.filter((id) => (found.get(id) ?? Number.NEGATIVE_INFINITY) < last)
      if (open.length === 0) break
      const take = (id: number, at: number | null) => {
        if (at !== null && at > (found.get(id) ?? Number.NEGATIVE_INFINITY)) found.set(id, at)
      }
      if (open.length <= FEW) for (const id of open) take(id, (single.get(send, id) as {at: number | null}).at)
      else
        for (const {id, at} of stretch.all(send, open[0]!, open.at(-1)!) as unknown as {id: number; at: number}[])
          take(id, at)
    }
    return found
  }
}
