/** What a consent is worth at a moment: derived from what the duties of a law say against it. */
import type {Severity} from '../lint/finding.ts'

/** From best to worst. */
export const CONSENT_VERDICTS = ['valid', 'weak', 'expired', 'missing', 'withdrawn'] as const
export type ConsentVerdict = (typeof CONSENT_VERDICTS)[number]

export function worse(a: ConsentVerdict, b: ConsentVerdict): ConsentVerdict {
  return RANK[a] >= RANK[b] ? a : b
}

const RANK = Object.fromEntries(CONSENT_VERDICTS.map((verdict, rank) => [verdict, rank])) as Readonly<
  Record<ConsentVerdict, number>
>

/**
 * What one complaint makes of a consent. Only an error ends it, as what the rule said (missing where it said nothing);
 * a warning weakens it, a note leaves it valid.
 */
export function verdictFrom(severity: Severity, said: ConsentVerdict | undefined): ConsentVerdict {
  if (severity === 'error') return said ?? 'missing'
  return severity === 'warning' ? 'weak' : 'valid'
}
