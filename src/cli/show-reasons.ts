/** Why a plan leaves people out: the most frequent reasons in words, each with its ids and where the law is written. */
import {clean, reasonLaw, reasonWords} from '../adapters/report/words.ts'
import type {PlanResult} from '../flows/plan-send.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

/** Of the reasons that are shown; all of them stand in the report. */
const MOST = 8

/** Nothing when nobody is left out. */
export function showReasons({reasons, duties}: Pick<PlanResult, 'reasons' | 'duties'>, screen: Screen): void {
  const {t, paint, lang, width} = screen
  if (reasons.length === 0) return
  screen.out()
  screen.out(t('sending.why-not'))
  const shown = reasons.slice(0, MOST)
  const figure = Math.max(...shown.map(({count}) => number(count, lang).length))
  const indent = 2 + figure + 2
  for (const {reason, count} of shown) {
    const words = wrap(reasonWords(reason, duties, lang), width, indent).trimStart()
    const source = [clean(reason), reasonLaw(reason, duties, lang)].filter((each) => each !== '').join(' · ')
    screen.out(`  ${number(count, lang).padStart(figure)}  ${words}`)
    screen.out(paint.dim(wrap(source, width, indent)))
  }
}
