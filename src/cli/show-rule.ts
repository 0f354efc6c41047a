/** A duty or a rule explained: what is demanded, what a breach weighs and why, what is looked at, and the way out. */

import {FACTS} from '../core/laws/declared-facts.ts'
import type {DutyAt} from '../core/laws/duty-at.ts'
import type {DutyExplained, RuleExplained} from '../flows/show-rules.ts'
import {showDutyHead} from './duty-head.ts'
import {needWords, parameterWords} from './law-words.ts'
import {findingWords, ruleQuestion} from './rule-words.ts'
import type {Screen} from './screen.ts'
import {penaltyLines} from './show-law.ts'
import type {SourceList} from './source-list.ts'
import {startSources} from './source-list.ts'
import {wrap} from './table.ts'

export function showExplained(explained: DutyExplained | RuleExplained, screen: Screen): void {
  if (explained.kind === 'duty') showDuty(explained, screen)
  else showRule(explained, screen)
}

/** The --json form: the flow's answer with the words of the check in the chosen language. */
export function explainedAsJson(explained: DutyExplained | RuleExplained, screen: Screen) {
  const rule = explained.kind === 'duty' ? explained.duty.rule : explained.id
  const wanted = explained.kind === 'duty' ? explained.duty.with : {}
  return {
    ...explained,
    looksAt: rule === null ? null : ruleQuestion(rule, screen),
    parameters: parameterWords(wanted, screen),
    findings: rule === null ? [] : findingWords(rule, wanted, screen),
  }
}

function showDuty({duty, law, subject, penalties, rulebook, day}: DutyExplained, screen: Screen): void {
  const {t, paint, lang, width} = screen
  const sources = startSources()
  showDutyHead(duty, [], screen)
  screen.out(wrap(`${law.id}: ${law.name[lang]}`, width, 4))
  screen.out(paint.dim(wrap(t('laws.title', {rulebook, day}), width, 4)))
  if (duty.standing !== 'in-force') screen.out(paint.yellow(`  ${t(`laws.standing.${duty.standing}`, {day})}`))
  part(t('laws.explain.demanded'), [`${duty.says[lang]} ${sources.refer(duty.sources)}`], screen)
  part(t('laws.explain.weight'), weightOf(duty, subject, screen), screen)
  showNeed(duty, screen)
  if (duty.rule === null) part(t('laws.explain.told'), [], screen)
  else {
    showCheck(duty.rule, subject, duty.with, screen)
    showFindings(duty.rule, duty.with, screen)
    showPage(duty.rule, subject, screen)
  }
  showPenalties(law.name[lang], penalties, day, sources, screen)
  sources.show(screen)
}

function showRule({id, subject, duties, rulebook, day}: RuleExplained, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(paint.bold(id))
  screen.out(paint.dim(wrap(t('laws.title', {rulebook, day}), width, 2)))
  showCheck(id, subject, {}, screen)
  showFindings(id, {}, screen)
  showPage(id, subject, screen)
  part(t('laws.explain.duties', {count: duties.length}), [], screen)
  for (const duty of duties) {
    showDutyHead(duty, [], screen)
    const parameters = parameterWords(duty.with, screen)
    if (parameters.length > 0) screen.out(paint.dim(wrap(parameters.join(' · '), width, 4)))
  }
  const duty = duties[0]?.id
  if (duty !== undefined)
    screen.out(`\n${paint.cyan('→')} ${wrap(t('laws.rules.next', {id: duty}), width, 2).trimStart()}`)
}

function part(heading: string, lines: readonly string[], screen: Screen): void {
  screen.out(`\n${screen.paint.bold(wrap(heading, screen.width))}`)
  for (const line of lines) screen.out(wrap(line, screen.width, 2))
}

