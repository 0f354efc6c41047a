/** Looks whether one-click opt-out is offered as RFC 8058 wants it: the exact value, one https address, both headers signed. */
import {headersNamed, listUris, signedNames} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (...headers: readonly string[]) => `mail: From: news@example.com\n${headers.join('\n')}\n\nHello\n`
const HTTPS = 'List-Unsubscribe: <https://shop.example.co.jp/stop/abc>, <mailto:stop@example.com>'
const POST = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'
const signed = (names: string) => `DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=a;\n h=${names};\n bh=x; b=y`

export const listUnsubscribePost: TemplateRule = {
  id: 'list-unsubscribe-post',
  subject: 'template',
  bad: [
    mail('List-Unsubscribe: <mailto:stop@example.com>', POST),
    mail(POST),
    mail(HTTPS, 'List-Unsubscribe-Post: One-Click'),
    mail(HTTPS, 'List-Unsubscribe-Post: list-unsubscribe=one-click'),
    mail('List-Unsubscribe: <https://a.example.co.jp/1>, <https://b.example.co.jp/2>', POST),
    mail(HTTPS, POST, signed('from:subject:list-unsubscribe')),
    mail(HTTPS, POST, signed('from:subject')),
  ],
  good: [
    mail(HTTPS, POST),
    mail(HTTPS, POST, signed('From:Subject:\n List-Unsubscribe : List-Unsubscribe-Post')),
    mail(HTTPS, POST, signed('from'), signed('from:list-unsubscribe:list-unsubscribe-post')),
    mail('List-Unsubscribe: <mailto:stop@example.com>'),
    '<p>Hello</p>',
  ],
  check({mail}, _wanted, report) {
    const post = mail && headersNamed(mail, 'list-unsubscribe-post')[0]
    if (mail === undefined || post === undefined) return
    const place = mail.placeAt(post.offset)
    if (post.value !== 'List-Unsubscribe=One-Click')
      report({key: 'list-unsubscribe-post.value', values: {found: post.value.slice(0, 60)}, place})
    const uris = headersNamed(mail, 'list-unsubscribe').flatMap(({value}) => listUris(value))
    const https = uris.filter((uri) => /^https:/i.test(uri.trim()))
    if (https.length === 0) report({key: 'list-unsubscribe-post.no-https', place})
    if (https.length > 1) report({key: 'list-unsubscribe-post.several', values: {count: https.length}, place})
    const signatures = headersNamed(mail, 'dkim-signature').map(({raw}) => signedNames(raw))
    const missing = signatures.map((names) => NAMES.filter((name) => !names.has(name.toLowerCase())))
    if (missing.length > 0 && missing.every((names) => names.length > 0))
      report({key: 'list-unsubscribe-post.unsigned', values: {names: missing[0]!.join(', ')}, place})
  },
}

const NAMES = ['List-Unsubscribe', 'List-Unsubscribe-Post'] as const
