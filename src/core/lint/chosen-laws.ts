/** The laws that a template chooses for itself: `<!-- todoke-laws: us, eu -->`, `{{! todoke-laws: us }}`, or its settings. */
import {closestName} from '../close-names.ts'
import {commentsWith} from './comments.ts'
import {spotIn} from './part-places.ts'
import type {Spot} from './spot.ts'
import type {FileFault, PartView} from './template-view.ts'

export interface ChosenLaws {
  /** Known ones, each once; empty where none is named. */
  readonly ids: readonly string[]
  /** What names no law that we hold. */
  readonly faults: readonly FileFault[]
}

const WORD = 'todoke-laws'
const NAMED = /^\s*todoke-laws\s*[:：]?([^:：]*)$/
const MOST = 100

/** Comments win over said, which the template's settings name. */
export function chosenLaws(
  parts: readonly PartView[],
  said: readonly {readonly name: string; readonly at: Spot}[],
  known: ReadonlySet<string>,
): ChosenLaws {
  const inComments = lawsInComments(parts)
  const named = inComments.length > 0 ? inComments : said
  return {
    ids: [...new Set(named.map(({name}) => name).filter((name) => known.has(name)))],
    faults: named.filter(({name}) => !known.has(name)).map(({name, at}) => faultOf(name, at, known)),
  }
}

function lawsInComments(parts: readonly PartView[]): readonly {readonly name: string; readonly at: Spot}[] {
  return commentsWith(WORD, parts)
    .flatMap(({words, part, offset}) => {
      const list = NAMED.exec(words)?.[1]
      if (list === undefined) return []
      const start = offset + words.length - list.length
      return [...list.matchAll(/[^\s,、]+/g)].map(({0: name, index}) => ({
        name: name.toLowerCase(),
        part,
        at: start + index,
      }))
    })
    .slice(0, MOST)
    .map(({name, part, at}) => ({name, at: spotIn(parts[part]!, at)}))
}

function faultOf(name: string, place: Spot, known: ReadonlySet<string>): FileFault {
  const near = [...known].find((id) => name.startsWith(id) || id.startsWith(name)) ?? closestName(name, known)
  const all = [...known].join(', ')
  return near === null
    ? {kind: 'laws', key: 'law-names.unknown', values: {law: name, known: all}, place}
    : {kind: 'laws', key: 'law-names.near', values: {law: name, near, known: all}, place}
}
