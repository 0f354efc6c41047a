/** What `list import` answers besides its counts: how it read the file, what was there before, one file too many. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {ask, copyWorkspace, makeWorkspace, must, row, run} from '../support/send-workspace.ts'
import {textRows, workbookFile} from '../support/workbook-file.ts'
import {zipFile} from '../support/zip-file.ts'

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
})

describe('the JSON of list import', () => {
  it('says how the file was read: encoding and how sure, delimiter, header line, service', async () => {
    const folder = await copyWorkspace(base, 1)
    const text = 'Exported members\n\nEmail Address;First Name;MEMBER_RATING;OPTIN_TIME;LEID\na@example.jp;Ann;2;;1\n'
    await writeFile(join(folder, 'subscribed_members.csv'), `\ufeff${text}`)
    const {answer} = await ask(folder, 'list', 'import', 'subscribed_members.csv', '--list', 'a')
    expect(answer).toMatchObject({
      ...{encoding: 'utf-8', encodingConfidence: 100, byteOrderMark: true, delimiter: ';', headerLine: 3},
      ...{format: {service: 'mailchimp', part: 'contacts', sure: true}, sheet: null, entry: null},
    })
  })

  it('names the sheet of a workbook and the file in a zip', async () => {
    const folder = await copyWorkspace(base, 1)
    const rows = textRows([['email'], ['a@example.jp']])
    await writeFile(join(folder, 'list.xlsx'), workbookFile({sheets: [{name: 'Members', rows}]}))
    await writeFile(join(folder, 'list.zip'), zipFile([{name: 'export/list.csv', content: 'email\nb@example.jp\n'}]))
    const sheet = (await ask(folder, 'list', 'import', 'list.xlsx', '--list', 'a', '--dry-run')).answer
    expect(sheet).toMatchObject({
      sheet: 'Members',
      entry: null,
      encodingConfidence: null,
      delimiter: null,
      format: null,
    })
    const zip = (await ask(folder, 'list', 'import', 'list.zip', '--list', 'a', '--header', '1')).answer
    expect(zip).toMatchObject({sheet: null, entry: 'export/list.csv', delimiter: ',', headerLine: 1})
  })
})

describe('a file that was imported before', () => {
  it('is told by what its rows were: in the list, double, or rejected and still missing', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'list.csv'), 'email\na@example.jp\nA@example.jp\nbad\n')
    expect((await run(folder, 'list', 'import', 'list.csv', '--list', 'a')).code).toBe(1)
    const {code, answer} = await ask(folder, 'list', 'import', 'list.csv', '--list', 'a')
    expect([code, answer.sameAs === null]).toEqual([1, false])
    expect(answer.counts).toMatchObject({rows: 3, unchanged: 1, duplicate: 1, rejected: 1})
    const {stdout} = await run(folder, 'list', 'import', 'list.csv', '--list', 'a')
    expect(stdout).toMatch(/3 {2}rows in the file\n {2}= {2}1 {2}taken in then\n {2}\+ {2}1 {2}rows of an address/)
    expect(stdout).toContain('still not in the list')
  })
})

describe('a dry run that stops people', () => {
  it('says how many, who, and by what; refusals are no consents', async () => {
    const folder = await copyWorkspace(base, 1)
    const list = (lines: readonly string[]) => `email,consent,unsubscribed\n${lines.join('\n')}\n`
    await writeFile(
      join(folder, 'old.csv'),
      list(['ann@example.jp,yes,', 'bob@example.jp,yes,', 'cat@example.jp,yes,']),
    )
    await must(run(folder, 'list', 'import', 'old.csv', '--list', 'a'))
    await writeFile(join(folder, 'new.csv'), list(['ann@example.jp,no,', 'bob@example.jp,,1', 'cat@example.jp,yes,']))
    const {answer} = await ask(folder, 'list', 'import', 'new.csv', '--list', 'a', '--dry-run')
    expect(answer.counts).toMatchObject({stopped: 2, consents: 1, refusals: 1, optOuts: 1})
    expect(answer.samples).toEqual([
      {kind: 'stopped', address: 'a***@example.jp', changes: [], by: 'refused'},
      {kind: 'stopped', address: 'b***@example.jp', changes: [], by: 'optout'},
    ])
    const en = (await run(folder, 'list', 'import', 'new.csv', '--list', 'a', '--dry-run')).stdout
    expect(en).toContain('Status flips: 2 people would be stopped')
    expect(en).toContain('- a***@example.jp  (refused)')
    expect(en).toContain('would be recorded: 1 refusal or withdrawal, 1 opt-out')
    const ja = (await run(folder, 'list', 'import', 'new.csv', '--list', 'a', '--dry-run', '--lang', 'ja')).stdout
    expect(ja).toContain('状態の変化: 今は送れる 2 人')
    expect(ja).toContain('- b***@example.jp（配信停止）')
    const done = (await run(folder, 'list', 'import', 'new.csv', '--list', 'a')).stdout
    expect(done).toContain('2 people who could be mailed before are stopped')
  })
})

describe('several files for one import', () => {
  it('are refused with the loop that takes them one by one', async () => {
    const words = ['list', 'import', 'a.csv', 'b c.csv', '--list', 'news']
    const en = await run(base, ...words)
    expect([en.code, en.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('for f in a.csv \'b c.csv\'; do todoke list import "$f" --list news; done'),
    ])
    const {answer} = await ask(base, ...words, '--lang', 'ja')
    expect(answer.error).toMatchObject({code: 'FILES_TOO_MANY', message: expect.stringContaining('b c.csv')})
    expect(answer.error.next[0]).toContain('for f in')
  })
})
