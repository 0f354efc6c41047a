import {expect, it} from 'vitest'
import {askedScope} from '../../../src/core/suppression/asked-scope.ts'

it.each([
  ['sale', 'marketing', 'topic:sale'],
  ['sale', 'transactional', 'topic:sale'],
  [null, 'marketing', 'any-topic'],
  [null, 'transactional', 'all'],
])('a send about %s, %s, is stopped by opt-outs of %s', (topic, mailClass, scope) => {
  expect(askedScope(topic, mailClass)).toBe(scope)
})
