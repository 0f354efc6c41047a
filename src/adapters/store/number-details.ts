/** The details that consents of a file share: numbered by the reader, stored once, found again by their number. */
import type {ConsentDetails} from '../../core/contacts/consent.ts'
import {consentContent} from '../../core/contacts/consent.ts'
import type {Connection} from './connection.ts'
import type {ImportStatements} from './import-statements.ts'

/** Rows repeat few details; one that is not at hand is read again. */
const MOST_CONTENTS = 8192

/**
 * A file numbers its details from 1; the store gives them ids in stretches, one per transaction, since another
 * process may have added some in between. Only where each stretch begins is kept.
 */
export function numberDetails(connection: Connection, statements: ImportStatements, importId: number) {
  const stretches: {readonly number: number; readonly offset: number}[] = []
  const contents = new Map<number, string>()
  /** By number, those that say no: lists write few kinds of it. */
  const noes = new Map<number, 'refused' | 'withdrawn'>()
  let taken = 0
  let nextId = 0
  const idOf = (number: number): number => {
    for (let i = stretches.length - 1; i >= 0; i -= 1)
      if (stretches[i]!.number <= number) return stretches[i]!.offset + number
    throw new Error(`details ${number} were not announced`)
  }
  return {
    begin() {
      nextId = lastDetailsId(connection) + 1
      const offset = nextId - (taken + 1)
      if (stretches.at(-1)?.offset !== offset) stretches.push({number: taken + 1, offset})
    },
    addDetails(details: readonly ConsentDetails[]) {
      for (const {kind, basis, method, source, wording, purpose, topic, evidence} of details) {
        statements.addDetails.run(nextId, importId, kind, basis, method, source, wording, purpose, topic, evidence)
        nextId += 1
        taken += 1
        if (kind === 'refused' || kind === 'withdrawn') noes.set(taken, kind)
        if (contents.size >= MOST_CONTENTS) contents.clear()
        contents.set(taken, consentContent({kind, basis, method, source, wording, purpose, topic, evidence}))
      }
    },
    contentOf(number: number): string {
      let content = contents.get(number)
      if (content === undefined) {
        content = consentContent(statements.details.get(idOf(number)) as unknown as ConsentDetails)
        contents.set(number, content)
      }
      return content
    },
    detailsId: idOf,
    /** Null for a consent that says yes. */
    noOf: (number: number) => noes.get(number) ?? null,
  }
}

function lastDetailsId({db}: Connection): number {
  return (db.prepare('select coalesce(max(id), 0) as id from consent_details').get() as {id: number}).id
}
