/** Runs the address suites of others whole; where we answer otherwise, the table of disagreements says why. */
import {describe, expect, it} from 'vitest'
import {isAddress, parseAddress} from '../../../../src/core/contacts/address.ts'
import {makeAddressFlagger} from '../../../../src/core/contacts/address-flags.ts'
import type {Disagreement} from './disagreements.ts'
import {DISAGREEMENTS} from './disagreements.ts'
import {casesOf, SUITES, typoCases} from './read-suites.ts'

type Answer = Omit<Disagreement, 'suite' | 'reason'>

/** What we say to a case: 'valid' or our form of the address as the suite asks, else the fault. */
function answerTo(input: string, expected: string): Answer {
  const parsed = parseAddress(input)
  if (!isAddress(parsed)) return {input, expected, ours: expected === 'invalid' ? 'invalid' : parsed}
  return {input, expected, ours: expected.includes('@') ? parsed.address : 'valid'}
}

function answerToTypo(input: string, suggestion: string | null): Answer {
  const parsed = parseAddress(input)
  const flags = isAddress(parsed) ? makeAddressFlagger(new Set())(parsed) : []
  const ours = flags.find(({kind}) => kind === 'typo')?.suggestion ?? 'none'
  return {input, expected: suggestion ?? 'none', ours}
}

const ANSWERS: readonly (readonly [Disagreement['suite'], readonly Answer[]])[] = [
  ...SUITES.map((suite) => [suite, casesOf(suite).map(({input, expected}) => answerTo(input, expected))] as const),
  ['mailcheck-typos', typoCases().map(({input, suggestion}) => answerToTypo(input, suggestion))] as const,
]
const SIZES: Readonly<Record<Disagreement['suite'], number>> = {
  isemail: 164,
  'isemail-original': 279,
  'hapi-isemail': 210,
  'python-email-validator': 147,
  'mailcheck-typos': 23,
}

for (const [suite, answers] of ANSWERS) {
  const agreed = answers.filter(({expected, ours}) => expected === ours).length
  const share = ((100 * agreed) / answers.length).toFixed(1)
  describe(`${suite}: ${agreed} of ${answers.length} as its authors say, ${share} percent`, () => {
    it('is read whole', () => {
      expect(answers).toHaveLength(SIZES[suite])
    })

    it('differs where the table says so, and nowhere else', () => {
      const found = new Set(answers.filter(({expected, ours}) => expected !== ours).map((each) => JSON.stringify(each)))
      const listed = DISAGREEMENTS.filter((each) => each.suite === suite).map(({input, expected, ours}) =>
        JSON.stringify({input, expected, ours}),
      )
      expect([...found].sort()).toEqual([...listed].sort())
    })
  })
}

it('gives a reason for each disagreement', () => {
  expect(DISAGREEMENTS.length).toBeGreaterThan(100)
  expect(DISAGREEMENTS.filter(({reason}) => reason.length < 20)).toEqual([])
})
