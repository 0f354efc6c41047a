/** Blocks become contacts again, ready to be judged. What few of them are asked for is taken out only then. */
import type {Placed} from '../laws/place-contact.ts'
import type {AuditedContact, HeldOptOut} from './audited-contact.ts'
import type {ConsentFact} from './consent.ts'
import type {ContactBlock, SharedDetails} from './contact-block.ts'
import type {CaseSetting, ContactCase} from './contact-case.ts'

/** asOf: the moment judged, UTC milliseconds. */
export interface UnpackAsk {
  readonly asOf: number
  readonly setting: CaseSetting
}

/** Takes the blocks of one source in their order. */
export type ContactUnpacker = (block: ContactBlock) => readonly UnpackedContact[]

/** Equal places are one object in all blocks, as placeContact gave them. */
export function contactUnpacker({asOf, setting}: UnpackAsk): ContactUnpacker {
  const places: Placed[] = []
  const known: SharedDetails[] = []
  return (block) => {
    const {count, addresses, newPlaces, newDetails, consents: counts, consentAt, details, evidenceOf} = block
    if (block.startsAfresh) known.length = 0
    for (const each of newDetails) known.push(each)
    for (const each of newPlaces) places.push(each)
    const evidence: ConsentFact['evidence'][] = block.evidence === null ? [] : JSON.parse(block.evidence)
    const lines: BlockLines = {block, publicIds: null, suppressKeys: null}
    const contacts: UnpackedContact[] = []
    let start = 0
    let next = 0
    const consentsOf = (index: number): readonly ConsentFact[] => {
      const end = next + counts[index]!
      if (end === next) return NO_CONSENTS
      const facts: ConsentFact[] = []
      for (; next < end; next += 1) {
        const {kind, basis, method, source, wording, purpose, topic} = known[details[next]!]!
        const proof = evidenceOf[next] === 0 ? NO_EVIDENCE : evidence[evidenceOf[next]! - 1]!
        const at = orNull(consentAt[next]!)
        facts.push({kind, basis, at, method, source, wording, purpose, topic, evidence: proof})
      }
      return facts
    }
    for (let i = 0; i < count; i += 1) {
      const end = addresses.indexOf('\n', start)
      const placed = places[block.places[i]!]!
      const facts: ContactCase = {
        country: placed.country,
        alsoIn: placed.alsoIn,
        domain: addresses.slice(addresses.lastIndexOf('@', end) + 1, end).toLowerCase(),
        consents: consentsOf(i),
        asOf,
        lastMailedAt: orNull(block.lastMailedAt[i]!),
        bornAt: orNull(block.bornAt[i]!),
        setting,
      }
      contacts.push(new UnpackedContact(lines, i, start, end, facts, placed))
      start = end + 1
    }
    for (const {index, reason, scope} of block.optOuts) contacts[index]!.optOut = {reason, scope}
    return contacts
  }
}

const NO_CONSENTS: readonly ConsentFact[] = Object.freeze([])
const NO_EVIDENCE: ConsentFact['evidence'] = Object.freeze({})

function orNull(number: number): number | null {
  return Number.isNaN(number) ? null : number
}

/** A block with its text columns, cut into lines when first asked for. */
interface BlockLines {
  readonly block: ContactBlock
  publicIds: readonly string[] | null
  suppressKeys: readonly string[] | null
}

export class UnpackedContact implements AuditedContact {
  readonly cameWith: number
  readonly case: ContactCase
  readonly placed: Placed
  /** What the source itself knows; a store may know more. */
  optOut: HeldOptOut | null = null
  readonly #lines: BlockLines
  readonly #index: number
  readonly #start: number
  readonly #end: number

  /** start, end: of its address. */
  constructor(lines: BlockLines, index: number, start: number, end: number, facts: ContactCase, placed: Placed) {
    this.#lines = lines
    this.#index = index
    this.#start = start
    this.#end = end
    this.cameWith = lines.block.cameWith[index]!
    this.case = facts
    this.placed = placed
  }

  get row(): number | null {
    return this.#lines.block.rows?.[this.#index] ?? null
  }

  get publicId(): string | null {
    const {block} = this.#lines
    if (block.publicIds === null) return null
    this.#lines.publicIds ??= block.publicIds.split('\n')
    return this.#lines.publicIds[this.#index]!
  }

  get address(): string {
    return this.#lines.block.addresses.slice(this.#start, this.#end)
  }

  /** Null where nobody asks a store for opt-outs. */
  get suppressKey(): string | null {
    const {block} = this.#lines
    if (block.suppressKeys === null) return null
    this.#lines.suppressKeys ??= block.suppressKeys.split('\n')
    return this.#lines.suppressKeys[this.#index]!
  }
}
