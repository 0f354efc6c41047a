/**
 * An update that makes a verdict stricter is announced before it fails a build: what weighs an error on the day of the
 * last edition was an error in it, or there is a day to come (firmFrom). fixtures/rulebook/edition.json is that edition;
 * `UPDATE_EDITION=1 npx vitest run test/rulebook/editions.test.ts` writes it, when the next one goes out and never before.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Day, Duty} from '../../src/core/lint/duty.ts'
import {isInForce, severityOf} from '../../src/core/lint/duty.ts'
import {RULEBOOK, RULEBOOK_VERSION} from '../../src/rulebook/laws.ts'
import {ruleById} from '../../src/rules/registry.ts'
import {root} from '../house/sources.ts'

interface Edition {
  readonly version: string
  readonly day: Day
  /** The duties that are checked and weigh an error that day, with what they demand. */
  readonly errors: Readonly<Record<string, unknown>>
}

/** What no edition let pass: it stopped the whole lint (exit 2) before it became a finding of the one file. */
const REFUSED_BEFORE: ReadonlySet<string> = new Set(['tpl/readable'])

const FILE = join(root, 'fixtures', 'rulebook', 'edition.json')

function errorsOn(day: Day, duties: readonly Duty[]): Record<string, unknown> {
  const errors = duties.filter(
    (duty) => duty.rule !== null && isInForce(duty, day) && severityOf(duty, day) === 'error',
  )
  return Object.fromEntries(errors.map(({id, rule, with: wanted, when}) => [id, {rule, with: wanted, when}]))
}

const duties = RULEBOOK.flatMap((law) => law.duties)
const asData = (value: unknown) => JSON.parse(JSON.stringify(value))
const subjectOf = (demand: unknown) => ruleById((demand as {rule: string}).rule)?.subject
/**
 * Duties that are an error that day and were none in the edition, or demanded something else under the same id. What the
 * edition looked at nothing of (a new command) has failed no build and passed none: there is nobody to warn.
 */
const unknownTo = (edition: Edition, all: readonly Duty[], day: Day) => {
  const lookedAt = new Set(Object.values(edition.errors).map(subjectOf))
  return Object.entries(errorsOn(day, all)).flatMap(([id, demand]) =>
    REFUSED_BEFORE.has(id) ||
    JSON.stringify(asData(demand)) === JSON.stringify(edition.errors[id]) ||
    !lookedAt.has(subjectOf(demand))
      ? []
      : [id],
  )
}

const edition: Edition = JSON.parse(readFileSync(FILE, 'utf8'))
const unannounced = (all: readonly Duty[]) => unknownTo(edition, all, edition.day)

if (process.env.UPDATE_EDITION === '1') {
  const day = new Date().toISOString().slice(0, 10) as Day
  // The next edition must itself have kept the rule: what is new in it had its day.
  const sudden = unknownTo(edition, duties, day).filter((id) => !duties.some((each) => each.id === id && each.firmFrom))
  if (sudden.length > 0) throw new Error(`never announced: ${sudden.join(', ')}`)
  writeFileSync(FILE, `${JSON.stringify({version: RULEBOOK_VERSION, day, errors: errorsOn(day, duties)}, null, 2)}\n`)
}

test('no duty weighs an error that the last edition did not know or announce', () => {
  expect(unannounced(duties)).toEqual([])
})

test('a new error is refused without a day to come, and so is a stricter demand under a known id', () => {
  const known = duties.find(({id}) => id === 'ca/implied-inquiry-6m')!
  const added: Duty = {...known, id: 'ca/something-new'}
  expect(unannounced([...duties, added])).toEqual(['ca/something-new'])
  expect(unannounced([...duties, {...added, firmFrom: '2099-01-01'}])).toEqual([])
  expect(unannounced([{...known, with: {...known.with, months: 3}}])).toEqual([known.id])
})

test('the first errors about something no edition looked at need no notice; those of the edition after it do', () => {
  const domain = duties.find(({id}) => id === 'spf/record')!
  expect(unknownTo(edition, [domain], edition.day)).toEqual([])
  const next = {...edition, errors: {...edition.errors, ...asData(errorsOn(edition.day, [domain]))}}
  expect(unknownTo(next, [domain, {...domain, id: 'spf/more'}], edition.day)).toEqual(['spf/more'])
})

test('the edition is one of ours, and knows its errors', () => {
  expect(edition.version <= RULEBOOK_VERSION).toBe(true)
  expect(Object.keys(edition.errors).length).toBeGreaterThan(40)
})
