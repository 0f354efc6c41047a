import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {PAGE_LANGUAGES} from '../../src/core/serving/page-language.ts'
import type {OptOutWords} from '../../src/i18n/opt-out-page/words.ts'
import {root} from './sources.ts'

const slotsOf = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

it('the opt-out page says the same, with the same values, in each of its languages', async () => {
  const folder = join(root, 'src', 'i18n', 'opt-out-page')
  const files = readdirSync(folder).filter((name) => name !== 'words.ts')
  expect(files.sort()).toEqual(PAGE_LANGUAGES.map((language) => `${language}.ts`).sort())
  const catalogues = await Promise.all(
    PAGE_LANGUAGES.map(async (language) => {
      const module = (await import(join(folder, `${language}.ts`))) as Record<string, OptOutWords>
      return [language, module[language]!] as const
    }),
  )
  const english = catalogues.find(([language]) => language === 'en')![1]
  for (const [language, words] of catalogues)
    for (const key of Object.keys(english) as (keyof OptOutWords)[]) {
      expect([language, key, slotsOf(words[key])]).toEqual([language, key, slotsOf(english[key])])
      expect(words[key].trim()).not.toBe('')
      if (language !== 'en' && english[key].includes(' '))
        expect([language, key, words[key]]).not.toEqual([language, key, english[key]])
    }
})
