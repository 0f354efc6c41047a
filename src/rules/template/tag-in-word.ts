/** Looks for tags that stick to a word, where a blank was forgotten. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const tagInWord: TemplateRule = {
  id: 'tag-in-word',
  subject: 'template',
  bad: ['<p>Dear{{name}},</p>', '<p>{{name}}thank you</p>', 'text: Hello{{ name }}\n'],
  good: [
    '<p>Dear {{name}}, {{name}}様、{{会社名}}の{{name}}さん</p>',
    '<p>ID{{name}} {{name}}px {{name}}th {{name}}s {{name}}USD No.{{name}}</p>',
    '<a href="https://shop.example.co.jp/item{{name}}/page">x</a>',
    'text: https://shop.example.co.jp/item{{name}}page Dear{{#name}} {{name}}{{/name}}\n',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      const {text} = part.visible
      if (!text.includes('{{')) return
      for (const found of text.matchAll(STICKS)) {
        const tag = found.index + found[0].indexOf('{{')
        report({
          at: {part: index, offset: part.visible.sourceOffset(tag)},
          key: 'tag-in-word.sticks',
          values: {words: found[0].slice(0, 60)},
        })
      }
    })
  },
}

/** A whole word before a tag, or one of four letters and more behind it: shorter ones are units and endings. */
const STICKS =
  /(?<![^\s>(「『、。！])[A-Z]?[a-z]{2,20}\{\{\s{0,5}[\p{L}_][^{}#^/!>&]{0,60}\}\}|(?<![^\s>(])\{\{\s{0,5}[\p{L}_][^{}]{0,60}\}\}[a-z]{4,20}(?![\w./:@-])/gu
