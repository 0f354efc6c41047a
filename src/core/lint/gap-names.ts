/** Names whose empty value leaves a gap that the reader sees: tags of a lenient template, outside of sections for them. */
import type {CompiledPart} from '../templates/compile-part.ts'
import type {Scope} from '../templates/fill-part.ts'

/** Gives the names that are empty for one contact. A tag with a default is no gap, nor is one that only shows with a value. */
export function gapNames(parts: readonly CompiledPart[]): (scope: Scope) => readonly string[] {
  const names = new Set<string>()
  const walk = (part: CompiledPart, around: ReadonlySet<string>) => {
    for (const node of part) {
      if (node.kind === 'literal') continue
      if (node.kind === 'slot') {
        // What stands in a loop belongs to its elements.
        if (node.fallback === '' && node.name !== '.' && around.size === 0) names.add(node.name)
      } else walk(node.body, new Set([...around, node.name]))
    }
  }
  for (const part of parts) walk(part, new Set())
  return (scope) =>
    names.size === 0
      ? []
      : [...names].filter((name) => {
          const value = scope.builtIn(name) ?? (Object.hasOwn(scope.data, name) ? scope.data[name] : '')
          return value === '' || value === null
        })
}
