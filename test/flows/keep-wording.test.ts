import {beforeEach, describe, expect, it} from 'vitest'
import {listWordings} from '../../src/flows/keep-wording.ts'
import type {ConsentBench} from '../support/consents.ts'
import {consentBench, TODAY} from '../support/consents.ts'
import {cp932, failure, put} from '../support/files.ts'
import {dump} from '../support/workspace-store.ts'

const day = (text: string) => Date.parse(`${text}T00:00+09:00`)
const TEXT = '<h1>メールマガジン</h1>\n<p>株式会社サンプルから広告メールをお送りします。</p>\n'

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('wording', [])
})

describe('a form text', () => {
  it('is kept with its hash and days, and found by name and by hash', async () => {
    const {wording, isNew} = await b.keep(put(b.folder, 'form.html', TEXT), {from: day('2024-04-01'), language: 'ja'})
    expect([isNew, wording.from, wording.until, wording.language]).toEqual([true, day('2024-04-01'), null, 'ja'])
    const book = await b.store.consents.wordings()
    expect(book.named('News-Form').map(({text}) => text)).toEqual([TEXT])
    expect(book.named(wording.sha256.slice(0, 12))).toHaveLength(1)
  })

  it('is the same text in another encoding, with other line ends or a byte order mark', async () => {
    await b.keep(put(b.folder, 'form.html', TEXT), {from: day('2024-04-01')})
    const before = await dump(b.storeFile)
    for (const same of [cp932(TEXT), TEXT.replaceAll('\n', '\r\n'), `\ufeff${TEXT}`])
      expect((await b.keep(put(b.folder, 'same.html', same))).isNew).toBe(false)
    expect(await dump(b.storeFile)).toBe(before)
  })

  it('that changed is refused until somebody says since when, and then ends the version before', async () => {
    await b.keep(put(b.folder, 'form.html', TEXT), {from: day('2024-04-01')})
    const changed = put(b.folder, 'changed.html', `${TEXT}!`)
    const error = await failure(b.keep(changed))
    expect([error.code, error.exitCode, error.values]).toMatchObject(['WORDING_CHANGED', 2, {name: 'news-form'}])
    const {ended} = await b.keep(changed, {from: day('2026-01-15')})
    expect(ended?.from).toBe(day('2024-04-01'))
    expect((await listWordings({store: b.store})).map(({from, until}) => [from, until])).toEqual([
      [day('2024-04-01'), day('2026-01-15')],
      [day('2026-01-15'), null],
    ])
  })

  it('without a day counts from today', async () => {
    expect((await b.keep(put(b.folder, 'form.txt', TEXT))).wording.from).toBe(TODAY)
  })

  it.each([
    ['a name that is none', {name: '../x'}, 'NAME_INVALID'],
    ['an end before its beginning', {from: day('2026-01-01'), until: day('2025-01-01')}, 'FLAG_INVALID'],
  ])('is refused with %s', async (_, ask, code) => {
    expect((await failure(b.keep(put(b.folder, 'form.txt', TEXT), ask))).code).toBe(code)
  })

  it.each([
    ['', 'FILE_EMPTY'],
    [Buffer.from([0, 1, 2, 0]), 'FILE_BINARY'],
  ])('is refused from a file that holds none', async (content, code) => {
    expect((await failure(b.keep(put(b.folder, 'form.bin', content)))).code).toBe(code)
  })
})
