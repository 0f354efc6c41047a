import {expect, test} from 'vitest'
import {organisationDomain} from '../../../src/core/lint/organisation-domain.ts'

test.each([
  ['mail.example.com', 'example.com'],
  ['Shop.Example.co.jp.', 'example.co.jp'],
  ['a.b.example.jp', 'example.jp'],
  ['example.co.uk', 'example.co.uk'],
  ['co.jp', 'co.jp'],
  ['localhost', 'localhost'],
])('%s is of %s', (host, expected) => {
  expect(organisationDomain(host)).toBe(expected)
})
