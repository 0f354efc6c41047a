/**
 * Writes one block of an import. New contacts go in by groups; known ones are compared field by field. Nothing here
 * ever lowers a protection: opt-outs are only added.
 */

import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentDetails} from '../../core/contacts/consent.ts'
import {saysSame} from '../../core/contacts/consent.ts'
import type {FieldChange, RowBlock, RowOptOut, StoppedBy, WriteCounts} from '../../ports/list-import.ts'
import {SEAL_BYTES, sealInto} from '../system/seal-event.ts'
import {GROUP} from './bulk-insert.ts'
import type {ContactFinder} from './find-contacts.ts'
import type {ImportPlace, ImportStatements} from './import-statements.ts'
import {mergeContact} from './merge-contact.ts'
import type {Samples} from './samples.ts'
import {canBeMailed, wouldSayNo} from './standing.ts'

export interface BlockWriter {
  readonly place: ImportPlace
  readonly statements: ImportStatements
  readonly samples: Samples
  readonly finder: ContactFinder
  /** The store's id of a file's details number. */
  readonly detailsId: (number: number) => number
  /** Whether they say no; null = yes. */
  readonly noOf: (number: number) => 'refused' | 'withdrawn' | null
  /** What is sealed of the consents that have these details. */
  readonly contentOf: (number: number) => string
  /** Takes new details in, in the order of their numbers. */
  readonly addDetails: (details: readonly ConsentDetails[]) => void
}

export type Tally = {-readonly [name in keyof WriteCounts]: number}

/** firstId: free, and free behind it for the whole block. Returns counts, and how many ids were used up. */
export function writeBlock(
  writer: BlockWriter,
  block: RowBlock,
  firstId: number,
): {readonly counts: WriteCounts; readonly idsUsed: number} {
  const {statements} = writer
  writer.addDetails(block.newDetails)
  const rows = openBlock(block)
  const counts: Tally = {...NO_COUNTS}
  const known = addContacts(writer, rows, firstId, block.count)
  counts.added = block.count - known.length
  if (counts.added > 0) statements.addNewMembers.run(firstId, firstId + block.count)
  const consents = consentWriter(writer, block)
  let nextKnown = 0
  let nextOptOut = 0
  for (let row = 0; row < block.count; row += 1) {
    const knownRow = known[nextKnown]?.row === row ? known[nextKnown++]! : null
    const optOut = block.optOuts[nextOptOut]?.row === row ? block.optOuts[nextOptOut++]! : null
    if (knownRow !== null) writeKnown(writer, block, rows, knownRow, optOut, consents, counts)
    else {
      if (block.details[row] !== 0) consents.add(firstId + row, row)
      if (optOut !== null) addOptOut(writer, rows.subjectOf(row), optOut, consents, counts)
      if (writer.samples.wants('added'))
        writer.samples.add('added', firstId + row, rows.addressOf(row), addedFields(rows, row))
    }
  }
  for (const stop of block.stops) addOptOut(writer, stop.subject, stop, consents, counts)
  consents.flush()
  Object.assign(counts, consents.counts())
  return {counts, idsUsed: counts.added > 0 ? block.count : 0}
}

export const NO_COUNTS: WriteCounts = {
  ...{added: 0, updated: 0, unchanged: 0, duplicate: 0, erased: 0, consents: 0, refusals: 0, optOuts: 0, stopped: 0},
}

type OpenBlock = ReturnType<typeof openBlock>

function openBlock(block: RowBlock) {
  const lines = (text: string | null) => text?.split('\n') ?? null
  /** Empty lines of an optional column are nulls. */
  const cells = (text: string | null) => lines(text)?.map((line) => line || null) ?? null
  const keys = lines(block.keys)!
  const attributes = lines(block.attributes)!
  const optional = {
    address: cells(block.addresses),
    suppress_key: cells(block.suppressKeys),
    country: cells(block.countries),
    locale: cells(block.locales),
    time_zone: cells(block.timeZones),
  }
  return {
    columns: {address_key: keys, attributes, ...optional},
    hashes: block.keyHashes,
    addressOf: (row: number) => optional.address?.[row] ?? keys[row]!,
    subjectOf: (row: number) => optional.suppress_key?.[row] ?? keys[row]!,
    fieldsOf: (row: number) => ({
      country: optional.country?.[row] ?? null,
      locale: optional.locale?.[row] ?? null,
      time_zone: optional.time_zone?.[row] ?? null,
      attributes: attributes[row]!,
    }),
  }
}

/** Row r of the block gets id firstId + r when it is new. Returns the rows whose address was known, in order. */
function addContacts({statements, finder}: BlockWriter, rows: OpenBlock, firstId: number, count: number): KnownRow[] {
  const known: KnownRow[] = []
  const {columns} = rows
  const insert = (start: number, end: number) => {
    for (let from = start; from < end; from += GROUP)
      statements.addContacts(firstId + from, columns, from, Math.min(from + GROUP, end))
  }
  let start = 0
  for (let row = 0; row < count; row += 1) {
    const hash = rows.hashes[row]!
    if (!finder.isNew(hash)) {
      // It may be one of the rows that wait to be inserted.
      insert(start, row)
      start = row
      const contactId = finder.find(hash, columns.address_key[row]!)
      if (contactId !== null) {
        known.push({row, contactId})
        start = row + 1
        continue
      }
    }
    finder.add(hash, firstId + row)
  }
  insert(start, count)
  return known
}

