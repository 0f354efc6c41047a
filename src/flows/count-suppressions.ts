/** The opt-outs that stand, in numbers. */
import type {Store} from '../ports/store.ts'
import type {SuppressionFigures} from '../ports/suppression-store.ts'

/** mark: the state a next `suppression export --since` can begin from. */
export async function countSuppressions(
  _ask: Readonly<Record<string, never>>,
  {store}: {readonly store: Store},
): Promise<SuppressionFigures & {readonly mark: string}> {
  return {...(await store.suppressions.figures()), mark: await store.suppressions.mark()}
}
