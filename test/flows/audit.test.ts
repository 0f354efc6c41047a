import {expect, test} from 'vitest'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import type {Law} from '../../src/core/lint/duty.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import type {AuditedContact} from '../../src/flows/audit.ts'
import {auditContacts} from '../../src/flows/audit.ts'
import {jpListDuties} from '../../src/rulebook/jp-lists.ts'

const jp: Law = {id: 'jp', name: {ja: '日本', en: 'Japan'}, countries: ['JP'], duties: jpListDuties}
const asOf = Date.UTC(2026, 0, 15)

const fact: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}

function contact(row: number, ...consents: readonly ConsentFact[]): AuditedContact {
  return {label: `row ${row}: t***@example.jp`, case: {country: 'JP', consents, asOf}}
}

async function* inBatches(...batches: readonly (readonly AuditedContact[])[]) {
  yield* batches
}

const nothingLeftOut = {columns: [], rows: 0}

test('contacts are counted by basis and verdict, and each complaint is a finding with samples', async () => {
  const audit = await auditContacts(
    {laws: [jp], day: '2026-01-15'},
    {
      of: 'may.csv',
      contacts: inBatches(
        [contact(2, fact), contact(3), contact(4, {...fact, basis: 'card'})],
        [],
        [
          contact(5, fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}),
          contact(6, {...fact, at: null}),
          contact(7, {...fact, basis: 'contract'}),
          contact(8),
        ],
      ),
      columns: () => null,
      where: null,
      outside: () => 0,
      patterns: () => [],
      leftOut: () => nothingLeftOut,
    },
  )
  expect(audit).toMatchObject({of: 'may.csv', laws: ['jp'], day: '2026-01-15', contacts: 7, columns: []})
  expect(audit.bases).toMatchObject({consent: 2, card: 1, contract: 1, none: 3, trade: 0})
  expect(audit.verdicts).toEqual({sendable: 2, held: 5})
  expect(audit.findings.map(({duty, key, severity, count, samples}) => [duty, key, severity, count, samples])).toEqual([
    ['jp/consent-basis', 'consent-basis.missing', 'error', 2, ['row 3: t***@example.jp', 'row 8: t***@example.jp']],
    ['jp/consent-basis', 'consent-basis.withdrawn', 'error', 1, ['row 5: t***@example.jp']],
    ['jp/consent-record', 'consent-record.no-date', 'error', 1, ['row 6: t***@example.jp']],
    ['jp/consent-basis', 'consent-basis.not-accepted', 'error', 1, ['row 7: t***@example.jp']],
    ['jp/businesscard-basis', 'basis-evidence.missing', 'warning', 1, ['row 4: t***@example.jp']],
  ])
})

test('columns and rows left out are asked for only when the last contact was read', async () => {
  const judge = startColumnJudge(['メール', '既往歴', '会社名'])
  let rows = 0
  async function* contacts() {
    for (const row of [2, 3]) {
      judge.see(['taro@example.jp', '喘息', '例'])
      yield [contact(row, fact)]
    }
    rows = 4
  }
  const audit = await auditContacts(
    {laws: [jp], day: '2026-01-15'},
    {
      of: 'may.csv',
      contacts: contacts(),
      columns: () => judge.result(),
      where: null,
      outside: () => 0,
      patterns: () => [],
      leftOut: () => ({columns: [{name: 'マイナンバー', category: 'mynumber'}], rows}),
    },
  )
  expect(audit.columns.map(({name, filled}) => [name, filled])).toEqual([['既往歴', 2]])
  expect(audit.findings.map(({duty, where}) => [duty, where])).toEqual([
    ['jp/appi-special-care', {kind: 'column', of: 'may.csv', column: '既往歴'}],
  ])
  expect(audit.leftOut).toEqual({columns: [{name: 'マイナンバー', category: 'mynumber'}], rows: 4})
})

test('an empty list has nothing to say, and without laws nobody complains', async () => {
  const source = {
    of: 'may',
    contacts: inBatches(),
    columns: () => null,
    where: null,
    outside: () => 0,
    patterns: () => [],
    leftOut: () => nothingLeftOut,
  }
  const empty = await auditContacts({laws: [jp], day: '2026-01-15'}, source)
  expect([empty.contacts, empty.findings]).toEqual([0, []])
  const lawless = await auditContacts({laws: [], day: '2026-01-15'}, {...source, contacts: inBatches([contact(2)])})
  expect([lawless.verdicts, lawless.findings]).toEqual([{sendable: 1, held: 0}, []])
})

test('addresses that a program made up are one finding per domain, with a count and samples, and hold nobody back', async () => {
  const pattern = {kind: 'numbers', domain: 'shop.example', count: 998, samples: ['row 12: i***@shop.example']} as const
  const audit = await auditContacts(
    {laws: [jp], day: '2026-01-15'},
    {
      of: 'may.csv',
      where: null,
      contacts: inBatches([contact(2, fact)]),
      outside: () => 0,
      columns: () => null,
      patterns: () => [pattern, {...pattern, kind: 'functions', count: 13}],
      leftOut: () => nothingLeftOut,
    },
  )
  expect(audit.findings).toMatchObject([
    {
      ...{duty: 'jp/generated-addresses', key: 'generated-addresses.numbers', severity: 'warning'},
      ...{values: {domain: 'shop.example'}, count: 998, samples: ['row 12: i***@shop.example']},
      where: {kind: 'contacts', of: 'may.csv'},
    },
    {key: 'generated-addresses.functions', count: 13},
  ])
  expect(audit.verdicts).toEqual({sendable: 1, held: 0})
})

test('before the Act, addresses that a program made up broke no duty', async () => {
  const pattern = {kind: 'letters', domain: 'shop.example', count: 30, samples: []} as const
  const audit = await auditContacts(
    {laws: [jp], day: '2002-06-30'},
    {
      ...{of: 'may.csv', where: null, contacts: inBatches(), outside: () => 0, columns: () => null},
      ...{where: null, outside: () => 0, patterns: () => [pattern], leftOut: () => nothingLeftOut},
    },
  )
  expect(audit.findings).toEqual([])
})
