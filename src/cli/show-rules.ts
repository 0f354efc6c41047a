/** What is checked, with the duties that want it, and the duties that are only told. */
import type {RulesAnswer} from '../flows/show-rules.ts'
import {ruleQuestion} from './rule-words.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export function showRules({rulebook, day, areas, told}: RulesAnswer, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(paint.bold(wrap(t('laws.rules.title', {rulebook, day}), width)))
  for (const {area, rules} of areas) {
    screen.out(`\n${paint.bold(t(`laws.area.${area}`))}`)
    for (const {id, duties} of rules) {
      screen.out(`  ${paint.cyan(id)}`)
      screen.out(wrap(ruleQuestion(id, screen), width, 4))
      const wanted = duties.length === 0 ? t('laws.rules.no-duty') : duties.join(' ')
      screen.out(paint.dim(wrap(wanted, width, 4)))
    }
  }
  if (told.length > 0) {
    screen.out(`\n${paint.bold(t('laws.rules.told', {count: told.length}))}`)
    screen.out(paint.dim(wrap(told.join(' '), width, 2)))
  }
  const id = areas[0]?.rules[0]?.id ?? told[0]
  if (id === undefined) screen.out(`\n${t('laws.rules.none')}`)
  else screen.out(`\n${paint.cyan('→')} ${wrap(t('laws.rules.next', {id}), width, 2).trimStart()}`)
}
