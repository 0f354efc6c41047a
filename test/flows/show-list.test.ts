import {describe, expect, it} from 'vitest'
import {showList, showLists} from '../../src/flows/show-list.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, NOW} from '../support/workspace-store.ts'

const picture = ({store}: Bench, list = 'news') =>
  showList({list, offsetMinutes: 540, onProgress: () => {}}, {store, clock})

const HEADER = 'メールアドレス,氏名,年齢,同意,登録日,登録経路,配信停止,マイナンバー\r\n'

describe('a list in numbers', () => {
  it('puts every member into one standing, and names imports by the id that undo takes', async () => {
    const place = await bench('show-list')
    const rows = [
      'a@example.jp,山田,30,はい,2024-04-01,店頭,,',
      'b@example.jp,鈴木,,はい,,Web,,',
      'c@example.com,,,いいえ,2024-04-01,,,',
      'd@example.com,,,はい,2024-04-01,店頭,退会,',
      'e@example.com,,,,,,,',
      'bad,,,,,,,',
    ]
    await place.import(put(place.folder, 'first.csv', `${HEADER}${rows.join('\r\n')}\r\n`))
    await place.import(put(place.folder, 'second.csv', 'email,plan\na@example.jp,gold\n'))
    await place.merge([put(place.folder, 'stops.csv', 'b@example.jp\n')])

    const list = await picture(place)
    expect(list.standing).toEqual({mailable: 1, suppressed: 2, refused: 1, withoutConsent: 1})
    expect(list.consent).toMatchObject({holds: 3, refused: 1, none: 1, undated: 1, withoutSource: 0})
    expect(list.consent.sources.top).toEqual([
      {word: '店頭', count: 2},
      {word: 'Web', count: 1},
    ])
    expect(list.columns).toEqual([
      {header: '氏名', filled: 2, kept: []},
      {header: '年齢', filled: 1, kept: []},
      {header: 'plan', filled: 1, kept: []},
    ])
    expect(list.growth).toEqual([{month: '2026-04', added: 5}])
    expect(list.imports.map(({file, state, counts}) => [file, state, counts?.rows, counts?.rejected])).toEqual([
      ['second.csv', 'done', 1, 0],
      ['first.csv', 'done', 6, 1],
    ])
    await place.store.lists.undo(list.imports[0]!.id, NOW)
    const after = await picture(place)
    expect(after.imports.map(({state}) => state)).toEqual(['undone', 'done'])
    expect(after.columns.map(({header}) => header)).toEqual(['氏名', '年齢'])
  })

  it('says on which ground a sensitive column was taken in', async () => {
    const place = await bench('show-kept')
    const keep = {columns: ['既往歴'], basis: 'consent' as const, evidence: 'form of 2024, box 3'}
    await place.import(put(place.folder, 'kept.csv', 'email,既往歴\na@example.jp,糖尿病\n'), {keep})
    const {basis, evidence} = keep
    expect((await picture(place)).columns).toEqual([{header: '既往歴', filled: 1, kept: [{basis, evidence}]}])
  })

  it('stands in a line each when none is named', async () => {
    const place = await bench('show-lists')
    expect(await showLists(place)).toEqual([])
    await place.import(put(place.folder, 'a.csv', 'email\na@example.jp\nb@example.jp\n'), {list: 'b-list'})
    await place.import(put(place.folder, 'b.csv', 'email\na@example.jp\n'), {list: 'a-list'})
    const lists = await showLists(place)
    expect(lists.map(({name, contacts, lastImport}) => [name, contacts, lastImport?.file, lastImport?.at])).toEqual([
      ['a-list', 1, 'b.csv', NOW],
      ['b-list', 2, 'a.csv', NOW],
    ])
    await place.store.lists.undo(lists[0]!.lastImport!.id, NOW)
    expect((await showLists(place))[0]).toMatchObject({contacts: 0, lastImport: null})
  })

  it('says of an import that was cut short how far it came, until a file of that name came in whole', async () => {
    const place = await bench('show-unfinished')
    const rows = (count: number) => Array.from({length: count}, (_, i) => `u${i}@example.jp\n`).join('')
    const stop = new AbortController()
    const file = put(place.folder, 'list.csv', `email\n${rows(45_000)}`)
    await failure(place.import(file, {stop: stop.signal, onProgress: () => stop.abort()}))
    const {imports, unfinished, members} = await picture(place)
    expect(imports).toMatchObject([{state: 'cut-short', counts: null, rowsRead: members}])
    expect(members).toBeGreaterThan(0)
    expect(unfinished).toEqual([{id: imports[0]!.id, file: 'list.csv', rowsRead: members}])
    expect(await showLists(place)).toMatchObject([{name: 'news', unfinished}])

    await place.import(put(place.folder, 'other.csv', 'email\na@example.jp\n'))
    expect((await picture(place)).unfinished).toEqual(unfinished)
    const whole = await place.import(put(place.folder, 'list.csv', `email\n${rows(3)}`))
    expect((await picture(place)).unfinished).toEqual([])
    await place.store.lists.undo(whole.importId!, NOW)
    expect((await picture(place)).unfinished).toEqual(unfinished)
  })

  it('is whole again when the import went on, or was taken back', async () => {
    const place = await bench('show-went-on')
    const file = put(place.folder, 'list.csv', 'email\na@example.jp\nb@example.jp\n')
    const stopped = {stop: AbortSignal.abort()}
    await failure(place.import(file, {...stopped, list: 'none'}))
    expect(await showLists(place)).toEqual([])
    const cutShort = (path: string) => {
      const stop = new AbortController()
      return failure(place.import(path, {stop: stop.signal, onProgress: () => stop.abort()}))
    }
    await cutShort(file)
    expect((await picture(place)).unfinished).toMatchObject([{rowsRead: 2}])
    await place.import(file)
    expect((await picture(place)).unfinished).toEqual([])
    await cutShort(put(place.folder, 'more.csv', 'email\nc@example.jp\n'))
    const {unfinished} = await picture(place)
    expect(unfinished).toMatchObject([{file: 'more.csv'}])
    await place.store.lists.undo(unfinished[0]!.id, NOW)
    expect((await picture(place)).unfinished).toEqual([])
  })

  it('is refused when there is none of that name', async () => {
    const place = await bench('show-unknown')
    expect((await failure(picture(place, 'nws'))).code).toBe('LIST_UNKNOWN')
  })
})
