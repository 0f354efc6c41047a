import {describe, expect, it} from 'vitest'
import {rejectsName} from '../../../src/core/contacts/rejects-name.ts'

describe('the name of a rejects file', () => {
  it('says file, list and content', () => {
    expect(rejectsName('list.csv', 'news', '0123456789abcdef')).toBe('list.news.01234567.rejects.csv')
    expect(rejectsName('-', 'news', '0123456789abcdef')).toBe('stdin.news.01234567.rejects.csv')
  })

  it.each([
    ['list.news.01234567.rejects.csv', 'list'],
    ['list.news.01234567.rejects.news.89abcdef.rejects.csv', 'list'],
    ['list.rejects.csv', 'list'],
    ['list.rejects.rejects.csv', 'list'],
    ['my.list.news.01234567.rejects.csv', 'my.list'],
    ['list.news.csv', 'list.news'],
    ['.rejects.csv', '.rejects'],
  ])('of %s does not grow', (fileName, source) => {
    expect(rejectsName(fileName, 'news', 'fedcba9876543210')).toBe(`${source}.news.fedcba98.rejects.csv`)
  })
})
