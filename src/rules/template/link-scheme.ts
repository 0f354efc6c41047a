/** Looks for links that mail programs refuse to follow: scripts, files of the writer's own machine, data. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkScheme: TemplateRule = {
  id: 'link-scheme',
  subject: 'template',
  bad: [
    '<a href="javascript:window.open(\'x\')">Open</a>',
    '<a href="file:///mail.html">案内</a>',
    '<a href="data:text/html,Hello">x</a>',
    '<a href="d:\\news.html">案内</a>',
    '<a href="about:blank">x</a>',
    '<a href="vbscript:x">x</a>',
  ],
  good: [
    '<a href="https://shop.example.co.jp/">x</a><a href="mailto:a@shop.example.co.jp">x</a><a href="tel:0312345678">x</a>',
    '<a href="sms:090">x</a><a href="line://x">x</a><a href="cid:a@b">x</a><a href="{{url}}">x</a>',
  ],
  check(view, _wanted, report) {
    for (const {target, at, isHref} of linksIn(view)) {
      const isRefused = /^(?:javascript|vbscript|file|data|blob|about|[a-z])$/.test(target.scheme)
      if (isHref && isRefused) report({at, key: 'link-scheme.refused', values: {href: shownHref(target)}})
    }
  },
}
