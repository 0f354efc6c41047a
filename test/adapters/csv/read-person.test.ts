import {expect, it} from 'vitest'
import {readRowPerson} from '../../../src/adapters/csv/read-person.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'

const room = spoolRoom(null)
const rows = Array.from({length: 3000}, (_, i) => `p${i + 1}@example.jp,人${i + 1},"東京都\n${i + 1}"`)
const file = put(
  tempFolder('person'),
  'people.csv',
  cp932(`メールアドレス,氏名,住所\n${rows.join('\n')}\nbroken,名無し,\n`),
)

it.each([1, 2, 2999, 3000])('reads row %i as an import would, whatever block of the file it is in', async (row) => {
  expect(await readRowPerson(file, row, room)).toEqual({
    row,
    address: `p${row}@example.jp`,
    data: {氏名: `人${row}`, 住所: `東京都\n${row}`},
    names: {columns: new Set(['氏名', '住所']), taken: new Map([['メールアドレス', 'address']])},
  })
})

it('takes a row without an address, whose mail can be looked at all the same', async () => {
  expect(await readRowPerson(file, 3001, room)).toMatchObject({address: null, data: {氏名: '名無し', 住所: ''}})
})

it('says how many rows there are when one is named beyond the last', async () => {
  const error = await failure(readRowPerson(file, 3002, room))
  expect([error.code, error.values]).toEqual(['ROW_UNKNOWN', {of: file, row: 3002, count: 3001}])
})

it('gives no value of a column that an import leaves out', async () => {
  const secret = put(tempFolder('person'), 's.csv', 'email,name,マイナンバー\na@example.jp,A,123456789018\n')
  const {data} = await readRowPerson(secret, 1, room)
  expect(data).toEqual({name: 'A'})
})
