/** Looks for claims that promise what nobody can hold, and for ranks without a ground near them. */

import {bodyParts} from '../../core/lint/body-parts.ts'
import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, findAll, hasAny} from '../../core/lint/find-phrases.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {ABSOLUTE_CLAIMS, RANK_CLAIMS, RANK_GROUNDS} from '../../core/lint/phrases/absolute-claims.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const ABSOLUTE = anyOf(ABSOLUTE_CLAIMS as Catalogue)
const RANK = anyOf(RANK_CLAIMS as Catalogue)
const GROUND = anyOf(RANK_GROUNDS as Catalogue)

export const absoluteClaims: TemplateRule = {
  id: 'absolute-claims',
  subject: 'template',
  bad: [
    '<p>飲むだけで痩せる新サプリ</p>',
    '<p>この方法なら必ず儲かります。</p>',
    '<p>業界Ｎｏ．１の品質</p>',
    '<p>Guaranteed income from home</p>',
    'subject: 誰でも簡単に稼げる\n<p>こんにちは</p>',
    'text: 100%痩せる方法\n',
  ],
  good: [
    '<p>業界No.1※の品質</p><p>※2026年3月 当社調べ</p>',
    '<p>必ずお読みください。</p>',
    '<p>絶対に見逃せない新作</p>',
    '<p>Results are not guaranteed.</p>',
    'text: 100%コットンのシャツ\n',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      const folded = foldedText(part)
      const tell = (key: string, {start, end}: {readonly start: number; readonly end: number}) =>
        report({
          at: {part: index, offset: part.visible.sourceOffset(start)},
          key,
          values: {claim: part.visible.text.slice(start, end)},
        })
      for (const claim of findAll(ABSOLUTE, folded)) tell('absolute-claims.promise', claim)
      const ranks = findAll(RANK, folded)
      if (ranks.length === 0 || bodyParts(view).some((body) => hasAny(GROUND, foldedText(body.part).text))) return
      for (const claim of ranks) tell('absolute-claims.rank', claim)
    })
  },
}
