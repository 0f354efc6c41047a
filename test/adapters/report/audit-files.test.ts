import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {expect, test} from 'vitest'
import {auditRows} from '../../../src/adapters/report/audit-rows.ts'
import {auditWays} from '../../../src/adapters/report/audit-ways.ts'
import {findingsCsv} from '../../../src/adapters/report/findings-csv.ts'
import {NO_SETTING} from '../../../src/core/contacts/contact-case.ts'
import type {AuditOutput} from '../../../src/ports/audit-outputs.ts'
import {auditOf, person, sourceOf, YES} from '../../support/audits.ts'
import {tempFolder} from '../../support/files.ts'
import {badAudit} from '../../support/sample-audit.ts'

const cellsOf = (text: string) => parse(text) as string[][]
const modeOf = (path: string) => statSync(path).mode & 0o777

async function auditInto(output: AuditOutput): Promise<void> {
  const ownForm = person(6)
  await auditOf(
    [
      sourceOf([
        [
          person(2),
          person(3, {consents: [{...YES, at: null}]}),
          person(4, {row: null, publicId: 'AbC-123', consents: [YES]}),
          person(5, {consents: [YES], optOut: {reason: 'optout', scope: 'all'}}),
        ],
        [{...ownForm, case: {...ownForm.case, setting: {...NO_SETTING, origin: 'own-form'}}}],
      ]),
    ],
    {},
    {outputs: [output]},
  )
}

test('--rows-out: each complaint by row, with law, duty, verdict, weight and words, and never an address', async () => {
  const file = join(tempFolder('rows-out'), 'rows.csv')
  await auditInto(await auditRows(file, 'en', false))
  const text = readFileSync(file, 'utf8')
  expect(cellsOf(text)).toEqual([
    ['target', 'row', 'id', 'law', 'duty', 'verdict', 'severity', 'message'],
    ['may.csv', '2', '', 'jp', 'jp/consent-basis', 'missing', 'error', expect.stringContaining('nothing recorded')],
    ['may.csv', '3', '', 'jp', 'jp/consent-record', 'missing', 'error', expect.stringContaining('without the day')],
    ['may.csv', '6', '', 'jp', 'jp/consent-basis', 'missing', 'error', expect.stringContaining('nothing recorded')],
  ])
  expect(text).not.toContain('@')
  expect(modeOf(file)).toBe(0o600)
})

test('--way-out: four files for the owner alone, each person in the one that says what to do', async () => {
  const folder = join(tempFolder('way-out'), 'new', 'ways')
  await auditInto(await auditWays(folder, 'en', false))
  expect(readdirSync(folder).sort()).toEqual([
    'can-be-asked-once.csv',
    'can-be-declared.csv',
    'leave-alone.csv',
    'unknown-origin.csv',
  ])
  const rowsOf = (name: string) => cellsOf(readFileSync(join(folder, `${name}.csv`), 'utf8')).slice(1)
  const rowOf = (row: number) => ['may.csv', `${row}`, '', `taro${row}@example.jp`]
  expect(rowsOf('can-be-asked-once').map((cells) => cells.slice(0, 4))).toEqual([rowOf(6)])
  expect(rowsOf('can-be-declared').map((cells) => cells.slice(0, 4))).toEqual([rowOf(3)])
  expect(rowsOf('leave-alone').map((cells) => cells.slice(0, 4))).toEqual([rowOf(5)])
  expect(rowsOf('unknown-origin').map((cells) => cells.slice(0, 4))).toEqual([rowOf(2)])
  expect(rowsOf('can-be-asked-once')[0]![5]).toContain('one single mail')
  for (const file of readdirSync(folder)) expect(modeOf(join(folder, file))).toBe(0o600)
  expect(modeOf(folder)).toBe(0o700)
})

test('files that are there stay as they are, unless it is said to replace them', async () => {
  const folder = tempFolder('outputs-there')
  const rows = join(folder, 'rows.csv')
  writeFileSync(rows, 'mine')
  writeFileSync(join(folder, 'leave-alone.csv'), 'mine')
  await expect(auditRows(rows, 'en', false)).rejects.toMatchObject({code: 'FILE_EXISTS', values: {file: rows}})
  await expect(auditWays(folder, 'en', false)).rejects.toMatchObject({code: 'FILE_EXISTS'})
  expect(readdirSync(folder).sort()).toEqual(['leave-alone.csv', 'rows.csv'])
  expect([readFileSync(rows, 'utf8'), readFileSync(join(folder, 'leave-alone.csv'), 'utf8')]).toEqual(['mine', 'mine'])
  await auditInto(await auditRows(rows, 'en', true))
  expect(readFileSync(rows, 'utf8')).toContain('jp/consent-basis')
})

test('a place where nothing can be written is told by name', async () => {
  const folder = tempFolder('outputs-nowhere')
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'plain'), '')
  await expect(auditRows(join(folder, 'taken'), 'en', true)).rejects.toMatchObject({code: 'FILE_IS_FOLDER'})
  await expect(auditRows(join(folder, 'no', 'rows.csv'), 'en', false)).rejects.toMatchObject({code: 'FOLDER_MISSING'})
  await expect(auditWays(join(folder, 'plain'), 'en', false)).rejects.toMatchObject({code: 'FILE_UNWRITABLE'})
})

test('an audit that breaks off leaves no file', async () => {
  const folder = tempFolder('outputs-broken')
  async function* broken() {
    yield [person(2)]
    throw new Error('the disk is gone')
  }
  const outputs = [
    await auditRows(join(folder, 'rows.csv'), 'en', false),
    await auditWays(join(folder, 'ways'), 'en', false),
  ]
  const run = auditOf([sourceOf([], {contacts: broken()})], {}, {outputs})
  await expect(run).rejects.toThrow('the disk is gone')
  expect([existsSync(join(folder, 'rows.csv')), readdirSync(join(folder, 'ways'))]).toEqual([false, []])
})

test('findings as CSV: a line each, columns by name, nothing that a spreadsheet would run', async () => {
  const report = await badAudit()
  const [header, ...lines] = cellsOf(findingsCsv({...report, targets: [{...report.targets[0]!, of: '=cmd()'}]}, 'ja'))
  expect(lines).toHaveLength(report.targets[0]!.findings.length)
  expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([header!.length]))
  const at = (line: string[], column: string) => line[header!.indexOf(column)]
  const mynumber = lines.find((line) => at(line, 'duty') === 'jp/mynumber-present')!
  expect(['target', 'severity', 'column', 'known', 'rulebook', 'day'].map((column) => at(mynumber, column))).toEqual([
    "'=cmd()",
    'error',
    'マイナンバー',
    'no',
    report.rulebook,
    '2026-01-15',
  ])
  expect(at(mynumber, 'message')).toContain('マイナンバー')
})
