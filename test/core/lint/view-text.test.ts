import {describe, expect, it} from 'vitest'
import {viewText} from '../../../src/core/lint/view-text.ts'

describe('a text part', () => {
  it('is seen as written, with its links and tags in their places', () => {
    const source = 'こんにちは {{name}} 様\n停止: {{unsubscribe_url}}\n'
    const part = viewText('text', source, 'a.txt')
    expect(part.visible.text).toBe(source)
    expect(part.links.map(({href, offset}) => [href, source.indexOf('{{u') === offset])).toEqual([
      ['{{unsubscribe_url}}', true],
    ])
    expect(part.tags.map(({name}) => name)).toEqual(['name', 'unsubscribe_url'])
  })

  it('does not show template comments, and keeps the places behind them', () => {
    const source = 'a {{! not https://x.example.co.jp/ }}https://y.example.co.jp/'
    const part = viewText('text', source, 'a.txt')
    expect(part.visible.text).toBe('a https://y.example.co.jp/')
    expect(part.links.map(({href, offset}) => [href, offset])).toEqual([
      ['https://y.example.co.jp/', source.indexOf('https://y')],
    ])
  })

  it('may be empty', () => {
    const part = viewText('subject', '', 'a.html')
    expect(part.visible.text).toBe('')
    expect(part.visible.sourceOffset(0)).toBe(0)
  })
})
