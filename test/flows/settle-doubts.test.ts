import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {checkRejectsPath} from '../../src/adapters/csv/rejects-file.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import type {MappingAnswers} from '../../src/core/contacts/doubts.ts'
import {settledPlan} from '../../src/flows/settle-doubts.ts'
import type {ListFileAsk, ListFilePlan, ListFiles} from '../../src/ports/list-files.ts'
import {failure, put, tempFolder} from '../support/files.ts'

const folder = tempFolder('settle-doubts')
const room = spoolRoom(null)
const files: ListFiles = {
  plan: (ask) => planList(ask, room),
  release: ({place}) => room.remove(place.spooled),
  checkRejects: checkRejectsPath,
  read: () => {
    throw new Error('nothing is read while doubts are settled')
  },
}
const NOTHING = {map: [], header: null, statusWords: {active: [], stopped: []}, rows: null}

function settle(text: string, ...answers: Partial<MappingAnswers>[]) {
  return settleFile({name: 'list.csv', text}, {}, ...answers)
}

function settleFile(
  {name, text}: {name: string; text: string},
  said: Partial<ListFileAsk>,
  ...answers: Partial<MappingAnswers>[]
) {
  const file = put(folder, name, text)
  const asked: ListFilePlan[] = []
  const onUnsure = async (plan: ListFilePlan) => {
    asked.push(plan)
    const answer = answers.shift()
    if (answer === undefined) throw new Error('asked once too often')
    return {...NOTHING, ...answer}
  }
  const ask = {file, sheet: null, encoding: null, delimiter: null, map: [], ...said}
  return {asked, plan: settledPlan(ask, files, answers.length === 0 ? undefined : onUnsure)}
}

const HEADLESS = '1,a@example.jp\n2,b@example.jp\n'
const fieldsOf = (plan: ListFilePlan) => plan.mapping.map(({header, field}) => `${header}:${field}`)

describe('a plan without doubts', () => {
  it('is the plan, and nobody is asked', async () => {
    const {asked, plan} = settle('email\na@example.jp\n', {})
    expect(fieldsOf(await plan)).toEqual(['email:address'])
    expect(asked).toEqual([])
  })
})

describe('a mistake in what was said', () => {
  it('comes before any question', async () => {
    const {plan} = settleFile({name: 'unsubscribed.csv', text: 'email\na@example.jp\n'}, {map: ['x=y']})
    expect((await plan).mappingFaults).toHaveLength(1)
  })
})

describe('where nobody can be asked', () => {
  it('what must not be guessed is refused', async () => {
    expect((await failure(settle(HEADLESS).plan)).code).toBe('HEADER_MISSING')
    expect((await failure(settle('a,b\na@example.jp,b@example.jp\n').plan)).code).toBe('ADDRESS_COLUMN_UNSURE')
  })

  it('the rest goes on with its doubts', async () => {
    const plan = await settle('email,ステータス\na@example.jp,謎\n').plan
    expect(plan.doubts.map(({kind}) => kind)).toEqual(['status-words'])
  })
})

const everyRowOf = (plan: ListFilePlan) => plan.mapping.find(({field}) => field === 'address')?.everyRow ?? null

describe('a file that may be one of opt-outs', () => {
  const PLAIN = 'email\na@example.jp\nb@example.jp\n'
  const SECONDS = 'email,created\na@example.jp,1711897200\n'

  it.each([
    ['unsubscribed.csv', PLAIN],
    ['退会者.csv', PLAIN],
    ['配信停止リスト.csv', 'メールアドレス,氏名\na@example.jp,山田\n'],
    ['suppression_list.csv', 'a@example.jp\nb@example.jp\n'],
    ['bounces.csv', PLAIN],
    ['cleaned_members.csv', PLAIN],
    ['list.csv', SECONDS],
  ])('%s is refused where nobody says what it is', async (name, text) => {
    const error = await failure(settleFile({name, text}, {}).plan)
    expect(error.code).toBe('ROWS_UNSURE')
  })

  it.each([
    ['unsubscribed.csv', PLAIN, 'optout'],
    ['bounces.csv', PLAIN, 'bounce'],
    ['list.csv', SECONDS, 'optout'],
    ['list.csv', PLAIN, 'optout'],
  ])('%s is one when that is said, by flag or by answer', async (name, text, everyRow) => {
    const said = await settleFile({name, text}, {rows: 'opt-outs'}).plan
    expect([everyRowOf(said), said.doubts]).toEqual([everyRow, []])
    expect(everyRowOf(await settleFile({name, text}, {rows: 'opt-outs'}, {rows: 'opt-outs'}).plan)).toBe(everyRow)
  })

  it.each([
    ['unsubscribed.csv', PLAIN],
    ['list.csv', SECONDS],
  ])('%s is one of subscribers when that is said', async (name, text) => {
    const {asked, plan} = settleFile({name, text}, {}, {rows: 'subscribers'})
    expect([everyRowOf(await plan), (await plan).doubts, (await plan).rows]).toEqual([null, [], 'subscribers'])
    expect(asked).toHaveLength(1)
  })

  it('goes on where each row says for itself, and where a service surely wrote it', async () => {
    const rows = {name: 'unsubscribed.csv', text: 'email,status\na@example.jp,active\n'}
    expect((await settleFile(rows, {}).plan).doubts).toEqual([])
    const surely = {name: 'suppression_bounces.csv', text: SECONDS}
    expect(everyRowOf(await settleFile(surely, {}).plan)).toBe('bounce')
    const error = await failure(settleFile(surely, {rows: 'subscribers'}).plan)
    expect([error.code, error.values]).toMatchObject(['FLAG_INVALID', {flag: '--rows'}])
  })
})

