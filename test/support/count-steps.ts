/** How much of strings a function looks at, in characters: what "linear" means without a clock. */

const METHODS = [
  'indexOf',
  'slice',
  'startsWith',
  'charCodeAt',
  'normalize',
  'trim',
  'replace',
  'split',
  'includes',
  'at',
] as const

/** Characters that string methods read or copied while work ran; regular expressions on whole strings count as one pass. */
export function stepsOf(work: () => void): number {
  let steps = 0
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
  const own = METHODS.map((name) => [name, prototype[name]!] as const)
  const cost = (name: string, text: string, args: readonly unknown[], result: unknown) => {
    if (name === 'charCodeAt' || name === 'at') return 1
    if (name === 'slice') return (result as string).length + 1
    if (name === 'startsWith') return String(args[0]).length
    if (name !== 'indexOf') return text.length + 1
    const from = Number(args[1] ?? 0)
    return 1 + (Number(result) < 0 ? Math.max(0, text.length - from) : Number(result) - from)
  }
  try {
    for (const [name, method] of own)
      prototype[name] = function (this: string, ...args: unknown[]) {
        const result = method.apply(this, args)
        steps += cost(name, this, args, result)
        return result
      }
    work()
  } finally {
    for (const [name, method] of own) prototype[name] = method
  }
  return steps
}
