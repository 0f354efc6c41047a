import {describe, expect, it} from 'vitest'
import {en} from '../../src/i18n/en.ts'
import {ja} from '../../src/i18n/ja.ts'
import {readSources} from './sources.ts'

const english: Readonly<Record<string, string>> = en
const japanese: Readonly<Record<string, string>> = ja
const keys = Object.keys(english)

/** Names of the places for values; `{{name}}` is not one, it shows a placeholder of a mail. */
function slotsOf(words: string): string[] {
  const found = words.matchAll(/(?<!\{)\{(\w+)(?::[^|{}]*\|[^{}]*)?\}(?!\})/g)
  return [...new Set([...found].map(([, name]) => name!))].sort()
}

describe('the texts', () => {
  it('have the same keys in both languages, none empty', () => {
    expect(Object.keys(japanese).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => english[key]!.trim() === '' || japanese[key]!.trim() === '')).toEqual([])
  })

  it('take the same values in both languages', () => {
    const differing = keys.filter((key) => slotsOf(english[key]!).join() !== slotsOf(japanese[key]!).join())
    expect(differing).toEqual([])
  })

  it('are Japanese in Japanese: the words differ, and more than a name holds kana or kanji', () => {
    const left = keys.filter(
      (key) =>
        japanese[key] === english[key] &&
        /[a-z]{3,} [a-z]{2,}/.test(japanese[key]!) &&
        !/[ぁ-んァ-ヶ一-龠]/.test(japanese[key]!),
    )
    expect(left).toEqual([])
  })

  it('are all used', () => {
    const code = readSources()
      .filter(({path}) => !path.startsWith('i18n/'))
      .map(({text}) => text)
      .join('\n')
    const named = new Set([...code.matchAll(/['"`]([\w.\- ]+)['"`]/g)].map(([, word]) => word))
    // `state.${name}`: every key of that beginning is used. Parts of findings are worded by name and value (inWords).
    const beginnings = [...code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)?)\$\{/g)].map(([, begin]) => begin!)
    const byValue = ['part.', 'evidence.', 'mapping.', 'fault.']
    const unused = keys.filter((key) => {
      const base = key.replace(/\.(fix|next|why|means)$/, '')
      return !named.has(base) && !named.has(key) && ![...beginnings, ...byValue].some((begin) => key.startsWith(begin))
    })
    expect(unused).toEqual([])
  })
})
