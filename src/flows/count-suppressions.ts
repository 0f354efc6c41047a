/** The opt-outs that stand, in numbers. */
import type {Store} from '../ports/store.ts'
import type {SuppressionFigures} from '../ports/suppression-store.ts'
import type {Clock} from '../ports/system.ts'

/** mark: the state a next `suppression export --since` can begin from. */
export async function countSuppressions(
  _ask: Readonly<Record<string, never>>,
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<SuppressionFigures & {readonly mark: string}> {
  return {...(await store.suppressions.figures()), mark: await store.suppressions.mark(clock.now())}
}
