/** What an import noticed about addresses, as a table: how many, what, which domain, first line. Never an address. */
import type {FlagCount} from '../core/contacts/address-census.ts'
import type {FlagKind} from '../core/contacts/address-flags.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {cut, plain, table, wrap} from './table.ts'

/** Rows of one kind on the screen; --json has them all. */
const MOST_ROWS = 5
/** Good to know, and nothing to do about. */
const NOTES: ReadonlySet<FlagKind> = new Set(['role', 'folded', 'odd-dots'])
/** Cells of a line that the columns beside the domain take at most. */
const BESIDE_DOMAIN = 52

/** counts: of startAddressCensus, in its order. Shows nothing when there are none. */
export function showAddressFlags(counts: readonly FlagCount[], screen: Screen): void {
  if (counts.length === 0) return
  const {t, paint, lang} = screen
  screen.out(`\n${paint.bold(wrap(t('lists.flags'), screen.width))}`)
  const rows = [...byKind(counts)].flatMap(([kind, all]) => {
    const paintMark = NOTES.has(kind) ? paint.blue : paint.yellow
    const mark = paintMark(NOTES.has(kind) ? '●' : '▲')
    const row = (count: number, domain: string, firstLine: number) => [
      mark,
      number(count, lang),
      t(`lists.flag.${kind}`),
      cut(domain, Math.max(16, screen.width - BESIDE_DOMAIN)),
      paint.dim(t('lists.flag-line', {line: firstLine})),
    ]
    const shown = all.slice(0, all.length > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS)
    const rest = all.slice(shown.length)
    const lines = shown.map((each) => row(each.count, domainWords(each), each.firstLine))
    if (rest.length === 0) return lines
    const count = rest.reduce((sum, each) => sum + each.count, 0)
    const firstLine = Math.min(...rest.map((each) => each.firstLine))
    return [...lines, row(count, t('lists.flag-more', {count: rest.length}), firstLine)]
  })
  screen.out(table(rows, ['left', 'right', 'left', 'left', 'right']))
}

function byKind(counts: readonly FlagCount[]): ReadonlyMap<FlagKind, readonly FlagCount[]> {
  const kinds = new Map<FlagKind, FlagCount[]>()
  for (const count of counts) {
    const known = kinds.get(count.kind)
    if (known === undefined) kinds.set(count.kind, [count])
    else known.push(count)
  }
  return kinds
}

function domainWords({domain, suggestion}: FlagCount): string {
  if (domain === null) return ''
  return suggestion === null ? plain(domain) : `${plain(domain)} → ${plain(suggestion)}?`
}
