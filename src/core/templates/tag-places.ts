/** Where the tags of a name stand, so that whoever must mend them finds them. */
import {assemble} from './assemble.ts'
import type {PartText} from './compile-part.ts'
import type {FillStop} from './fill-part.ts'
import type {Tag} from './parse-template.ts'
import {parseTemplate} from './parse-template.ts'

export interface TagPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface WrittenPart {
  readonly text: PartText
  readonly partials: ReadonlyMap<string, PartText>
}

/** The tags that can have stopped a mail so; all of that name where none is likelier than the others. */
export function tagPlaces(parts: readonly WrittenPart[], {why, name}: Pick<FillStop, 'why' | 'name'>): TagPlace[] {
  const found = parts.flatMap(({text, partials}) => {
    const {source, placeOf} = assemble(text, partials)
    const tags = parseTemplate(source).tags.filter((tag) => tag.name === name && tag.kind !== 'close')
    return tags.map((tag) => ({tag, place: placeOf(tag.start)}))
  })
  const likely = found.filter(({tag}) => mayStop(tag, why))
  const places = new Map<string, TagPlace>()
  for (const {place} of likely.length > 0 ? likely : found)
    places.set(`${place.file}:${place.line}:${place.column}`, place)
  return [...places.values()]
}

function mayStop(tag: Tag, why: FillStop['why']): boolean {
  if (tag.kind !== 'variable') return why === 'too-large' || why === 'too-many-steps'
  if (why === 'empty-value') return tag.fallback === null
  return why !== 'bad-format' || tag.format !== null
}
