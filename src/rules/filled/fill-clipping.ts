/** Looks for people whose mail is cut off by Gmail though the template by itself is not. */
import {CLIPPED_BYTES, NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

const most = CLIPPED_BYTES + 1

export const fillClipping: FilledRule = {
  id: 'fill-clipping',
  subject: 'filled',
  bad: [
    {...NOTHING_FILLED, contacts: 9, html: {least: 90_000, most, count: 2, samples: []}},
    {...NOTHING_FILLED, contacts: 9, html: {least: most, most, count: 9, samples: []}},
  ],
  good: [{...NOTHING_FILLED, contacts: 9, html: {least: 90_000, most: CLIPPED_BYTES, count: 0, samples: []}}],
  check({html: {least, most: bytes, count, samples}}, _wanted, report) {
    if (count === 0) return
    const key = least > CLIPPED_BYTES ? 'fill-clipping.all' : 'fill-clipping.some'
    report({key, values: {kilobytes: Math.ceil(bytes / 1024), limit: CLIPPED_BYTES / 1024}, count, samples})
  },
}
