import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {mappingFiles, mappingText, readMappingFile} from '../../../src/adapters/settings/mapping-file.ts'
import type {SavedMapping} from '../../../src/core/contacts/saved-mapping.ts'
import {writeFileWhole} from '../../../src/wiring/files.ts'
import {failure, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('mapping-file')

const FULL: SavedMapping = {
  encoding: 'cp932',
  delimiter: '\t',
  header: 4,
  dates: 'mdy',
  sheet: '会員: 一覧',
  rows: 'subscribers',
  columns: [
    {column: 'メールアドレス', position: null, field: 'address'},
    {column: 'no', position: null, field: 'ignore'},
    {column: '2024', position: null, field: 'attribute'},
    {column: 'name', position: 4, field: 'name'},
    {column: 'name_2', position: 5, field: 'attribute', isWatched: true},
  ],
  statusWords: {active: ['yes', '休眠A'], stopped: ['~']},
  basis: 'consent',
  purpose: 'newsletter',
}
const BARE: SavedMapping = {
  encoding: null,
  delimiter: null,
  header: 'none',
  dates: null,
  sheet: null,
  rows: null,
  columns: [{column: 'column 1', position: 1, field: 'address'}],
  statusWords: {active: [], stopped: []},
  basis: null,
  purpose: null,
}

async function problems(text: string, lang: 'en' | 'ja' = 'en') {
  const error = await failure(readMappingFile(put(folder, 'm.yaml', text), lang))
  expect(error.code).toBe('MAPPING_UNREADABLE')
  return error.details.map((line) => line.replace(/^.*m\.yaml:/, ''))
}

describe('a mapping file', () => {
  it.each([
    ['with everything in it', FULL],
    ['with next to nothing', BARE],
    [
      'with names that YAML would take for something else',
      {
        ...BARE,
        columns: ['yes', 'null', '- a', '#1', 'a: b', "it's", '"', ' x', '1e3'].map((column, i) => ({
          column,
          position: null,
          field: i === 0 ? ('address' as const) : ('attribute' as const),
        })),
      },
    ],
  ])('%s is read as it was written', async (_, saved) => {
    for (const lang of ['en', 'ja'] as const)
      expect(await readMappingFile(put(folder, 'same.yaml', mappingText(saved, lang)), lang)).toEqual(saved)
  })

  it('is a file that people can read and change', () => {
    expect(mappingText({...FULL, statusWords: {active: [], stopped: ['休眠']}}, 'en')).toBe(
      `# How a list is read, for \`todoke list import FILE --list NAME --mapping THIS-FILE\`.
# Every column of the file must stand here; the field \`ignore\` leaves one out, \`attribute\` keeps it as it is.
# A column with \`watch: true\` is one nobody was asked about; words in it that say no are asked about.

todoke_mapping: 1
encoding: cp932
delimiter: tab
header: 4
dates: mdy
sheet: "会員: 一覧"
rows: subscribers
columns:
  - {column: メールアドレス, field: address}
  - {column: no, field: ignore}
  - {column: "2024", field: attribute}
  - {column: name, position: 4, field: name}
  - {column: name_2, position: 5, field: attribute, watch: true}
status_words:
  active: []
  stopped:
    - 休眠
basis: consent
purpose: newsletter
`,
    )
  })

  it('may be written by hand with what matters alone', async () => {
    const text = 'todoke_mapping: 1\ncolumns:\n  - column: email\n    field: address\n'
    expect(await readMappingFile(put(folder, 'hand.yaml', text), 'en')).toMatchObject({
      columns: [{column: 'email', position: null, field: 'address'}],
      header: null,
      statusWords: {active: [], stopped: []},
    })
  })
})

const HEAD = 'todoke_mapping: 1\n'
const COLUMNS = 'columns:\n  - {column: email, field: address}\n'

describe('a mistake is named with its place', () => {
  it.each([
    ['a bracket that is left open', 'bad: [\n', '1:6  nothing closes this [; expected a ] behind its last item'],
    [
      'a brace that is left open among closed ones',
      `${HEAD}columns:\n  - {column: a, field: address\n  - {column: b, field: name}\n`,
      '3:5  nothing closes this {; expected a } behind its last item',
    ],
    ['no version', COLUMNS, '1:1  todoke_mapping: is missing; expected 1, the version of this form'],
    [
      'another version',
      `todoke_mapping: 2\n${COLUMNS}`,
      '1:17  todoke_mapping: expected 1, the version of this form, found 2',
    ],
    [
      'no columns',
      HEAD,
      '1:1  columns: is missing; expected a list of columns, at least one, each with column and field',
    ],
    [
      'a misspelt key',
      `${HEAD}delimeter: ","\n${COLUMNS}`,
      '2:1  delimeter: is not a key that is known here; did you mean delimiter?',
    ],
    [
      'a field nobody knows',
      `${HEAD}columns:\n  - {column: email, field: adress}\n`,
      '3:28  columns[0].field: expected one of address, name',
    ],
    [
      'a name that is a number',
      `${HEAD}${COLUMNS}  - {column: 2024, field: attribute}\n`,
      '4:14  columns[1].column: expected the name of a column, found 2024, which is not text without quotes: write it as "2024"',
    ],
    [
      'a header in words',
      `${HEAD}header: first\n${COLUMNS}`,
      '2:9  header: expected the line of the header, from 1, or none, found "first"',
    ],
    [
      'a delimiter of two characters',
      `${HEAD}delimiter: "||"\n${COLUMNS}`,
      '2:12  delimiter: expected one character in quotes, or tab, found "||"',
    ],
    [
      'an encoding nobody reads',
      `${HEAD}encoding: ebcdic\n${COLUMNS}`,
      '2:11  encoding: expected an encoding such as utf-8',
    ],
    [
      'no address',
      `${HEAD}columns:\n  - {column: email, field: name}\n`,
      '3:3  columns: no column is the address; give one of them the field address',
    ],
    [
      'two addresses',
      `${HEAD}${COLUMNS}  - {column: mail, field: address}\n`,
      '4:27  columns[1].field: a second address; give it the field attribute or ignore',
    ],
    [
      'a column twice',
      `${HEAD}${COLUMNS}  - {column: email, field: ignore}\n`,
      '4:14  columns[1].column: is in the list already; keep one',
    ],
    [
      'a word that means both',
      `${HEAD}${COLUMNS}status_words:\n  active: [x]\n  stopped: [x]\n`,
      '5:12  status_words.active[0]: stands among the stopped words too; keep one',
    ],
    [
      'text instead of a list',
      `${HEAD}columns: email\n`,
      '2:10  columns: expected a list of columns, at least one, each with column and field, found a single value',
    ],
    ['broken YAML', `${HEAD}encoding: "cp932\n`, '2:17  a quote, bracket or colon is missing here'],
    ['nothing at all', '', '1:1  the file is empty; expected todoke_mapping and columns'],
  ])('%s', async (_, text, expected) => {
    const found = await problems(text)
    expect(found[0]!.startsWith(expected), found[0]).toBe(true)
    expect(found).toHaveLength(1)
    expect(await problems(text, 'ja')).toHaveLength(1)
  })

  it('and all of them at once, in their order', async () => {
    const found = await problems(
      `todoke_mapping: 1\nheader: 0\ncolumns:\n  - {field: address}\n  - {column: x, field: y}\nbasis: luck\n`,
    )
    expect(found.map((line) => line.split(' ')[0])).toEqual(['2:9', '4:5', '5:24', '6:8'])
  })
})

describe('what is no mapping file', () => {
  it('is refused: missing, a folder, too large', async () => {
    const code = async (path: string) => (await failure(readMappingFile(path, 'en'))).code
    expect(await code(`${folder}/none.yaml`)).toBe('FILE_MISSING')
    expect(await code(folder)).toBe('FILE_IS_FOLDER')
    expect(await code(put(folder, 'large.yaml', '#'.repeat(1_000_001)))).toBe('FILE_UNREADABLE')
  })
})

describe('a mapping that is saved', () => {
  const list = put(folder, 'list.csv', 'email\n')
  const keep = {overwrite: false, list}

  it('again is no error when it says the same, and left as it is', async () => {
    const file = join(folder, 'saved.yaml')
    await mappingFiles('en', writeFileWhole).save(file, FULL, keep)
    const text = `# A note of mine.\n${readFileSync(file, 'utf8')}`
    put(folder, 'saved.yaml', text)
    for (const lang of ['en', 'ja'] as const) await mappingFiles(lang, writeFileWhole).save(file, FULL, keep)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('over another one wants to be told so', async () => {
    const {save} = mappingFiles('en', writeFileWhole)
    const file = join(folder, 'other.yaml')
    await save(file, BARE, keep)
    expect((await failure(save(file, FULL, keep))).code).toBe('FILE_EXISTS')
    await save(file, FULL, {...keep, overwrite: true})
    expect(await readMappingFile(file, 'en')).toEqual(FULL)
  })
})
