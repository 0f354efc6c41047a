import {describe, expect, test} from 'vitest'
import type {AddressPattern} from '../../src/core/contacts/address-judge.ts'
import type {ContactCase} from '../../src/core/contacts/contact-case.ts'
import type {Rule} from '../../src/core/lint/rule.ts'
import type {ColumnJudgement} from '../../src/core/sensitive/column-judgement.ts'
import {isMessageKey} from '../../src/i18n/text.ts'
import {jpListDuties} from '../../src/rulebook/jp-lists.ts'
import {listRules} from '../../src/rules/list-rules.ts'

/** The message keys that a rule reports about an example, under the parameters of the first duty that names the rule. */
function keysFor(rule: Rule, example: unknown): readonly string[] {
  const wanted = jpListDuties.find((duty) => duty.rule === rule.id)?.with
  const keys: string[] = []
  const report = ({key}: {readonly key: string}) => void keys.push(key)
  if (rule.subject === 'contact') rule.check(example as ContactCase, wanted, report)
  if (rule.subject === 'columns') rule.check(example as readonly ColumnJudgement[], wanted, report)
  if (rule.subject === 'addresses') rule.check(example as readonly AddressPattern[], wanted, report)
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

test('every duty names a rule that exists, and every rule is wanted by a duty', () => {
  const rules = new Set(listRules.map(({id}) => id))
  expect(jpListDuties.filter(({rule}) => !rules.has(rule))).toEqual([])
  const wanted = new Set(jpListDuties.map(({rule}) => rule))
  expect(listRules.filter(({id}) => !wanted.has(id))).toEqual([])
})

test('ids of duties and rules are unique', () => {
  for (const all of [jpListDuties.map(({id}) => id), listRules.map(({id}) => id)])
    expect(new Set(all).size).toBe(all.length)
})

test('every duty has a source with a title, and every category and proof it names has words', () => {
  for (const {id, sources, with: wanted} of jpListDuties) {
    expect(sources.length, id).toBeGreaterThan(0)
    const categories = (wanted?.categories ?? []) as readonly string[]
    for (const category of categories) expect(isMessageKey(`category.${category}`), category).toBe(true)
    if (wanted?.evidence !== undefined) expect(isMessageKey(`evidence.${wanted.evidence}`)).toBe(true)
  }
})
