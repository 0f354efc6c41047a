/** English texts: report. */
export const report = {} as const
