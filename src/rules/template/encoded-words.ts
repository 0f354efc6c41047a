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
  ],
  good: [
    mail('=?utf-8?B?44GK55+l44KJ44Gb?='),
    mail('=?ISO-2022-JP?B?GyRCJCpDTiRpJDsbKEI=?='),
    mail('1 =? 2'),
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
      // A beginning that no word goes on from.
      const begun = [...raw.matchAll(/=\?[\w*-]{2,40}\?[bq]\?/gi)].length
      if (begun > words.length)
        report({key: 'encoded-words.broken', values: header, place: mail.placeAt(valueOffset + 1)})
    }
  },
}
