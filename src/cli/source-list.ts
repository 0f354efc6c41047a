/** Sources of a page, numbered as they are met, and listed below it by the address of their text. */
import type {Source} from '../core/lint/finding.ts'
import {flowItems} from './flow-items.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'
import {textWidth} from './text-width.ts'

export interface SourceList {
  /** The numbers of these sources, e.g. [1] [4]. */
  refer(sources: readonly Source[]): string
  show(screen: Screen): void
}

interface Numbered {
  readonly number: number
  readonly source: Source
}

export function startSources(): SourceList {
  const known = new Map<string, Numbered>()
  const numberOf = (source: Source) => {
    const key = JSON.stringify([source.title, source.url ?? '', source.confidence])
    const numbered = known.get(key) ?? {number: known.size + 1, source}
    known.set(key, numbered)
    return numbered.number
  }
  return {
    refer: (sources) => sources.map((source) => `[${numberOf(source)}]`).join(' '),
    show(screen) {
      const {t, paint, width} = screen
      if (known.size === 0) return
      screen.out(`\n${paint.bold(t('laws.show.sources'))}`)
      screen.out(paint.dim(wrap(t('laws.show.sources.what'), width, 2)))
      const byUrl = new Map<string, Numbered[]>()
      for (const numbered of known.values()) {
        // Without an address each stands alone, in its turn: they have nothing in common.
        const key = numbered.source.url ?? String(numbered.number)
        byUrl.set(key, [...(byUrl.get(key) ?? []), numbered])
      }
      for (const group of byUrl.values()) showGroup(group, screen)
    },
  }
}

/** What all titles of one text begin with, such as the name of the law, is said once. */
function showGroup(group: readonly Numbered[], screen: Screen): void {
  const {paint, width} = screen
  const url = group[0]!.source.url
  const name = sharedWords(group.map(({source}) => source.title))
  if (name !== '') screen.out(wrap(name, width, 2))
  const items = group.map(({number, source}) => `[${number}] ${titleWords(source, name, screen)}`)
  for (const line of flowItems(items, '  ', width - 4))
    screen.out(`    ${textWidth(line) > width - 4 ? wrap(line, width, 8).trimStart() : line}`)
  if (url !== undefined) screen.out(`${' '.repeat(textWidth(url) + 4 > width ? 0 : 4)}${paint.cyan(url)}`)
}

function titleWords({title, confidence}: Source, name: string, {t}: Screen): string {
  const rest = title.slice(name.length).trim()
  return confidence === 'verified' ? rest : t(`laws.source.${confidence}`, {title: rest})
}

/** Whole words only; empty for a single title. */
function sharedWords(titles: readonly string[]): string {
  if (titles.length < 2) return ''
  const [first = [], ...others] = titles.map((title) => title.split(' '))
  const end = first.findIndex((word, i) => i === first.length - 1 || others.some((words) => words[i] !== word))
  // "s." and "art." belong to the number behind them.
  const shared = first
    .slice(0, end)
    .join(' ')
    .replace(/\s+[a-z]{1,4}\.$/, '')
  return titles.some((title) => title.trim() === shared) ? '' : shared
}
