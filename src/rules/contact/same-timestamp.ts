/** Looks whether most consents bear one and the same second: then it is the import's, and not theirs (rulebook E.5). */
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'
import {isFirstOfDay, isoDay, isoWithZone} from '../../core/zoned-moment.ts'

/** Fewer dated consents than that may well come from one event. */
const FEWEST = 10

/** share: of the dated consents; more than that is too many. A day without a time is told as a day. */
export const sameTimestamp: ListRule<{readonly share: number; readonly zone: number}> = {
  id: 'same-timestamp',
  subject: 'list',
  bad: [
    {...EXAMPLE_CENSUS, dated: 100, topSecond: {at: Date.UTC(2025, 3, 1), count: 51}},
    {...EXAMPLE_CENSUS, dated: 100, topSecond: {at: Date.parse('2025-04-01T00:00+09:00'), count: 51}},
  ],
  good: [
    {...EXAMPLE_CENSUS, dated: 100, topSecond: {at: Date.UTC(2025, 3, 1), count: 50}},
    {...EXAMPLE_CENSUS, dated: 9, topSecond: {at: Date.UTC(2025, 3, 1), count: 9}},
    {...EXAMPLE_CENSUS, dated: 0, topSecond: null},
  ],
  check({dated, topSecond}, {share, zone}, report) {
    if (topSecond === null || dated < FEWEST || topSecond.count <= dated * share) return
    const {at, count} = topSecond
    const isDay = isFirstOfDay(at, zone)
    const moment = isDay ? isoDay(at, zone) : isoWithZone(at, zone)
    report({key: isDay ? 'same-timestamp.day' : 'same-timestamp.most', values: {moment, dated}, count})
  },
}
