/** Contact drafts, made without a file: what the reader of a list would hand to the store. */
import {rowPacker} from '../../src/adapters/csv/pack-rows.ts'
import type {Address} from '../../src/core/contacts/address.ts'
import {parseAddress} from '../../src/core/contacts/address.ts'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import type {ContactDraft} from '../../src/core/contacts/read-contact.ts'
import type {RowBlock} from '../../src/ports/list-import.ts'

export interface DraftFields {
  readonly country?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly consent?: ConsentFact
  readonly optOut?: NonNullable<ContactDraft['optOut']>
}

/** name: a whole address, or the local part of one at example.jp. */
export function draft(name: string, {country, attributes = {}, consent, optOut}: DraftFields = {}): ContactDraft {
  return {
    address: parseAddress(name.includes('@') ? name : `${name}@example.jp`) as Address,
    country: country ?? null,
    locale: null,
    timeZone: null,
    attributes: Object.entries(attributes),
    consent: consent ?? null,
    optOut: optOut ?? null,
  }
}

export function consent(kind: ConsentFact['kind'], at: number | null): ConsentFact {
  return {
    ...{kind, basis: 'consent', at, method: 'web', source: 'form', wording: 'v1', purpose: 'news', topic: null},
    evidence: {},
  }
}

/** One block of an import of its own. */
export function block(drafts: readonly ContactDraft[]): RowBlock {
  return rowPacker()(drafts)
}
