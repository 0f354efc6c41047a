/** English texts: lint. */
export const lint = {} as const
