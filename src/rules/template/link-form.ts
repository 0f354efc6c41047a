/** Looks for addresses that no mail program can follow: mistyped, without https or mailto, relative, not readable at all. */

import {kept} from '../../core/kept.ts'
import {isDeadOptOut} from '../../core/lint/dead-opt-out.ts'
import type {FoundLink} from '../../core/lint/link-target.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {PartView} from '../../core/lint/template-view.ts'

export const linkForm: TemplateRule = {
  id: 'link-form',
  subject: 'template',
  bad: [
    '<a href="htps://shop.example.co.jp/">Shop</a>',
    '<a href="http//shop.example.co.jp/">Shop</a>',
    '<a href="https:/shop.example.co.jp/">Shop</a>',
    '<a href="https://https://shop.example.co.jp/">Shop</a>',
    '<a href="https://shop example.co.jp/">Shop</a>',
    '<a href="https://shop.example.co.jp:port/">Shop</a>',
    '<a href="www.example.co.jp/sale">新商品を見る</a>',
    '<a href="shop.example.co.jp">Shop</a>',
    '<a href="news/2026.html">お知らせ</a>',
    '<a href="/news">お知らせ</a>',
    '<a href="//shop.example.co.jp/news">News</a>',
    '<a href="support@shop.example.co.jp">お問い合わせ</a>',
    '<a href="mailto:support">お問い合わせ</a>',
    '<a href="mailto:">Write to us</a>',
  ],
  good: [
    '<a href="https://shop.example.co.jp/新作?color=red#top">Shop</a>',
    '<a href=" https://shop.example.co.jp/ ">Shop</a>',
    '<a href="{{url}}">Shop</a><a href="*|ARCHIVE|*">Web</a><a href="%%view_email_url%%">Web</a>',
    '<a href="https://{{host}}/x">Shop</a><a href="https://shop.example.co.jp/{{id}}?a=%%b%%">Shop</a>',
    '<a href="mailto:support@shop.example.co.jp?subject=Hello">Write</a><a href="mailto:?body=x">Share</a>',
    '<a href="tel:+81312345678">03-1234-5678</a><a href="line://msg/text/x">LINE</a>',
    '<base href="https://shop.example.co.jp/"><a href="/news">News</a>',
    '<a href="#">x</a><a href="">x</a><a href="#top">x</a>',
    '<a href="unsubscribe.html">Unsubscribe</a>',
    'text: support@shop.example.co.jp http://\n',
  ],
  check(view, _wanted, report) {
    for (const found of linksIn(view)) {
      const fault = found.isHref ? faultOf(found) : null
      if (fault === null || isDeadOptOut(found)) continue
      report({at: found.at, key: `link-form.${fault}`, values: {href: shownHref(found.target)}})
    }
  },
}

const WEB = /^https?:\/\/[^/\\]/i
/** What was meant to be http:// or https://. */
const MISTYPED = /^(?:h{1,2}t{0,3}p{1,2}s?|ttps?|hxxps?)(?:[:;,.]?\/+|[:;]\/*(?=[\w-]+\.))/i
const TWICE = /^https?:\/\/https?(?::|\/\/)/i
const MAIL = /^[^\s@:/?#]+@[^\s@:/?#]+\.[a-z]{2,}(?:\?|$)/i
const DOMAIN =
  /^(?:www\.[\w-]+|(?:[\w-]+\.)+(?:com|net|org|info|biz|io|shop|jp|de|fr|uk|eu|kr|cn))(?:[/?#:]|\.[\w.-]+(?:[/?#:]|$)|$)/i
const BASE = /<base\s[^>]{0,300}href/i

type Fault = 'mistyped' | 'unreadable' | 'no-scheme' | 'no-mailto' | 'mailto' | 'relative'

function faultOf({target, part}: FoundLink): Fault | null {
  const {plain, scheme, isTag} = target
  if (isTag || plain === '' || plain.startsWith('#')) return null
  if (TWICE.test(plain)) return 'mistyped'
  if (WEB.test(plain)) return URL.canParse(plain) ? null : 'unreadable'
  // A scheme and nothing behind it is an empty link: another rule's matter.
  if (/^https?:\/{0,2}$/i.test(plain)) return null
  if (MISTYPED.test(plain)) return 'mistyped'
  if (scheme === 'mailto')
    return /^mailto:(?:[^\s@?]+(?:@|%40)[^\s@?]+|x\b[^?]{0,20}|\?.+|x)/i.test(plain) ? null : 'mailto'
  if (scheme !== '') return null
  if (MAIL.test(plain)) return 'no-mailto'
  if (plain.startsWith('//') || DOMAIN.test(plain)) return 'no-scheme'
  return hasBase(part) ? null : 'relative'
}

/** Each relative link asks. */
const WITH_BASE = new WeakMap<PartView, boolean>()

function hasBase(part: PartView): boolean {
  return kept(WITH_BASE, part, () => BASE.test(part.source))
}
