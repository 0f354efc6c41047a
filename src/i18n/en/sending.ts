/** English texts: sending. */
export const sending = {} as const
