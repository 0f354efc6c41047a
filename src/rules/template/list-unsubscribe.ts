/** Looks at the form of List-Unsubscribe: addresses in angle brackets with commas between (RFC 2369). */
import {matchesIn} from '../../core/lint/find-phrases.ts'
import {headersNamed, listUris} from '../../core/lint/mail-headers.ts'
import {LEFT_OVER_TAG} from '../../core/lint/phrases/left-over-tags.ts'
import {OPT_OUT_TAG} from '../../core/lint/phrases/merge-tags.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (value: string) => `mail: From: news@example.com\nList-Unsubscribe: ${value}\n\nHello\n`

export const listUnsubscribe: TemplateRule = {
  id: 'list-unsubscribe',
  subject: 'template',
  bad: [
    mail('https://shop.example.co.jp/stop'),
    mail('<http://shop.example.co.jp/stop>'),
    mail('<https://shop.example.co.jp/my stop>'),
    mail('<https://shop.example.co.jp/stop/*|UNSUB|*>'),
    mail('<{{unsubscribe_url}}>'),
    mail('<tel:0312345678>'),
    mail('<https://shop.example.co.jp/stop>\nList-Unsubscribe: <mailto:stop@example.com>'),
    mail('NO'),
  ],
  good: [
    mail('<https://shop.example.co.jp/stop?t=abc>, <mailto:stop@example.com?subject=abc>'),
    mail('<mailto:stop@example.com>,\n <http://shop.example.co.jp/stop>'),
    mail('(Use this) <https://shop.example.co.jp/stop>'),
    '<p>Hello</p>',
  ],
  check({mail}, _wanted, report) {
    if (mail === undefined) return
    const headers = headersNamed(mail, 'list-unsubscribe')
    for (const [index, {value, valueOffset, offset}] of headers.entries()) {
      const fault = index > 0 ? {key: 'list-unsubscribe.twice', values: {}} : faultOf(value)
      if (fault !== null) report({...fault, place: mail.placeAt(index > 0 ? offset : valueOffset + 1)})
    }
  },
}

function faultOf(value: string): {key: string; values: Readonly<Record<string, string>>} | null {
  const uris = listUris(value)
  const tag = [OPT_OUT_TAG, LEFT_OVER_TAG].flatMap((tags) => matchesIn(tags, value))[0]?.[0]
  if (tag !== undefined) return {key: 'list-unsubscribe.tag', values: {tag: tag.slice(0, 60)}}
  if (uris.length === 0) return {key: 'list-unsubscribe.no-brackets', values: {found: value.slice(0, 60)}}
  for (const uri of uris) {
    const shown = {uri: uri.slice(0, 60)}
    if (/[\s\x00-\x1f\x7f]/.test(uri)) return {key: 'list-unsubscribe.blank', values: shown}
    if (!/^(?:https?|mailto):/i.test(uri)) return {key: 'list-unsubscribe.scheme', values: shown}
  }
  return uris.every((uri) => /^http:/i.test(uri)) ? {key: 'list-unsubscribe.http', values: {}} : null
}
