/** Contacts become blocks. What they share (places, the details of a consent) is numbered and handed over once. */
import type {Placed} from '../laws/place-contact.ts'
import type {HeldOptOut} from './audited-contact.ts'
import type {ConsentFact} from './consent.ts'
import {saysSame} from './consent.ts'
import type {ContactBlock, SharedDetails} from './contact-block.ts'

/** A contact that was read and looked at, and is still to be judged. */
export interface SeenContact {
  /** A line of the file, from 1, or the public id of a contact of the store; of one kind in a block. */
  readonly at: number | string
  readonly address: string
  /** Null where nobody asks a store for opt-outs. */
  readonly suppressKey: string | null
  readonly cameWith: number
  readonly placed: Placed
  readonly bornAt: number | null
  readonly lastMailedAt: number | null
  readonly consents: readonly ConsentFact[]
  readonly optOut: HeldOptOut | null
}

/** One per source: numbers go on from block to block. */
export type ContactPacker = (contacts: readonly SeenContact[]) => ContactBlock

/** Above that the next block starts the table of details afresh. */
const MOST_DETAILS = 4096

/** mostDetails: for tests. */
export function contactPacker(mostDetails = MOST_DETAILS): ContactPacker {
  const numberPlace = placeNumbers()
  const table = detailsNumbers()
  return (contacts) => {
    const count = contacts.length
    let consentCount = 0
    for (const {consents} of contacts) consentCount += consents.length
    const isOfFile = typeof contacts[0]?.at === 'number'
    const rows = isOfFile ? new Uint32Array(count) : null
    const cameWith = new Uint32Array(count)
    const places = new Uint32Array(count)
    const bornAt = new Float64Array(count)
    const lastMailedAt = new Float64Array(count)
    const consents = new Uint32Array(count)
    const consentAt = new Float64Array(consentCount)
    const details = new Uint32Array(consentCount)
    const evidenceOf = new Uint32Array(consentCount)
    const newPlaces: Placed[] = []
    const newDetails: SharedDetails[] = []
    const evidence: ConsentFact['evidence'][] = []
    const optOuts: (HeldOptOut & {readonly index: number})[] = []
    let publicIds = ''
    let addresses = ''
    let suppressKeys = ''
    const startsAfresh = table.size() >= mostDetails
    if (startsAfresh) table.clear()
    let next = 0
    for (let i = 0; i < count; i += 1) {
      const contact = contacts[i]!
      if (rows !== null) rows[i] = contact.at as number
      else publicIds += `${contact.at}\n`
      addresses += `${contact.address}\n`
      if (contact.suppressKey !== null) suppressKeys += `${contact.suppressKey}\n`
      cameWith[i] = contact.cameWith
      places[i] = numberPlace(contact.placed, newPlaces)
      bornAt[i] = contact.bornAt ?? Number.NaN
      lastMailedAt[i] = contact.lastMailedAt ?? Number.NaN
      if (contact.optOut !== null) {
        const {reason, scope} = contact.optOut
        optOuts.push({index: i, reason, scope})
      }
      consents[i] = contact.consents.length
      for (const consent of contact.consents) {
        consentAt[next] = consent.at ?? Number.NaN
        details[next] = table.numberOf(consent, newDetails)
        if (!isEmpty(consent.evidence)) evidenceOf[next] = evidence.push(consent.evidence)
        next += 1
      }
    }
    return {
      ...{count, rows, publicIds: isOfFile ? null : publicIds, addresses},
      suppressKeys: suppressKeys === '' ? null : suppressKeys,
      ...{cameWith, places, newPlaces, bornAt, lastMailedAt, consents, consentAt, details, evidenceOf},
      evidence: evidence.length === 0 ? null : JSON.stringify(evidence),
      ...{newDetails, startsAfresh, optOuts},
    }
  }
}

function isEmpty(evidence: ConsentFact['evidence']): boolean {
  for (const _ in evidence) return false
  return true
}

/** An answer is one object wherever it is given (placeContact), and there are few of them. */
function placeNumbers(): (placed: Placed, added: Placed[]) => number {
  const known = new Map<Placed, number>()
  let last: Placed | null = null
  let lastNumber = 0
  return (placed, added) => {
    if (placed === last) return lastNumber
    let number = known.get(placed)
    if (number === undefined) {
      number = known.size
      known.set(placed, number)
      added.push(placed)
    }
    last = placed
    lastNumber = number
    return number
  }
}

function detailsNumbers() {
  const known = new Map<string, number>()
  const lately: {readonly details: SharedDetails; readonly number: number}[] = []
  let turn = 0
  return {
    size: () => known.size,
    clear() {
      known.clear()
      lately.length = 0
      turn = 0
    },
    numberOf(consent: ConsentFact, added: SharedDetails[]): number {
      // Few kinds take turns in most lists: comparing is cheaper than making the key of a map.
      for (let i = 0; i < lately.length; i += 1) if (saysSame(lately[i]!.details, consent)) return lately[i]!.number
      const {kind, basis, method, source, wording, purpose, topic} = consent
      const key = JSON.stringify({kind, basis, method, source, wording, purpose, topic})
      // A cell is a view into the stretch of the file it came from, and would keep all of that in memory.
      const details: SharedDetails = {...JSON.parse(key), kind, basis}
      let number = known.get(key)
      if (number === undefined) {
        number = known.size
        known.set(key, number)
        added.push(details)
      }
      lately[turn] = {details, number}
      turn = (turn + 1) % MOST_LATELY
      return number
    },
  }
}

const MOST_LATELY = 32
