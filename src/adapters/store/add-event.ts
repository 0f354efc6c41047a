/** Writes single consent events: details that events share stand once, each event is sealed. For files and declarations. */
import type {ConsentDetails, ConsentFact} from '../../core/contacts/consent.ts'
import {consentContent} from '../../core/contacts/consent.ts'
import {SEAL_BYTES, sealInto} from '../system/seal-event.ts'
import type {Connection} from './connection.ts'

/** What brought the events: at most one is set. */
export interface EventOrigins {
  readonly consentImportId: number | null
  readonly declarationId: number | null
}

/** Lines repeat few details; one that is not at hand is written again. */
const MOST_DETAILS = 8192

/** In a transaction of its caller. recordedAt: UTC milliseconds. */
export type AddEvent = (contactId: number, fact: ConsentFact, origins: EventOrigins) => void

/** After a rollback forget() must be called: details of that transaction are gone. */
export function eventWriter({db}: Connection, recordedAt: number): {add: AddEvent; forget(): void} {
  const addDetails = db.prepare(
    `insert into consent_details (consent_import_id, declaration_id, kind, basis, method, source, wording, purpose, topic, evidence)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addEvent = db.prepare(
    'insert into consent_events (contact_id, details_id, at, recorded_at, seal) values (?, ?, ?, ?, ?)',
  )
  const known = new Map<string, number>()
  const seal = Buffer.alloc(SEAL_BYTES)
  return {
    add(contactId, fact, {consentImportId, declarationId}) {
      const details = detailsOf(fact)
      const content = consentContent(details)
      let detailsId = known.get(content)
      if (detailsId === undefined) {
        const {kind, basis, method, source, wording, purpose, topic, evidence} = details
        const {lastInsertRowid} = addDetails.run(
          ...[consentImportId, declarationId, kind, basis, method],
          ...[source, wording, purpose, topic, evidence],
        )
        detailsId = Number(lastInsertRowid)
        if (known.size >= MOST_DETAILS) known.clear()
        known.set(content, detailsId)
      }
      sealInto(seal, 0, `${content}\n${fact.at ?? ''}`)
      addEvent.run(contactId, detailsId, fact.at, recordedAt, seal)
    },
    forget: () => known.clear(),
  }
}

export function detailsOf({at: _at, evidence, ...details}: ConsentFact): ConsentDetails {
  return {...details, evidence: JSON.stringify(evidence)}
}
