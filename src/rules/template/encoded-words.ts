/** Looks whether letters beyond ASCII stand in headers as RFC 2047 wants them: in whole encoded words that can be read. */
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (subject: string) => `mail: From: news@example.com\nSubject: ${subject}\n\nHello\n`

/** most: characters of one word. */
export const encodedWords: TemplateRule<{readonly most: number}> = {
  id: 'encoded-words',
  subject: 'template',
  bad: [
    mail('お知らせ'),
    mail('=?utf-8?Q?Hello Taro?='),
    mail('=?utf-8?B?44GK55+l44KJ44Gb?'),
    mail('=?x-nobody-knows?B?44GK?='),
    mail('=?utf-8?B?44GK55+?=\n =?utf-8?B?l44KJ44Gb?='),
    mail(`=?utf-8?Q?${'a'.repeat(80)}?=`),
    'mail: From: "=?utf-8?Q?Hello?=" <news@example.com>\n\nHello\n',
    'mail: From: <=?utf-8?Q?news?=@example.com>\n\nHello\n',
    'mail: From: Shop=?utf-8?Q?Hello?= <news@example.com>\n\nHello\n',
    'mail: From: =?utf-8?Q?Hello?=<news@example.com>\n\nHello\n',
  ],
  good: [
    mail('=?utf-8?B?44GK55+l44KJ44Gb?='),
    mail('=?ISO-2022-JP?B?GyRCJCpDTiRpJDsbKEI=?='),
    mail('1 =? 2'),
    'mail: From: =?utf-8?Q?Hello?=\n =?utf-8?Q?Taro?= <news@example.com>\n\nHello\n',
    'mail: From: =?utf-8?Q?Hello?= (=?utf-8?Q?Taro?=) <news@example.com>, "a" =?utf-8?Q?b?= <b@example.com>\n\nHello\n',
    '<p>お知らせ</p>',
  ],
  check({mail}, {most}, report) {
    if (mail === undefined) return
    for (const {name, raw, words, offset, valueOffset} of mail.headers) {
      if (name === null || /^(?:received|dkim-signature|arc-.*|authentication-results)$/i.test(name)) continue
      const header = {header: name}
      if (/[\x80-\xff]/.test(raw)) report({key: 'encoded-words.raw', values: header, place: mail.placeAt(offset)})
      for (const {word, offset: at, fault} of words) {
        const values = {...header, word: word.slice(0, 60)}
        if (fault !== null) report({key: `encoded-words.${fault}`, values, place: mail.placeAt(at)})
        else if (word.length > most)
          report({
            key: 'encoded-words.long',
            values: {...values, length: word.length, limit: most},
            place: mail.placeAt(at),
          })
      }
      const misplaced = NAMES_PEOPLE.test(name) ? misplacedIn(raw) : null
      const at = words.find(({word}) => word === misplaced)
      if (at !== undefined)
        report({
          key: 'encoded-words.place',
          values: {...header, word: at.word.slice(0, 60)},
          place: mail.placeAt(at.offset),
        })
      // A beginning that no word goes on from.
      const begun = [...raw.matchAll(/=\?[\w*-]{2,40}\?[bq]\?/gi)].length
      if (begun > words.length)
        report({key: 'encoded-words.broken', values: header, place: mail.placeAt(valueOffset + 1)})
    }
  },
}

/** Headers whose words are names beside addresses. */
const NAMES_PEOPLE = /^(?:from|sender|reply-to|to|cc)$/i
const WORD = /=\?[^\s?]{1,60}\?[bq]\?[^\s?]*\?=/gi

/** The first word that stands where RFC 2047 section 5 (3) allows none: in quotes, in an address, beside other letters. */
function misplacedIn(raw: string): string | null {
  const quoted = [...raw.matchAll(/"(?:[^"\\]|\\.)*"|<[^<>]*>/g)].map(({0: whole, index}) => [
    index,
    index + whole.length,
  ])
  for (const {0: word, index} of raw.matchAll(WORD)) {
    const isInside = quoted.some(([from, to]) => from! <= index && index < to!)
    const [before, after] = [raw[index - 1] ?? ' ', raw[index + word.length] ?? ' ']
    if (isInside || !/[\s(,:]/.test(before) || !/[\s),;]/.test(after)) return word
  }
  return null
}
