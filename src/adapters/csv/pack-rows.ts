/**
 * Contact drafts become blocks for the store. What rows share (the details of a consent) is numbered and sent once;
 * the table that knows them is bounded, so rows that share nothing cost no memory.
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentDetails, ConsentFact} from '../../core/contacts/consent.ts'
import {saysSame} from '../../core/contacts/consent.ts'
import type {ContactDraft, FaultStop} from '../../core/contacts/read-contact.ts'
import type {RowBlock, RowOptOut} from '../../ports/list-import.ts'

/** One per file: details keep their numbers from block to block. */
export type RowPacker = (drafts: readonly ContactDraft[], stops?: readonly FaultStop[]) => RowBlock

const MOST_DETAILS = 4096

export function rowPacker(): RowPacker {
  const numberDetails = detailsNumbers()
  return (drafts, stops = []) => {
    const newDetails: ConsentDetails[] = []
    const details = new Uint32Array(drafts.length)
    const consentAt = new Float64Array(drafts.length)
    const optOuts: RowOptOut[] = []
    for (let row = 0; row < drafts.length; row += 1) {
      const {consent, optOut} = drafts[row]!
      if (optOut !== null) optOuts.push({row, ...optOut})
      if (consent === null) continue
      details[row] = numberDetails(consent, newDetails)
      consentAt[row] = consent.at ?? Number.NaN
    }
    return {count: drafts.length, ...textColumns(drafts), details, newDetails, consentAt, optOuts, stops}
  }
}

interface NumberedDetails {
  readonly number: number
  readonly details: ConsentDetails
}

/** Gives equal details one number; new ones are added to the list. */
function detailsNumbers(): (consent: ConsentFact, added: ConsentDetails[]) => number {
  const known = new Map<string, NumberedDetails>()
  let count = 0
  let last: NumberedDetails | null = null
  return (consent, added) => {
    const evidence = evidenceJson(consent.evidence)
    // Neighbours mostly say the same: comparing is cheaper than making the key of a map.
    if (last !== null && last.details.evidence === evidence && saysSame(last.details, consent)) return last.number
    const key = keyOf(consent, evidence)
    let found = known.get(key)
    if (found === undefined) {
      const {at: _, ...rest} = consent
      const details = {...rest, evidence}
      count += 1
      found = {number: count, details}
      added.push(details)
      if (known.size >= MOST_DETAILS) known.clear()
      known.set(key, found)
    }
    last = found
    return found.number
  }
}

function textColumns(drafts: readonly ContactDraft[]) {
  let keys = ''
  const keyHashes = new Float64Array(drafts.length)
  for (let row = 0; row < drafts.length; row += 1) {
    const draft = drafts[row]!
    keys += `${draft.address.key}\n`
    keyHashes[row] = addressHash(draft.address.key)
  }
  return {
    keys,
    keyHashes,
    attributes: attributeLines(drafts),
    addresses: column(drafts, ({address}) => (address.address === address.key ? null : address.address)),
    suppressKeys: column(drafts, ({address}) => (address.suppressKey === address.key ? null : address.suppressKey)),
    countries: column(drafts, (draft) => draft.country),
    locales: column(drafts, (draft) => draft.locale),
    timeZones: column(drafts, (draft) => draft.timeZone),
  }
}

function column(drafts: readonly ContactDraft[], cellOf: (draft: ContactDraft) => string | null): string | null {
  let isEmpty = true
  let text = ''
  for (const draft of drafts) {
    const value = cellOf(draft)
    if (value !== null) isEmpty = false
    text += value === null ? '\n' : `${oneLine(value)}\n`
  }
  return isEmpty ? null : text
}

function oneLine(value: string): string {
  return value.includes('\n') ? value.replaceAll('\n', ' ') : value
}

function keyOf(consent: ConsentFact, evidence: string): string {
  const {kind, basis, method, source, wording, purpose, topic} = consent
  return `${kind}\0${basis}\0${method}\0${source}\0${wording}\0${purpose}\0${topic}\0${evidence}`
}

function evidenceJson(evidence: ConsentFact['evidence']): string {
  for (const _ in evidence) return JSON.stringify(evidence)
  return '{}'
}

const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/

/**
 * One JSON object a row. Built by hand because a header such as __proto__ must become an ordinary key, never an
 * object's prototype; and because cells mostly need no escaping, which one look at them all together tells.
 */
function attributeLines(drafts: readonly ContactDraft[]): string {
  let all = ''
  for (const {attributes} of drafts) for (const pair of attributes) all += pair[1]
  const quote = NEEDS_ESCAPE.test(all) ? quoted : plainlyQuoted
  const names = new Map<string, string>()
  let lines = ''
  for (const {attributes} of drafts) {
    let separator = '{'
    for (const [header, value] of attributes) {
      let name = names.get(header)
      if (name === undefined) {
        name = `${JSON.stringify(header)}:`
        names.set(header, name)
      }
      lines += separator + name + quote(value)
      separator = ','
    }
    lines += separator === '{' ? '{}\n' : '}\n'
  }
  return lines
}

/** As JSON.stringify, which is dear for plain words. */
function quoted(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`
}

function plainlyQuoted(text: string): string {
  return `"${text}"`
}
