import {Chalk} from 'chalk'
import stringWidth from 'fast-string-width'
import {describe, expect, test} from 'vitest'
import type {Screen} from '../../src/cli/screen.ts'
import {auditAsJson, auditAsText, showAudit} from '../../src/cli/show-audit.ts'
import {readBaseline} from '../../src/core/lint/baseline.ts'
import {baselineOf} from '../../src/flows/audit.ts'
import type {Lang} from '../../src/i18n/text.ts'
import {text} from '../../src/i18n/text.ts'
import {auditOf, person, sourceOf, YES} from '../support/audits.ts'
import {badAudit, badSource} from '../support/sample-audit.ts'

const paint = new Chalk({level: 0})

/** A screen of 80 columns that keeps what it is given. */
function screenOf(lang: Lang) {
  const lines: string[] = []
  const screen: Screen = {
    lang,
    paint,
    paintErr: paint,
    width: 80,
    isInteractive: false,
    isQuiet: false,
    t: (key, values) => text(lang, key, values),
    out: (line = '') => void lines.push(...line.split('\n')),
    note() {},
  }
  return {screen, lines}
}

describe.each(['en', 'ja'] as const)('the worst list, in %s', (lang) => {
  test('fits 80 columns, with no key or slot left unworded and nothing private shown', async () => {
    const {screen, lines} = screenOf(lang)
    showAudit(await badAudit(), screen)
    const shown = lines.join('\n')
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
    expect(shown).not.toMatch(/\{\w+\}|(category|basis|audit|consent-basis|verdict|ground|way-out)\.\w/)
    expect(shown).not.toContain('123456789018')
    expect(shown).not.toContain('\u001b')
    expect(shown).not.toContain('someone')
    for (const word of ['2,000', '12,345', 'jp/consent-basis', '番号法']) expect(shown).toContain(word)
  })

  test('has a summary of about one screen after the findings, which stays in sight', async () => {
    const {screen, lines} = screenOf(lang)
    const report = await badAudit()
    showAudit(report, screen)
    const summary = lines.findIndex((line) => line.includes('2,000') && line.includes('jp, ca'))
    expect(summary).toBeGreaterThan(lines.indexOf(report.targets[0]!.of))
    expect(lines.length - summary).toBeGreaterThan(10)
    expect(lines.length - summary).toBeLessThanOrEqual(60)
  })
})

test('findings beyond a dozen are counted by weight, and the rest of the screen says what to do', async () => {
  const {screen, lines} = screenOf('en')
  const report = await badAudit()
  expect(report.targets[0]!.findings.length).toBeGreaterThan(12)
  showAudit(report, screen)
  const shown = lines.join(' ').replace(/\s+/g, ' ')
  expect(shown).toMatch(/… and \d+ more: \d+ errors?, \d+ warnings?, \d+ notes?/)
  expect(shown).toContain('--way-out FOLDER')
  expect(shown).toContain('--rows-out FILE')
  expect(shown).toContain('`facts` in todoke.yaml: sellerType')
})

test('a setting that is not there is asked for by its own name', async () => {
  const {screen, lines} = screenOf('en')
  const american = person(2, {placed: {country: 'US', ground: 'column', alsoIn: []}, consents: [YES]})
  showAudit(await auditOf([sourceOf([[american]])], {facts: {sellerType: 'other'}}), screen)
  const shown = lines.join(' ').replace(/\s+/g, ' ')
  expect(shown).toContain('`wirelessDomains` is not declared in todoke.yaml')
  expect(shown).toContain('as `wirelessDomains` in todoke.yaml')
  expect(shown).not.toContain('facts.wirelessDomains')
})

test('what several laws say of the same people in the same words stands once, with each source', async () => {
  const {screen, lines} = screenOf('en')
  showAudit(await auditOf([sourceOf([[person(2, {placed: {country: 'CA', ground: 'column', alsoIn: []}})]])]), screen)
  const said = lines.filter((line) => line.includes('nothing recorded says why'))
  expect(said).toHaveLength(1)
  expect(lines.join('\n')).toMatch(/jp\/consent-basis[\s\S]*ca\/consent/)
})

test('what is new comes before what the baseline knows, and the total says how many those are', async () => {
  const first = await auditOf([sourceOf([[person(2)]])])
  const baseline = readBaseline(baselineOf(first))
  const bought = {consents: [{...YES, source: '購入リスト'}]}
  const report = await auditOf([sourceOf([[person(2), person(3, bought)]])], {baseline})
  const {screen, lines} = screenOf('en')
  showAudit(report, screen)
  const marks = lines.filter((line) => /^ {2}[✖▲●]/u.test(line))
  expect(marks.at(-1)).toContain('nothing recorded says why')
  expect(lines.join(' ').match(/\[known\]/g)).toHaveLength(1)
  expect(lines.join('\n')).toContain('1 of them known by the baseline')
})

