import {describe, expect, it} from 'vitest'
import type {RulebookAsk} from '../../src/flows/rulebook-at.ts'
import {explainRule, showRules} from '../../src/flows/show-rules.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import {RULES} from '../../src/rules/registry.ts'

const TODAY: RulebookAsk = {day: '2026-11-24', settings: null}
const rules = (more: {laws?: readonly string[]; onlyChecked?: boolean; day?: RulebookAsk['day']} = {}) =>
  showRules({...TODAY, laws: null, onlyChecked: false, ...more})
const linesOf = (answer: ReturnType<typeof rules>) => answer.areas.flatMap((area) => area.rules)

describe('the rules', () => {
  it('are all there, each with the duties that want it', () => {
    const lines = linesOf(rules())
    expect(lines.map(({id}) => id).sort()).toEqual(RULES.map(({id}) => id).sort())
    expect(lines.find(({id}) => id === 'opt-out-link')!.duties).toEqual(
      expect.arrayContaining(['jp/optout-address', 'us/optout-mechanism']),
    )
  })

  it('leave no duty in force out: it is checked by a rule or told', () => {
    const answer = rules()
    const named = [...linesOf(answer).flatMap(({duties}) => duties), ...answer.told].sort()
    const inForce = RULEBOOK.flatMap(({duties}) => duties).filter(
      ({since, until}) => since <= TODAY.day && (until === undefined || TODAY.day < until),
    )
    expect(named).toEqual(inForce.map(({id}) => id).sort())
  })

  it('are those of some laws only, when asked so, with the law of their union', () => {
    const lawsIn = (answer: ReturnType<typeof rules>) =>
      [
        ...new Set([...linesOf(answer).flatMap(({duties}) => duties), ...answer.told].map((id) => id.split('/')[0])),
      ].sort()
    expect(lawsIn(rules({laws: ['us']}))).toEqual(['us'])
    expect(lawsIn(rules({laws: ['de']}))).toEqual(['de', 'eu'])
    expect(lawsIn(rules({laws: ['tpl']}))).toEqual(['gmail', 'tpl'])
    expect(linesOf(rules({laws: ['us']})).every(({duties}) => duties.length > 0)).toBe(true)
    expect(() => rules({laws: ['atlantis']})).toThrow(/LAW_UNKNOWN/)
  })

  it('come without what is told, when only checks are asked for', () => {
    expect(rules().told.length).toBeGreaterThan(0)
    expect(rules({onlyChecked: true}).told).toEqual([])
  })

  it('have no duty before the laws', () => {
    expect(linesOf(rules({day: '1980-01-01'})).flatMap(({duties}) => duties)).toEqual([])
  })
})

describe('an id explained', () => {
  it('is a duty with its law, its rule and the penalties', () => {
    const told = explainRule('JP/consent-record', TODAY)
    expect(told).toMatchObject({
      kind: 'duty',
      subject: 'contact',
      law: {id: 'jp', isBySettings: false},
      duty: {id: 'jp/consent-record', rule: 'consent-record', severity: 'error', confidence: 'verified'},
    })
    expect(told.kind === 'duty' && told.penalties.length).toBeGreaterThan(0)
  })

  it('is a rule with every duty that wants it, also those not in force', () => {
    const told = explainRule('consent-basis', {...TODAY, day: '1980-01-01'})
    expect(told).toMatchObject({kind: 'rule', id: 'consent-basis', subject: 'contact'})
    expect(told.kind === 'rule' && told.duties.map(({id}) => id)).toContain('jp/consent-basis')
  })

  it('has an answer for every duty and every rule there is', () => {
    for (const {id} of RULEBOOK.flatMap(({duties}) => duties))
      expect([id, explainRule(id, TODAY).kind]).toEqual([id, 'duty'])
    for (const {id} of RULES) expect([id, explainRule(id, TODAY).kind]).toEqual([id, 'rule'])
  })

  it('tells the nearest ids when there is none of that name', () => {
    expect(explainRule('jp/consent-recrod', TODAY)).toEqual({kind: 'unknown', near: ['jp/consent-record']})
    expect(explainRule('xyzzy', TODAY)).toEqual({kind: 'unknown', near: []})
  })
})