interface KnownRow {
  readonly row: number
  readonly contactId: number
}

function writeKnown(
  writer: BlockWriter,
  block: RowBlock,
  rows: OpenBlock,
  {row, contactId}: KnownRow,
  optOut: RowOptOut | null,
  consents: ReturnType<typeof consentWriter>,
  counts: Tally,
): void {
  const {statements, place, samples, finder} = writer
  // A row of this block may just have added the consent that this one repeats.
  if (block.details[row] !== 0) consents.flush()
  const found = finder.read(contactId)
  const isOwn = found.import_id === place.importId
  const changes = mergeContact(statements, place, found, rows.fieldsOf(row))
  let isChanged = changes.length > 0
  if (statements.addMember.run(found.id).changes === 1) isChanged = true
  if (optOut !== null && addOptOut(writer, rows.subjectOf(row), optOut, consents, counts)) isChanged = true
  if (block.details[row] !== 0) {
    const no = isOwn ? null : writer.noOf(block.details[row]!)
    const isStopping =
      no !== null &&
      canBeMailed(statements, place.at, found.id, {address: rows.addressOf(row), suppressKey: rows.subjectOf(row)}) &&
      wouldSayNo(statements, place.at, found.id, {kind: no, at: momentOf(block, row)})
    if (consents.addUnlessKnown(found.id, row)) {
      isChanged = true
      if (isStopping) stop(writer, rows.addressOf(row), no, counts)
    }
  }
  if (isOwn) counts.duplicate += 1
  else if (isChanged) counts.updated += 1
  else counts.unchanged += 1
  if (changes.length > 0 && !samples.revise(found.id, changes) && !isOwn && samples.wants('updated'))
    samples.add('updated', found.id, rows.addressOf(row), changes)
}

function momentOf(block: RowBlock, row: number): number | null {
  return Number.isNaN(block.consentAt[row]!) ? null : block.consentAt[row]!
}

function stop({samples}: BlockWriter, address: string, by: StoppedBy, counts: Tally): void {
  counts.stopped += 1
  if (samples.wants('stopped')) samples.addStopped(address, by)
}

/** Collects consents and writes them by groups. */
function consentWriter({statements, detailsId, contentOf, noOf, place}: BlockWriter, block: RowBlock) {
  const columns = {contact_id: [] as number[], details_id: [] as number[], at: [] as (number | null)[]}
  const seals = Buffer.alloc(GROUP * SEAL_BYTES)
  let written = 0
  let refusals = 0
  const flush = () => {
    const waiting = columns.at.length
    if (waiting === 0) return
    statements.addConsents(seals, columns, 0, waiting)
    written += waiting
    columns.contact_id.length = columns.details_id.length = columns.at.length = 0
  }
  const add = (contactId: number, row: number) => {
    const waiting = columns.at.length
    const at = momentOf(block, row)
    if (noOf(block.details[row]!) !== null) refusals += 1
    sealInto(seals, waiting * SEAL_BYTES, `${contentOf(block.details[row]!)}\n${at ?? ''}`)
    columns.contact_id.push(contactId)
    columns.details_id.push(detailsId(block.details[row]!))
    columns.at.push(at)
    if (waiting + 1 === GROUP) flush()
  }
  const addUnlessKnown = (contactId: number, row: number): boolean => {
    const known = statements.consentsOf.all(contactId, place.listId) as unknown as (ConsentDetails & {
      at: number | null
    })[]
    const given = statements.details.get(detailsId(block.details[row]!)) as unknown as ConsentDetails
    const at = momentOf(block, row)
    if (known.some((each) => each.at === at && each.evidence === given.evidence && saysSame(each, given))) return false
    add(contactId, row)
    return true
  }
  return {add, addUnlessKnown, flush, counts: () => ({consents: written, refusals})}
}

/** False when it is known. Whoever was there before and could be mailed until now counts as stopped. */
function addOptOut(
  writer: BlockWriter,
  subject: string,
  optOut: Pick<RowOptOut, 'reason' | 'at'>,
  consents: ReturnType<typeof consentWriter>,
  counts: Tally,
): boolean {
  const {statements, place} = writer
  // Dated in the future it would not hold yet: whoever is said to have opted out gets no mail from now on.
  const from = optOut.at !== null && optOut.at > place.at ? null : optOut.at
  const {reason} = optOut
  const entry = {subject, reason, scope: 'all', from, until: null, source: place.source, line: null} as const
  if (statements.suppressions.covers(entry)) return false
  const people = (
    statements.peopleOf.all(subject, addressHash(subject)) as unknown as {
      id: number
      import_id: number | null
      address: string
    }[]
  ).filter((each) => each.import_id !== place.importId)
  // A row above may have just refused for one of them: no one is stopped twice.
  if (people.length > 0) consents.flush()
  for (const {id, address} of people)
    if (canBeMailed(statements, place.at, id, {address, suppressKey: subject}))
      stop(writer, address, optOut.reason, counts)
  statements.suppressions.add(entry, place.at)
  counts.optOuts += 1
  return true
}

function addedFields(rows: OpenBlock, row: number): FieldChange[] {
  const attributes = JSON.parse(rows.fieldsOf(row).attributes) as Record<string, string>
  return Object.entries(attributes).map(([header, after]) => ({field: 'attribute', header, before: null, after}))
}
