/** Tells, reason by reason, which rows of a file nobody could read: whom they are about was not judged. */
import {placeLabel} from '../../core/contacts/audited-contact.ts'
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'

const unread = [{why: 'no-at', count: 2, firstLine: 7}]

/** of: 'some' for files of which rows were read beside them, 'all' for those of which none was. */
export const unreadRows: ListRule<{readonly of: 'some' | 'all'}> = {
  id: 'unread-rows',
  subject: 'list',
  bad: [{...EXAMPLE_CENSUS, unread}],
  good: [EXAMPLE_CENSUS, {...EXAMPLE_CENSUS, unread, isNothingRead: true}],
  check(census, wanted, report) {
    if (census.isNothingRead !== (wanted.of === 'all')) return
    for (const {why, count, firstLine} of census.unread)
      report({
        key: `unread-rows.${wanted.of}`,
        values: {fault: why},
        count,
        unit: 'rows',
        samples: [placeLabel(firstLine)],
      })
  },
}
