/** Looks for characters that the mail's character set cannot write, such as ① or ㈱ in ISO-2022-JP. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const charsetCharacters: TemplateRule = {
  id: 'charset-characters',
  subject: 'template',
  exampleView: {charset: {name: 'iso-2022-jp', write: (text) => (/[①㈱髙]/u.test(text) ? null : text)}},
  bad: ['<p>① 株式会社サンプル</p>', 'text: ㈱サンプル\n', '<img src="a.png" alt="髙橋">'],
  good: ['<p>株式会社サンプル</p>', '<!-- ① --><p>&#9312;</p>'],
  check(view, _wanted, report) {
    const {charset} = view
    if (charset === undefined || charset.name === 'utf-8') return
    view.parts.forEach((part, index) => {
      const told = new Set<string>()
      for (const {text, at} of stretches(part.source, part.kind === 'html')) {
        // A whole stretch is asked first: nearly all can be written.
        if (charset.write(text.replace(/[\r\n]/g, '')) !== null) continue
        let offset = at
        for (const char of text) {
          if (!told.has(char) && !/[\r\n]/.test(char) && charset.write(char) === null) {
            told.add(char)
            report({
              at: {part: index, offset},
              key: 'charset-characters.lacking',
              values: {name: char, charset: charset.name},
            })
          }
          offset += char.length
        }
      }
    })
  },
}

/** Comments of HTML are cut out: nobody reads what becomes of them. */
function stretches(source: string, isHtml: boolean): readonly {readonly text: string; readonly at: number}[] {
  const shown = isHtml ? source.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)) : source
  return [...shown.matchAll(/[^\r\n]+/g)].map(({0: text, index}) => ({text, at: index}))
}
