import {describe, expect, it} from 'vitest'
import {retryAt} from '../../../src/core/sending/retry-schedule.ts'

const MINUTE = 60_000

describe('the retry schedule', () => {
  it.each([
    [1, 5],
    [2, 15],
    [3, 30],
    [4, 60],
    [5, 240],
    [6, 240],
    [15, 240],
  ])('after attempt %i waits %i minutes', (attempt, minutes) => {
    expect(retryAt(attempt, 1_000_000)).toBe(1_000_000 + minutes * MINUTE)
  })

  it('gives up when the next attempt would come later than 48 hours after the first', () => {
    let spent = 0
    let attempt = 1
    for (let due = retryAt(attempt, 0); due !== null; attempt += 1, due = retryAt(attempt, 0)) spent += due
    expect(spent).toBeLessThanOrEqual(48 * 60 * MINUTE)
    expect(spent + 240 * MINUTE).toBeGreaterThan(48 * 60 * MINUTE)
    expect(retryAt(attempt + 5, 0)).toBeNull()
  })
})
