/** Looks for tags in HTML comments: nobody sees the value, yet it is sent, and an empty one stops the mail. */
import type {TemplateRule} from '../../core/lint/rule.ts'
import {zonesOf} from '../../core/templates/convert/zones.ts'

export const tagInComment: TemplateRule = {
  id: 'tag-in-comment',
  subject: 'template',
  bad: ['<!-- {{name}} --><p>Hello</p>', '<p>Hello</p><!-- sent to {{email}} -->'],
  good: [
    '<p>{{name}}</p><!-- note -->',
    '<!-- {{! note }} --><p>Hello</p>',
    '<!--[if mso]><p>{{name}}</p><![endif]-->',
    '<!-- {{#name}} --><p>Hello</p><!-- {{/name}} -->',
    'text: <!-- {{name}} -->\n',
  ],
  check(view, _wanted, report) {
    if (view.system) return
    view.parts.forEach((part, index) => {
      const zoneOf = zonesOf(part.source, part.kind === 'html')
      for (const {kind, name, start} of part.tags)
        if (zoneOf(start) === 'comment' && kind === 'variable')
          report({at: {part: index, offset: start}, key: 'tag-in-comment.unseen', values: {name: name.slice(0, 60)}})
    })
  },
}