function weightOf(duty: DutyAt, subject: DutyExplained['subject'], {t}: Screen): readonly string[] {
  const {severity, confidence, becomes} = duty
  const weight =
    severity === 'info'
      ? t('laws.note')
      : severity === 'warning'
        ? t(`laws.warning.${subject === 'contact' ? subject : 'other'}`)
        : t(`laws.error.${placeOf(subject)}`)
  // A note stays a note however sure the source is: nothing is lost by its being unverified.
  const why = confidence === 'unverified' && severity === 'info' ? [] : [t(`laws.why.${confidence}`)]
  const later =
    becomes === null
      ? []
      : [t('laws.why.announced', {day: becomes.day, weight: t(`laws.a-weight.${becomes.severity}`)})]
  return [weight, ...later, ...why]
}

function placeOf(subject: DutyExplained['subject']): 'template' | 'contact' | 'list' | 'domain' | 'told' {
  if (subject === null) return 'told'
  if (subject === 'filled') return 'template'
  return subject === 'template' || subject === 'contact' || subject === 'domain' ? subject : 'list'
}

function showNeed(duty: DutyAt, screen: Screen): void {
  const {needs} = duty
  if (needs === null) return
  const {t} = screen
  const {fact, is, holds} = needs
  const allowed = Object.hasOwn(FACTS, fact) ? FACTS[fact as keyof typeof FACTS] : null
  const binds =
    is.length === 0
      ? t('laws.fact.binds-on-day', {fact})
      : t('laws.fact.binds-on', {fact, values: is.join(t('laws.list'))})
  part(t('laws.explain.fact'), holds === null ? [binds, t('laws.fact.ask')] : [binds, needWords(duty, screen)], screen)
  if (holds !== null) return
  if (fact === 'wirelessDomains') {
    screen.out(`    ${fact}: fcc-wireless.txt`)
    return
  }
  screen.out('    facts:')
  const others = (allowed ?? []).filter((word) => word !== is[0]).join(t('laws.list'))
  const comment = others === '' ? '' : `  ${t('laws.fact.or', {others})}`
  screen.out(`      ${fact}: ${is[0] ?? t('laws.fact.day')}${comment}`)
}

function showCheck(
  rule: string,
  subject: RuleExplained['subject'] | null,
  wanted: DutyAt['with'],
  screen: Screen,
): void {
  const {t} = screen
  const runs = subject === null ? [] : [t(`laws.subject.${subject}`)]
  part(t('laws.explain.check', {rule}), [ruleQuestion(rule, screen), ...runs], screen)
  for (const words of parameterWords(wanted, screen)) screen.out(`  - ${wrap(words, screen.width, 4).trimStart()}`)
}

function showFindings(rule: string, wanted: DutyAt['with'], screen: Screen): void {
  const {t, paint, width} = screen
  const findings = findingWords(rule, wanted, screen)
  if (findings.length === 0) return
  part(t('laws.explain.findings'), [], screen)
  for (const {message, fix} of findings) {
    screen.out(`  - ${wrap(message, width, 4).trimStart()}`)
    screen.out(`    ${paint.cyan('→')} ${wrap(fix, width, 6).trimStart()}`)
  }
}

/** Where examples stand; the pages come with the package. */
function showPage(rule: string, subject: RuleExplained['subject'] | null, {t, out, paint, lang, width}: Screen): void {
  if (subject !== 'template') return
  out(paint.dim(`\n${wrap(t('laws.explain.page', {page: `docs/rules/${lang}.md#${rule}`}), width, 2)}`))
}

function showPenalties(
  law: string,
  penalties: DutyExplained['penalties'],
  day: string,
  sources: SourceList,
  screen: Screen,
): void {
  if (penalties.length === 0) return
  const {t, paint, width} = screen
  part(t('laws.explain.penalties', {law}), [], screen)
  screen.out(paint.dim(wrap(t('laws.explain.penalties.what'), width, 2)))
  for (const line of penaltyLines(penalties, day, sources, screen))
    screen.out(`  - ${wrap(line, width, 4).trimStart()}`)
}
