import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {PAGE_LANGUAGES} from '../../src/core/serving/page-language.ts'
import {root} from './sources.ts'

type Words = Readonly<Record<string, string>>

const slotsOf = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

it.each(['opt-out-page', 'sign-up-page'])(
  'the words of %s say the same, with the same values, in each language',
  async (name) => {
    const folder = join(root, 'src', 'i18n', name)
    const files = readdirSync(folder).filter((file) => file !== 'words.ts')
    expect(files.sort()).toEqual(PAGE_LANGUAGES.map((language) => `${language}.ts`).sort())
    const catalogues = await Promise.all(
      PAGE_LANGUAGES.map(async (language) => {
        const module = (await import(join(folder, `${language}.ts`))) as Record<string, Words>
        return [language, module[language]!] as const
      }),
    )
    const english = catalogues.find(([language]) => language === 'en')![1]
    for (const [language, words] of catalogues) {
      expect([language, Object.keys(words)]).toEqual([language, Object.keys(english)])
      for (const [key, said] of Object.entries(english)) {
        expect([language, key, slotsOf(words[key]!)]).toEqual([language, key, slotsOf(said)])
        expect(words[key]!.trim()).not.toBe('')
        if (language !== 'en' && said.includes(' '))
          expect([language, key, words[key]]).not.toEqual([language, key, said])
      }
    }
  },
)
