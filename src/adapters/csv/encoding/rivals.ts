/**
 * Encodings of one byte a letter that are not read, held against Windows-1252: nearly any bytes are letters in all of
 * them, so only the words that come out can tell. What would come out the same either way is no reason to doubt.
 */
import iconv from 'iconv-lite'
import {textDecoder} from './decode-text.ts'
import {surpriseInLanguage} from './latin-languages.ts'
import type {LatinLanguage} from './latin-words.ts'
import type {Reader} from './side-by-side.ts'

const WESTERN = ['fr', 'de', 'es', 'pt', 'sv', 'da', 'fi', 'it', 'nl', 'is', 'ca'] as const
const CENTRAL = ['pl', 'cs', 'sk', 'hu', 'hr', 'ro', 'de'] as const
const BALTIC = ['lt', 'lv', 'et', 'de', 'pl'] as const
const TURKISH = ['tr', 'de', 'fr'] as const

type RivalEncoding = readonly [name: string, encoding: string, speaks: readonly LatinLanguage[] | Script]
type Script = 'Cyrillic' | 'Greek' | 'Hebrew' | 'Arabic' | 'Thai'

/** Those that old programs still write by themselves, and those of systems that are gone. */
const COMMON: readonly RivalEncoding[] = [
  ['Windows-1250', 'windows-1250', CENTRAL],
  ['ISO-8859-2', 'iso-8859-2', CENTRAL],
  ['Windows-1254', 'windows-1254', TURKISH],
  ['Windows-1257', 'windows-1257', BALTIC],
  ['ISO-8859-13', 'iso-8859-13', BALTIC],
  ['ISO-8859-15', 'iso-8859-15', [...WESTERN, 'et']],
  ['Windows-1251', 'windows-1251', 'Cyrillic'],
  ['KOI8-R', 'koi8-r', 'Cyrillic'],
  ['Windows-1253', 'windows-1253', 'Greek'],
  ['Windows-1255', 'windows-1255', 'Hebrew'],
  ['Windows-1256', 'windows-1256', 'Arabic'],
  ['Windows-874', 'windows-874', 'Thai'],
]
const RARE: readonly RivalEncoding[] = [
  ['Mac OS Roman', 'macroman', WESTERN],
  ['CP850', 'cp850', WESTERN],
  ['CP437', 'cp437', WESTERN],
  ['CP852', 'cp852', CENTRAL],
  ['ISO-8859-16', 'iso-8859-16', CENTRAL],
  ['Mac OS Central European', 'maccenteuro', CENTRAL],
  ['CP857', 'cp857', TURKISH],
  ['Mac OS Turkish', 'macturkish', TURKISH],
  ['ISO-8859-4', 'iso-8859-4', BALTIC],
  ['CP775', 'cp775', BALTIC],
  ['ISO-8859-10', 'iso-8859-10', ['is', 'da', 'sv', ...BALTIC]],
  ['CP865', 'cp865', WESTERN],
  ['ISO-8859-5', 'iso-8859-5', 'Cyrillic'],
  ['CP866', 'cp866', 'Cyrillic'],
  ['Mac OS Cyrillic', 'maccyrillic', 'Cyrillic'],
  ['ISO-8859-7', 'iso-8859-7', 'Greek'],
  ['CP737', 'cp737', 'Greek'],
  ['CP862', 'cp862', 'Hebrew'],
  ['ISO-8859-6', 'iso-8859-6', 'Arabic'],
]

/** Bits by which Windows-1252 must be better than a common rival, and by which a rare one must be better than it. */
const MUST_WIN = 2
const MAY_LOSE = 3
/** Characters are no independent witnesses of each other: so many bits count as one. */
const DEPENDENCE = 2.5

/** A word that is the same in both tells the language, and with it a little of the encoding. */
const SAME_WORD = 0.3

/**
 * The encoding that makes better words of the sample than Windows-1252 does, or words about as good; null when none.
 * confidence: 0 to 100, that it is the rival's.
 */
export function rivalOfWestern(sample: Buffer): {readonly rival: Reader; readonly confidence: number} | null {
  const words = wordsIn(sample)
  const western = textDecoder('windows-1252')
  const own = words.map(([bytes]) => western(bytes))
  const ownBits = bitsOf(own, words, [...WESTERN, 'et'])
  let best: {rival: Reader; lead: number} | null = null
  for (const [at, [name, encoding, speaks]] of [...COMMON, ...RARE].entries()) {
    const decode = (bytes: Buffer) => iconv.decode(bytes, encoding)
    const others = words.map(([bytes]) => decode(bytes))
    const differing = others.map((word, at) => word !== own[at])
    if (!differing.includes(true)) continue
    const otherBits = bitsOf(others, words, speaks)
    let lead = at < COMMON.length ? MUST_WIN : -MAY_LOSE
    for (const [i, differs] of differing.entries()) lead += (ownBits[i]! - otherBits[i]!) * (differs ? 1 : SAME_WORD)
    if (best === null || lead > best.lead) best = {rival: {name, decode}, lead}
  }
  return best === null || best.lead <= 0
    ? null
    : {rival: best.rival, confidence: Math.round(100 / (1 + 2 ** (-best.lead / DEPENDENCE)))}
}

