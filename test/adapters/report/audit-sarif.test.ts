import {expect, test} from 'vitest'
import {auditSarif} from '../../../src/adapters/report/audit-sarif.ts'
import {auditOf, person, sourceOf} from '../../support/audits.ts'
import {badAudit} from '../../support/sample-audit.ts'
import {SARIF_LOG} from '../../support/sarif-shape.ts'

test.each(['en', 'ja'] as const)('has the shape that SARIF 2.1.0 asks for, in %s', async (lang) => {
  const log = JSON.parse(auditSarif(await badAudit(), lang, true))
  expect(SARIF_LOG.safeParse(log).error?.issues ?? []).toEqual([])
})

test('the shape is strict enough to refuse what SARIF refuses', async () => {
  const log = JSON.parse(auditSarif(await badAudit(), 'en', false))
  const [run] = log.runs
  for (const wrong of [
    {...log, version: '2.0.0'},
    {...log, extra: 1},
    {...log, runs: [{...run, results: [{...run.results[0], level: 'info'}]}]},
    {...log, runs: [{...run, results: [{...run.results[0], message: {}}]}]},
    {...log, runs: [{results: run.results}]},
  ])
    expect(SARIF_LOG.safeParse(wrong).success).toBe(false)
})

test('every result names a rule that stands in the driver, with level, count, fingerprint and place', async () => {
  const report = await badAudit()
  const {runs} = JSON.parse(auditSarif(report, 'en', true))
  const {tool, results, properties} = runs[0]
  expect(properties).toMatchObject({rulebook: report.rulebook, day: '2026-01-15', laws: ['jp', 'ca']})
  expect(results).toHaveLength(report.targets[0]!.findings.length)
  for (const [i, result] of results.entries()) {
    const finding = report.targets[0]!.findings[i]!
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(result).toMatchObject({
      ruleId: finding.duty,
      level: {error: 'error', warning: 'warning', info: 'note'}[finding.severity],
      partialFingerprints: {'todokeFinding/v1': finding.fingerprint},
      baselineState: 'new',
    })
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('lists/%3Dmay%20%26%20june.csv')
  }
  expect(
    results.find(({ruleId}: {ruleId: string}) => ruleId === 'jp/mynumber-present').locations[0].logicalLocations,
  ).toEqual([{name: 'マイナンバー', fullyQualifiedName: 'file:lists/=may & june.csv/マイナンバー', kind: 'member'}])
})

test('no sample, address or label of a contact is in it', async () => {
  const text = auditSarif(await badAudit(), 'en', false)
  expect(text).not.toContain('***@')
  expect(text).not.toContain('taro')
  expect(text).not.toContain('baselineState')
})

test('a list of the store is a logical place, and an absolute path a file URI', async () => {
  const of = async (source: Parameters<typeof sourceOf>[1]) => {
    const {runs} = JSON.parse(auditSarif(await auditOf([sourceOf([[person(2)]], source)]), 'en', false))
    return runs[0].results[0].locations[0]
  }
  expect(await of({of: 'news', kind: 'list'})).toEqual({
    logicalLocations: [{name: 'news', fullyQualifiedName: 'list:news', kind: 'resource'}],
  })
  expect((await of({of: '/data/my list.csv'})).physicalLocation.artifactLocation.uri).toBe('file:///data/my%20list.csv')
})

test('results on files stand at the line of the first row, with the next few as related places', async () => {
  const {runs} = JSON.parse(auditSarif(await auditOf([sourceOf([[person(7), person(9)]])]), 'en', false))
  const [result] = runs[0].results
  expect(result.locations[0].physicalLocation.region).toEqual({startLine: 7})
  expect(result.relatedLocations).toEqual([
    {id: 1, physicalLocation: {artifactLocation: {uri: 'may.csv'}, region: {startLine: 9}}},
  ])
})
