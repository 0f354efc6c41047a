/** English texts: audit. */
export const audit = {} as const
