import {describe, expect, it} from 'vitest'
import type {Field} from '../../../src/core/contacts/fields.ts'
import type {MappedColumn} from '../../../src/core/contacts/mapping.ts'
import {replayColumns, savedFrom} from '../../../src/core/contacts/saved-mapping.ts'

const column = (name: string, field: Field, position: number | null = null) => ({column: name, position, field})

describe('saved columns', () => {
  it('find theirs by name, wherever it stands', () => {
    const saved = [column('email', 'address'), column('name', 'name')]
    expect(replayColumns(saved, ['name', 'email'])).toEqual({
      overrides: ['#1=name', '#2=address'],
      watched: [],
      onlyInFile: [],
      onlyInMapping: [],
    })
  })

  it('with a position must stand there', () => {
    const saved = [column('email', 'address', 2)]
    expect(replayColumns(saved, ['x', 'email'])).toMatchObject({overrides: ['#2=address'], onlyInFile: ['x']})
    expect(replayColumns(saved, ['email'])).toMatchObject({
      overrides: [],
      onlyInFile: ['email'],
      onlyInMapping: ['email'],
    })
  })

  it('count the columns of a rejects file from the first of the list', () => {
    const saved = [column('列1', 'attribute', 1), column('列2', 'address', 2)]
    expect(replayColumns(saved, ['todoke_line', 'todoke_reason', '列1', '列2'])).toEqual({
      overrides: ['#1=attribute', '#2=address'],
      watched: [],
      onlyInFile: [],
      onlyInMapping: [],
    })
  })
})

const mapped = (header: string, field: Field, index: number): MappedColumn => ({
  ...{index, header, field, fate: 'store', category: null, confidence: 'sure'},
})

function saved(names: readonly string[], headerLine: number | null, writtenAs: unknown = null) {
  const mapping = names.map((name, index) => mapped(name, index === 0 ? 'address' : 'attribute', index))
  const statusWords = {active: [], stopped: ['x']}
  const plan = {
    mapping,
    rows: null,
    encoding: 'cp932' as const,
    delimiter: ';',
    headerLine,
    statusWords,
    place: {writtenAs},
  }
  return savedFrom(plan, {dates: 'mdy', sheet: null, basis: 'card', purpose: null})
}

describe('what is saved of a plan', () => {
  it('is how the file was read and what was said', () => {
    expect(saved(['email', 'name'], 4)).toEqual({
      encoding: 'cp932',
      delimiter: ';',
      header: 4,
      dates: 'mdy',
      sheet: null,
      rows: null,
      columns: [column('email', 'address'), column('name', 'attribute')],
      statusWords: {active: [], stopped: ['x']},
      basis: 'card',
      purpose: null,
    })
  })

  it('is also which columns nobody was asked about, and they are watched when it is replayed', () => {
    const mapping: MappedColumn[] = [
      mapped('email', 'address', 0),
      {...mapped('tags', 'attribute', 1), watch: 'remarks'},
    ]
    const plan = {
      ...{mapping, rows: 'subscribers' as const, encoding: 'utf-8' as const, delimiter: ',', headerLine: 1},
      ...{statusWords: {active: [], stopped: []}, place: {writtenAs: null}},
    }
    const {columns, rows} = savedFrom(plan, {dates: null, sheet: null, basis: null, purpose: null})
    expect([columns[1], rows]).toEqual([{...column('tags', 'attribute'), isWatched: true}, 'subscribers'])
    expect(replayColumns(columns, ['email', 'tags']).watched).toEqual(['#2=attribute'])
  })

  it('tells positions where names do not', () => {
    expect(saved(['email', 'name', 'name_2', 'x_2'], 1).columns.map(({position}) => position)).toEqual([
      null,
      2,
      3,
      null,
    ])
    const headless = saved(['列1', '列2'], null)
    expect([headless.header, headless.columns.map(({position}) => position)]).toEqual(['none', [1, 2]])
  })

  it('leaves out what is our own: the dialect of a sheet, the columns of a rejects file', () => {
    expect(saved(['email'], 1, {encoding: 'utf-8'})).toMatchObject({encoding: null, delimiter: null, header: 1})
    const rejects = saved(['todoke_line', 'todoke_reason', 'email'], 1)
    expect([rejects.header, rejects.columns]).toEqual([null, [column('email', 'attribute')]])
  })
})