type Word = readonly [bytes: Buffer, weight: number]

const MOST_WORDS = 1000

/** What stands between ASCII that is no letter and holds a byte that is not ASCII; a word said again weighs little more. */
function wordsIn(sample: Buffer): readonly Word[] {
  const counts = new Map<string, number>()
  for (const [word] of sample.toString('latin1').matchAll(/[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*/g)) {
    if (counts.size >= MOST_WORDS) break
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, count]) => [Buffer.from(word, 'latin1'), 1 + Math.log2(count)] as const)
}

/** Surprise of each word, in bits times its weight. */
function bitsOf(texts: readonly string[], words: readonly Word[], speaks: readonly LatinLanguage[] | Script): number[] {
  const letters =
    typeof speaks === 'string' ? texts.map((text) => scriptBits(text, speaks)) : mixedBits(texts, words, speaks)
  return texts.map((text, at) => (letters[at]! + shapeBits(text)) * words[at]![1])
}

const ROUNDS = 4

/** A list is mostly in a language or two, and names come from anywhere: how much of each is found in some rounds. */
function mixedBits(texts: readonly string[], words: readonly Word[], languages: readonly LatinLanguage[]): number[] {
  const models = languages.map(surpriseInLanguage)
  const chances = texts.map((text) => {
    const word = text.toLowerCase()
    return models.map((surprise) => 2 ** -surprise(word))
  })
  let shares = models.map(() => 1 / models.length)
  const chanceOf = (each: readonly number[]) => each.reduce((sum, chance, i) => sum + chance * shares[i]!, 1e-200)
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = models.map(() => 0.3)
    for (const [at, each] of chances.entries()) {
      const whole = chanceOf(each)
      for (const [i, chance] of each.entries()) counts[i]! += (words[at]![1] * chance * shares[i]!) / whole
    }
    const total = counts.reduce((sum, count) => sum + count, 0)
    shares = counts.map((count) => count / total)
  }
  return chances.map((each) => -Math.log2(chanceOf(each)))
}

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
  Thai: /\p{Script=Thai}/u,
}
const SCRIPT_LETTER = 5.5
const FOREIGN_LETTER = 16
const ODD_WORD = 12

function scriptBits(text: string, script: Script): number {
  let bits = 0
  let own = 0
  let others = 0
  for (const char of text)
    if (isLetter(char)) {
      const isOwn = SCRIPTS[script].test(char)
      bits += isOwn ? SCRIPT_LETTER : FOREIGN_LETTER
      if (isOwn) own += 1
      else others += 1
    }
  // A word of two scripts is none, and one of one letter hardly.
  return bits + (own > 0 && others > 0 ? FOREIGN_LETTER : 0) + (own === 1 ? ODD_WORD : 0)
}

const NO_CHARACTER = 40
const SIGN = 13
const INSIDE_WORD = 6
const SHIFTED = 8
const SMALL_START = 3
const ALONE = 6

/** Of signs, which no language counts among its letters, and of capitals and small letters in a strange order. */
function shapeBits(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (char < '\x80') continue
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    if (char < '\xa0' || char === '\ufffd' || /\p{C}/u.test(char)) bits += NO_CHARACTER
    else if (!isLetter(char)) bits += signBits(char, isLetter(before), isLetter(after))
    else if (!isLetter(before) && !isLetter(after)) bits += ALONE
    else if (isUpper(char)) bits += isLower(before) || (isLetter(before) && isLower(after)) ? SHIFTED : 0
    else if (isLower(char)) {
      if (isUpper(after)) bits += SHIFTED
      if (!isLetter(before) && isLetter(after)) bits += SMALL_START
    }
  }
  return bits
}

function signBits(sign: string, isBehind: boolean, isBefore: boolean): number {
  if (sign === '’') return isBehind && isBefore ? 4 : 10
  if ('ªº°'.includes(sign)) return 10
  if ('€£§©®™–—…«»“”‘„¿¡\u00a0'.includes(sign)) return isBehind && isBefore ? 10 + INSIDE_WORD : 10
  return SIGN + (isBehind || isBefore ? INSIDE_WORD : 0)
}

function isLetter(char: string): boolean {
  return /[\p{L}\p{M}]/u.test(char)
}

function isUpper(char: string): boolean {
  return /\p{Lu}/u.test(char)
}

function isLower(char: string): boolean {
  return /\p{Ll}/u.test(char)
}
