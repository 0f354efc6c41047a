/** Looks for what mail programs take out or do not load: scripts, frames, forms, style sheets kept elsewhere. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const droppedElements: TemplateRule = {
  id: 'dropped-elements',
  subject: 'template',
  bad: [
    '<script src="https://shop.example.co.jp/a.js"></script><p>Hello</p>',
    '<p>Hello</p><iframe src="https://shop.example.co.jp/"></iframe>',
    '<form action="https://shop.example.co.jp/q"><input name="q"></form>',
    '<link rel="stylesheet" href="https://shop.example.co.jp/mail.css"><p>Hello</p>',
    '<style>@import url("https://shop.example.co.jp/mail.css");</style><p>Hello</p>',
    '<object data="a.swf"></object>',
  ],
  good: [
    '<style>p{color:#333}</style><p>Hello</p>',
    '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto"><p>Hello</p>',
    '<style>@import url(https://fonts.googleapis.com/css?family=Lato);</style><p>Hello</p>',
    '<script type="application/ld+json">{"@type": "EmailMessage"}</script><p>Hello</p>',
    '<!--[if mso]><style>@import "a.css";</style><![endif]--><p>Hello</p>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      for (const {what, offset} of part.dropped) report({at: {part: index, offset}, key: `dropped-elements.${what}`})
    })
  },
}
