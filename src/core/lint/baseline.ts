/**
 * What a team knows already of its findings: a file of fingerprints, so that an audit fails only on what is new. A
 * fingerprint says which duty, words, place and values, never who; how many contacts it was about stands beside it.
 */
import type {Finding} from './finding.ts'

/** By fingerprint: how many contacts the finding was about; null where it counts none. */
export type Baseline = ReadonlyMap<string, number | null>

export interface BaselineEntry {
  readonly fingerprint: string
  /** For people who read the file; only the fingerprint counts. */
  readonly target: string
  readonly duty: string
  readonly count: number | null
}

interface BaselineFile {
  readonly todokeBaseline: 1
  readonly rulebook: string
  readonly findings: readonly BaselineEntry[]
}

/**
 * What makes two findings of two audits the same one: to be hashed, since values may name a domain or a column.
 * target: what stands for the list or file; '' for the only file of an audit, which may have another name next week.
 */
export function identityOf({duty, key, where, values}: Finding, target?: string): string {
  const place =
    where.kind === 'template'
      ? [where.file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''), where.part]
      : [target ?? where.of, where.kind === 'column' ? where.column : '']
  // Counts change from audit to audit; words do not.
  const words = Object.entries(values).filter(([name, value]) => typeof value === 'string' && !ADVICE.has(name))
  return JSON.stringify([duty, key, ...place, words])
}

/** What there is to choose from, for the way out: it may change, and the finding is the same. */
const ADVICE: ReadonlySet<string> = new Set(['columns', 'formats'])

/** Known, and not about more contacts than it was. */
export function isKnownBy(baseline: Baseline | null, fingerprint: string, count: number | undefined): boolean {
  const known = baseline?.get(fingerprint)
  return known !== undefined && (known === null || count === undefined || count <= known)
}

/** A JSON text ending in \n, in order of fingerprint, so that versions of it can be compared. */
export function baselineText(rulebook: string, entries: readonly BaselineEntry[]): string {
  const findings = [...entries].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  const file: BaselineFile = {todokeBaseline: 1, rulebook, findings}
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Null for a text that is no baseline. */
export function readBaseline(text: string): Baseline | null {
  const file = parsed(text) as Partial<BaselineFile> | null
  if (file?.todokeBaseline !== 1 || !Array.isArray(file.findings)) return null
  const known = new Map<string, number | null>()
  for (const {fingerprint, count} of file.findings as readonly Partial<BaselineEntry>[]) {
    if (typeof fingerprint !== 'string' || (count !== null && typeof count !== 'number')) return null
    known.set(fingerprint, count)
  }
  return known
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
