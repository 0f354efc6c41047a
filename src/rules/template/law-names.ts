/** Looks whether the laws that a template chooses for itself are laws that we hold. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const lawNames: TemplateRule = {
  id: 'law-names',
  subject: 'template',
  bad: ['<!-- todoke-laws: us, atlantis --><p>Hello</p>', 'text: {{! todoke-laws: japan }}\nHello\n'],
  good: ['<!-- todoke-laws: us, eu --><p>Hello</p>', 'text: {{! todoke-laws: jp }}\nHello\n', '<p>todoke-laws: x</p>'],
  check(view, _wanted, report) {
    for (const {kind, key, values, place} of view.faults ?? []) if (kind === 'laws') report({key, values, place})
  },
}
