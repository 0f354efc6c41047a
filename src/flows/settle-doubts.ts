/** A plan that nothing is unsure about any more: a person was asked, or what must not be guessed was refused. */
import type {MappingAnswers} from '../core/contacts/doubts.ts'
import {refuseDoubts} from '../core/contacts/doubts.ts'
import type {ListFileAsk, ListFilePlan, ListFiles} from '../ports/list-files.ts'

/** onUnsure: asks; undefined where nobody can be asked. Throws what plan throws, ROWS_UNSURE, HEADER_MISSING, ADDRESS_COLUMN_UNSURE, STOP_WORDS_UNSURE, and what onUnsure throws. */
export async function settledPlan(
  ask: ListFileAsk,
  files: ListFiles,
  onUnsure: ((plan: ListFilePlan) => Promise<MappingAnswers>) | undefined,
): Promise<ListFilePlan> {
  const plan = await files.plan(ask)
  // A mapping with a mistake in it is refused before anything is asked.
  if (plan.doubts.length === 0 || plan.mappingFaults.length > 0) return plan
  try {
    if (onUnsure === undefined) {
      refuseDoubts(plan)
      return plan
    }
    const {map, header, statusWords, rows} = await onUnsure(plan)
    await files.release(plan)
    const {active = [], stopped = []} = ask.statusWords ?? {}
    // Planned anew, so that an answer means exactly what the flag or the saved mapping of the same words means.
    const told = {
      ...ask,
      map: [...ask.map, ...map],
      header: header ?? ask.header ?? null,
      rows: rows ?? ask.rows ?? null,
      statusWords: {active: [...active, ...statusWords.active], stopped: [...stopped, ...statusWords.stopped]},
    }
    // With a header the columns are others, and so are the questions.
    return header === null ? await files.plan(told) : await settledPlan(told, files, onUnsure)
  } catch (error) {
    await files.release(plan)
    throw error
  }
}
