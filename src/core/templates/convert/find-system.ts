/** Tells of which system a template is: the one that alone writes most of its tags. */
import type {System} from './reading.ts'
import {SYSTEMS} from './reading.ts'

export interface SystemFound {
  /** Null: no tag tells. */
  readonly system: System | null
  /** All that were met, most tags first; more than one: the template is mixed. */
  readonly counts: readonly {readonly system: System; readonly tags: number}[]
}

/** A way of writing that several systems share; beside their own tags it is theirs. */
export const WRITES: Readonly<Partial<Record<System, System>>> = {
  sendgrid: 'handlebars',
  postmark: 'handlebars',
  brevo: 'liquid',
  hubspot: 'liquid',
  klaviyo: 'liquid',
  braze: 'liquid',
  customerio: 'liquid',
  kit: 'liquid',
  'marketing-cloud': 'percent',
  mailjet: 'brackets',
  socketlabs: 'hashes',
}

/** counts: tags by system. */
export function findSystem(counts: ReadonlyMap<System, number>): SystemFound {
  const joined = new Map(counts)
  for (const system of bySize(counts)) {
    const shared = WRITES[system]
    const tags = shared === undefined ? undefined : joined.get(shared)
    if (shared === undefined || tags === undefined) continue
    joined.delete(shared)
    joined.set(system, (joined.get(system) ?? 0) + tags)
  }
  const order = bySize(joined)
  return {system: order[0] ?? null, counts: order.map((system) => ({system, tags: joined.get(system) ?? 0}))}
}

function bySize(counts: ReadonlyMap<System, number>): readonly System[] {
  return [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || SYSTEMS.indexOf(a) - SYSTEMS.indexOf(b),
  )
}
