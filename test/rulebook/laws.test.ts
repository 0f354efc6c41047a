/** Every law file is well made, and the duties keep what the rulebook promises of them. */
import {describe, expect, it} from 'vitest'
import {rulebookFaults} from '../../src/core/laws/check-law.ts'
import {factHolds} from '../../src/core/laws/declared-facts.ts'
import type {Day, Duty} from '../../src/core/lint/duty.ts'
import {isAnnounced, isInForce, severityOf} from '../../src/core/lint/duty.ts'
import {LAWS, lawChoiceOf, lawsNamed, lawsOf, RULEBOOK, STANDARDS} from '../../src/rulebook/laws.ts'
import {RULES} from '../../src/rules/registry.ts'

const duties = RULEBOOK.flatMap((law) => law.duties)
const TODAY: Day = '2026-11-23'

function duty(id: string): Duty {
  return duties.find((each) => each.id === id) ?? expect.fail(`no duty ${id}`)
}

describe('the rulebook', () => {
  it('has no fault: words in both languages, sources, days, rules with fitting parameters, facts, unique ids', () => {
    expect(rulebookFaults(RULEBOOK, RULES)).toEqual([])
  })

  it('uses every rule', () => {
    const used = new Set(duties.map(({rule}) => rule))
    expect(RULES.filter(({id}) => !used.has(id)).map(({id}) => id)).toEqual([])
  })

  it('never lets points that nobody verified weigh an error, on any day', () => {
    const unsure = duties.filter(({sources}) => sources.every(({confidence}) => confidence === 'unverified'))
    expect(unsure.length).toBeGreaterThan(10)
    for (const each of unsure)
      for (const day of ['2020-01-01', TODAY, '2030-01-01'] as const) expect(severityOf(each, day)).not.toBe('error')
  })

  it('is no surer of a ban than what was read of it', () => {
    const marks = (id: string) => duty(id).sources.map(({title, confidence}) => `${title}: ${confidence}`)
    expect(marks('jp/mynumber-present')).toEqual(['番号法 9条・15条・19条・20条: secondary'])
    expect(marks('au/consent')).toEqual(['Spam Act 2003 s. 16: verified', 'Spam Act 2003 Sch. 2: secondary'])
    expect(marks('au/published-basis')).toEqual(['Spam Act 2003 Sch. 2 cl. 4: secondary'])
    expect(marks('evidence/purpose-mismatch')).toContain('GDPR art. 5(1)(b): unverified')
  })

  it('gives every duty a title of its own within its law', () => {
    for (const {id, duties: own} of RULEBOOK)
      for (const lang of ['ja', 'en'] as const) {
        const titles = own.map(({title}) => title[lang])
        expect([id, titles.filter((title, index) => titles.indexOf(title) !== index)]).toEqual([id, []])
      }
  })

  it('covers each country by the laws that bind there', () => {
    const lawsIn = (country: string) => LAWS.filter(({countries}) => countries.includes(country)).map(({id}) => id)
    expect(lawsIn('JP')).toEqual(['jp'])
    expect(lawsIn('DE')).toEqual(['eu', 'de'])
    expect(lawsIn('FR')).toEqual(['eu', 'fr'])
    expect(lawsIn('NO')).toEqual(['eu'])
    expect(lawsIn('GB')).toEqual(['uk'])
    expect(lawsIn('CH')).toEqual([])
    expect(lawsIn('RE')).toEqual(['eu', 'fr'])
    expect(lawsIn('PR')).toEqual(['us'])
    expect(LAWS.find(({id}) => id === 'eu')?.countries).toHaveLength(37)
  })

  it('binds whoever is bound by de or fr by the law of the union too, each law once', () => {
    expect(lawsNamed(['de', 'fr', 'jp']).map(({id}) => id)).toEqual(['de', 'eu', 'fr', 'jp'])
    expect(lawsNamed(['eu', 'de']).map(({id}) => id)).toEqual(['eu', 'de'])
    expect(lawsOf(['us']).map(({id}) => id)).toEqual(['us', ...STANDARDS.map(({id}) => id)])
  })

  it('takes the strictest profile only for people of no known country', () => {
    const choice = lawChoiceOf(['jp'])
    expect(choice.lawsFor(null).map(({id}) => id)).toEqual(['jp', 'strictest', 'tpl', 'evidence', 'std', 'mailbox'])
    // Of which we hold no law: as unknown.
    expect(choice.lawsFor('CH').map(({id}) => id)).toEqual(['jp', 'strictest', 'tpl', 'evidence', 'std', 'mailbox'])
    expect(choice.lawsFor('CH', ['JP']).map(({id}) => id)).toEqual(['jp', 'tpl', 'evidence', 'std', 'mailbox'])
    expect(choice.lawsFor('JP', ['DE', 'US']).map(({id}) => id)).toEqual([
      'jp',
      'us',
      'eu',
      'de',
      'tpl',
      'evidence',
      'std',
      'mailbox',
    ])
  })

  it('errs in the strictest profile only where no basis at all is recorded', () => {
    const strictest = RULEBOOK.find(({id}) => id === 'strictest')!
    const errors = strictest.duties.filter((each) => severityOf(each, TODAY) === 'error')
    expect(errors.map(({id}) => id)).toEqual(['strictest/consent-basis'])
  })
})

describe('duties that change', () => {
  it('announces the Indian act until May 2027', () => {
    const dpdp = duty('in/dpdp')
    expect([isInForce(dpdp, '2025-11-13'), isInForce(dpdp, '2025-11-14')]).toEqual([false, true])
    expect([isAnnounced(dpdp, '2027-05-13'), severityOf(dpdp, '2027-05-13')]).toEqual([true, 'warning'])
    expect([isAnnounced(dpdp, '2027-05-14'), severityOf(dpdp, '2027-05-14')]).toEqual([false, 'error'])
  })

  it('dates the Korean surcharge and the higher fines of the United Kingdom', () => {
    const amounts = LAWS.flatMap(({id, facts}) => (facts?.penalties ?? []).map((each) => [id, each.since ?? null]))
    expect(amounts).toContainEqual(['kr', '2026-10-01'])
    expect(amounts).toContainEqual(['uk', '2026-02-05'])
  })

  it('judges an old list by the law of its day: no opt-in in Japan before December 2008', () => {
    expect(isInForce(duty('jp/consent-basis'), '2008-11-30')).toBe(false)
    expect(isInForce(duty('jp/consent-basis'), '2008-12-01')).toBe(true)
  })
})

describe('duties that depend on a fact', () => {
  it('bind distance sellers to consumers alone', () => {
    const tokusho = duties.filter(({id}) => id.startsWith('jp/tokusho-'))
    expect(tokusho).toHaveLength(6)
    for (const {when} of tokusho) {
      expect(factHolds({sellerType: 'b2c-distance'}, when!)).toBe(true)
      expect(factHolds({sellerType: 'other'}, when!)).toBe(false)
      expect(factHolds({}, when!)).toBeNull()
    }
  })

  it('keep proof for a year once the day of an order is declared', () => {
    const order = LAWS.flatMap(({facts}) => facts?.retention ?? []).find(({of}) => of === 'JP-order')!
    expect(factHolds({underAdministrativeOrder: '2026-04-01'}, order.when!)).toBe(true)
    expect(factHolds({}, order.when!)).toBeNull()
  })
})
