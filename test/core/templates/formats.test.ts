import {describe, expect, it} from 'vitest'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {compiled, scopeWith} from '../../support/mail-cases.ts'

function filled(source: string, x: string, language: string) {
  return fillPart(compiled(source, 'text'), 'text', language)(scopeWith({x}))
}

describe('formats', () => {
  it.each([
    ['{{x:date}}', '2024-04-01', 'ja', '2024年4月1日'],
    ['{{x:date}}', '2024/4/1', 'en', 'April 1, 2024'],
    ['{{x:date}}', '令和6年4月1日', 'de', '1. April 2024'],
    ['{{x:date}}', '2024-04-01 23:30', 'en', 'April 1, 2024'],
    ['{{x:date-long}}', '2024-04-01', 'ja', '2024年4月1日月曜日'],
    ['{{ x : date-short | - }}', '2024-04-01', 'ja', '2024/04/01'],
    ['{{x:number}}', '1234567.5', 'en', '1,234,567.5'],
    ['{{x:number}}', '１，２３４', 'de', '1.234'],
    ['{{x:percent}}', '0.125', 'ja', '12.5%'],
    ['{{x:currency-JPY}}', '12,800', 'ja', '￥12,800'],
    ['{{x:currency-EUR}}', '-5', 'en', '-€5.00'],
    ['{{x:date|soon}}', '', 'en', 'soon'],
  ])('%s of %s in %s is %s', (source, value, language, expected) => {
    expect(filled(source, value, language)).toEqual({ok: true, text: expected})
  })

  it.each([
    ['{{x:date}}', 'tomorrow'],
    ['{{x:date}}', '2024-02-30'],
    ['{{x:number}}', '12 pieces'],
    ['{{x:number}}', '1,23'],
    ['{{x:currency-JPY}}', 'free'],
  ])('%s stops at %s', (source, value) => {
    expect(filled(source, value, 'en')).toEqual({ok: false, why: 'bad-format', name: 'x'})
  })

  it('leaves a colon to the name when no format stands behind it', () => {
    const fill = fillPart(compiled('{{会社:支店}}', 'text'), 'text', 'ja')
    expect(fill(scopeWith({'会社:支店': '東京'}))).toEqual({ok: true, text: '東京'})
  })
})