test('several targets stand one after the other, then their sum', async () => {
  const {screen, lines} = screenOf('en')
  showAudit(await auditOf([sourceOf([[person(2)]], {of: 'a.csv'}), badSource('b.csv')]), screen)
  expect(lines.filter((line) => line.startsWith('Audit of'))).toHaveLength(2)
  expect(lines.join('\n')).toContain('All 2 targets: 2,001 contacts')
})

test('for a file the same is written as plain text', async () => {
  const {screen, lines} = screenOf('en')
  const report = await badAudit()
  showAudit(report, screen)
  expect(auditAsText(report, {...screen, paint: new Chalk({level: 1})})).toBe(`${lines.join('\n')}\n`)
})

test('a category is worded on the screen and stays a stable word in JSON', async () => {
  const answer = auditAsJson(await badAudit(), 'ja')
  const finding = answer.targets[0]!.findings.find(({duty}) => duty === 'jp/appi-special-care')!
  expect(finding.values.category).toBe('medical')
  expect(finding.message).toContain('病歴')
  expect(finding.message).not.toContain('medical')
})

test('a clean list says so and names the next step', async () => {
  const {screen, lines} = screenOf('en')
  showAudit(await auditOf([sourceOf([[person(2, {consents: [YES]})]])], {facts: {sellerType: 'other'}}), screen)
  expect(lines.join('\n')).toContain('No findings.')
  expect(lines.at(-1)).toContain('todoke lint')
})

test('an announced duty says from which day it weighs more, and an unverified source that it is one', async () => {
  const report = await auditOf([sourceOf([[person(2)]])])
  const [target] = report.targets
  const [finding] = target!.findings
  const sources = [{title: 'Some Act', confidence: 'unverified'} as const]
  const announced = {...finding!, severity: 'warning', firmFrom: '2026-06-01', sources} as const
  const {screen, lines} = screenOf('en')
  showAudit({...report, targets: [{...target!, findings: [announced]}]}, screen)
  expect(lines.join('\n')).toContain('announced: an error from 2026-06-01')
  expect(lines.join('\n')).toContain('Some Act (not verified)')
})

test('a place is worded in the language of the screen', async () => {
  for (const [lang, word] of [
    ['en', 'row 2: '],
    ['ja', '行 2: '],
  ] as const) {
    const {screen, lines} = screenOf(lang)
    showAudit(await auditOf([sourceOf([[person(2)]])]), screen)
    expect(lines.join('\n')).toContain(`${word}t***@example.jp`)
  }
})

test('what the baseline knows is dimmed whole, and what is new is not', async () => {
  const baseline = readBaseline(baselineOf(await auditOf([sourceOf([[person(2)]])])))
  const {screen, lines} = screenOf('en')
  const painted = new Chalk({level: 1})
  const said = (dim: string) => lines.find((line) => line.includes('nothing recorded') && line.includes(dim))
  showAudit(await auditOf([sourceOf([[person(2)]])]), {...screen, paint: painted})
  expect(said('\u001b[2m')).toBeUndefined()
  showAudit(await auditOf([sourceOf([[person(2)]])], {baseline}), {...screen, paint: painted})
  expect(said('\u001b[2m')).toContain('nothing recorded')
})

test('the same words of several weights stand once, as the heaviest, with every source', async () => {
  const report = await auditOf([sourceOf([[person(2)]])])
  const [target] = report.targets
  const [finding] = target!.findings
  const lighter = {...finding!, severity: 'warning', duty: 'xx/basis'} as const
  const {screen, lines} = screenOf('en')
  showAudit({...report, targets: [{...target!, findings: [lighter, finding!]}]}, screen)
  const said = lines.filter((line) => line.includes('nothing recorded says why'))
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('error')
  expect(lines.join('\n')).toContain('xx/basis')
})

test('what only our own standards hold against a consent is told beside the one law that lets it pass', async () => {
  const declared = {...YES, at: null, wording: 'gone', evidence: {declaration: '6f1c', origin: 'own-form'}}
  const shown = async (consent: typeof YES) => {
    const {screen, lines} = screenOf('en')
    const weights = new Map([['jp/consent-record', 'off'] as const])
    showAudit(await auditOf([sourceOf([[person(2, {consents: [consent]})]])], {weights}), screen)
    return lines.join('\n')
  }
  expect(await shown(declared)).toMatch(/all together +1 +– +1/)
  expect(await shown(YES)).not.toContain('all together')
})
