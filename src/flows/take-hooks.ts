/**
 * Notices of mail services become opt-outs: whoever unsubscribed or complained there gets no mail from here. Nothing a service says
 * ever brings anybody back. The answer comes when it is on the disk; said again it is one entry.
 */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {HookEvent, HookKind, HookReader} from '../core/hooks/hook.ts'
import type {HookServiceName} from '../core/hooks/services.ts'
import type {SuppressionEntry, SuppressionReason} from '../core/suppression/entry.ts'
import {spellingOf} from '../core/suppression/entry.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {HookHandlers} from '../ports/web-server.ts'
import {patiently} from './patiently.ts'

export interface HookNeeds {
  /** Of the services that the settings name. */
  readonly readers: ReadonlyMap<HookServiceName, HookReader>
  store(): Promise<Store>
  readonly clock: Clock
}

export interface HookWatch {
  /** A service asks whether it may send: a person opens that address. */
  onConfirm(service: HookServiceName, url: string): void
}

const REASONS: Partial<Readonly<Record<HookKind, SuppressionReason>>> = {
  ...{optout: 'optout', complaint: 'complaint', manual: 'manual'},
}

export function takeHooks(needs: HookNeeds, {onConfirm}: HookWatch): HookHandlers {
  const {readers, clock} = needs
  return {
    services: [...readers.keys()],
    async take(service, request) {
      const now = clock.now()
      const reading = readers.get(service)!(request, now)
      if (typeof reading === 'string') return {fault: reading}
      if ('confirm' in reading) {
        onConfirm(service, reading.confirm)
        return {fault: null, counts: {confirm: 1}}
      }
      const {proof} = reading
      if (proof !== undefined) {
        const mayCount = await patiently(async () => (await needs.store()).suppressions.useProof(proof, now))
        if (!mayCount) return {fault: 'replayed'}
      }
      const counts: Record<string, number> = {}
      const count = (what: string) => {
        counts[what] = (counts[what] ?? 0) + 1
      }
      const entries = reading.events.flatMap((event) => {
        const entry = entryOf(event, service, now)
        count(entry === null && REASONS[event.kind] !== undefined ? 'unreadable' : event.kind)
        return entry === null ? [] : [entry]
      })
      if (entries.length > 0)
        await patiently(async () => (await needs.store()).suppressions.merge(once(entries), clock.now()))
      return {fault: null, counts}
    },
  }
}

function entryOf({kind, address, at}: HookEvent, service: HookServiceName, now: number): SuppressionEntry | null {
  const reason = REASONS[kind]
  const parsed = address === null ? null : parseAddress(address)
  if (reason === undefined || parsed === null || !isAddress(parsed)) return null
  const from = Math.min(at ?? now, now)
  const source = `hook:${service}`
  const rest = {reason, scope: 'all' as const, from, until: null, source, line: null}
  return {kind: 'address', subject: parsed.suppressKey, ...spellingOf(parsed), ...rest}
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield batch
}
