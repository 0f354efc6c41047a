/** The examples of the rules on filled templates, through the duties that use them. */
import {describe, expect, test} from 'vitest'
import type {FillCensus} from '../../src/core/lint/fill-census.ts'
import {isMessageKey} from '../../src/i18n/text.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import {filledRules} from '../../src/rules/filled-rules.ts'

const duties = RULEBOOK.flatMap((law) => law.duties)

describe.each(filledRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const keysFor = (example: FillCensus) => {
    const keys: string[] = []
    if (rule.subject === 'filled')
      rule.check(example, duties.find((duty) => duty.rule === id)?.with ?? {}, ({key}) => keys.push(key))
    return keys
  }

  test.each(rule.bad.map((example, index) => [index, example as FillCensus]))(
    'complains about example %i',
    (_, example) => {
      const keys = keysFor(example)
      expect(keys).toHaveLength(1)
      for (const key of keys) expect([key, isMessageKey(key), isMessageKey(`${key}.fix`)]).toEqual([key, true, true])
    },
  )

  test.each(rule.good.map((example, index) => [index, example as FillCensus]))(
    'is content with example %i',
    (_, example) => {
      expect(keysFor(example)).toEqual([])
    },
  )
})
