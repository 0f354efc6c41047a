/** Until when a day that says no counts: whoever named only the day may have meant its last moment. */

const DAY_MS = 86_400_000
/** A day, with midnight or nothing behind it, in a zone it names itself. */
const DAY_IN_ZONE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T\s]+0?0:00(?::00(?:\.0+)?)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})$/i

/**
 * The moment a no of a cell counts from: of a day its last second there, of a day and time that moment. at: as read,
 * UTC milliseconds; offsetMinutes: zone of dates that name none, east of UTC. Midnight is how programs write a day.
 */
export function momentOfNo(cell: string, at: number, offsetMinutes: number): number {
  const isMidnight = (((at + offsetMinutes * 60_000) % DAY_MS) + DAY_MS) % DAY_MS === 0
  return isMidnight || DAY_IN_ZONE.test(cell.trim()) ? at + DAY_MS - 1000 : at
}
