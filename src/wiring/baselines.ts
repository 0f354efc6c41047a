/** Files of findings that are known. */
import type {Baseline} from '../core/lint/baseline.ts'
import {readBaseline} from '../core/lint/baseline.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'

/** Throws BASELINE_INVALID and what reading a file throws. */
export async function baselineFrom(file: string, lang: Lang): Promise<Baseline> {
  const {readText} = await import('../adapters/files/read-text.ts')
  const baseline = readBaseline(await readText(file, lang))
  if (baseline === null) throw new AppError('BASELINE_INVALID', {file})
  return baseline
}
