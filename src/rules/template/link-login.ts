/** Looks for a name or password in front of a host. */
import {linksIn} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkLogin: TemplateRule = {
  id: 'link-login',
  subject: 'template',
  bad: [
    '<a href="https://staging:secret@shop.example.co.jp/">Shop</a>',
    '<a href="https://www.sample.jp@shop.example.co.jp/">Shop</a>',
  ],
  good: [
    '<a href="https://shop.example.co.jp/@sample">Shop</a>',
    '<a href="https://shop.example.co.jp?m=a@b">x</a><a href="mailto:a@shop.example.co.jp">x</a>',
  ],
  check(view, _wanted, report) {
    // The login itself is not shown: it may be a password.
    for (const {target, at} of linksIn(view))
      if (target.login !== '') report({at, key: 'link-login.shown', values: {host: target.host}})
  },
}
