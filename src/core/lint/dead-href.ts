/** Tells addresses that lead somewhere from those left over from a draft (rulebook G.10). */

/** True for what no reader can follow: empty, `#`, scripts, example.com, relative paths, hosts without a dot. */
export function isDeadHref(href: string): boolean {
  const target = href.trim()
  // A tag is filled in when the mail is made; a tag with a wrong name is another rule's matter.
  if (TAG.test(target)) return false
  if (/^(?:tel|sms):.*\d/i.test(target)) return false
  if (/^mailto:/i.test(target)) return !/^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+/i.test(target) || EXAMPLE_MAIL.test(target)
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(target)) return EXAMPLE_MAIL.test(target)
  const host = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(target)?.[1] ?? ''
  return !/[^.]\.[^.]/.test(host) || EXAMPLE_HOST.test(host)
}

const TAG =
  /\{\{|\*\||\*%7C|%%?[\w-]+%|\[\[?%?[\s\w:.]+%?\]|\{[%$!\w]|##\w+##|<%|<\/?unsubscribe>|\$%|<\?|__\w+__|%\(\w+\)s/i
const EXAMPLE_HOST = /^(?:www\.)?example\.(?:com|org|net|jp)$/i
const EXAMPLE_MAIL = /@example\.(?:com|org|net|jp)\b/i
