/** Where a link leads, as far as its address tells before the mail is made: merge tags are set aside. */
import {kept} from '../kept.ts'
import {replaceAny} from './find-phrases.ts'
import {ANY_TAG} from './phrases/merge-tags.ts'
import type {LinkView, PartView, TemplateView} from './template-view.ts'

export interface LinkTarget {
  /** The address without blanks around it. */
  readonly written: string
  /** In lower case; '' where none is written. */
  readonly scheme: string
  /** Of http and https: in lower case, without port; '' where there is none or a tag stands in it. */
  readonly host: string
  /** Of http and https: what stands before the @ of the host; '' where nothing does. */
  readonly login: string
  /** A tag gives the beginning, so that nothing can be said of it. */
  readonly isTag: boolean
  /** The address with a letter in place of each tag. */
  readonly plain: string
}

const MAY_HOLD_TAGS = /[{}*%[\]<#$]/
/** Stands for a tag; no address holds it. */
const MARK = '\ue000'

/** Never throws. */
export function readTarget(href: string): LinkTarget {
  const written = href.trim()
  const masked = MAY_HOLD_TAGS.test(written) ? replaceAny(ANY_TAG, written, MARK) : written
  const isPort = /^[\w.-]+:\d+(?:[/?#]|$)/.test(masked)
  const scheme = isPort ? '' : (/^([a-z][a-z0-9+.-]{0,30}):/i.exec(masked)?.[1]?.toLowerCase() ?? '')
  const authority = /^https?:\/\/([^/?#\\]*)/i.exec(masked)?.[1] ?? ''
  const at = authority.lastIndexOf('@')
  const host = authority
    .slice(at + 1)
    .replace(/:\d*$/, '')
    .toLowerCase()
  return {
    written,
    scheme,
    host: host.includes(MARK) ? '' : host,
    login: at < 0 ? '' : authority.slice(0, at).replaceAll(MARK, 'x'),
    isTag: masked.startsWith(MARK),
    plain: masked.replaceAll(MARK, 'x'),
  }
}

export interface FoundLink {
  readonly part: PartView
  readonly link: LinkView
  readonly target: LinkTarget
  /** For complaints. */
  readonly at: {readonly part: number; readonly offset: number}
  /** An address in HTML that somebody wrote as a link's own; else it stands in the text, and programs make a link of it. */
  readonly isHref: boolean
}

/** Many rules ask the same mail. */
const FOUND = new WeakMap<TemplateView['parts'], readonly FoundLink[]>()

/** The links of all bodies, in order of place. */
export function linksIn({parts}: Pick<TemplateView, 'parts'>): readonly FoundLink[] {
  return kept(FOUND, parts, () => readLinks(parts))
}

function readLinks(parts: TemplateView['parts']): readonly FoundLink[] {
  return parts.flatMap((part, index) =>
    part.kind === 'subject'
      ? []
      : part.links.map((link) => ({
          part,
          link,
          target: readTarget(link.href),
          at: {part: index, offset: link.offset},
          isHref: part.kind === 'html' && /^href\s*=/i.test(part.source.slice(link.offset, link.offset + 20)),
        })),
  )
}

const LONGEST_SHOWN = 80

/** As messages show it. */
export function shownHref({written}: LinkTarget): string {
  return written.length <= LONGEST_SHOWN ? written : `${written.slice(0, LONGEST_SHOWN - 1)}…`
}
