/**
 * Does a text show any sender at all, where nobody declared a name to look for? Told by legal forms, copyright lines,
 * signatures, mastheads, tags and by a name that the mail's own addresses bear out. Never tells whether it is the right one.
 */

import {withoutAddresses} from './bare-links.ts'
import type {Catalogue} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {PLATFORMS, SENDER_SIGNS, SENDER_TAG} from './phrases/sender-signs.ts'
import {hasPostalAddress} from './postal-address.ts'
import {firstCompany} from './sender-names.ts'
import type {PartView} from './template-view.ts'

const SIGNS = new RegExp(
  Object.values(SENDER_SIGNS as Catalogue)
    .flat()
    .map((sign) => `(?:${sign})`)
    .join('|'),
  'u',
)

/** Who speaks is said at the head or the foot; a mail of megabytes is not read for it from end to end. */
const ENDS = 20_000

/** Never throws. */
export function showsSomeSender(part: PartView): boolean {
  const whole = part.visible.text
  const text = whole.length > 2 * ENDS ? `${whole.slice(0, ENDS)}\n${whole.slice(-ENDS)}` : whole
  return (
    firstCompany(text) !== null ||
    SENDER_TAG.test(text) ||
    SIGNS.test(fold(text).text) ||
    isSigned(text) ||
    hasMasthead(part, text) ||
    standsAtAddress(text) ||
    bearsOutHost(part, text)
  )
}

const CLOSING =
  /^(?:(?:best|kind|warm) )?(?:regards|wishes|cheers|thanks|thank you|sincerely|love|warmly)(?: yours)?|^yours(?: \w+)?|^see you .{0,20}|^(?:mit )?(?:freundlichen|besten|herzlichen|viele|liebe) gr(?:ü|ue)(?:ß|ss)e?n?|^cordialement|^bien à vous|^à bientôt|^(?:un )?saludos?(?: cordial(?:es)?)?|^atentamente/iu
const LINE_OF_NAME = /^[-–—~\s]{0,3}\p{Lu}[\p{L}.'’&-]{1,30}(?: [\p{Lu}&][\p{L}.'’&-]{0,30}){0,5},?$/u

/** A closing word on a line of its own, and a name on the next; or a name of two words after a dash. */
function isSigned(text: string): boolean {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  return lines.some((line, i) => {
    if (/^(?:--?|[–—]) ?\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+$/u.test(line)) return true
    const closing = CLOSING.exec(line)?.[0]
    if (closing === undefined || !/^[,.!、。]?$/u.test(line.slice(closing.length))) return false
    return LINE_OF_NAME.test(lines[i + 1] ?? '')
  })
}

const FEWEST_LINES = 3
/** Words of buttons and menus that stand at the top of mails as well. */
const NO_NAME =
  /\b(?:view|read|open|click|browser|online|home|here|shop|buy|get|now|more|web|version|unsubscribe|see|image|logo)\b/iu

/** The first line of several is a link, and its text is a short name. */
function hasMasthead({links}: PartView, text: string): boolean {
  const [first = '', ...others] = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (others.length < FEWEST_LINES) return false
  return LINE_OF_NAME.test(first) && !NO_NAME.test(first) && links.some(({anchor}) => anchor.trim() === first)
}

const LABELLED = /^(?:(?:本社)?住所|所在地|本社|本店|会場|場所|address|adresse|anschrift|direcci[oó]n|order|code)\b/iu
const BEFORE_ADDRESS =
  /^\p{L}[\p{L}\d・ー&'’. ]{1,60}(?:[,:、·|–-]| ){1,3}(?:〒|東京都|北海道|(?:京都|大阪)府|\p{sc=Han}{2,3}[県市]|(?:P\.? ?O\.? ?Box )?\d{1,6}[A-Za-z]? \p{Lu})/u

const BEGINS_JP = /^(?:〒|東京都|北海道|(?:京都|大阪)府|\p{sc=Han}{2,3}[県市])/u
const LINE_OF_NAME_JP = /^[\p{L}\d][\p{L}\d ー・&'’.-]{1,30}(?<!様|殿|御中|住所|所在地|本社|です|ます|した|先|場)$/u

/** Merriweather 1234 S. Broadway St. City, State 12345; in Japan also the line above, unless it is the reader's. */
function standsAtAddress(text: string): boolean {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [fold(line).text.trim()]))
  return lines.some((line, i) => {
    const before = lines[i - 1] ?? ''
    if (BEFORE_ADDRESS.test(line)) return !LABELLED.test(line) && hasPostalAddress(line)
    return BEGINS_JP.test(line) && LINE_OF_NAME_JP.test(before) && hasPostalAddress(`${before}\n${line}`)
  })
}

const HOST = /(?:https?:\/\/|@)([\w.-]{4,80})/giu
const SHORTEST = 4

/** A word of the text, with a capital or with the ending of a domain, is the name of a host that the mail leads to. */
function bearsOutHost({links}: PartView, text: string): boolean {
  const hosts = new Set(links.flatMap(({href}) => [...href.matchAll(HOST)].flatMap(([, host]) => labelsOf(host!))))
  if (hosts.size === 0) return false
  const words = withoutAddresses(text).match(/[\p{L}\d][\p{L}\d-]{2,40}(?:\.(?:com|net|org|jp|de|fr|tv|io)\b)?/gu) ?? []
  return words.some((word) => {
    const [bare = '', ending] = word.toLowerCase().split('.')
    return hosts.has(bare) && (ending !== undefined || /\p{Lu}|\d/u.test(word))
  })
}

/** shop.sample.co.jp: sample; the rest names machines and countries. */
function labelsOf(host: string): readonly string[] {
  const labels = host
    .toLowerCase()
    .split('.')
    .filter((label) => label !== '')
  const label = labels.slice(0, -1).findLast((each) => each.length >= SHORTEST) ?? ''
  return label === '' || PLATFORMS.has(label) ? [] : [label]
}
