/** A rule in words: the question it asks, and what its findings say, each with the way out. */
import type {DutyAt} from '../core/laws/duty-at.ts'
import type {MessageValues} from '../i18n/text.ts'
import {isMessageKey, keysUnder, text} from '../i18n/text.ts'
import {valueWords} from './law-words.ts'
import type {Screen} from './screen.ts'

export function ruleQuestion(rule: string, {t}: Screen): string {
  const key = `laws.rule.${rule}`
  return isMessageKey(key) ? t(key) : rule
}

export interface FindingWords {
  readonly key: string
  readonly message: string
  readonly fix: string
}

/** The one rule whose findings are those of a reader that others use as well. */
const BEGINNINGS: Readonly<Record<string, string>> = {'template-syntax': 'template.'}

/** wanted: a duty's parameters, which fill what they can; what only a case would tell is shown as dots. */
export function findingWords(rule: string, wanted: DutyAt['with'], screen: Screen): readonly FindingWords[] {
  const keys = keysUnder(BEGINNINGS[rule] ?? `${rule}.`)
  const values: MessageValues = {
    part: screen.t('part.mail'),
    ...(typeof wanted.basis === 'string' ? {basis: valueWords('basis', wanted.basis, screen)} : {}),
    ...(wanted.evidence === undefined ? {} : {evidence: valueWords('evidence', wanted.evidence, screen)}),
    ...(typeof wanted.months === 'number' ? {months: wanted.months} : {}),
  }
  return keys.flatMap((key) => {
    const fix = `${key}.fix`
    if (!isMessageKey(fix)) return []
    return [{key, message: withDots(text(screen.lang, key, values)), fix: withDots(text(screen.lang, fix, values))}]
  })
}

/** `{{name}}` is a tag of a mail and stays. */
function withDots(words: string): string {
  return words.replace(/(?<!\{)\{\w+(?::[^|{}]*\|([^{}]*))?\}(?!\})/g, (_, many?: string) => many ?? '…')
}
