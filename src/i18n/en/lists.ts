/** English texts: lists. */
export const lists = {} as const
