import {expect, it} from 'vitest'
import {remember} from '../../../src/core/contacts/remember.ts'

it('reads each text once, more of them than it has room for all the same, and a page every time', () => {
  let reads = 0
  const length = remember((text) => {
    reads += 1
    return text.length
  })
  expect([length('abc'), length('abc'), reads]).toEqual([3, 3, 1])
  for (let i = 0; i < 20_000; i += 1) expect(length(`${i}`)).toBe(`${i}`.length)
  expect(length('a longer text than thirteen')).toBe(27)
  reads = 0
  const page = 'x'.repeat(300)
  expect([length(page), length(page), reads]).toEqual([300, 300, 2])
})
