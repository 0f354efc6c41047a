/** A list of the store as an audit sees it: contacts by public id with their opt-outs, columns from the imports. */
import type {FlagCount} from '../../core/contacts/address-census.ts'
import {startAddressCensus} from '../../core/contacts/address-census.ts'
import {makeAddressFlagger} from '../../core/contacts/address-flags.ts'
import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {AuditedContact} from '../../core/contacts/audited-contact.ts'
import {labelOf} from '../../core/contacts/audited-contact.ts'
import type {CaseAsk} from '../../core/contacts/build-case.ts'
import {buildCase} from '../../core/contacts/build-case.ts'
import type {MappedColumn} from '../../core/contacts/mapping.ts'
import {sensitiveHeaders} from '../../core/contacts/sensitive-headers.ts'
import {standingColumns} from '../../core/contacts/standing-columns.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import {shownSegment} from '../../core/segments/shown-segment.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {startHitPlaces, withPlaces} from '../../core/sensitive/hit-places.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import type {SuppressionHit} from '../../core/suppression/entry.ts'
import type {ImportRecord} from '../../ports/list-import.ts'
import type {Store, StoredContact} from '../../ports/store.ts'
import {disposableDomains} from '../files/disposable-domains.ts'

/** where: only contacts in this segment are looked at, columns included. Throws SEGMENT_INVALID. */
export async function listAuditSource(
  store: Store,
  listId: number,
  ask: CaseAsk & {
    readonly where: string | null
    readonly offsetMinutes: number
  },
) {
  const {where, offsetMinutes} = ask
  const imports = await store.lists.imports(listId)
  const mapped = standingColumns(imports)
  const headers = [
    ...new Set(
      mapped.filter((column) => column.field === 'attribute' && column.fate === 'store').map((column) => column.header),
    ),
  ]
  const segment = where === null ? null : compileSegment(where, {...namesOfColumns(mapped), offsetMinutes})
  const place = new Map(imports.map(({id}, index) => [id, index]))
  const hasSuppressions = (await store.suppressions.count()) > 0
  const look = startLooking(headers, ask.asOf)
  let outside = 0

  async function* contacts(): AsyncGenerator<readonly AuditedContact[]> {
    for await (const all of store.lists.read(listId, BATCH)) {
      const batch = segment === null ? all : all.filter(segment.test)
      outside += all.length - batch.length
      const optOuts = hasSuppressions ? await store.suppressions.strongestFor(batch, ask.asOf) : NO_OPT_OUTS
      yield batch.map((contact): AuditedContact => {
        look.see(contact)
        const {publicId, address, importId} = contact
        const {case: facts, placed} = buildCase(contact, ask)
        return {
          row: null,
          publicId,
          address,
          cameWith: place.get(importId) ?? 0,
          case: facts,
          placed,
          optOut: optOuts.get(contact.id) ?? null,
        }
      })
    }
  }
  return {
    kind: 'list' as const,
    where: where === null || segment === null ? null : shownSegment(where, segment, sensitiveHeaders(mapped)),
    imports: imports.map(({fileName, at}) => ({name: fileName, at})),
    contacts: contacts(),
    outside: () => outside,
    knowsOptOuts: true,
    takeUnread: () => [],
    cells: look.cells,
    columns: () => look.columns().map(withGround(mapped)),
    patterns: look.patterns,
    flags: look.flags,
    dateForms: () => [],
    leftOut: () => leftOutOf(imports),
  }
}

/** A column is kept on a ground when every import that brought it said so. */
function withGround(mapped: readonly MappedColumn[]): (column: ColumnJudgement) => ColumnJudgement {
  return (column) => {
    const brought = mapped.filter(({header, fate}) => header === column.name && fate === 'store')
    const kept = brought.at(-1)?.kept
    return kept === undefined || brought.some((each) => each.kept === undefined) ? column : {...column, kept}
  }
}

/** So few are garbage before the collector has looked at them twice: memory stays at half. */
const BATCH = 500
const NO_OPT_OUTS: ReadonlyMap<number, SuppressionHit> = new Map()

/** What cells and addresses look like, one contact at a time. */
function startLooking(headers: readonly string[], asOf: number) {
  const columns = startColumnJudge(headers, asOf)
  const addresses = startAddressJudge()
  const census = startAddressCensus(makeAddressFlagger(disposableDomains()))
  const cells: string[] = headers.map(() => '')
  const hits = startHitPlaces()
  return {
    see({attributes, address, publicId}: StoredContact): void {
      for (let i = 0; i < headers.length; i += 1) {
        const header = headers[i]!
        cells[i] = Object.hasOwn(attributes, header) ? attributes[header]! : ''
      }
      hits.add(columns.see(cells), () => publicId)
      const key = address.toLowerCase()
      const domain = key.slice(key.lastIndexOf('@') + 1)
      addresses.see({key, domain}, () => labelOf({row: null, publicId, address}))
      census.see({address, key, suppressKey: key, domain, wasFolded: false, needsSmtpUtf8: !ASCII.test(key)}, NO_LINE)
    },
    cells: hits.of,
    columns: (): readonly ColumnJudgement[] => columns.result().map((column) => withPlaces(column, hits)),
    patterns: () => addresses.result(),
    flags: (): readonly FlagCount[] => census.result(),
  }
}

const ASCII = /^[\x00-\x7f]*$/
/** Contacts of the store have no line. */
const NO_LINE = () => 0

function leftOutOf(imports: readonly ImportRecord[]) {
  const columns = new Map<string, SensitiveCategory>()
  for (const {header, fate, category} of standingColumns(imports))
    if (fate !== 'store' && category !== null) columns.set(header, category)
  let rows = 0
  for (const {counts, undoneAt} of imports) if (undoneAt === null) rows += counts?.rejected ?? 0
  return {columns: [...columns].map(([name, category]) => ({name, category})), rows}
}
