/** English texts: DKIM keys, their files, and their records in DNS. */
export const dkim = {
  'fault.dkim-domain': 'a domain such as example.com',
  'fault.dkim-selector': 'up to 63 letters, digits and hyphens, with dots between, such as s2026',
  'fault.dns-server': 'the IP address of a DNS server, with its port where it is not 53, such as 127.0.0.1:5353',

  'dkim.key.too-long': 'it is longer than 16,384 bytes, so it is no key',
  'dkim.key.garbage': 'it holds no private key in PEM (-----BEGIN PRIVATE KEY-----)',
  'dkim.key.broken': 'what stands between BEGIN and END is no whole key',
  'dkim.key.public': 'it holds a public key or a certificate; the private key is needed',
  'dkim.key.encrypted':
    'it is locked with a passphrase; write it without one (openssl pkey -in FILE -out NEW), readable by you alone',
  'dkim.key.openssh': 'it is in the form of OpenSSH; DKIM wants PEM (PKCS#8 or PKCS#1)',
  'dkim.key.kind': 'its kind is {kind}; DKIM signs with RSA or Ed25519',
  'dkim.key.short': 'it has {bits} bits; RSA keys under 2048 bits are too weak (RFC 8301)',
  'dkim.key.long': 'it has {bits} bits; receivers need not take RSA keys over 4096 bits (RFC 8301)',
  'dkim.key.damaged': 'what it signs does not verify with its own public key; the file is damaged',

  'dkim.record.published': 'published, and of this key',
  'dkim.record.testing': 'published, but with t=y (testing): receivers treat the mail as unsigned',
  'dkim.record.missing': 'no TXT record is there',
  'dkim.record.several': 'several TXT records are there; which one a receiver takes is chance',
  'dkim.record.malformed': 'the record cannot be read as DKIM1 with a key in p=',
  'dkim.record.revoked': 'p= is empty: the key was withdrawn',
  'dkim.record.kind': 'k= is of another kind than the key',
  'dkim.record.mismatch': 'the record holds another key',
  'dkim.record.hash': 'h= leaves out sha256, with which the mails are signed',
  'dkim.record.service': 's= leaves out email',
  'dkim.record.unreachable': 'DNS gives no answer ({why})',

  'dkim.testing': '{records}: published with t=y, so receivers treat these mails as unsigned',
  'dkim.unaligned':
    'no key under dkim signs for {domain}, the domain of from; receivers would see mail without a signature of its sender',

  'dkim.kind.rsa': 'RSA, {bits} bits',
  'dkim.kind.ed25519': 'Ed25519',

  'dkim.create.made': 'Made {count:a key|keys} for {domain}:',
  'dkim.create.publish': 'Publish in the DNS of {domain}:',
  'dkim.create.form':
    'A web form wants type TXT, this name (many add {domain} themselves), and the quoted strings as one, without quotes.',
  'dkim.create.settings': 'Add to todoke.yaml:',
  'dkim.create.settings-more': 'Add to todoke.yaml, below the keys that stand under dkim:',
  'dkim.create.then': 'Once it is published:',
  'dkim.create.unaligned':
    'receivers will not count this signature for mails from {from}: another domain. Give --domain {from}, or change sender.from.address.',
  'dkim.create.taken': 'A key is never overwritten: give the new one another --selector.',

  'dkim.show.none': 'todoke.yaml names no DKIM keys: the relay must sign, or most receivers will refuse bulk mail.',
  'dkim.show.none.next': 'make a key: `todoke key dkim create`',
  'dkim.show.found': 'found: {record}',
  'dkim.show.unchecked': '`todoke key dkim show --check` looks up what is published',
} as const
