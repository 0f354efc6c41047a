import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Catalogue, Phrases} from '../../../src/core/lint/find-phrases.ts'
import {anyOf, hasAny, matchesIn, replaceAny} from '../../../src/core/lint/find-phrases.ts'
import {fold} from '../../../src/core/lint/fold-text.ts'
import {literalsOf} from '../../../src/core/lint/literals-of.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'

const PHRASES = new URL('../../../src/core/lint/phrases/', import.meta.url)

/** Every catalogue and list of tags that there is. */
async function catalogues(): Promise<ReadonlyMap<string, Phrases>> {
  const all = new Map<string, Phrases>()
  for (const file of readdirSync(PHRASES))
    for (const [name, value] of Object.entries(await import(new URL(file, PHRASES).href))) {
      if (typeof value !== 'object' || value === null || value instanceof Set) continue
      if ('patterns' in value) all.set(name, value as Phrases)
      else if (isCatalogue(value)) all.set(name, anyOf(value))
    }
  return all
}

function isCatalogue(value: object): value is Catalogue {
  const lists = Object.values(value)
  return (
    lists.length > 0 && lists.every((list) => Array.isArray(list) && list.every((each) => typeof each === 'string'))
  )
}

const everything = ({patterns}: Phrases) => new RegExp(patterns.map((each) => `(?:${each})`).join('|'), 'giu')
const placesOf = (found: Iterable<RegExpMatchArray>) => [...found].map(({0: words, index}) => [index, words])

describe('what a text must hold for a pattern', () => {
  it.each([
    ['unsubscribe', ['unsubscr']],
    ['un-?sub(be|bing)', ['un-subbe', 'un-subbing', 'unsubbe', 'unsubbing']],
    ['配信(の|を)?停止', ['配信の停止', '配信を停止', '配信停止']],
    ['(?:a|b)\\d+', ['a', 'b']],
    ['(?!no)yes', ['yes']],
    ['[^a]b{2}', ['b']],
    ['colou?r', ['color', 'colour']],
    ['\\bPage\\b', ['page']],
    ['[日月]曜', ['日曜', '月曜']],
    ['.{0,20}list|roll', ['list', 'roll']],
  ])('%s', (pattern, wanted) => {
    expect([...(literalsOf(pattern) ?? [])].sort()).toEqual(wanted)
  })

  it.each(['\\d+', 'x?', '(?:|a)', '[a-z]+', 'a*', '\\p{L}'])('cannot be told of %s', (pattern) => {
    expect(literalsOf(pattern)).toBeNull()
  })

  it('is told of most patterns of the catalogues, or looking would be slow', async () => {
    const patterns = [...(await catalogues()).values()].flatMap((each) => each.patterns)
    expect(patterns.length).toBeGreaterThan(400)
    expect(patterns.filter((each) => literalsOf(each) === null).length / patterns.length).toBeLessThan(0.1)
  })
})

describe('looking for phrases', () => {
  it('finds in a whole mail what all patterns together find', async () => {
    const texts = [...textsOf(new URL('../../../fixtures/accuracy/invented/', import.meta.url))]
    expect(texts.length).toBeGreaterThan(5)
    for (const [name, phrases] of await catalogues())
      for (const text of texts)
        expect([name, placesOf(matchesIn(phrases, text))]).toEqual([name, placesOf(text.matchAll(everything(phrases)))])
  })

  it.skipIf(!hasCorpora)('and in those of the corpora', {timeout: 120_000}, async () => {
    const all = await catalogues()
    for (const text of textsOf(corpusPath('templates')))
      for (const [name, phrases] of all)
        if (text.search(everything(phrases)) >= 0 !== hasAny(phrases, text))
          expect.fail(`${name}: ${text.slice(0, 200)}`)
  })

  it('makes no difference between cases, widths of letters aside', () => {
    const phrases = anyOf({en: ['\\bopt[- ]?out\\b'], de: ['kündig(en|ung)']})
    fc.assert(
      fc.property(
        fc.constantFrom('OPT OUT', 'Opt-Out', 'optout', 'KÜNDIGEN', 'kündigung'),
        fc.string(),
        (words, around) => {
          expect(hasAny(phrases, `${around} ${words} ${around}`)).toBe(true)
        },
      ),
    )
  })

  it('finds the same as each pattern by itself in any text made of pieces of them', () => {
    const patterns = ['a(b|c)?d', '[xy]{1,3}z', '(?<!q)opt ?out', 'ab|cd\\b', 'é+t']
    const phrases = anyOf({patterns})
    const piece = fc.constantFrom('a', 'b', 'c', 'd', 'x', 'y', 'z', 'q', 'opt', 'out', ' ', 'é', 't', 'ABD', 'É')
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const text = pieces.join('')
        expect(placesOf(matchesIn(phrases, text))).toEqual(placesOf(text.matchAll(everything(phrases))))
        expect(replaceAny(phrases, text, '$&')).toBe(text.replace(everything(phrases), () => '$&'))
      }),
    )
  })
})

/** Folded, of all files below. */
function* textsOf(folder: URL | string): Generator<string> {
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
    if (entry.isFile()) yield fold(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8').slice(0, 200_000)).text
}
