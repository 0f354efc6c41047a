import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {textDecoder} from '../../../../src/adapters/csv/encoding/decode-text.ts'
import {surveyFile} from '../../../../src/adapters/csv/survey-file.ts'
import type {TextEncoding} from '../../../../src/core/text-encodings.ts'
import {corpusFile, corpusPath, hasCorpora} from '../../../support/corpora.ts'
import {failure} from '../../../support/files.ts'
import {placeOf} from '../../../support/place.ts'

/** What each text of the corpus must be read as; null = refused. */
const TEXTS: Readonly<Record<string, TextEncoding | null>> = {
  big5: 'big5',
  // 23 bytes of characters no list holds: too few to be sure, though Big5 as it is read knows them all.
  big5hkscs: null,
  cp949: 'euc-kr',
  euc_jisx0213: null,
  euc_jp: 'euc-jp',
  euc_kr: 'euc-kr',
  gb18030: 'gb18030',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  hz: null,
  iso2022_jp: 'iso-2022-jp',
  iso2022_kr: null,
  johab: null,
  shift_jis: 'cp932',
  shift_jisx0213: null,
}

describe.skipIf(!hasCorpora)('the corpus of encodings (skipped where ../shared/corpora is absent)', () => {
  it('is known whole', () => {
    const names = readdirSync(corpusPath('encodings/cjkencodings')).filter((name) => !name.includes('-utf8'))
    expect(names.map((name) => name.replace('.txt', '')).sort()).toEqual(Object.keys(TEXTS).sort())
  })

  it.each(Object.entries(TEXTS).filter(([, encoding]) => encoding !== null))(
    '%s comes out exact, told as %s',
    async (name, encoding) => {
      const path = `encodings/cjkencodings/${name}`
      const survey = await surveyFile(await placeOf(corpusPath(`${path}.txt`)), null)
      expect(survey.encoding).toBe(encoding)
      const text = textDecoder(survey.encoding)(corpusFile(`${path}.txt`))
      expect(text).toBe(corpusFile(`${path}-utf8.txt`).toString())
    },
  )

  it.each(Object.entries(TEXTS).filter(([, encoding]) => encoding === null))('%s is refused', async (name) => {
    const place = await placeOf(corpusPath(`encodings/cjkencodings/${name}.txt`))
    expect((await failure(surveyFile(place, null))).code).toMatch(/^ENCODING_UN(SURE|READ)$/)
  })

  it('big5hkscs comes out exact where Big5 is said', () => {
    const path = 'encodings/cjkencodings/big5hkscs'
    expect(textDecoder('big5')(corpusFile(`${path}.txt`))).toBe(corpusFile(`${path}-utf8.txt`).toString())
  })

  it.each([
    ['encoding-js/encoding-sjis.txt', 'cp932'],
    ['encoding-js/encoding-eucjp.txt', 'euc-jp'],
    ['encoding-js/encoding-jis.txt', 'iso-2022-jp'],
    ['encoding-js/encoding-utf8.txt', 'utf-8'],
    ['encoding-js/surrogate-pairs-utf8.txt', 'utf-8'],
    ['encoding-js/jis-x-0208-utf8.txt', 'utf-8'],
    ['encoding-js/jis-x-0212-utf8.txt', 'utf-8'],
    ['syukujitsu-cp932/syukujitsu.csv', 'cp932'],
    ['ja-dummy-persons/personal_infomation.csv', 'utf-8'],
  ])('%s is told as %s', async (path, encoding) => {
    const survey = await surveyFile(await placeOf(corpusPath(`encodings/${path}`)), null)
    expect(survey.encoding).toBe(encoding)
  })
})
