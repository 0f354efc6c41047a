import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {parameterWords} from '../../src/cli/law-words.ts'
import {findingWords, ruleQuestion} from '../../src/cli/rule-words.ts'
import type {Screen} from '../../src/cli/screen.ts'
import {showLaw} from '../../src/cli/show-law.ts'
import {showLaws} from '../../src/cli/show-laws.ts'
import {explainedAsJson, showExplained} from '../../src/cli/show-rule.ts'
import {showRules} from '../../src/cli/show-rules.ts'
import type {RulebookAsk} from '../../src/flows/rulebook-at.ts'
import {showLaws as lawsOf, showLawPages} from '../../src/flows/show-laws.ts'
import {explainRule, showRules as rulesOf} from '../../src/flows/show-rules.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {isMessageKey, text} from '../../src/i18n/text.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import {RULES} from '../../src/rules/registry.ts'

const LANGS = ['en', 'ja'] as const
const TODAY: RulebookAsk = {day: '2026-11-24', settings: null}
const OURS: RulebookAsk = {day: '2026-11-24', settings: {laws: ['jp'], facts: {sellerType: 'other'}}}
const duties = RULEBOOK.flatMap((law) => law.duties)

function screenIn(lang: Lang, lines: string[]): Screen {
  const plain = new Chalk({level: 0})
  return {
    ...{lang, paint: plain, paintErr: plain, width: 80, isInteractive: false, isQuiet: false},
    t: (key, values) => text(lang, key, values),
    out: (line = '') => lines.push(...line.split('\n')),
    note: () => undefined,
  }
}

function shown(lang: Lang, show: (screen: Screen) => void): readonly string[] {
  const lines: string[] = []
  show(screenIn(lang, lines))
  return lines
}

function explained(id: string, ask = TODAY) {
  const answer = explainRule(id, ask)
  if (answer.kind === 'unknown') throw new Error(`${id} is not there`)
  return answer
}

const squeezed = (lines: readonly string[]) => lines.join('').replace(/\s/g, '')
/** An address is never broken, so that it can be copied: it alone may be wider. */
const tooWide = (lines: readonly string[]) =>
  lines.filter((line) => stringWidth(line) > 80 && !/^\s*https?:\S+$/.test(line))
