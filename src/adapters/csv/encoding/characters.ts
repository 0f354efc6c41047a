/**
 * How surprising each character would be in a list of a language, in bits: the rarer the class of characters it
 * belongs to and the larger that class, the more. Built from the tables of the encodings, when first needed.
 */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {textDecoder} from './decode-text.ts'
import {JAPANESE, KOREAN, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE} from './words.ts'

/** Indexed by UTF-16 code unit. */
export type Surprise = Float32Array

/** What no list of the language holds, or no character at all. */
export const NO_TEXT = 30

type Stretch = readonly [bits: number, firstLead: number, lastLead: number, firstTrail?: number]

interface Model {
  readonly encoding: TextEncoding
  readonly common: string
  /** Of whatever else the encoding can say. */
  readonly rare: number
  /** Double bytes by rows of the code, the rarer before the more common. */
  readonly rows: readonly Stretch[]
  readonly ranges: readonly (readonly [bits: number, first: number, last: number])[]
}

const PUNCTUATION = [
  [10, 0x3000, 0x3002],
  [11, 0x300a, 0x3011],
  [13, 0xff01, 0xff0f],
  [11, 0xff10, 0xff19],
  [12, 0xff1a, 0xff20],
  [13, 0xff21, 0xff5a],
  [26, 0xe000, 0xf8ff],
] as const

const KANA = [
  [7.5, 0x3041, 0x3093],
  [7, 0x30a1, 0x30f6],
  [8, 0x30fb, 0x30fc],
] as const

const JAPANESE_SIGNS = [
  ...PUNCTUATION,
  ...KANA,
  [12, 0x2190, 0x2193],
  [12, 0x2460, 0x2473],
  [12, 0x25a0, 0x2606],
  [12, 0x3012, 0x3015],
  [11, 0x3231, 0x3239],
  [6, 0xff66, 0xff9f],
  [12, 0xff61, 0xff65],
] as const

const MODELS = {
  cp932: {
    encoding: 'cp932',
    common: JAPANESE.common,
    rare: 18,
    rows: [
      [17, 0x98, 0x9f],
      [17, 0xe0, 0xea],
      [14, 0x88, 0x97],
    ],
    ranges: JAPANESE_SIGNS,
  },
  'euc-jp': {
    encoding: 'euc-jp',
    common: JAPANESE.common,
    rare: 18,
    rows: [
      [17, 0xd0, 0xf4],
      [14, 0xb0, 0xcf],
    ],
    ranges: JAPANESE_SIGNS,
  },
  gb18030: {
    encoding: 'gb18030',
    common: SIMPLIFIED_CHINESE.common,
    rare: 21,
    rows: [
      [17, 0xd8, 0xf7, 0xa1],
      [13.5, 0xb0, 0xd7, 0xa1],
    ],
    ranges: [...PUNCTUATION, [16, 0x3041, 0x30f6]],
  },
  big5: {
    encoding: 'big5',
    common: TRADITIONAL_CHINESE.common,
    rare: 21,
    rows: [
      [18, 0xc9, 0xf9],
      [14.5, 0xa4, 0xc6],
    ],
    ranges: [...PUNCTUATION, [17, 0x3041, 0x30f6]],
  },
  'euc-kr': {
    encoding: 'euc-kr',
    common: KOREAN.common,
    rare: 21,
    rows: [
      [20, 0xca, 0xfd, 0xa1],
      [13.5, 0xb0, 0xc8, 0xa1],
    ],
    ranges: [...PUNCTUATION, [17, 0x3041, 0x30f6], [12, 0x3131, 0x3163], [15, 0x3200, 0x327f], [16, 0xac00, 0xd7a3]],
  },
} as const satisfies Partial<Record<TextEncoding, Model>>

export type ModelledEncoding = keyof typeof MODELS

const built = new Map<ModelledEncoding, Surprise>()

export function surpriseOf(encoding: ModelledEncoding): Surprise {
  const known = built.get(encoding)
  if (known !== undefined) return known
  const surprise = build(MODELS[encoding])
  built.set(encoding, surprise)
  return surprise
}

/** The share of the characters of a list that are common ones. */
const COMMON_SHARE = 0.6
const LINE_END = 10

function build(model: Model): Surprise {
  const surprise = new Float32Array(0x10000).fill(model.rare)
  const set = (code: number, bits: number) => {
    surprise[code] = bits
  }
  for (const [bits, first, last] of model.ranges) for (let code = first; code <= last; code += 1) set(code, bits)
  const decode = textDecoder(model.encoding)
  for (const [bits, firstLead, lastLead, firstTrail = 0x40] of model.rows) {
    const pairs: number[] = []
    for (let lead = firstLead; lead <= lastLead; lead += 1)
      for (let trail = firstTrail; trail < 0xff; trail += 1) pairs.push(lead, trail, LINE_END)
    for (const text of decode(Buffer.from(pairs)).split('\n')) if (text.length === 1) set(text.charCodeAt(0), bits)
  }
  const common = new Set(model.common)
  for (const char of common) set(char.charCodeAt(0), Math.log2(common.size / COMMON_SHARE))
  for (let code = 0x80; code < 0xa0; code += 1) set(code, NO_TEXT)
  set(0xfffd, NO_TEXT)
  return surprise
}
