/** How the value of a link may begin, in each way that sections leave it: what stands behind it must not name another host. */

export const LINK_ATTRIBUTES: ReadonlySet<string> = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'background',
  'cite',
  'poster',
  'data',
  'longdesc',
  'ping',
  'srcset',
  'xlink:href',
])
/** Of these, those that hold several links, separated by blanks. */
export const SEVERAL_LINKS: ReadonlySet<string> = new Set(['srcset', 'ping'])
/** A beginning that no value behind it can turn into a program's address. */
const SAFE_BEGINNING = /^\s*(?:(?:https?|mailto|tel|sms|cid):|[/#?])/i
/**
 * A beginning that has not come to the end of its host: a value behind it (.evil.example) would name another one. A
 * browser takes slashes either way and any number of them; a character reference in front of the end may be anything. So
 * does a mail address that has begun.
 * Source: url.spec.whatwg.org, 4.4 (special authority ignore slashes state).
 */
const OPEN_HOST = /^\s*(?:(?:https?:|[/\\]{2})[/\\]*[^/\\?#&]*(?:$|&)|[/\\]&|mailto:[^?#]+$)/i
/** Stands for a value that was checked: some host of its own, perhaps without a path. */
const SOME_LINK = 'https://host'
/** Longer than a host may be; and ways to begin, as many as sections make in a link of a real mail. */
const MOST_HEAD = 300
const MOST_HEADS = 16

type Heads = readonly string[]

/** With a stretch behind each. Browsers leave out line ends and tabs within an address. */
export function grown(heads: Heads, stretch: string): Heads {
  const value = stretch.replace(/[\t\n\r]+/g, '').slice(0, MOST_HEAD)
  return heads.map((head) => (head + value).slice(0, Math.max(head.length, MOST_HEAD)))
}

/** With a filled value behind each: the first begins with a scheme of the allow-list; what follows one is not what stood before it. */
export function afterValue(heads: Heads, {isFirst, canBeEmpty}: {isFirst: boolean; canBeEmpty: boolean}): Heads {
  if (isFirst) return canBeEmpty ? ['', SOME_LINK] : [SOME_LINK]
  return canBeEmpty ? heads : heads.map((head) => (head.length < MOST_HEAD ? `${head}x` : head))
}

/** The ways of both. */
export function joined(heads: Heads, others: Heads): Heads {
  return heads.length <= MOST_HEADS ? [...new Set([...heads, ...others])] : heads
}

/** Behind a tag that left nothing, a value is encoded and so no scheme; words of the template may be one. */
export function areSafe(heads: Heads): boolean {
  return (
    heads.length <= MOST_HEADS &&
    heads.every((head) => head === '' || (SAFE_BEGINNING.test(head) && !OPEN_HOST.test(head)))
  )
}
