import {describe, expect, it} from 'vitest'
import type {RulebookAsk} from '../../src/flows/rulebook-at.ts'
import {showLawPages, showLaws} from '../../src/flows/show-laws.ts'
import {LAWS, RULEBOOK, RULEBOOK_VERSION} from '../../src/rulebook/laws.ts'

const TODAY: RulebookAsk = {day: '2026-11-24', settings: null}
const page = (name: string, ask = TODAY) => showLawPages([name], ask)[0]!
const idsOf = (name: string, ask = TODAY) => page(name, ask).areas.flatMap(({duties}) => duties.map(({id}) => id))

describe('the overview of the laws', () => {
  it('has a line for each law, the version of the rulebook and the day', () => {
    const answer = showLaws(TODAY)
    expect([answer.rulebook, answer.day]).toEqual([RULEBOOK_VERSION, '2026-11-24'])
    expect(answer.laws.map(({id}) => id)).toEqual(LAWS.map(({id}) => id))
    expect(answer.always.map(({id}) => id)).toEqual(['tpl', 'evidence', 'std', 'mailbox', 'strictest', 'dns'])
  })

  it('counts the duties in force that day by what they weigh that day', () => {
    const line = showLaws(TODAY).laws.find(({id}) => id === 'in')!
    expect(line.duties.errors).toBe(0)
    const firm = showLaws({...TODAY, day: '2027-06-01'}).laws.find(({id}) => id === 'in')!
    expect(firm.duties.errors).toBeGreaterThan(0)
    const before = showLaws({...TODAY, day: '1990-01-01'}).laws.find(({id}) => id === 'us')!
    expect(before.duties).toEqual({errors: 0, warnings: 0, notes: 0, checked: 0})
  })

  it('announces what turns stricter, before it does and not after', () => {
    const told = (day: RulebookAsk['day']) => showLaws({...TODAY, day}).announced.map(({duty}) => duty)
    expect(told('2026-11-24')).toContain('in/dpdp')
    expect(told('2027-06-01')).not.toContain('in/dpdp')
    expect(showLaws(TODAY).announced.find(({duty}) => duty === 'in/dpdp')).toMatchObject({
      what: 'becomes',
      severity: 'error',
    })
  })

  it('marks the laws of the settings, and that of the union behind them', () => {
    const marked = showLaws({...TODAY, settings: {laws: ['jp', 'de'], facts: {}}}).laws.filter(
      (law) => law.isBySettings,
    )
    expect(marked.map(({id}) => id)).toEqual(['jp', 'eu', 'de'])
    expect(showLaws(TODAY).laws.some((law) => law.isBySettings)).toBe(false)
  })
})

describe('the page of a law', () => {
  it('holds every duty in force that day, each in one area', () => {
    for (const law of RULEBOOK) {
      const ids = idsOf(law.id)
      expect(new Set(ids).size).toBe(ids.length)
      const {ended, later} = page(law.id)
      expect(ids.length + ended + later).toBe(law.duties.length)
    }
  })

  it('puts checks of lists, checks of the mail and what is told apart', () => {
    const areaOf = (id: string) => page('jp').areas.find(({duties}) => duties.some((duty) => duty.id === id))?.area
    expect([areaOf('jp/consent-basis'), areaOf('jp/sender-name'), areaOf('jp/optout-honoured')]).toEqual([
      ...['lists', 'mail', 'rest'],
    ])
  })

  it('is that of its day: what did not hold yet is not on it', () => {
    const old = {...TODAY, day: '2010-01-01'} as const
    expect(idsOf('jp', old)).toContain('jp/consent-record')
    expect(idsOf('jp', old)).not.toContain('jp/appi-special-care')
    expect(page('jp', old).later).toBeGreaterThan(0)
  })

  it('tells bases and expiries from the duties', () => {
    expect(page('jp').bases[0]).toMatchObject({
      duty: 'jp/consent-basis',
      bases: ['consent', 'card', 'trade', 'published'],
    })
    expect(page('ca').expiries).toContainEqual(
      expect.objectContaining({duty: 'ca/implied-inquiry-6m', basis: 'implied_inquiry', months: 6, severity: 'error'}),
    )
    expect(page('us').bases).toEqual([])
  })

  it('says what a declared fact decides', () => {
    const needsOf = (facts: Record<string, string>) =>
      page('jp', {...TODAY, settings: {laws: ['jp'], facts}})
        .areas.flatMap(({duties}) => duties)
        .find(({id}) => id === 'jp/tokusho-consent')!.needs
    expect(needsOf({})?.holds).toBeNull()
    expect(needsOf({sellerType: 'b2c-distance'})?.holds).toBe(true)
    expect(needsOf({sellerType: 'other'})?.holds).toBe(false)
  })

  it('is found by short name or country, in any case, once each', () => {
    const ids = (...names: string[]) => showLawPages(names, TODAY).map(({id}) => id)
    expect(ids('JP', 'us', 'jp')).toEqual(['jp', 'us'])
    expect(ids('GB')).toEqual(['uk'])
    expect(ids('IT')).toEqual(['eu'])
    expect(ids('tpl', 'strictest')).toEqual(['tpl', 'strictest'])
    expect(page('de').alongside).toEqual(['eu'])
    expect(page('eu').alongside).toEqual([])
  })

  it('is none for a law nobody knows: the error names those there are', () => {
    expect(() => showLawPages(['jp', 'atlantis'], TODAY)).toThrow(/LAW_UNKNOWN.*atlantis.*jp, us.*strictest/)
  })
})
