/** Looks whether the HTML declares another character set than the mail is sent in. */
import type {TemplateRule} from '../../core/lint/rule.ts'

/** The examples are sent in UTF-8. */
export const declaredCharset: TemplateRule = {
  id: 'declared-charset',
  subject: 'template',
  bad: [
    '<html><head><meta charset="shift_jis"></head><body>Hello</body></html>',
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-jp"><p>Hello</p>',
  ],
  good: [
    '<html><head><meta charset="UTF-8"></head><body>Hello</body></html>',
    '<meta http-equiv="Content-Type" content="text/html; charset=utf8"><p>Hello</p>',
    '<meta charset="{{charset}}"><p>Hello</p>',
    '<p>Hello</p>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach(({document, sentAs}, index) => {
      const declared = document?.charset
      if (declared == null || sentAs === undefined || /[{*%<[]/.test(declared.value)) return
      if (oneName(declared.value) === oneName(sentAs)) return
      const values = {declared: declared.value.slice(0, 40), sent: sentAs}
      report({at: {part: index, offset: declared.offset}, key: 'declared-charset.other', values})
    })
  },
}

const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'x-euc-jp': 'euc-jp',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
}

function oneName(charset: string): string {
  const name = charset.trim().toLowerCase()
  return Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name
}
