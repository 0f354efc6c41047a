/** Several audited targets as one sum. */
import type {AuditResult, AuditTotal} from './audit-report.ts'

export function totalOf(targets: readonly AuditResult[]): AuditTotal {
  const findings = targets.flatMap((target) => target.findings)
  return {
    contacts: targets.reduce((sum, {contacts}) => sum + contacts, 0),
    verdicts: summed(
      targets.map(({verdicts}) => verdicts),
      {sendable: 0, held: 0, suppressed: 0},
    ),
    consents: summed(
      targets.map(({consents}) => consents),
      {valid: 0, weak: 0, expired: 0, missing: 0, withdrawn: 0},
    ),
    findings: {
      error: findings.filter(({severity}) => severity === 'error').length,
      warning: findings.filter(({severity}) => severity === 'warning').length,
      info: findings.filter(({severity}) => severity === 'info').length,
    },
    known: findings.filter(({isKnown}) => isKnown).length,
    wayOut: summed(
      targets.map(({wayOut}) => wayOut),
      {declare: 0, ask: 0, leave: 0, unknown: 0},
    ),
  }
}

function summed<Name extends string>(
  counts: readonly Readonly<Record<Name, number>>[],
  zero: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  const sum: Record<Name, number> = {...zero}
  for (const each of counts) for (const name in sum) sum[name] += each[name]
  return sum
}