/** Keys and slots that should have become words. `{{name}}` is a tag of a mail. */
const wordless = (lines: readonly string[]) =>
  lines.filter((line) =>
    /(?<!\{)\{\w+[:}]|undefined|\bnull\b(?!-mx| MX)|(^|\s)(laws|basis|evidence|category|severity)\.[a-z]/.test(line),
  )

describe.each(LANGS)('the rulebook on the screen (%s)', (lang) => {
  it.each(RULEBOOK.map(({id}) => id))('shows %s within 80 columns, every word there, in short and in full', (id) => {
    const [page] = showLawPages([id], TODAY)
    const [short, full] = [false, true].map((isFull) => shown(lang, (screen) => showLaw(page!, isFull, screen)))
    for (const lines of [short!, full!]) expect([tooWide(lines), wordless(lines)]).toEqual([[], []])
    for (const duty of page!.areas.flatMap((area) => area.duties))
      expect(short!.filter((line) => line.trim().endsWith(duty.id) && !line.includes('→'))).toHaveLength(1)
    const whole = squeezed(full!)
    for (const duty of page!.areas.flatMap((area) => area.duties)) expect(whole).toContain(squeezed([duty.says[lang]]))
  })

  it('explains every duty within 80 columns, every word there', () => {
    for (const {id, says} of duties) {
      const lines = shown(lang, (screen) => showExplained(explained(id), screen))
      expect([id, tooWide(lines), wordless(lines)]).toEqual([id, [], []])
      expect(squeezed(lines)).toContain(squeezed([says[lang]]))
    }
  })

  it('explains every rule with what its findings say and the way out', () => {
    for (const {id} of RULES) {
      const lines = shown(lang, (screen) => showExplained(explained(id), screen))
      expect([id, tooWide(lines), wordless(lines)]).toEqual([id, [], []])
      const findings = findingWords(id, {}, screenIn(lang, []))
      expect([id, findings.length > 0]).toEqual([id, true])
      expect(lines.filter((line) => line.startsWith('    → ')).length).toBeGreaterThanOrEqual(findings.length)
    }
  })

  it('lists laws and rules within 80 columns, every word there', () => {
    for (const ask of [TODAY, OURS, {...TODAY, day: '1980-01-01' as const}]) {
      const lines = [
        ...shown(lang, (screen) => showLaws(lawsOf(ask), screen)),
        ...shown(lang, (screen) => showRules(rulesOf({...ask, laws: null, onlyChecked: false}), screen)),
      ]
      expect([tooWide(lines), wordless(lines)]).toEqual([[], []])
    }
  })

  it('has words for every rule, parameter and value the duties use', () => {
    for (const {id} of RULES) expect(ruleQuestion(id, screenIn(lang, []))).not.toBe(id)
    for (const duty of duties) {
      expect(Object.keys(duty.with ?? {}).filter((name) => !isMessageKey(`laws.with.${name}`))).toEqual([])
      const words = parameterWords(duty.with ?? {}, screenIn(lang, []))
      // A name in brackets behind its words is how a column is called.
      expect(words.filter((each) => /(^|[ :、])[a-z]+(_[a-z]+)+/.test(each.replace(/[（(]\w+[）)]/g, '')))).toEqual([])
    }
  })
})

describe('what the pages say', () => {
  const en = (show: (screen: Screen) => void) => shown('en', show).join('\n')
  const lawOf = (name: string, ask = TODAY) => en((screen) => showLaw(showLawPages([name], ask)[0]!, false, screen))

  it('is that an unverified point warns only, and why', () => {
    expect(lawOf('jp')).toMatch(/▲ .* jp\/trade-age\n.*not checked against the primary text: warns only/)
    expect(en((screen) => showExplained(explained('jp/trade-age'), screen))).toContain(
      'Not checked against the primary',
    )
  })

  it('is which fact must be declared, and what the declaration decides', () => {
    expect(lawOf('jp')).toContain('not assessed without facts.sellerType in todoke.yaml')
    expect(lawOf('jp', OURS)).toContain('does not bind you: facts.sellerType is other')
    const asked = en((screen) => showExplained(explained('jp/tokusho-consent'), screen))
    expect(asked).toContain('    facts:\n      sellerType: b2c-distance  # or: other')
    expect(lawOf('us')).toContain('not assessed without wirelessDomains in todoke.yaml')
    const list = en((screen) => showExplained(explained('us/wireless-domain'), screen))
    expect(list).toContain('    wirelessDomains: fcc-wireless.txt')
    expect(list).not.toContain('facts')
  })

  it('is what will turn stricter, with its day, before and not after', () => {
    expect(en((screen) => showLaws(lawsOf(TODAY), screen))).toContain('from 2027-05-14: in/dpdp becomes an error')
    expect(lawOf('in')).toContain('from 2027-05-14: in/dpdp becomes an error')
    expect(lawOf('in')).toContain('an error from 2027-05-14')
    expect(lawOf('in', {...TODAY, day: '2027-06-01'})).not.toContain('becomes an error')
  })

  it('is deadlines, the life of links, bases and when they run out', () => {
    expect(lawOf('ca')).toMatch(/Opt-out +within 10 business days \[\d+\]/)
    expect(lawOf('ca')).toMatch(/Link works for +60 days after the mail/)
    expect(lawOf('ca')).toContain('implied by inquiry: 6 months after')
    expect(lawOf('us')).toContain('none needed: everybody who has not refused may be mailed')
  })

  it('numbers each source once, and lists every number', () => {
    for (const {id} of RULEBOOK) {
      const page = lawOf(id)
      const [above, below] = page.split('\nSources\n')
      const numbers = (part: string) =>
        [...new Set([...part.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))].sort((a, b) => a - b)
      expect([id, numbers(below!)]).toEqual([id, numbers(above!)])
    }
  })

  it('lists sources without an address in their turn, so that numbers only ever grow where no text is shared', () => {
    const listed = lawOf('in').split('\nSources\n')[1]!
    expect([...listed.matchAll(/^ +\[(\d+)\]/gm)].map(([, n]) => Number(n))).toEqual([1, 2, 3])
  })

  it('marks the laws of the workspace', () => {
    expect(en((screen) => showLaws(lawsOf(OURS), screen))).toMatch(/✔ {2}jp .*\n/)
    expect(en((screen) => showLaws(lawsOf(TODAY), screen))).not.toContain('✔')
    expect(lawOf('jp', OURS)).toContain('named in todoke.yaml: binds every contact')
  })

  it('is as JSON the whole duty with the words of its check, in the language', () => {
    const answer = explainedAsJson(explained('jp/businesscard-basis'), screenIn('ja', []))
    expect(answer.parameters).toContain('対象とする根拠: 名刺・書面')
    expect(answer.findings[0]).toMatchObject({key: 'basis-evidence.missing'})
    expect(answer.findings[0]!.message).toContain('名刺・書面')
    expect(JSON.parse(JSON.stringify(answer)).duty.sources[0].url).toMatch(/^https:/)
  })
})
