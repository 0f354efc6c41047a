/** Looks whether the parts of a mail travel in the way they declare: 7bit, 8bit, base64 or quoted-printable. */
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {LeafView} from '../../core/lint/template-view.ts'

const mail = (encoding: string, body: string) =>
  `mail: From: news@example.com\nContent-Type: text/plain; charset=utf-8\n${encoding === '' ? '' : `Content-Transfer-Encoding: ${encoding}\n`}\n${body}\n`

export const transferEncoding: TemplateRule = {
  id: 'transfer-encoding',
  subject: 'template',
  bad: [
    mail('', 'お知らせ'),
    mail('7bit', 'お知らせ'),
    mail('base-64', '44GK'),
    mail('base64', '44GK55+l*44KJ'),
    mail('quoted-printable', '100=% off'),
    mail('8bit', 'a\0b'),
  ],
  good: [
    mail('8bit', 'お知らせ'),
    mail('base64', '44GK55+l44KJ\n44Gb'),
    mail('quoted-printable', '=E3=81=8A=\n100=25'),
    mail('', 'Hello'),
    '<p>お知らせ</p>',
  ],
  check({mail}, _wanted, report) {
    if (mail === undefined) return
    for (const leaf of mail.leaves) {
      const found = faultOf(leaf, mail.raw.slice(leaf.start, leaf.end))
      if (found === null) continue
      const {key, at} = found
      report({key: `transfer-encoding.${key}`, values: {encoding: leaf.encoding}, place: mail.placeAt(leaf.start + at)})
    }
  },
}

const KNOWN = new Set(['7bit', '8bit', 'binary', 'base64', 'quoted-printable'])

/** at: index in the body; the body's beginning where all of it is meant. */
function faultOf({encoding}: LeafView, body: string): {key: string; at: number} | null {
  const first = (key: string, pattern: RegExp) => {
    const at = body.search(pattern)
    return at < 0 ? null : {key, at}
  }
  if (!KNOWN.has(encoding)) return {key: 'unknown', at: 0}
  if (encoding === 'base64') return first('base64', /[^A-Za-z0-9+/=\s]/)
  if (encoding === 'quoted-printable') return first('quoted-printable', /=(?![\dA-Fa-f]{2}|[ \t]{0,20}(?:\r?\n|$))/)
  const nul = encoding === 'binary' ? null : first('nul', /\0/)
  return encoding === '7bit' ? (first('eight-bit', /[\x80-\xff]/) ?? nul) : nul
}
