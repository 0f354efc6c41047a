/** What rules on headers ask of a mail again and again. */
import type {HeaderView, MailView} from './template-view.ts'

/** All of that name (in small letters), in their order. */
export function headersNamed(mail: MailView, name: string): readonly HeaderView[] {
  return mail.headers.filter((header) => header.name?.toLowerCase() === name)
}

/** What stands in angle brackets of List-Unsubscribe (RFC 2369), as written. */
export function listUris(value: string): readonly string[] {
  return [...value.matchAll(/<([^<>]*)>/g)].map(([, uri]) => uri!)
}

/** The names in h= of a DKIM-Signature (RFC 6376 section 3.5), in small letters. */
export function signedNames(value: string): ReadonlySet<string> {
  const list = /(?:^|;)\s*h\s*=([^;]*)/i.exec(value)?.[1] ?? ''
  return new Set(list.split(':').map((name) => name.replace(/\s+/g, '').toLowerCase()))
}
