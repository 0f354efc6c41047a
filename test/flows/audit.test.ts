import {expect, test} from 'vitest'
import type {WayOut} from '../../src/core/consent/way-out.ts'
import {readBaseline} from '../../src/core/lint/baseline.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import {baselineOf} from '../../src/flows/audit.ts'
import type {AuditOutput} from '../../src/ports/audit-outputs.ts'
import {lawChoiceOf, RULEBOOK_VERSION} from '../../src/rulebook/laws.ts'
import {AS_OF, auditOf, person, sourceOf, WORDINGS_OFF, YES} from '../support/audits.ts'

const PROVEN = {...YES, evidence: {card_received_at: '2025-03-28'}}

test('contacts are counted by basis and verdict, and each complaint is a finding with samples', async () => {
  const {targets, total, laws, rulebook} = await auditOf([
    sourceOf([
      [person(2, {consents: [YES]}), person(3), person(4, {consents: [{...PROVEN, basis: 'card'}]})],
      [],
      [
        person(5, {consents: [YES, {...YES, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]}),
        person(6, {consents: [{...YES, at: null}]}),
        person(7, {consents: [{...YES, basis: 'contract'}]}),
        person(8),
      ],
    ]),
  ])
  const [audit] = targets
  expect([laws, rulebook]).toEqual([['jp'], RULEBOOK_VERSION])
  expect(audit).toMatchObject({of: 'may.csv', kind: 'file', contacts: 7, columns: []})
  expect(audit!.bases).toMatchObject({consent: 2, card: 1, contract: 1, none: 3, trade: 0})
  expect(audit!.verdicts).toEqual({sendable: 2, held: 5, suppressed: 0})
  expect(audit!.consents).toEqual({valid: 2, weak: 0, expired: 0, missing: 4, withdrawn: 1})
  expect(total).toMatchObject({contacts: 7, verdicts: audit!.verdicts, consents: audit!.consents})
  expect(audit!.findings.map(({duty, key, severity, count, samples}) => [duty, key, severity, count, samples])).toEqual(
    [
      [
        'jp/consent-basis',
        'consent-basis.missing',
        'error',
        2,
        [
          {row: 3, id: null, address: 't***@example.jp'},
          {row: 8, id: null, address: 't***@example.jp'},
        ],
      ],
      ['jp/consent-basis', 'consent-basis.withdrawn', 'error', 1, [{row: 5, id: null, address: 't***@example.jp'}]],
      ['jp/consent-basis', 'consent-basis.not-accepted', 'error', 1, [{row: 7, id: null, address: 't***@example.jp'}]],
      ['jp/consent-record', 'consent-record.no-date', 'error', 1, [{row: 6, id: null, address: 't***@example.jp'}]],
    ],
  )
})

test('columns, rows left out, flags and dates are asked for only when the last contact was read', async () => {
  const judge = startColumnJudge(['メール', '既往歴', '会社名'])
  let isRead = false
  async function* contacts() {
    for (const row of [2, 3]) {
      judge.see(['taro@example.jp', '喘息', '例'])
      yield [person(row, {consents: [YES]})]
    }
    isRead = true
  }
  const forms = ['Y-M-M', 'M/M/Y', 'Y年M月M日'].map((form, i) => ({form, rows: 3 - i}))
  const {targets} = await auditOf([
    sourceOf([], {
      contacts: contacts(),
      columns: () => judge.result(),
      dateForms: () => (isRead ? [{column: '同意日', forms}] : []),
      flags: () => [{kind: 'typo', domain: 'gmial.com', suggestion: 'gmail.com', count: isRead ? 2 : 0, firstLine: 2}],
      leftOut: () => ({columns: [{name: 'マイナンバー', category: 'mynumber'}], rows: isRead ? 4 : 0}),
    }),
  ])
  const [audit] = targets
  expect(audit!.columns.map(({name, filled}) => [name, filled])).toEqual([['既往歴', 2]])
  expect(audit!.findings.map(({duty, where}) => [duty, where])).toEqual([
    ['jp/appi-special-care', {kind: 'column', of: 'may.csv', column: '既往歴'}],
    ['evidence/mixed-dates', {kind: 'column', of: 'may.csv', column: '同意日'}],
  ])
  expect(audit!.findings[1]!.values).toEqual({ways: 3, samples: 'Y-M-M 3 / M/M/Y 2 / Y年M月M日 1'})
  expect(audit!.flags[0]!.count).toBe(2)
  expect(audit!.leftOut).toEqual({columns: [{name: 'マイナンバー', category: 'mynumber'}], rows: 4})
})

test('each contact is judged by the sender’s law and by that of their country; the strictest answer holds', async () => {
  const german = {country: 'DE', ground: 'domain', alsoIn: []} as const
  const trade = {...YES, basis: 'trade' as const, evidence: {last_transaction_at: '2025-12-01'}}
  const {targets} = await auditOf([
    sourceOf([[person(2, {consents: [trade]}), person(3, {consents: [trade], placed: german})]]),
  ])
  const [audit] = targets
  expect(audit!.verdicts).toEqual({sendable: 1, held: 1, suppressed: 0})
  const byLaw = Object.fromEntries(audit!.byLaw.map(({law, contacts, consents}) => [law, [contacts, consents.valid]]))
  expect(byLaw).toMatchObject({jp: [2, 2], de: [1, 0]})
  expect(audit!.byLaw[0]!.name.en).toContain('Japan')
  expect(audit!.countries).toEqual([
    {country: 'JP', contacts: 1, grounds: {column: 1}},
    {country: 'DE', contacts: 1, grounds: {domain: 1}},
  ])
  const alone = await auditOf([sourceOf([[person(3, {consents: [trade], placed: german})]])], {
    choice: lawChoiceOf(['jp'], true),
    onlySenderLaw: true,
  })
  expect(alone.total.verdicts).toEqual({sendable: 1, held: 0, suppressed: 0})
})

test('people of an assumed country are told of once per list, whoever they are', async () => {
  const declared = {placed: {country: 'JP', ground: 'audience', alsoIn: []} as const, consents: [YES]}
  const {targets} = await auditOf([sourceOf([[person(2, declared), person(3, declared)], [person(4, declared)]])])
  expect(targets[0]!.findings.map(({duty, severity, count, values}) => [duty, severity, count, values])).toEqual([
    ['evidence/country-assumed', 'info', 3, {country: 'JP'}],
  ])
})

test('opt-outs come before everything: counted by reason and scope, and one note for the list', async () => {
  const stopped = {consents: [YES], optOut: {reason: 'optout', scope: 'all'} as const}
  const topic = {consents: [YES], optOut: {reason: 'manual', scope: 'topic:sale'} as const}
  const {targets} = await auditOf([
    sourceOf([
      [person(2, stopped), person(3, {...stopped, consents: []}), person(4, topic), person(5, {consents: [YES]})],
    ]),
  ])
  const [audit] = targets
  expect(audit!.verdicts).toEqual({sendable: 2, held: 0, suppressed: 2})
  expect(audit!.suppressed).toEqual({
    contacts: 3,
    by: [
      {reason: 'optout', scope: 'all', count: 2},
      {reason: 'manual', scope: 'topic:sale', count: 1},
    ],
  })
  expect(audit!.wayOut).toEqual({declare: 0, ask: 0, leave: 2, unknown: 0})
  expect(audit!.findings).toContainEqual(
    expect.objectContaining({duty: 'suppress/in-list', severity: 'info', count: 2}),
  )
})

test('coverage is told by import, each contact with the one it came by', async () => {
  const {targets} = await auditOf([
    sourceOf([[person(2, {consents: [YES]}), person(3, {cameWith: 1}), person(4, {cameWith: 1, consents: [YES]})]], {
      imports: [
        {name: 'old.csv', at: 1},
        {name: 'new.csv', at: 2},
        {name: 'undone.csv', at: 3},
      ],
    }),
  ])
  expect(
    targets[0]!.imports.map(({name, contacts, bases, verdicts}) => [name, contacts, bases.none, verdicts.held]),
  ).toEqual([
    ['old.csv', 1, 0, 0],
    ['new.csv', 2, 1, 1],
    ['undone.csv', 0, 0, 0],
  ])
})

test('weights that the user sets win: off is silent and holds nobody, error holds', async () => {
  const source = () => sourceOf([[person(2), person(3, {consents: [YES]})]])
  const off = await auditOf([source()], {weights: new Map([...WORDINGS_OFF, ['jp/consent-basis', 'off']])})
  expect(off.total).toMatchObject({verdicts: {sendable: 2, held: 0}, findings: {error: 0}})
  const strict = await auditOf([source()], {weights: new Map([['jp/consent-wording', 'error']])})
  expect(strict.total.verdicts).toEqual({sendable: 0, held: 2, suppressed: 0})
})

test('what depends on a fact that nobody declared is named with the fact, and judged once it is declared', async () => {
  const source = () => sourceOf([[person(2, {consents: [{...PROVEN, basis: 'card'}]})]])
  const silent = await auditOf([source()])
  expect(silent.targets[0]!.notAssessed.map(({duty, fact}) => [duty, fact])).toContainEqual([
    'jp/tokusho-consent',
    'sellerType',
  ])
  expect(silent.total.verdicts.held).toBe(0)
  const told = await auditOf([source()], {facts: {sellerType: 'b2c-distance'}})
  expect(told.targets[0]!.notAssessed).toEqual([])
  expect(told.targets[0]!.findings.map(({duty}) => duty)).toContain('jp/tokusho-consent')
})

test('that addresses of mobile carriers cannot be told without the list of them is said, and not with it', async () => {
  const source = () => sourceOf([[person(2, {placed: {country: 'US', ground: 'column', alsoIn: []}, consents: [YES]})]])
  const wireless = {duty: 'us/wireless-domain', fact: 'wirelessDomains'}
  expect((await auditOf([source()])).targets[0]!.notAssessed).toContainEqual(expect.objectContaining(wireless))
  const told = await auditOf([source()], {facts: {wirelessDomains: 'wireless.txt'}})
  expect(told.targets[0]!.notAssessed).not.toContainEqual(expect.objectContaining(wireless))
})

test('a list is judged by the law of its day', async () => {
  const pattern = {kind: 'letters', domain: 'shop.example', count: 30, samples: []} as const
  const source = () => sourceOf([], {patterns: () => [pattern]})
  const before = await auditOf([source()], {day: '2002-06-30'})
  expect(before.targets[0]!.findings).toEqual([])
  const after = await auditOf([source()])
  expect(after.targets[0]!.findings).toMatchObject([
    {duty: 'jp/generated-addresses', severity: 'warning', values: {domain: 'shop.example'}, count: 30},
  ])
})

test('several targets have a result each and a sum', async () => {
  const {targets, total} = await auditOf([
    sourceOf([[person(2, {consents: [YES]})]], {of: 'a.csv'}),
    sourceOf([[person(2), person(3)]], {of: 'b.csv'}),
  ])
  expect(targets.map(({of, contacts}) => [of, contacts])).toEqual([
    ['a.csv', 1],
    ['b.csv', 2],
  ])
  expect(total).toMatchObject({contacts: 3, verdicts: {sendable: 1, held: 2, suppressed: 0}, findings: {error: 1}})
})

test('a baseline knows the same findings again under another file name, but not more contacts or another of several targets', async () => {
  const may = (rows: number) => sourceOf([Array.from({length: rows}, (_, i) => person(i + 2))])
  const first = await auditOf([may(3)])
  const text = baselineOf(first)
  expect(text).not.toContain('taro')
  const baseline = readBaseline(text)
  const knownOf = async (...sources: Parameters<typeof auditOf>[0]) =>
    (await auditOf(sources, {baseline})).targets.map(({findings}) => findings.map(({isKnown}) => isKnown))
  expect(await knownOf(may(3))).toEqual([[true]])
  expect(await knownOf(may(2))).toEqual([[true]])
  expect(await knownOf(may(4))).toEqual([[false]])
  expect(await knownOf({...may(3), of: 'june.csv'})).toEqual([[true]])
  expect(await knownOf({...may(3), identity: 'june.csv'})).toEqual([[false]])
  expect((await auditOf([may(3)], {baseline})).total.known).toBe(1)
  expect((await auditOf([may(3)])).targets[0]!.findings[0]!.isKnown).toBe(false)
})

test('a list without contacts has nothing to say', async () => {
  const {targets, total} = await auditOf([sourceOf([])])
  expect([targets[0]!.contacts, targets[0]!.findings, total.contacts]).toEqual([0, [], 0])
})

test('outputs see every contact, are flushed after each batch, and finish; when a source breaks they are abandoned', async () => {
  const seen: string[] = []
  const output: AuditOutput = {
    add: (of, contact, complaints, way: WayOut | null) =>
      void seen.push(`${of} ${contact.row} ${complaints.length} ${way?.way ?? '-'}`),
    addPlace: (of, place, {duty}) => void seen.push(`${of} ${place} ${duty}`),
    flush: async () => void seen.push('flush'),
    finish: async () => void seen.push('finish'),
    abandon: async () => void seen.push('abandon'),
  }
  await auditOf([sourceOf([[person(2), person(3, {consents: [YES]})], [person(4)]])], {}, {outputs: [output]})
  expect(seen).toEqual(['may.csv 2 1 unknown', 'may.csv 3 0 -', 'flush', 'may.csv 4 1 unknown', 'flush', 'finish'])
  async function* broken() {
    yield [person(2)]
    throw new Error('the disk is gone')
  }
  const run = auditOf([sourceOf([], {contacts: broken()})], {}, {outputs: [output]})
  await expect(run).rejects.toThrow('the disk is gone')
  expect(seen.at(-1)).toBe('abandon')
})

test('the report says when, by which day and moment, and what the duties behind the findings say', async () => {
  const report = await auditOf([sourceOf([[person(2)]])])
  expect(report).toMatchObject({madeAt: AS_OF, day: '2026-01-15', asOf: AS_OF, audience: 'JP', onlySenderLaw: false})
  expect(report.duties.map(({id}) => id)).toEqual(['jp/consent-basis'])
  expect(report.duties[0]!.says.ja).not.toBe('')
})

test('rows that cannot be read are a finding by reason, an error where none was read, and each line is told', async () => {
  const rows = [
    {line: 3, why: 'no-at'},
    {line: 5, why: 'no-at'},
    {line: 9, why: 'column-count'},
  ]
  const unreadIn = (people: Parameters<typeof sourceOf>[0]) => {
    let waiting = rows
    const takeUnread = () => {
      const taken = waiting
      waiting = []
      return taken
    }
    return sourceOf(people, {takeUnread})
  }
  const said: string[] = []
  const output: AuditOutput = {
    add() {},
    addPlace: (of, place, {duty, severity}) => void said.push(`${of} ${place} ${duty} ${severity}`),
    flush: async () => {},
    finish: async () => {},
    abandon: async () => {},
  }
  const nothing = await auditOf([unreadIn([])], {}, {outputs: [output]})
  const sample = (row: number) => [{row, id: null, address: null}]
  expect(nothing.targets[0]!.findings).toMatchObject([
    {duty: 'evidence/nothing-read', severity: 'error', count: 2, unit: 'rows', samples: sample(3)},
    {duty: 'evidence/nothing-read', severity: 'error', count: 1, values: {fault: 'column-count'}, samples: sample(9)},
  ])
  expect(said).toEqual([3, 5, 9].map((line) => `may.csv ${line} evidence/unread-rows warning`))
  const some = await auditOf([unreadIn([[person(2, {consents: [YES]})]])])
  expect(some.targets[0]!.findings.map(({duty, severity}) => [duty, severity])).toEqual([
    ['evidence/unread-rows', 'warning'],
    ['evidence/unread-rows', 'warning'],
  ])
})

test('countries of which no law is held are named with their people, judged by the strictest profile', async () => {
  const at = (country: string) => ({placed: {country, ground: 'column', alsoIn: []} as const, consents: [YES]})
  const {targets} = await auditOf([sourceOf([[person(2, at('TH')), person(3, at('NZ')), person(4, at('TH'))]])])
  const told = targets[0]!.findings.filter(({key}) => key === 'country-assumed.no-law')
  expect(told.map(({count, values}) => [count, values])).toEqual([[3, {countries: 'TH, NZ'}]])
  const alone = await auditOf([sourceOf([[person(2, at('TH'))]])], {choice: lawChoiceOf(['jp'], true)})
  expect(alone.targets[0]!.findings.filter(({key}) => key === 'country-assumed.no-law')).toEqual([])
})

test('a consent dated later is told as that, counted under its basis, with a way out of its own', async () => {
  const reasons: (WayOut | null)[] = []
  const output: AuditOutput = {
    add: (_of, _contact, _complaints, way) => void reasons.push(way),
    addPlace() {},
    flush: async () => {},
    finish: async () => {},
    abandon: async () => {},
  }
  const later = {consents: [{...YES, at: Date.UTC(2027, 0, 1)}]}
  const {targets} = await auditOf([sourceOf([[person(2, later)]])], {}, {outputs: [output]})
  expect(targets[0]!.findings.map(({key}) => key)).toContain('consent-basis.future')
  expect(targets[0]!.bases).toMatchObject({consent: 1, none: 0})
  expect(targets[0]!.verdicts).toMatchObject({held: 1})
  expect(reasons).toEqual([{way: 'declare', because: 'future-date'}])
})

test('cells of a doubtful column are told by line: the first few in the finding, all of them to outputs', async () => {
  const judge = startColumnJudge(['メール', '備考'])
  const lines: number[] = []
  for (let line = 2; line < 60; line += 1)
    if (judge.see(['a@example.jp', line % 7 === 0 ? '喘息で通院' : '電話済み']).includes(1)) lines.push(line)
  const said: (string | number)[] = []
  const output: AuditOutput = {
    add() {},
    addPlace: (_of, place, {severity}) => void said.push(place, severity),
    flush: async () => {},
    finish: async () => {},
    abandon: async () => {},
  }
  const columns = () =>
    judge.result().map((column) => (column.category === null ? column : {...column, rows: lines.slice(0, 5)}))
  const {targets} = await auditOf([sourceOf([], {columns, cells: () => lines})], {}, {outputs: [output]})
  const finding = targets[0]!.findings.find(({where}) => where.kind === 'column')!
  expect(finding.key).toBe('sensitive-columns.weak')
  expect(finding.samples?.map(({row, address}) => [row, address])).toEqual(
    [7, 14, 21, 28, 35].map((row) => [row, null]),
  )
  expect(said.filter((each) => typeof each === 'number')).toEqual([7, 14, 21, 28, 35, 42, 49, 56])
})

test('an audit that the user stops says that nothing was changed, and leaves no output', async () => {
  const stop = new AbortController()
  stop.abort()
  const run = auditOf([sourceOf([[person(2)]])], {stop: stop.signal})
  await expect(run).rejects.toMatchObject({code: 'INTERRUPTED_UNCHANGED', values: {command: 'todoke audit may.csv'}})
})
