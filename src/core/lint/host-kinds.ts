/** What kind of host a link leads to: the sender's own network, a bare number, a name that only examples have. */

/** Reachable from the sender's own machine or network alone (RFC 6761, 6762, 1918, 4193, 8375). */
export function isLocalHost(host: string): boolean {
  if (/^\[(?:::1\]|f[cd][0-9a-f]{2}:|fe80:)/.test(host)) return true
  if (
    /^(?:0|10|127)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^169\.254\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(
      host,
    )
  )
    return true
  if (/(?:^|\.)(?:localhost|local|localdomain|lan|internal|home\.arpa)$/.test(host)) return true
  return host !== '' && !host.startsWith('[') && !/[^.]\.[^.]/.test(host)
}

export function isAddressHost(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$|^\[[0-9a-f:.]+\]$/.test(host)
}

/** Names kept for examples and tests (RFC 2606, JPRS), and those that drafts come with. */
export function isExampleHost(host: string): boolean {
  return (
    /^(?:www\.)?example\.(?:com|net|org|jp)$|\.(?:example|test|invalid)$/.test(host) ||
    /^(?:www\.)?your-?(?:domain|site|company|website|brand|shop|store|url|link)\.(?:com|net|org|jp|co\.jp|io)$/.test(
      host,
    )
  )
}
