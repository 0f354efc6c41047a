/** Proves the opt-out address before a plan is made, where the settings ask for it, and that of confirmations before people are asked. */
import type {Law} from '../core/laws/law.ts'
import type {ProbeCheck} from '../core/reports/probe-report.ts'
import type {Settings} from '../core/settings.ts'
import type {TokenKey} from '../core/suppression/token.ts'
import {AppError} from '../errors.ts'
import type {Clock} from '../ports/system.ts'
import type {WebAsker} from '../ports/web-asker.ts'
import {probeConfirmation, probeOptOut} from './probe-opt-out.ts'

export interface ProbeSupport {
  readonly asker: WebAsker
  readonly keys: readonly TokenKey[] | null
  /** A check in words. */
  readonly say: (check: ProbeCheck) => string
}

interface Ask {
  readonly settings: Settings
  readonly laws: readonly Law[]
}

interface Needs {
  /** Null where nothing is to be proved. */
  readonly probe: (() => Promise<ProbeSupport>) | null
  readonly clock: Clock
}

/** Throws PROBE_FAILED. */
export async function refuseDeadLink({settings, laws}: Ask, {probe, clock}: Needs): Promise<void> {
  if (probe === null) return
  const {asker, keys, say} = await probe()
  const {url} = settings.optOut
  const {checks, errors} = await probeOptOut({url, keys, laws, now: clock.now()}, {asker})
  if (errors === 0) return
  const failed = checks.filter(({level}) => level === 'error')
  throw new AppError('PROBE_FAILED', {url}, {details: failed.map(say)})
}

/** Whatever the settings say: who was asked by a dead link may never be asked again. Throws CONFIRM_PROBE_FAILED. */
export async function refuseDeadConfirmLink(
  {signUp}: Pick<Settings, 'signUp'>,
  {probe, clock}: {readonly probe: () => Promise<ProbeSupport>; readonly clock: Clock},
): Promise<void> {
  const {asker, keys, say} = await probe()
  const {url} = signUp
  const {checks, errors} = await probeConfirmation({url, key: keys!.at(-1)!, now: clock.now()}, {asker})
  if (errors === 0) return
  const failed = checks.filter(({level}) => level === 'error')
  throw new AppError('CONFIRM_PROBE_FAILED', {url}, {details: failed.map(say)})
}
