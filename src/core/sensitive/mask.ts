/** What may be shown of an address or a value: enough to find the row again, too little to use it. */

/** taro@example.jp becomes t***@example.jp. Shows no local part of one character, and nothing that is no address. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 1) return '***'
  const local = address.slice(0, at)
  const first = /^[\p{L}\p{N}]/u.exec(local)?.[0] ?? ''
  const shown = first.length < local.length ? first : ''
  // Cells are foreign text: nothing that steers a terminal may pass.
  return `${shown}***@${address.slice(at + 1).replace(/[\p{C}\s]/gu, '')}`
}

/** What stands in place of a masked value; an import reads it as an empty cell. */
export const MASK = '***'

/** Sensitive values are never shown, not even their length (rulebook H.2, point 5). */
export function maskValue(_value: string): string {
  return MASK
}
