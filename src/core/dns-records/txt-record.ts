/** A TXT record to be published. */

export interface TxtRecord {
  readonly name: string
  readonly value: string
  /** The value as the strings of one record: at most 255 bytes each (RFC 1035 section 3.3.14). */
  readonly strings: readonly string[]
}

export function txtRecord(name: string, value: string): TxtRecord {
  return {name, value, strings: value.match(/.{1,255}/gs) ?? ['']}
}
