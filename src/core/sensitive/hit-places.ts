/** Where cells stand that look like sensitive data, by column: bounded, so that memory does not grow with the list. */
import type {ColumnJudgement} from './column-judgement.ts'

/** A line of a file, or the public id of a contact. */
export type HitPlace = number | string

export interface HitPlaces {
  /** columns: as ColumnJudge.see gives them. place: asked for only where there are some. */
  add(columns: readonly number[], place: () => HitPlace): void
  /** In order; of more than a hundred thousand the first. */
  of(column: number): readonly HitPlace[]
  /** Of every column that has some. */
  all(): ReadonlyMap<number, readonly HitPlace[]>
}

/** Above that nobody looks at cells one by one. */
const MOST_PLACES = 100_000
const SHOWN = 5

export function startHitPlaces(): HitPlaces {
  const places = new Map<number, HitPlace[]>()
  return {
    add(columns, place) {
      for (let i = 0; i < columns.length; i += 1) {
        const known = places.get(columns[i]!)
        if (known === undefined) places.set(columns[i]!, [place()])
        else if (known.length < MOST_PLACES) known.push(place())
      }
    },
    of: (column) => places.get(column) ?? NONE,
    all: () => places,
  }
}

const NONE: readonly HitPlace[] = []

/** The judgement of a column with the first places of its cells, where its cells speak for it. */
export function withPlaces(column: ColumnJudgement, {of}: HitPlaces): ColumnJudgement {
  // A column that its header names is to be dropped whole.
  const isTold = column.strength === 'weak' || column.by === 'values'
  const places = isTold && column.matched > 0 ? of(column.index) : NONE
  return places.length === 0 ? column : {...column, rows: places.slice(0, SHOWN)}
}
