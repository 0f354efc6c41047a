/** What a law file may give to a rule is what the rule takes. */
import {expect, test} from 'vitest'
import {RULE_PARAMETERS} from '../../../src/core/laws/rule-parameters.ts'
import {RULES} from '../../../src/rules/registry.ts'

test('parameters are known only of rules that exist', () => {
  const ids = new Set(RULES.map(({id}) => id))
  expect(Object.keys(RULE_PARAMETERS).filter((id) => !ids.has(id))).toEqual([])
})

const withExamples = RULES.flatMap((rule) =>
  'exampleWith' in rule && rule.exampleWith !== undefined ? [[rule.id, rule.exampleWith] as const] : [],
)

test.each(withExamples)('%s takes the parameters of its own examples', (id, given) => {
  // The zone is not the duty's: it comes from the law.
  const {zone: _, ...own} = given as Readonly<Record<string, unknown>>
  const known = RULE_PARAMETERS[id] ?? {}
  for (const [name, value] of Object.entries(own)) expect([name, known[name]?.fits(value)]).toEqual([name, true])
  for (const [name, {isOptional}] of Object.entries(known)) if (!isOptional) expect(own).toHaveProperty([name])
})
