import {describe, expect, test} from 'vitest'
import type {AddressPattern} from '../../src/core/contacts/address-judge.ts'
import type {ContactCase} from '../../src/core/contacts/contact-case.ts'
import type {ListCensus} from '../../src/core/lint/list-census.ts'
import type {Rule} from '../../src/core/lint/rule.ts'
import type {ColumnJudgement} from '../../src/core/sensitive/column-judgement.ts'
import {isMessageKey} from '../../src/i18n/text.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import {listRules} from '../../src/rules/list-rules.ts'

const duties = RULEBOOK.flatMap((law) => law.duties)

/** The message keys that a rule reports about an example, under its own parameters, or those of the first duty that names the rule. */
function keysFor(rule: Rule, example: unknown): readonly string[] {
  const given = rule.subject === 'contact' ? rule.exampleWith : undefined
  const wanted = {zone: 540, ...(given ?? duties.find((duty) => duty.rule === rule.id)?.with)}
  const keys: string[] = []
  const report = ({key}: {readonly key: string}) => void keys.push(key)
  if (rule.subject === 'contact') rule.check(example as ContactCase, wanted, report)
  if (rule.subject === 'columns') rule.check(example as readonly ColumnJudgement[], wanted, report)
  if (rule.subject === 'addresses') rule.check(example as readonly AddressPattern[], wanted, report)
  if (rule.subject === 'list') rule.check(example as ListCensus, wanted, report)
  return keys
}

describe.each(listRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.bad.map((example) => [JSON.stringify(example), example]))('complains about %s', (_text, example) => {
    const keys = keysFor(rule, example)
    expect(keys).toHaveLength(1)
    for (const key of keys) {
      expect(key.startsWith(`${rule.id}.`)).toBe(true)
      expect(isMessageKey(key) && isMessageKey(`${key}.fix`)).toBe(true)
    }
  })

  test.each(rule.good.map((example) => [JSON.stringify(example), example]))('is content with %s', (_text, example) => {
    expect(keysFor(rule, example)).toEqual([])
  })
})

test('ids of rules are unique', () => {
  const ids = listRules.map(({id}) => id)
  expect(ids).toEqual([...new Set(ids)])
})

test('every category, basis and proof that a duty names has words', () => {
  for (const {id, with: wanted} of duties) {
    const words = (name: string) => [(wanted?.[name] ?? []) as string | readonly string[]].flat()
    const keys = [
      ...words('categories').map((category) => `category.${category}`),
      ...[...words('basis'), ...words('bases')].map((basis) => `basis.${basis}`),
      ...[...words('evidence'), ...words('needs'), ...words('fields')].map((name) => `evidence.${name}`),
    ]
    expect([id, keys.filter((key) => !isMessageKey(key))]).toEqual([id, []])
  }
})
