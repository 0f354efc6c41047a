/** The rulebook's fixtures (H.1): all that anything answers for are right; `npx vitest run test/accuracy -u` writes the page. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {RULEBOOK_FIXTURES} from '../support/rulebook-fixtures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const results: {row: number; what: string; expected: string; today: string | null; note: string}[] = []
for (const {row, what, expected, today, note = ''} of RULEBOOK_FIXTURES)
  results.push({row, what, expected, today: today === null ? null : await today(), note})

const judged = results.filter(({today}) => today !== null)

test('every row is there, in order', () => {
  expect(results.map(({row}) => row)).toEqual(Array.from({length: 30}, (_, i) => i + 1))
})

test('every row that something answers for comes out as the rulebook says', () => {
  expect(judged.filter(({today, expected}) => today !== expected)).toEqual([])
})

test('what lists, consents, sensitive data and opt-outs answer for is all judged', () => {
  const waiting = results.filter(({today}) => today === null)
  expect(waiting.map(({row}) => row)).toEqual([26, 27, 28])
  expect(waiting.filter(({note}) => note === '')).toEqual([])
})

test('the page in docs/accuracy is what they give today', async () => {
  await expect(page()).toMatchFileSnapshot(join(root, 'docs', 'accuracy', 'rulebook-fixtures.md'))
})

function page(): string {
  const right = judged.filter(({today, expected}) => today === expected).length
  const lines = results.map(({row, what, expected, today, note}) => {
    const outcome = today === null ? 'not yet' : today === expected ? 'right' : `wrong: ${today}`
    return `| ${row} | ${what} | ${expected} | ${outcome} | ${note} |`
  })
  return `# Fixtures of the rulebook

The cases the rulebook wants in the tests, made from its words. Made by \`npx vitest run test/accuracy -u\`. A row that
nothing answers for yet is named and not counted.

| rows | judged | right | wrong | not yet |
| --: | --: | --: | --: | --: |
| ${results.length} | ${judged.length} | ${right} | ${judged.length - right} | ${results.length - judged.length} |

| row | what | expected | today | note |
| --: | --- | --- | --- | --- |
${lines.join('\n')}
`
}
