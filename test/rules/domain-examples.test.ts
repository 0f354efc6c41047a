/** Every domain rule's own examples, run over the zone that they write, through the duties that use the rule. */
import {describe, expect, it} from 'vitest'
import {isNotAssessed} from '../../src/core/lint/not-assessed.ts'
import type {DomainRule} from '../../src/core/lint/rule.ts'
import {isMessageKey} from '../../src/i18n/text.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import {domainRules} from '../../src/rules/domain-rules.ts'
import {viewOfZone} from '../support/zone.ts'

const duties = RULEBOOK.flatMap((law) => law.duties)

async function keysFor(rule: DomainRule, zone: string): Promise<readonly string[][]> {
  const view = await viewOfZone(zone)
  const wanted = rule.exampleWith
    ? [rule.exampleWith]
    : duties.filter((duty) => duty.rule === rule.id).map((duty) => duty.with ?? {})
  return wanted.map((each) => {
    const keys: string[] = []
    rule.check(view, each, ({key}) => keys.push(key))
    return keys
  })
}

describe.each(domainRules.map((rule) => [rule.id, rule as DomainRule] as const))('the rule %s', (id, rule) => {
  it.each(rule.bad)('complains, in known words, about %j', async (zone) => {
    const all = await keysFor(rule, zone)
    expect(all).not.toEqual([])
    for (const keys of all) {
      expect(keys).not.toEqual([])
      for (const key of keys) {
        expect(isNotAssessed({key})).toBe(false)
        expect([key, key.startsWith(`${id}.`), isMessageKey(key), isMessageKey(`${key}.fix`)]).toEqual([
          key,
          true,
          true,
          true,
        ])
      }
    }
  })

  it.each(rule.good)('is content with %j', async (zone) => {
    for (const keys of await keysFor(rule, zone)) expect(keys).toEqual([])
  })

  it('never takes silence for absence', async () => {
    const silent = new Proxy({}, {get: () => 'ETIMEOUT'}) as Readonly<Record<string, string>>
    const view = await viewOfZone('@ MX 10 mx', silent)
    for (const duty of duties.filter((each) => each.rule === rule.id))
      rule.check(view, duty.with ?? {}, (complaint) =>
        expect([complaint.key, isNotAssessed(complaint)]).toEqual([complaint.key, true]),
      )
  })
})
