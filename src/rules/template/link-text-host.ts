/** Looks for links whose text shows one address and which lead to another, as mails of frauds do. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {isAligned} from '../../core/sending/dkim/alignment.ts'

export const linkTextHost: TemplateRule = {
  id: 'link-text-host',
  subject: 'template',
  bad: [
    '<a href="https://click.mihon-tracker.net/x">https://shop.example.co.jp/sale</a>',
    '<a href="https://mihon-tracker.net/x">www.sample-shop.co.jp</a>',
  ],
  good: [
    '<a href="https://www.example.co.jp/sale?a=1">https://shop.example.co.jp/</a>',
    '<a href="https://example.co.jp/">example.com</a>',
    '<a href="https://click.mihon-tracker.net/r?u=https%3A%2F%2Fshop.example.co.jp%2F">https://shop.example.co.jp/</a>',
    '<a href="https://youtu.be/x">www.youtube.com</a>',
    '<a href="https://shop.example.co.jp/">Node.js の記事</a><a href="https://shop.example.co.jp/">Readme.md</a>',
    '<a href="{{url}}">https://shop.example.co.jp/</a><a href="https://{{host}}/">https://shop.example.co.jp/</a>',
    '<a href="mailto:a@shop.example.co.jp">www.sample-shop.co.jp</a>',
    'text: https://shop.example.co.jp/\n',
  ],
  check(view, _wanted, report) {
    for (const {link, target, at, isHref} of linksIn(view)) {
      const shown = isHref ? hostShown(link.anchor) : null
      if (shown === null || target.host === '' || isSameSender(shown, target.host)) continue
      // Click counters carry the address that they lead on to.
      if (target.written.toLowerCase().includes(shown)) continue
      report({at, key: 'link-text-host.other', values: {shown, href: shownHref(target), host: target.host}})
    }
  },
}

const ADDRESS =
  /^(?:https?:\/\/|(?=www\.)|(?=[\w.-]+\.(?:com|net|org|info|jp|de|fr|uk|eu|kr|cn)(?:[/?#]|$)))((?:[\w-]{1,63}\.){1,6}[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?$/i

/** The host when the text is an address and nothing else. */
function hostShown(anchor: string): string | null {
  return ADDRESS.exec(anchor.normalize('NFKC').trim())?.[1]?.toLowerCase() ?? null
}

/** One organisation may own a name under several ends, and a short form of it. */
function isSameSender(shown: string, host: string): boolean {
  if (isAligned(shown, host)) return true
  const [one, other] = [nameOf(shown), nameOf(host)]
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.includes(other) || other.includes(one)))
}

/** The label that an organisation chose: example of shop.example.co.jp. */
function nameOf(host: string): string {
  const labels = host.split('.')
  const isRegistry = labels.length > 2 && /^(?:ac|co|com|ed|edu|go|gov|gr|lg|ne|net|or|org)$/.test(labels.at(-2)!)
  return (labels.at(isRegistry && labels.at(-1)!.length === 2 ? -3 : -2) ?? '').replaceAll('-', '')
}
