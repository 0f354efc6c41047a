/** Looks for labels that are easily overlooked: behind a long stretch of empty lines, in tiny type, in pale letters. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {Report, TemplateRule} from '../../core/lint/rule.ts'
import type {PartView} from '../../core/lint/template-view.ts'
import type {Stretch} from '../../core/lint/weak-looks.ts'
import {bestLook, linesWithName} from '../../core/lint/weak-looks.ts'

const footer = '配信停止をご希望の方はこちら\n{{unsubscribe_url}}\n'
const wayOut = '<a href="{{unsubscribe_url}}">Unsubscribe</a>'

interface Wanted {
  /** That many empty lines in a row before the way out are too many. */
  readonly blankLines: number
  /** Smaller type is overlooked. */
  readonly typePx: number
  /** As WCAG counts it; less is overlooked. */
  readonly contrast: number
}

export const labelsVisible: TemplateRule<Wanted> = {
  id: 'labels-visible',
  subject: 'template',
  bad: [
    `text: こんにちは\n${'\n'.repeat(20)}${footer}`,
    `text: こんにちは\n${'　\n'.repeat(16)}${footer}`,
    `<p>Hello</p>${'<br>'.repeat(30)}${wayOut}`,
    `<p>Hello</p>${'<p>&nbsp;</p>'.repeat(20)}${wayOut}`,
    `<p>Hello</p><table><tr><td height="2000"></td></tr></table>${wayOut}`,
    `<p>Hello</p><div style="padding-top:1500px">${wayOut}</div>`,
    `<p>Hello</p><p style="font-size:8px">${wayOut}</p>`,
    `<style>.foot a{font-size:6pt}</style><p>Hello</p><div class="foot">${wayOut}</div>`,
    '<div style="background:#fff"><a style="color:#bbb" href="{{unsubscribe_url}}">Unsubscribe</a></div>',
    '<body bgcolor="#ffffff"><p>Hello</p><p style="color:#ccc">株式会社サンプル</p></body>',
    '<p>Hello</p><p style="font-size:50%">{{sender.name}}</p>',
  ],
  good: [
    `text: こんにちは\n\n\n\n${footer}`,
    `text: ${footer}${'\n'.repeat(40)}ではまた\n`,
    `<p>Hello</p><br><br>${wayOut}`,
    `<p>Hello</p><p style="font-size:11px;color:#666">${wayOut}</p>`,
    `<p>Hello</p><p style="font-size:7px">${wayOut}</p><p>${wayOut}</p>`,
    `<td background="a.png"><a style="color:#eee" href="{{unsubscribe_url}}">Unsubscribe</a></td>`,
    '<p style="color:#ddd">株式会社サンプルの春</p><p>株式会社サンプル</p>',
    '<table><tr><td height="600" background="hero.jpg"></td></tr></table><p>Hello</p>',
  ],
  check(view, wanted, report) {
    for (const {part, index} of bodyParts(view)) {
      const ways = optOutLinks(part).map(({link}) => link)
      if (ways[0] !== undefined) checkGap(part, index, ways[0].start, wanted, report)
      checkLook('opt-out', ways, part, index, wanted, report)
      checkLook('name', linesWithName(part, view.sender.name), part, index, wanted, report)
    }
  },
}

function checkGap(part: PartView, index: number, end: number, {blankLines}: Wanted, report: Report): void {
  const {text} = part.visible
  const gap = [...text.slice(0, end).matchAll(/\n(?:[^\S\n]*\n)+/g)].find(
    ([blank]) => blank.split('\n').length - 2 >= blankLines,
  )
  if (gap === undefined) return
  const values = {lines: gap[0].split('\n').length - 2, limit: blankLines}
  report({
    at: {part: index, offset: part.visible.sourceOffset(gap.index)},
    key: 'labels-visible.blank-lines',
    values,
  })
}

/** A label that is written several times is easily noticed where one of them is. */
function checkLook(
  label: 'opt-out' | 'name',
  places: readonly Stretch[],
  part: PartView,
  index: number,
  {typePx, contrast}: Wanted,
  report: Report,
): void {
  const looks = places.map((place) => bestLook(part.visible, place))
  const best = {
    sizePx: Math.max(...looks.map(({sizePx}) => sizePx ?? Number.POSITIVE_INFINITY)),
    contrast: Math.max(...looks.map((look) => look.contrast ?? Number.POSITIVE_INFINITY)),
  }
  const [first] = places
  if (first === undefined) return
  const at = {part: index, offset: part.visible.sourceOffset(first.start)}
  const tenths = (number: number) => Math.floor(number * 10) / 10
  if (best.sizePx < typePx)
    report({at, key: `labels-visible.small.${label}`, values: {px: tenths(best.sizePx), limit: typePx}})
  if (best.contrast < contrast)
    report({at, key: `labels-visible.pale.${label}`, values: {contrast: tenths(best.contrast), limit: contrast}})
}
