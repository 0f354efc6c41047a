/**
 * How surprising a word is in a language that writes Latin letters, in bits: by the letters that ASCII lacks and what
 * stands around each of them. Learnt from our own words when first needed.
 */
import type {LatinLanguage} from './latin-words.ts'
import {LATIN_WORDS} from './latin-words.ts'

/** word: letters in lower case. Bits of those that are not ASCII. */
export type WordSurprise = (word: string) => number

interface Around {
  count: number
  readonly before: Map<string, number>
  readonly after: Map<string, number>
}

const EDGE = ' '
/** Letters that are not known: that many of each language are not among our words. */
const UNSEEN_LETTERS = 1500
/** How much what is generally beside vowels and consonants counts against what was seen beside the letter. */
const GENERAL = 4

const learnt = new Map<LatinLanguage, WordSurprise>()

export function surpriseInLanguage(language: LatinLanguage): WordSurprise {
  const known = learnt.get(language)
  if (known !== undefined) return known
  const surprise = learn(LATIN_WORDS[language].split(' '))
  learnt.set(language, surprise)
  return surprise
}

function learn(words: readonly string[]): WordSurprise {
  const letters = new Map<string, Around>()
  let total = 0
  for (const word of words)
    eachLetter(word, (letter, before, after) => {
      const around = letters.get(letter) ?? {count: 0, before: new Map(), after: new Map()}
      letters.set(letter, around)
      total += 1
      around.count += 1
      around.before.set(before, (around.before.get(before) ?? 0) + 1)
      around.after.set(after, (around.after.get(after) ?? 0) + 1)
    })
  const unseen = Math.log2(UNSEEN_LETTERS) + 2 * Math.log2(27)
  return (word) => {
    let bits = 0
    eachLetter(word, (letter, before, after) => {
      const around = letters.get(letter)
      bits +=
        around === undefined
          ? unseen
          : Math.log2((total + 1) / around.count) +
            besideBits(around.before, before, around.count) +
            besideBits(around.after, after, around.count)
    })
    return bits
  }
}

function eachLetter(word: string, see: (letter: string, before: string, after: string) => void): void {
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) > 0x7f) see(word[at]!, word[at - 1] ?? EDGE, word[at + 1] ?? EDGE)
}

function besideBits(seen: ReadonlyMap<string, number>, letter: string, count: number): number {
  const kind = kindOf(letter)
  let ofKind = 0.5
  for (const [each, times] of seen) if (kindOf(each) === kind) ofKind += times
  const general = ofKind / (count + 1.5) / SIZES[kind]
  return -Math.log2(((seen.get(letter) ?? 0) + GENERAL * general) / (count + GENERAL))
}

type Kind = 'edge' | 'vowel' | 'consonant' | 'other'

/** How many letters there are of each kind. */
const SIZES: Readonly<Record<Kind, number>> = {edge: 1, vowel: 6, consonant: 20, other: 20}

function kindOf(letter: string): Kind {
  if (letter === EDGE || letter === '-') return 'edge'
  if (letter.charCodeAt(0) > 0x7f) return 'other'
  return 'aeiouy'.includes(letter) ? 'vowel' : 'consonant'
}
