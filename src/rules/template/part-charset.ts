/** Looks whether the text of a mail is in the character set that it declares. */
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (charset: string, body: string) =>
  `mail: From: news@example.com\nContent-Type: text/plain${charset === '' ? '' : `; charset=${charset}`}\nContent-Transfer-Encoding: quoted-printable\n\n${body}\n`

export const partCharset: TemplateRule = {
  id: 'part-charset',
  subject: 'template',
  bad: [
    mail('utf-8', '=82=A8=92m=82=E7=82=B9'),
    mail('us-ascii', '=E3=81=8A=E7=9F=A5'),
    mail('iso-8859-1', '=E3=81=8A=E7=9F=A5=E3=82=89=E3=81=9B'),
    mail('x-nobody-knows', 'Hello'),
    mail('', '=E3=81=8A=E7=9F=A5'),
  ],
  good: [
    mail('utf-8', '=E3=81=8A=E7=9F=A5'),
    mail('Shift_JIS', '=82=A8=92m=82=E7=82=B9'),
    mail('iso-8859-1', 'Gr=FC=DFe'),
    mail('', 'Hello'),
    '<p>お知らせ</p>',
  ],
  check({mail}, _wanted, report) {
    for (const {charset, reading} of mail?.leaves ?? []) {
      if (reading === null || reading.fault === null) continue
      const values = {charset: charset ?? '', read: reading.charset}
      report({key: `part-charset.${reading.fault}`, values, place: mail!.placeAt(reading.faultAt)})
    }
  },
}
