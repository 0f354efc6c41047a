import {expect, it} from 'vitest'
import {headerLine} from '../../src/cli/header-line.ts'

const SIGNATURE = `${'Ab3+/'.repeat(15)} ${'Ab3+/'.repeat(15)}==`
const HASH = 'Yqlx69ZKYxEX6YgQJvw6JixsKYxvG1E19rtX3YLRLrI='

it('shows the beginning of a DKIM signature and all else of its header', () => {
  const before = `v=1; a=rsa-sha256; h=from:to; bh=${HASH}`
  expect(headerLine('DKIM-Signature', `${before}; b=${SIGNATURE}`)).toBe(
    `DKIM-Signature: ${before}; b=Ab3+/Ab3+/Ab3+/A…`,
  )
  expect(headerLine('DKIM-Signature', `a=x; b=${SIGNATURE}; ${before}`)).toBe(
    `DKIM-Signature: a=x; b=Ab3+/Ab3+/Ab3+/A…; ${before}`,
  )
})

it('leaves other headers as they are', () => {
  expect(headerLine('Subject', `x; b=${SIGNATURE}`)).toBe(`Subject: x; b=${SIGNATURE}`)
})
