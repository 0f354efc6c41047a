import {describe, expect, it} from 'vitest'
import {planList} from '../../src/adapters/csv/plan-list.ts'
import {checkRejectsPath} from '../../src/adapters/csv/rejects-file.ts'
import {spoolRoom} from '../../src/adapters/csv/source/spool-room.ts'
import type {MappingAnswers} from '../../src/core/contacts/doubts.ts'
import {settledPlan} from '../../src/flows/settle-doubts.ts'
import type {ListFilePlan, ListFiles} from '../../src/ports/list-files.ts'
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
const NOTHING = {map: [], header: null, statusWords: {active: [], stopped: []}}

function settle(text: string, ...answers: Partial<MappingAnswers>[]) {
  const file = put(folder, 'list.csv', text)
  const asked: ListFilePlan[] = []
  const onUnsure = async (plan: ListFilePlan) => {
    asked.push(plan)
    const answer = answers.shift()
    if (answer === undefined) throw new Error('asked once too often')
    return {...NOTHING, ...answer}
  }
  const ask = {file, sheet: null, encoding: null, delimiter: null, map: []}
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
