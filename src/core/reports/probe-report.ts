/** What a probe of the opt-out address found, check by check. No token stands in it. */

export interface ProbeCheck {
  /** Of its words. */
  readonly key: ProbeKey
  /** open: it could not be looked at. */
  readonly level: 'ok' | 'warning' | 'error' | 'open'
  readonly values: Readonly<Record<string, string | number>>
}

export type ProbeKey = keyof typeof PROBE_CHECKS

/** Every check with how it weighs. */
export const PROBE_CHECKS = {
  'probe.not-https': 'error',
  'probe.not-a-url': 'error',
  'probe.plain-loopback': 'warning',
  'probe.unreachable': 'error',
  'probe.tls': 'ok',
  'probe.tls-old': 'error',
  'probe.tls-ends': 'warning',
  'probe.status': 'error',
  'probe.redirect': 'error',
  'probe.changes': 'error',
  'probe.no-form': 'error',
  'probe.looking': 'ok',
  'probe.post': 'ok',
  'probe.post-open': 'open',
  'probe.forged': 'warning',
  'probe.old-key': 'error',
  'probe.life': 'ok',
  'probe.life-undated': 'ok',
  'probe.life-open': 'open',
} as const satisfies Record<string, ProbeCheck['level']>

export interface ProbeReport {
  /** Without the token. */
  readonly url: string
  readonly checks: readonly ProbeCheck[]
  readonly errors: number
  readonly warnings: number
  readonly open: number
}
