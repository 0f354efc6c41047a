/** Looks at the comments that set findings aside: a reason must be given, and there must be something to set aside. */
import {closestName} from '../../core/close-names.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {waiversIn} from '../../core/lint/waivers.ts'

export const waivers: TemplateRule = {
  id: 'waivers',
  subject: 'template',
  bad: [
    '<!-- todoke-disable jp/postal-address --><p>Hello</p>',
    '<p>Hello</p><!-- todoke-disable jp/postal-address: -->',
    '<!-- todoke-disable: not here --><p>Hello</p>',
    'text: {{! todoke-disable jp/postal-address, us/postal-address }}\nHello\n',
  ],
  good: [
    '<!-- todoke-disable jp/postal-address: on the linked page --><p>Hello</p>',
    '<!-- todoke-disabled jp/postal-address --><p>todoke-disable jp/postal-address</p>',
    'text: {{! todoke-disable jp/postal-address, us/postal-address: on the linked page }}\nHello\n',
  ],
  check(view, _wanted, report) {
    for (const waiver of waiversIn(view.parts)) {
      const {duty, reason, part, offset} = waiver
      const at = {part, offset}
      if (duty === '') report({at, key: 'waivers.no-duty'})
      else if (reason === '') report({at, key: 'waivers.no-reason', values: {duty}})
      else if (view.judged !== undefined && !view.judged.known.has(duty)) {
        const near = closestName(duty, view.judged.known)
        if (near === null) report({at, key: 'waivers.unknown', values: {duty}})
        else report({at, key: 'waivers.misspelt', values: {duty, near}})
      } else if (view.judged?.asked.has(duty) && !view.judged.waived.has(`${part} ${duty}`))
        report({at, key: 'waivers.unused', values: {duty}})
    }
  },
}
