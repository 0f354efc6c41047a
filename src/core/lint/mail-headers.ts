/** What rules on headers ask of a mail again and again. */
import type {HeaderView, MailFrom, MailView} from './template-view.ts'

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

/** Whom a mail comes from; undefined where From holds no address. */
export function mailFrom(mail: MailView): MailFrom | undefined {
  const from = mailboxOf(headersNamed(mail, 'from')[0])
  if (from === null) return undefined
  return {...from, repliesTo: mailboxOf(headersNamed(mail, 'reply-to')[0])?.address ?? from.address, isOfTemplate: true}
}

/** The first mailbox of a header. */
function mailboxOf(header: HeaderView | undefined): {readonly name: string; readonly address: string} | null {
  const value = header?.value ?? ''
  const address =
    /<([^\s<>]{1,320}@[^\s<>]{1,320})>/.exec(value)?.[1] ?? /^[^\s<>,]{1,320}@[^\s<>,]{1,320}$/.exec(value)?.[0]
  if (address === undefined) return null
  const name = value.slice(0, Math.max(0, value.indexOf('<'))).trim()
  return {name: name.replace(/^"([\s\S]*)"$/, '$1').replace(/\\(.)/g, '$1'), address}
}
