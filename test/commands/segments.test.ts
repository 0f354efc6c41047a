/** Segments from the command line: who is in the audience, what is kept of the expression, what a wrong one costs. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {readLedger} from '../support/check-send.ts'
import {startCountingRelay} from '../support/counting-relay.ts'
import {ask, copyWorkspace, makeWorkspace, must, row, run} from '../support/send-workspace.ts'

const HEADER = 'email,name,prefecture,points,signup_date,signup_source,consent_method,consent'

function person(address: string, prefecture: string, points: string, date: string): string {
  return `${address},${address.split('@')[0]},${prefecture},"${points}",${date},https://www.example.com/signup,web form,yes`
}

async function addPeople(folder: string, ...rows: string[]): Promise<void> {
  await writeFile(join(folder, 'list.csv'), `${[HEADER, ...rows].join('\n')}\n`)
  await must(run(folder, 'list', 'import', 'list.csv', '--list', 'people'))
}

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  await addPeople(
    base,
    person('hanako@example.jp', '東京都', '1,200', '2024-01-01'),
    person('taro@example.jp', '東京都', '80', '2024-01-02'),
    person('jiro@example.com', '大阪府', '１５００', '2024-01-02 09:00'),
    person('gone@example.jp', '東京都', '9', '2024-02-01'),
    'silent@example.com,silent,東京都,,,,,',
  )
  await must(run(base, 'suppression', 'add', 'gone@example.jp'))
})

const planning = (name: string, where: string, ...more: string[]) => [
  ...['send', 'plan', name, '--template', 'templates/mine', '--list', 'people', '--where', where],
  ...more,
]

function audienceOf(folder: string, name: string): string[] {
  return readLedger(folder, name)
    .rows.map(({address}) => address.split('@')[0]!)
    .sort()
}

describe('send plan --where', () => {
  it.each([
    ['prefecture = "東京都"', ['gone', 'hanako', 'silent', 'taro']],
    ['points > 1000', ['hanako', 'jiro']],
    ['signup_date = 2024-01-02', ['jiro', 'taro']],
    ['consent_at > 2024-01-01 and domain = "example.jp"', ['gone', 'taro']],
    ['consent = "none" or [points] is empty', ['silent']],
    ['added_at > 2020-01-01 and not name = "taro"', ['gone', 'hanako', 'jiro', 'silent']],
  ])('makes an audience of those who fit, and of nobody else: %s', async (where, names) => {
    const folder = await copyWorkspace(base, 1)
    const {code, answer} = await ask(folder, ...planning('nov', where))
    expect([code, answer.send.segment, answer.send.audience, answer.outside]).toEqual([
      0,
      where,
      names.length,
      5 - names.length,
    ])
    expect(audienceOf(folder, 'nov')).toEqual(names)
  })

  it('judges those who fit as ever: opt-outs and missing consents still hold', async () => {
    const folder = await copyWorkspace(base, 1)
    const {answer} = await ask(folder, ...planning('nov', 'prefecture = "東京都"'))
    expect(answer.totals).toMatchObject({planned: 2, suppressed: 1, held: 1})
  })

  it('freezes segment and audience: who fits later gets nothing from this plan', async () => {
    const relay = await startCountingRelay()
    const folder = await copyWorkspace(base, relay.port)
    const {answer} = await ask(folder, ...planning('nov', 'prefecture = "東京都"'))
    await addPeople(folder, person('late@example.jp', '東京都', '1', '2024-03-01'))
    expect((await ask(folder, 'send', 'status', 'nov')).answer.segment).toBe('prefecture = "東京都"')
    await must(run(folder, 'send', 'run', 'nov', '--confirm', answer.send.confirm))
    await relay.kill()
    expect(relay.dots.map(({to}) => to).sort()).toEqual(['hanako@example.jp', 'taro@example.jp'])
    expect((await ask(folder, 'report', 'nov')).answer.send.segment).toBe('prefecture = "東京都"')
  })

  it('is replaced by what the next plan says, also by no segment at all', async () => {
    const folder = await copyWorkspace(base, 1)
    await must(run(folder, ...planning('nov', 'points > 1000')))
    await must(run(folder, ...planning('nov', 'points < 100', '--replace')))
    expect(audienceOf(folder, 'nov')).toEqual(['gone', 'taro'])
    await must(run(folder, 'send', 'plan', 'nov', '--template', 'templates/mine', '--list', 'people', '--replace'))
    expect(audienceOf(folder, 'nov')).toHaveLength(5)
    expect((await ask(folder, 'send', 'status', 'nov')).answer.segment).toBeNull()
  })

  it('says so when nobody fits, and plans for nobody', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, stdout} = await run(folder, ...planning('nov', 'prefecture = "火星"'))
    expect([code, stdout.includes('no contact of “people” is in the segment')]).toEqual([0, true])
    expect(readLedger(folder, 'nov')).toMatchObject({audience: 0, rows: []})
  })

  it('plans nothing when the expression cannot be understood, and names no address in the error', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, answer} = await ask(folder, ...planning('nov', 'address = hanako@example.jp'))
    expect([code, answer.error.code, answer.error.values.column]).toEqual([2, 'SEGMENT_INVALID', 17])
    expect(JSON.stringify(answer)).not.toContain('hanako')
    expect((await ask(folder, 'send', 'status', 'nov')).answer.error.code).toBe('SEND_UNKNOWN')
  })
})

describe('audit --where', () => {
  it.each(['people', 'list.csv'])(
    'counts and judges only those who fit, in a list and in a file: %s',
    async (target) => {
      const folder = await copyWorkspace(base, 1)
      const {code, answer} = await ask(folder, 'audit', target, '--where', 'prefecture = "東京都" and points > 9')
      const [inside] = answer.targets
      expect(inside).toMatchObject({contacts: 2, outside: 3, segment: 'prefecture = "東京都" and points > 9'})
      expect([code, inside.verdicts]).toEqual([0, {sendable: 2, held: 0, suppressed: 0}])
      const all = (await ask(folder, 'audit', target)).answer.targets[0]
      expect(all).toMatchObject({contacts: 5, outside: 0, segment: null, verdicts: {held: 1}})
      // The workspace's opt-outs are looked up for the people of a file too.
      expect(all.verdicts.suppressed).toBe(1)
    },
  )

  it('knows no name that the file does not have', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, answer} = await ask(folder, 'audit', 'list.csv', '--where', 'prefectures = "東京都"')
    expect([code, answer.error.values.near]).toEqual([2, 'prefecture'])
  })
})
