/** Looks for tags that cannot be filled: unclosed ones, sections that do not match, forms and places that are refused. */
import {foreignBlocksIn} from '../../core/lint/foreign-blocks.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {compilePart} from '../../core/templates/compile-part.ts'

export const templateSyntax: TemplateRule = {
  id: 'template-syntax',
  subject: 'template',
  bad: [
    '<p>Hello {{name</p>',
    '<p>Hello {{name} and {{name}}</p>',
    '<p>{{#vip}}Hello</p>',
    '<p>Hello{{/vip}}</p>',
    '<p>{{{name}}}</p>',
    '<p>{{>footer}}</p>',
    '<p>{{}}</p>',
    '<p>{{=<% %>=}}</p>',
    '<p>{{constructor}}</p>',
    'text: {{#a}}{{#b}}{{/a}}{{/b}}\n',
    '<p style="color:{{colour}}">Hello</p>',
    '<a href="{{#a}}https://shop.example/">{{/a}}x</a>',
  ],
  good: [
    '<p>{{#vip}}Hello {{name|you}}{{/vip}}{{^vip}}Hi{{/vip}}{{! note }}</p>',
    'text: { {name} }\n',
    '<p>Hello</p>',
    '<p>{{#if name}}Hello{{else}}Hi{{/if}}</p>',
  ],
  check(view, _wanted, report) {
    // Another system reads another language, and a finished mail is not filled any more.
    if (view.system || view.mail !== undefined) return
    view.parts.forEach((part, index) => {
      // A tag with one bracket missing swallows everything up to the next tag's end.
      for (const {name, start} of part.tags)
        if (/[{}<>\r\n]/.test(name))
          report({
            at: {part: index, offset: start},
            key: 'template.unclosed-tag',
            values: {name: firstLine(part.source, start)},
          })
      const {problems} = compilePart(part, {
        ...{kind: part.kind, known: null, partials: new Map(), replacements: new Map()},
        ...{raw: view.rawNames, mode: view.filling},
      })
      // A section of another system is told as such, once.
      const blocks = problems.length === 0 ? null : foreignBlocksIn(part).all
      for (const {key, name, start} of problems) {
        if (blocks!.has(start)) continue
        // Partials are written out already, but for those that would go on without end.
        const isCircular = key === 'template.partial-unknown' && view.partials?.has(name)
        const values = {name: name.slice(0, 60)}
        report({at: {part: index, offset: start}, key: isCircular ? 'template.partial-circular' : key, values})
      }
    })
  },
}

/** As parseTemplate says it of a tag that is never closed. */
function firstLine(source: string, start: number): string {
  return source.slice(start, start + 20).split(/[\r\n<]/)[0]!
}
