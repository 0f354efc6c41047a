/**
 * Every consent case of fixtures/consent-cases under the real laws and rules. The table of right and wrong ones stands
 * in docs/accuracy/consent-cases.md; `npx vitest run test/accuracy -u` writes it anew.
 */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {CONSENT_VERDICTS} from '../../src/core/consent/verdict.ts'
import {RULEBOOK} from '../../src/rulebook/laws.ts'
import type {ConsentCase, Judged} from '../support/consent-cases.ts'
import {judgeCase, readConsentCases} from '../support/consent-cases.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const results = readConsentCases().map((told) => ({told, judged: judgeCase(told)}))
const wrong = results.filter(({told, judged}) => !isRight(told, judged))

/** The verdict as expected, and the named duties among those that complain. */
function isRight({expect: {verdict, duties = [], notAssessed}}: ConsentCase, judged: Judged): boolean {
  if (judged.verdict !== verdict || !duties.every((id) => judged.duties.includes(id))) return false
  return notAssessed === undefined || notAssessed.every((id) => judged.notAssessed.includes(id))
}

test('every consent case has the verdict and the duties that were written down from the rulebook', () => {
  expect(wrong.map(({told, judged}) => ({id: told.id, expected: told.expect, judged}))).toEqual([])
})

test('the cases are at least 120, each with its source, and every verdict occurs', () => {
  expect(results.length).toBeGreaterThanOrEqual(120)
  expect(new Set(results.map(({told}) => told.id)).size).toBe(results.length)
  expect(results.filter(({told}) => told.source.trim() === '')).toEqual([])
  expect(new Set(results.map(({told}) => told.expect.verdict))).toEqual(new Set(CONSENT_VERDICTS))
})

test('the cases name only duties there are', () => {
  const known = new Set(RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id)))
  const named = results.flatMap(({told}) => [...(told.expect.duties ?? []), ...(told.expect.notAssessed ?? [])])
  expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([])
})

test('a declared fact ends "not assessed"', () => {
  const other = results.find(({told}) => told.id === 'jp-seller-other-card')!
  expect(other.judged.notAssessed).not.toContain('jp/tokusho-consent')
})

test('the table in docs/accuracy is what the cases give today', async () => {
  await expect(table()).toMatchFileSnapshot(join(root, 'docs', 'accuracy', 'consent-cases.md'))
})

function table(): string {
  const laws = [...new Set(results.map(({told}) => told.law))]
  const rows = laws.map((law) => {
    const own = results.filter(({told}) => told.law === law)
    const bad = own.filter((each) => wrong.includes(each)).length
    return row([law, own.length, own.length - bad, bad])
  })
  const total = row(['all', results.length, results.length - wrong.length, wrong.length])
  return `# Consent cases

Law, basis, dates and evidence of a consent, and the verdict they must have: written from the rulebook and the articles
named, judged by the laws and rules of this repository. Made by \`npx vitest run test/accuracy -u\`.

| law | cases | right | wrong |
| --- | ---: | ---: | ---: |
${[...rows, total].join('\n')}

${wrong.length === 0 ? 'No case is wrong.' : 'Wrong:'}
${wrong.map(({told, judged}) => `\n- ${told.id}: ${told.expect.verdict} expected, ${judged.verdict} judged`).join('')}
## Cases

| case | verdict | duties | source | note |
| --- | --- | --- | --- | --- |
${results.map(({told}) => row([told.id, told.expect.verdict, (told.expect.duties ?? []).join(', '), told.source, told.note ?? ''])).join('\n')}
`
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
}
