import {describe, expect, it} from 'vitest'
import {DELIVERY_STATES, type LedgerEvent, move, statesBefore} from '../../../src/core/sending/ledger-states.ts'

const EVENTS: readonly LedgerEvent[] = [
  'marked',
  'accepted',
  'refused-for-now',
  'refused',
  'ended-before-dot',
  'lost-after-dot',
  'died',
  'used-up',
  'settled-sent',
  'settled-unsent',
  'suppression-found',
  'given-up',
]

/** The drawing of design.md section 6; what is not in it does not happen. */
const ALLOWED: Readonly<Record<string, string>> = {
  'planned marked': 'attempting',
  'planned suppression-found': 'suppressed',
  'planned given-up': 'skipped',
  // Refused at RCPT or before: no mark was needed.
  'planned refused': 'rejected',
  'planned refused-for-now': 'deferred',
  'attempting accepted': 'accepted',
  'attempting refused-for-now': 'deferred',
  'attempting refused': 'rejected',
  'attempting ended-before-dot': 'planned',
  'attempting lost-after-dot': 'in-doubt',
  'attempting died': 'in-doubt',
  'deferred marked': 'attempting',
  'deferred used-up': 'rejected',
  'deferred suppression-found': 'suppressed',
  'deferred given-up': 'skipped',
  'deferred refused': 'rejected',
  'deferred refused-for-now': 'deferred',
  'in-doubt settled-sent': 'accepted',
  'in-doubt settled-unsent': 'planned',
  'in-doubt marked': 'attempting',
}

describe('the states of a ledger row', () => {
  it.each(DELIVERY_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
    '%s, then %s',
    (state, event) => {
      expect(move(state, event)).toBe(ALLOWED[`${state} ${event}`] ?? null)
    },
  )

  it('are final once accepted, rejected, suppressed, held, dropped or skipped', () => {
    for (const state of ['accepted', 'rejected', 'suppressed', 'held', 'dropped', 'skipped'] as const)
      for (const event of EVENTS) expect(move(state, event)).toBeNull()
  })

  it('tell from where an event may come', () => {
    for (const event of EVENTS)
      expect(statesBefore(event)).toEqual(DELIVERY_STATES.filter((state) => `${state} ${event}` in ALLOWED))
  })
})
