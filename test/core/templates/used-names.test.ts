import {describe, expect, it} from 'vitest'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {emptyNames, exampleData, usedNames} from '../../../src/core/templates/used-names.ts'
import {contentOf, scopeWith} from '../../support/mail-cases.ts'

const content = contentOf({
  subject: '{{氏名}} {{登録日:date}}',
  text: '{{点数:number}} {{割引:percent}} {{#品}}{{.}} {{色|青}}{{/品}}{{^会員}}まだ{{/会員}} {{unsubscribe_url}}',
  html: '<a href="{{頁}}">{{氏名}}</a>',
})
const used = usedNames(content)

describe('the names a mail uses', () => {
  it('are found in every part and section, each once, without what we fill ourselves', () => {
    expect([...used.keys()]).toEqual(['氏名', '登録日', '点数', '割引', '品', '色', '会員', '頁'])
  })

  it('stand for themselves, and for a date, a number or a link where only that fits: the mail can be made', () => {
    const data = exampleData(used)
    expect(data).toMatchObject({氏名: '〔氏名〕', 登録日: '2026-11-23', 頁: 'https://www.example.com/'})
    const scope = {
      ...scopeWith(data),
      builtIn: (name: string) => (name === 'unsubscribe_url' ? 'https://x/' : undefined),
    }
    for (const [part, kind] of [
      [content.subject, 'subject'],
      [content.text, 'text'],
      [content.html!, 'html'],
    ] as const)
      expect(fillPart(part, kind, 'ja')(scope).ok).toBe(true)
  })

  it('are empty where the data has nothing for them, also below a name with dots', () => {
    const dotted = usedNames(contentOf({subject: '{{a.b}} {{c.d}} {{e.f}}', text: 'x'}))
    expect(emptyNames(dotted, {a: {b: 'x'}, c: {d: ''}, 'e.f': 'y'})).toEqual(['c.d'])
    expect(emptyNames(used, {氏名: '山田', 品: [], 点数: 0})).toEqual(['登録日', '割引', '品', '色', '会員', '頁'])
  })
})
