/**
 * Letters that look like others: mixed scripts and whole words that read as ASCII but are not (UTS 39). Such an
 * address can be real, so it is only ever pointed out.
 */

/** Cyrillic, Greek, Armenian and odd Latin letters, and marks of width, by the ASCII they look like. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ЬƄ',
    c: 'сϲᴄ',
    d: 'ԁɗ',
    e: 'еҽєε',
    f: 'ƒ',
    g: 'ɡցğ',
    h: 'һհ',
    i: 'іıιɩі',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏⅼǀ',
    m: 'мⅿ',
    n: 'пոη',
    o: 'оοօσ০〇',
    p: 'рρ',
    q: 'ԛգ',
    r: 'гᴦ',
    s: 'ѕꜱ',
    t: 'тτ',
    u: 'υսц',
    v: 'νѵⅴ',
    w: 'ԝѡω',
    x: 'хχⅹ',
    y: 'уγү',
    z: 'ᴢ',
    '.': '。｡・',
    '-': '‐‑‒–—―−ー',
    _: '＿',
  }).flatMap(([ascii, letters]) => [...letters].map((letter) => [letter, ascii] as const)),
)

/** text: any. What it reads as: accents off, look-alikes as ASCII, lower case. */
export function readsAs(text: string): string {
  let seen = ''
  for (const char of text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase())
    seen += LOOKS_LIKE.get(char) ?? char
  return seen
}

const ASCII = /^[\x00-\x7f]*$/
/** Scripts whose letters pass for each other. Japanese, Chinese and Korean mix with Latin by nature and are not here. */
const ALPHABETS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/**
 * word: a local part or one label of a domain, not as A-label. True when it mixes alphabets (pаypal with a Cyrillic
 * а) or when all of it reads as ASCII although none of its letters is Latin (аррӏе).
 */
export function looksLikeAnother(word: string): boolean {
  if (ASCII.test(word)) return false
  const alphabets = ALPHABETS.filter((script) => script.test(word))
  if (alphabets.length > 1) return true
  const isPlainLatin = alphabets[0] === ALPHABETS[0] && !/[ıɑɡ]/.test(word)
  const punctuation = /[。｡・‐‑‒–—―−]/.test(word) && /^[\x00-\x7f。｡・‐‑‒–—―−]+$/.test(word)
  return punctuation || (!isPlainLatin && alphabets.length === 1 && ASCII.test(readsAs(word)))
}
