/** The kinds of keys that sign mails, by the names that DNS records use (RFC 6376, RFC 8463). */
export type DkimKind = 'rsa' | 'ed25519'
