/** Looks for prices, dates and links of the text part that the HTML part does not have: one of them was left from another mail. */

import {isOptOut} from '../../core/lint/dead-opt-out.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {linksIn} from '../../core/lint/link-target.ts'
import type {Report, TemplateRule} from '../../core/lint/rule.ts'
import type {PartView, TemplateView} from '../../core/lint/template-view.ts'

export const partsDiffer: TemplateRule = {
  id: 'parts-differ',
  subject: 'template',
  bad: [
    'both: <p>特別価格 1,980円</p>|特別価格 2,980円',
    'both: <p>Only $19.90</p>|Only $29.90',
    'both: <p>4月10日まで</p>|3月10日まで',
    'both: <p>Until 2026-04-10</p>|Until 2026-03-10',
    'both: <a href="https://shop.example.co.jp/spring">Shop</a>|https://shop.example.co.jp/winter',
  ],
  good: [
    'both: <p>特別価格 1,980円、送料 500円</p>|特別価格 １９８０円',
    'both: <p>4月10日(金)まで</p>|4/10 まで',
    'both: <p>Hello</p>|Only $29.90 until 2026-03-10',
    'both: <a href="https://shop.example.co.jp/spring/?utm_source=a">Shop</a>|http://www.shop.example.co.jp/spring',
    'both: <a href="{{url}}">Shop</a>|{{url}} https://shop.example.co.jp/{{id}}',
    'both: <a href="https://shop.example.co.jp/a">x</a>|配信停止: https://shop.example.co.jp/stop',
  ],
  check(view, _wanted, report) {
    const html = view.parts.find(({kind}) => kind === 'html')
    const text = view.parts.findIndex(({kind}) => kind === 'text')
    if (html === undefined || text < 0) return
    for (const {what, find} of MARKS) judgeMarks(what, find, html, {part: view.parts[text]!, index: text}, report)
    judgeLinks(view, report)
  },
}

/** Each with what it is read as, so that ways of writing make no difference. */
const MARKS: readonly {readonly what: string; readonly find: (folded: string) => readonly Mark[]}[] = [
  {
    what: 'price',
    find: (folded) =>
      marks(folded, /[¥$€£]\s?(\d[\d,]{0,12}(?:\.\d{1,2})?)|(\d[\d,]{0,12})\s?円/gu, ([, sign, yen]) =>
        (sign ?? yen)!.replaceAll(',', ''),
      ),
  },
  {
    what: 'date',
    find: (folded) =>
      marks(
        folded,
        /(?<![\d/.-])(?:20\d\d[年/.-])?(1[0-2]|0?[1-9])(?:月|[/-])(3[01]|[12]\d|0?[1-9])(?:日|(?![\d/年月%-]))/gu,
        ([, month, day]) => `${Number(month)}-${Number(day)}`,
      ),
  },
]

interface Mark {
  readonly value: string
  readonly shown: string
  readonly index: number
}

function marks(folded: string, pattern: RegExp, read: (match: RegExpMatchArray) => string): readonly Mark[] {
  return [...folded.matchAll(pattern)].map((match) => ({value: read(match), shown: match[0], index: match.index}))
}

function judgeMarks(
  what: string,
  find: (folded: string) => readonly Mark[],
  html: PartView,
  {part, index}: {readonly part: PartView; readonly index: number},
  report: Report,
): void {
  const shown = new Set(find(foldedText(html).text).map(({value}) => value))
  // Without any in the HTML it stands in a picture.
  if (shown.size === 0) return
  const folded = foldedText(part)
  for (const mark of find(folded.text)) {
    if (shown.has(mark.value)) continue
    shown.add(mark.value)
    const offset = part.visible.sourceOffset(folded.seenIndex(mark.index))
    report({at: {part: index, offset}, key: `parts-differ.${what}`, values: {found: mark.shown}})
  }
}

function judgeLinks(view: TemplateView, report: Report): void {
  const all = linksIn(view)
  const known = new Set(all.filter(({part}) => part.kind === 'html').map(({target}) => page(target.written)))
  if (known.size === 0 || all.some(({part, target}) => part.kind === 'html' && target.isTag)) return
  for (const found of all) {
    const {part, target, at} = found
    if (part.kind !== 'text' || target.host === '' || target.plain !== target.written) continue
    if (known.has(page(target.written)) || isOptOut(found)) continue
    known.add(page(target.written))
    report({at, key: 'parts-differ.link', values: {found: target.written.slice(0, 80)}})
  }
}

/** The page, whatever is counted with it. */
function page(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
}
