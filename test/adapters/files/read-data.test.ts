import {expect, it} from 'vitest'
import {readData} from '../../../src/adapters/files/read-data.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('data')

it('reads one object, names in one normal form, also in the encoding of Japanese Windows', async () => {
  expect(await readData(put(folder, 'a.json', '{"e\\u0301": 1, "list": [{"x": "y"}]}'), 'en')).toEqual({
    '\u00e9': 1,
    list: [{x: 'y'}],
  })
  expect(await readData(put(folder, 'b.json', cp932('{"氏名": "髙橋"}')), 'en')).toEqual({氏名: '髙橋'})
})

it.each([
  ['{"name": "Hanako", }', 'data-not-json'],
  ['[{"name": "Hanako"}]', 'data-not-object'],
  ['"Hanako"', 'data-not-object'],
  ['null', 'data-not-object'],
])('refuses %s and repeats nothing of it', async (text, why) => {
  const error = await failure(readData(put(folder, 'c.json', text), 'en'))
  expect([error.code, error.values.why]).toEqual(['DATA_INVALID', why])
  expect(JSON.stringify([error.message, error.values, error.details])).not.toContain('Hanako')
})
