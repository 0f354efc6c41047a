/** The clocks, as values that tests can hold still. */

export interface Clock {
  /** UTC milliseconds. */
  now(): number
  /** Nanoseconds of the monotonic clock that all threads share. */
  monotonic(): bigint
}
