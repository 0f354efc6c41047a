/** Which hosts never leave this machine: only there may mail or opt-out pages go without TLS. */

/** 127.0.0.0/8 (RFC 1122 section 3.2.1.3), ::1 (RFC 4291 section 2.5.3) and localhost (RFC 6761 section 6.3). */
export function isLoopbackHost(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
  return bare === 'localhost' || bare === '::1' || isLoopbackIPv4(bare)
}

function isLoopbackIPv4(host: string): boolean {
  const parts = host.split('.')
  return parts.length === 4 && parts[0] === '127' && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}
