/**
 * Whether a signing domain speaks for a From domain: both belong to one organisation (RFC 9989, relaxed alignment).
 * Receivers find the organisation by asking DNS; here the names must do, and where they leave it open, yes is assumed,
 * since a send must not stop for a guess.
 */

/** Both as A-labels in lower case. */
export function isAligned(fromDomain: string, signingDomain: string): boolean {
  if (isWithin(fromDomain, signingDomain) || isWithin(signingDomain, fromDomain)) return true
  const shared = sharedEnd(fromDomain.split('.'), signingDomain.split('.'))
  return shared.length > 2 || (shared.length === 2 && !isRegistry(shared))
}

function isWithin(domain: string, upper: string): boolean {
  return domain === upper || domain.endsWith(`.${upper}`)
}

function sharedEnd(labels: readonly string[], others: readonly string[]): readonly string[] {
  let length = 0
  while (length < labels.length && length < others.length && labels.at(-1 - length) === others.at(-1 - length))
    length += 1
  return labels.slice(labels.length - length)
}

/** Two labels under which everyone may register, such as co.jp, com.au, ne.jp. */
function isRegistry([second, country]: readonly string[]): boolean {
  return country!.length === 2 && /^(ac|ad|co|com|ed|edu|go|gob|gov|gr|lg|ltd|me|net|ne|or|org|plc)$/.test(second!)
}
