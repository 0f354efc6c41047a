import {expect, test} from 'vitest'
import {LEAST_PERCENT, stackedBar} from '../../../src/adapters/report/svg.ts'
import {markup} from '../../../src/core/markup.ts'

test('a bar keeps proportions, fills its length and shows the smallest part', () => {
  const parts = [
    {state: 'accepted', count: 9_999_990, words: 'a'},
    {state: 'rejected', count: 0, words: 'b'},
    {state: 'in-doubt', count: 10, words: 'c'},
  ] as const
  const widths = widthsOf(stackedBar(parts, {height: 10, length: 1}, 'all').source)
  expect(widths).toHaveLength(2)
  expect(widths[1]).toBeCloseTo(LEAST_PERCENT, 2)
  expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(100, 1)
  const even = [
    {state: 'accepted', count: 3, words: 'a'},
    {state: 'held', count: 1, words: 'b'},
  ] as const
  expect(widthsOf(stackedBar(even, {height: 10, length: 0.5}, 'half').source)).toEqual([37.5, 12.5])
})

test('a very short bar can still be seen', () => {
  const part = {state: 'held', count: 1, words: 'one'} as const
  expect(widthsOf(stackedBar([part], {height: 10, length: 0.000_001}, 'tiny').source)).toEqual([LEAST_PERCENT])
})

test('what is put into markup is escaped once, what is markup already is not escaped again', () => {
  const inner = markup`<b title="${`"'`}">${'<&>'}</b>`
  expect(markup`<p>${inner}${[inner]}${null}${0}</p>`.source).toBe(
    '<p><b title="&quot;&#39;">&lt;&amp;&gt;</b><b title="&quot;&#39;">&lt;&amp;&gt;</b>0</p>',
  )
})

test('an object that only looks like markup is not let through', () => {
  const forged = {source: '<script>', toString: () => '<i>'}
  expect(markup`${forged}`.source).toBe('&lt;i&gt;')
})

function widthsOf(svg: string): readonly number[] {
  return Array.from(svg.matchAll(/width="([\d.]+)%" height="\d+" class=/g), ([, width]) => Number(width))
}
