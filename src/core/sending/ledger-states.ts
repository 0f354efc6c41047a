/**
 * The states of a ledger row and the only moves between them (design.md section 6). Nothing else changes a state,
 * and a final state is never overwritten, except that a settlement closes an in-doubt row with its own record.
 */

export const DELIVERY_STATES = [
  'planned',
  'attempting',
  'accepted',
  'deferred',
  'rejected',
  'in-doubt',
  'suppressed',
  'held',
  'dropped',
  'skipped',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type LedgerEvent =
  | 'marked'
  | 'accepted'
  | 'refused-for-now'
  | 'refused'
  | 'ended-before-dot'
  | 'lost-after-dot'
  | 'died'
  | 'used-up'
  | 'settled-sent'
  | 'settled-unsent'
  | 'suppression-found'
  | 'given-up'

const MOVES: Readonly<Record<DeliveryState, Readonly<Partial<Record<LedgerEvent, DeliveryState>>>>> = {
  planned: {
    marked: 'attempting',
    'suppression-found': 'suppressed',
    'given-up': 'skipped',
    refused: 'rejected',
    'refused-for-now': 'deferred',
  },
  attempting: {
    accepted: 'accepted',
    'refused-for-now': 'deferred',
    refused: 'rejected',
    'ended-before-dot': 'planned',
    'lost-after-dot': 'in-doubt',
    died: 'in-doubt',
  },
  deferred: {
    marked: 'attempting',
    'used-up': 'rejected',
    'suppression-found': 'suppressed',
    'given-up': 'skipped',
    refused: 'rejected',
    'refused-for-now': 'deferred',
  },
  'in-doubt': {'settled-sent': 'accepted', 'settled-unsent': 'planned', marked: 'attempting'},
  accepted: {},
  rejected: {},
  suppressed: {},
  held: {},
  dropped: {},
  skipped: {},
}

/** The state after an event, or null when the move is not allowed. */
export function move(from: DeliveryState, event: LedgerEvent): DeliveryState | null {
  return MOVES[from][event] ?? null
}

/** The states from which an event is allowed: what the store's updates name in their WHERE. */
export function statesBefore(event: LedgerEvent): readonly DeliveryState[] {
  return DELIVERY_STATES.filter((state) => MOVES[state][event] !== undefined)
}
