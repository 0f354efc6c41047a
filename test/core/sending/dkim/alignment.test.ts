import {describe, expect, it} from 'vitest'
import {isAligned} from '../../../../src/core/sending/dkim/alignment.ts'

describe('a signing domain', () => {
  it.each([
    ['example.com', 'example.com'],
    ['news.example.com', 'example.com'],
    ['example.com', 'mail.example.com'],
    ['news.example.com', 'mail.example.com'],
    ['news.example.co.jp', 'mail.example.co.jp'],
  ])('speaks for %s: %s', (from, domain) => expect(isAligned(from, domain)).toBe(true))

  it.each([
    ['example.com', 'example.net'],
    ['example.com', 'notexample.com'],
    ['example.co.jp', 'sample.co.jp'],
    ['news.example.or.jp', 'mail.sample.or.jp'],
    ['example.com.au', 'sample.com.au'],
  ])('does not speak for %s: %s', (from, domain) => expect(isAligned(from, domain)).toBe(false))
})