describe('a column that nobody called a state', () => {
  const LIST = 'email,会員種別,備考\na@example.jp,一般,\nb@example.jp,退会会員,2024/4/1 退会\n'

  it('is refused where it says no, with its words', async () => {
    const error = await failure(
      settle('email,備考\na@example.jp,退会\nb@example.jp,配信停止\nc@example.jp,退会\nd@example.jp,ご来店\n').plan,
    )
    expect([error.code, error.values]).toEqual([
      'STOP_WORDS_UNSURE',
      {file: expect.stringContaining('list.csv'), column: '備考', words: '退会: 2, 配信停止: 1'},
    ])
  })

  it('is settled by saying what it is, each of them', async () => {
    const one = settleFile({name: 'list.csv', text: LIST}, {map: ['会員種別=opt_out']})
    expect((await failure(one.plan)).values.column).toBe('備考')
    const {plan} = settle(LIST, {map: ['#2=opt_out', '#3=attribute']})
    expect((await plan).doubts.map(({kind}) => kind)).toEqual(['status-words'])
    expect(fieldsOf(await plan)).toEqual(['email:address', '会員種別:opt_out', '備考:attribute'])
  })

  it('is asked about also when a saved mapping keeps it as it is without anybody having been asked', async () => {
    const columns = (isWatched?: true) => ({
      of: 'm.yaml',
      saved: [
        {column: 'email', position: null, field: 'address' as const},
        {column: '備考', position: null, field: 'attribute' as const, ...(isWatched && {isWatched})},
      ],
    })
    const file = {name: 'list.csv', text: 'email,備考\na@example.jp,退会\n'}
    expect((await settleFile(file, {columns: columns()}).plan).doubts).toEqual([])
    expect((await failure(settleFile(file, {columns: columns(true)}).plan)).code).toBe('STOP_WORDS_UNSURE')
    const told = await settleFile(file, {columns: columns(true), map: ['備考=attribute']}).plan
    expect([told.doubts, told.mapping[1]!.watch]).toEqual([[], undefined])
  })
})

describe('an answer', () => {
  it('means what the flag of the same words means', async () => {
    const {asked, plan} = settle(HEADLESS, {map: ['#1=ignore', '#2=address']})
    expect(fieldsOf(await plan)).toEqual(['column 1:ignore', 'column 2:address'])
    expect((await plan).doubts).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('that there is a header leads to the questions of that file', async () => {
    const {asked, plan} = settle('2024,2025,2026\nx,a@example.jp,b@example.jp\n', {header: 1}, {map: ['#3=address']})
    expect(fieldsOf(await plan)).toEqual(['2024:attribute', '2025:attribute', '2026:address'])
    expect(asked.map(({doubts}) => doubts[0]!.kind)).toEqual(['no-header', 'which-address'])
  })

  it('says what words mean', async () => {
    const statusWords = {active: ['謎'], stopped: []}
    const plan = await settle('email,ステータス\na@example.jp,謎\n', {statusWords}).plan
    expect([plan.doubts, plan.statusWords]).toEqual([[], statusWords])
  })

  it('may be to stop', async () => {
    const file = put(folder, 'stop.csv', HEADLESS)
    const ask = {file, sheet: null, encoding: null, delimiter: null, map: []}
    await expect(settledPlan(ask, files, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  })
})
