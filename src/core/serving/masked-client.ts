/** Clients by their address: what a limit counts as one, and what may stand in a log (reliability.md B5). */

/** An IPv6 network of 64 bits is one client, an IPv4 address another; ::ffff:192.0.2.1 is the IPv4 address. */
export function clientKey(address: string): string {
  const plain = unmapped(address)
  return plain.includes(':') ? `${groupsOf(plain).slice(0, 4).join(':')}::` : plain
}

/** 192.0.2.77 becomes 192.0.2.0, 2001:db8:1:2::3 becomes 2001:db8:1::; anything else a question mark. */
export function maskedClient(address: string): string {
  const plain = unmapped(address)
  if (plain.includes(':')) return `${groupsOf(plain).slice(0, 3).join(':')}::`
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) ? plain.replace(/\d+$/, '0') : '?'
}

function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

/** The eight groups of an IPv6 address without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(gap).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''))
}
