/** Sections written in a way of other systems, `{{#if x}} … {{else}} … {{/if}}`, `{% if x %} … {% endif %}`: each is one mistake. */
import {scanTags} from '../templates/convert/scan.ts'
import type {PartView} from './template-view.ts'

export interface ForeignBlocks {
  /** The tags in double braces that open one, which our own language takes for sections of its own; each kind once, in order. */
  readonly openers: readonly {readonly tag: string; readonly start: number}[]
  /** Where tags begin that belong to one which was opened before: else, else if, end. */
  readonly inner: ReadonlySet<number>
  /** Where any tag of one begins. */
  readonly all: ReadonlySet<number>
}

const NONE: ForeignBlocks = {openers: [], inner: new Set(), all: new Set()}
const MAY_OPEN = /\{\{[-~]?\s{0,5}(?:#|if\b|range\b|with\b)|\{%|\*\||<%|\[%/

/** Linear in the source; what opens nothing costs one look. */
export function foreignBlocksIn({source, kind}: Pick<PartView, 'source' | 'kind'>): ForeignBlocks {
  if (!MAY_OPEN.test(source)) return NONE
  const openers: {tag: string; start: number}[] = []
  const inner = new Set<number>()
  const all = new Set<number>()
  const depths = new Map<string, number>()
  for (const {tag, start, family, reading, zone} of scanTags(source, kind === 'html', {system: null, isSaid: false})) {
    const depth = depths.get(family) ?? 0
    const {meaning} = reading
    if (zone !== 'content') continue
    if (meaning.kind === 'open') {
      depths.set(family, depth + 1)
      all.add(start)
      if (family === 'mustache' && openers.every((other) => other.tag !== tag)) openers.push({tag, start})
    } else if (depth > 0 && (meaning.kind === 'branch' || meaning.kind === 'close')) {
      if (meaning.kind === 'close') depths.set(family, depth - 1)
      inner.add(start)
      all.add(start)
    }
  }
  return {openers, inner, all}
}
