/**
 * What can be mended in a part without asking anybody: nothing that could change what a mail says or where a link leads.
 * Whether a mend helps is seen afterwards, by linting what came of it.
 */
import {bareLinks} from '../bare-links.ts'
import {sureLanguage} from '../sure-language.ts'
import type {Edit} from './edits.ts'

export const MENDS = ['lang', 'https', 'footer', 'text-part'] as const
export type MendKind = (typeof MENDS)[number]

export interface Mend {
  readonly kind: MendKind
  readonly edits: readonly Edit[]
}

/** What mends ask of HTML; see MendPlacesFinder. */
export interface MendPlaces {
  /** Behind the name in the <html> tag, when it says no language. */
  readonly langAt: number | null
  /** Where `</body>` begins, or else `</html>`. */
  readonly bodyEnd: number | null
  /** The addresses of <a> and <area> as written. */
  readonly links: readonly {readonly href: string; readonly start: number}[]
  /** What a reader sees. */
  readonly visible: string
}

/** language: as said of the mail; null = as its letters and words tell. */
export function langMend({langAt, visible}: MendPlaces, language: string | null): Mend | null {
  const lang = language ?? sureLanguage(visible)
  if (langAt === null || lang === null) return null
  return {kind: 'lang', edits: [{start: langAt, end: langAt, text: ` lang="${lang}"`}]}
}

type Link = MendPlaces['links'][number]

/** hosts: that are known to answer over TLS, since somebody wrote https before them. */
export function httpsMend(links: readonly Link[], hosts: ReadonlySet<string>): Mend | null {
  const edits = links.flatMap(({href, start}) => {
    const host = /^http:\/\/([^\s/?#:@{}[\]%*|]+)(?=[/?#]|$)/i.exec(href)?.[1]?.toLowerCase()
    if (host === undefined || !hosts.has(host)) return []
    const at = start + 'http'.length
    return [{start: at, end: at, text: /^HTTP/.test(href) ? 'S' : 's'}]
  })
  return edits.length === 0 ? null : {kind: 'https', edits}
}

/** Of a text part. */
export function linksInText(source: string): readonly Link[] {
  return bareLinks(source).map(({href, start}) => ({href, start}))
}

/** Hosts that stand behind https: in any of those words, without a port. */
export function hostsOverTls(words: Iterable<string>): ReadonlySet<string> {
  const hosts = new Set<string>()
  for (const each of words)
    for (const [, host] of each.matchAll(/https:\/\/([^\s/?#:@{}[\]%*|"'<>()]+)(?=[/?#\s"'<>()]|$)/gi))
      if (host!.includes('.')) hosts.add(host!.toLowerCase())
  return hosts
}

const FOOTER = '{{> footer}}'

/** At the end of the mail, on a line of its own where lines are kept. bodyEnd: of HTML; null = the end of the source. */
export function footerMend(source: string, kind: 'html' | 'text', bodyEnd: number | null): Mend | null {
  if (/\{\{>\s*footer\s*\}\}/.test(source)) return null
  const eol = lineEndOf(source)
  if (bodyEnd === null) {
    const gap = source === '' || source.endsWith('\n') ? '' : eol
    const blank = kind === 'text' ? eol : ''
    return {kind: 'footer', edits: [{start: source.length, end: source.length, text: gap + blank + FOOTER + eol}]}
  }
  const lineStart = source.lastIndexOf('\n', bodyEnd - 1) + 1
  const isOwnLine = source.slice(lineStart, bodyEnd).trim() === ''
  const at = isOwnLine ? lineStart : bodyEnd
  return {kind: 'footer', edits: [{start: at, end: at, text: isOwnLine ? FOOTER + eol : FOOTER}]}
}

/** The one that the text uses first. */
export function lineEndOf(source: string): string {
  return /\r?\n/.exec(source)?.[0] ?? '\n'
}

/** A partial that goes into the text part as a partial stands on a line of its own there. */
export function tidyText(text: string, eol: string): string {
  const lines = text.replace(/\s*(\{\{>[^{}]*\}\})\s*/g, '\n\n$1\n\n').replace(/\n{4,}/g, '\n\n\n')
  return `${lines.trim()}\n`.replaceAll('\n', eol)
}
