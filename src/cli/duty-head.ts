/** The lines over a duty: its weight, title and id, since when it holds and how sure its source is. */
import type {DutyAt} from '../core/laws/duty-at.ts'
import {flowItems} from './flow-items.ts'
import {standingWords, weightMark} from './law-words.ts'
import type {Screen} from './screen.ts'

/** more: said behind it, such as the numbers of its sources. */
export function showDutyHead(duty: DutyAt, more: readonly string[], screen: Screen): void {
  const {paint, width, lang} = screen
  const [first, ...others] = flowItems([paint.bold(duty.title[lang]), paint.cyan(duty.id)], '  ', width - 4)
  screen.out(`  ${weightMark(duty.severity, screen)} ${first}`)
  for (const line of [...others, ...flowItems([...standingWords(duty, screen), ...more], ' · ', width - 4)])
    screen.out(`    ${line}`)
}
