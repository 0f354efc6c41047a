/** Every rule, by id. */
import type {Rule} from '../core/lint/rule.ts'
import {domainRules} from './domain-rules.ts'
import {filledRules} from './filled-rules.ts'
import {listRules} from './list-rules.ts'
import {templateRules} from './template-rules.ts'

export const RULES: readonly Rule[] = [...listRules, ...templateRules, ...filledRules, ...domainRules]

/** Undefined for an id that no rule has. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id)
}
