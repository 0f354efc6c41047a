/** Audits made by hand: contacts without a file or a store, a source over them, and a whole run of the flow. */
import {createHash} from 'node:crypto'
import type {AuditedContact} from '../../src/core/contacts/audited-contact.ts'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE} from '../../src/core/contacts/contact-case.ts'
import type {AuditReport} from '../../src/core/reports/audit-report.ts'
import type {AuditAsk, AuditNeeds, AuditSource} from '../../src/flows/audit.ts'
import {auditTargets} from '../../src/flows/audit.ts'
import {lawChoiceOf, RULEBOOK} from '../../src/rulebook/laws.ts'

export const AS_OF = Date.UTC(2026, 0, 15)

export const YES: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}

type Made = Partial<AuditedContact> & {readonly consents?: readonly ConsentFact[]}

/** Somebody in Japan at that line of a file. */
export function person(row: number, {consents = [], ...more}: Made = {}): AuditedContact {
  return {
    row,
    publicId: null,
    address: `taro${row}@example.jp`,
    cameWith: 0,
    case: {...EXAMPLE_CASE, country: more.placed === undefined ? 'JP' : more.placed.country, consents, asOf: AS_OF},
    placed: {country: 'JP', ground: 'column', alsoIn: []},
    optOut: null,
    ...more,
  }
}

export function sourceOf(
  batches: readonly (readonly AuditedContact[])[],
  more: Partial<AuditSource> = {},
): AuditSource {
  async function* contacts() {
    yield* batches
  }
  return {
    of: 'may.csv',
    identity: '',
    kind: 'file',
    where: null,
    imports: [{name: 'may.csv', at: null}],
    contacts: contacts(),
    columns: () => null,
    patterns: () => [],
    flags: () => [],
    dateForms: () => [],
    outside: () => 0,
    knowsOptOuts: true,
    takeUnread: () => [],
    cells: () => [],
    leftOut: () => ({columns: [], rows: 0}),
    ...more,
  }
}

/** The wish for a form text would speak in every test. */
export const WORDINGS_OFF: AuditAsk['weights'] = new Map(
  RULEBOOK.flatMap(({duties}) => duties)
    .filter(({rule}) => rule?.startsWith('wording-'))
    .map(({id}) => [id, 'off']),
)

export const ASK: AuditAsk = {
  choice: lawChoiceOf(['jp']),
  facts: {},
  day: '2026-01-15',
  asOf: AS_OF,
  offsetMinutes: 540,
  audience: 'JP',
  onlySenderLaw: false,
  weights: WORDINGS_OFF,
  baseline: null,
  version: '0.0.0',
  onProgress() {},
  stop: new AbortController().signal,
  command: 'todoke audit may.csv',
}

export function auditOf(
  sources: readonly AuditSource[],
  ask: Partial<AuditAsk> = {},
  needs: Partial<AuditNeeds> = {},
): Promise<AuditReport> {
  async function* each() {
    yield* sources
  }
  return auditTargets(
    {...ASK, ...ask},
    {
      sources: each(),
      outputs: [],
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      clock: {now: () => AS_OF},
      ...needs,
    },
  )
}
