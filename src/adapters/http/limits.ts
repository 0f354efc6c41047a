/** What a request may be at the most (reliability.md B5). */
export const REQUEST_LIMITS = {
  urlBytes: 512,
  headerBytes: 8192,
  headers: 40,
  bodyBytes: 1024,
  /** Addresses percent-encoded stand in those of the API. */
  apiUrlBytes: 2048,
  apiBodyBytes: 16_384,
  /** Services send many events at once. */
  hookBodyBytes: 1024 * 1024,
  /** Of a sign-up form: names in Japanese take nine bytes a letter. */
  formBytes: 16_384,
  headersMs: 5000,
  requestMs: 10_000,
  keepAliveMs: 5000,
  checkMs: 1000,
} as const

/** How long requests that have come in may take to end once the server was told to stop. */
export const DRAIN_MS = 10_000
