/** Values with parameters, as Content-Type and Content-Disposition have them (RFC 2045 section 5.1, RFC 2231). */

export interface Parametered {
  /** In small letters; '' where there is none. */
  readonly value: string
  /** By name in small letters, as written; continued and percent-encoded ones (name*0*) are put together. */
  readonly parameters: ReadonlyMap<string, string>
}

const PARAMETER = /;\s*([\w!#$&+^`{|}~.*-]{1,100})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"?|([^\s;]*))/g

/** Linear; never throws. */
export function readParameters(written: string): Parametered {
  const value = /^[^;\s]*/.exec(written.trim())![0].toLowerCase()
  const parameters = new Map<string, string>()
  const continued = new Map<string, string[]>()
  for (const [, name, quoted, bare] of written.matchAll(PARAMETER)) {
    const given = quoted?.replace(/\\([\s\S])/g, '$1') ?? bare!
    const [, base, index, encoded] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name!.toLowerCase()) ?? []
    if (base === undefined) continue
    if (index === undefined && encoded === undefined) {
      if (!parameters.has(base)) parameters.set(base, given)
      continue
    }
    const pieces = continued.get(base) ?? []
    pieces[Number(index ?? 0)] = encoded === undefined ? given : unescaped(given)
    continued.set(base, pieces)
  }
  for (const [base, pieces] of continued) parameters.set(base, [...pieces].join(''))
  return {value, parameters}
}

/** What stands before the second apostrophe is character set and language; what is no UTF-8 stays as written. */
function unescaped(given: string): string {
  const words = given.replace(/^[^']*'[^']*'/, '')
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
