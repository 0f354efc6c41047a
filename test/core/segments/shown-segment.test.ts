import {describe, expect, it} from 'vitest'
import {compileSegment} from '../../../src/core/segments/compile.ts'
import {shownSegment} from '../../../src/core/segments/shown-segment.ts'

const shown = (source: string, sensitive: readonly string[] = ['病歴']) =>
  shownSegment(
    source,
    compileSegment(source, {names: ['病歴', '会員', 'Plan', 'plan'], offsetMinutes: 540}),
    new Set(sensitive),
  )

describe('a segment as it is shown', () => {
  it('has no value that a sensitive column is compared with, not even its length', () => {
    expect(shown('病歴 = "糖尿病" and 会員 = "金"')).toBe('病歴 = *** and 会員 = "金"')
    expect(shown('not (病歴 in ("糖尿病", "がん"，\'x\')) or 病歴 contains "入院"')).toBe(
      'not (病歴 in (***, ***，***)) or 病歴 contains ***',
    )
    expect(shown('病歴 > 12 or 病歴 is empty or [病歴] = 2024-01-02')).toBe(
      '病歴 > *** or 病歴 is empty or [病歴] = ***',
    )
  })

  it('has no address either', () => {
    expect(shown('address = "taro@example.jp" and 病歴 != "hana@example.jp"')).toBe(
      'address = "****@**********" and 病歴 != ***',
    )
  })

  it('hides by every header that the name may mean', () => {
    expect(shown('PLAN = "gold"', ['plan'])).toBe('PLAN = ***')
    expect(shown('会員 = "金"', ['病歴'])).toBe('会員 = "金"')
  })
})
