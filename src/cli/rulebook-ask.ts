/** What the commands on the rulebook ask by: the day, and the settings of the workspace where there is one. */
import {dayInJapan} from '../core/lint/day.ts'
import type {RulebookAsk} from '../flows/rulebook-at.ts'
import type {Lang} from '../i18n/text.ts'
import {dayFlag} from './day-flags.ts'

/** asOf: of --as-of; undefined = today. Throws FLAG_INVALID, SETTINGS_INVALID. */
export async function rulebookAsk(asOf: string | undefined, lang: Lang): Promise<RulebookAsk> {
  const {clock, findWorkspace, offsetOf} = await import('../wiring/workspace.ts')
  const settings = (await findWorkspace(lang))?.settings ?? null
  const moment = dayFlag('--as-of', asOf, offsetOf(settings)) ?? clock.now()
  return {day: dayInJapan(moment), settings}
}
