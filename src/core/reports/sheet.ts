/** A document of headed facts in words, the same for the terminal and for a page: what a person is given to read. */

export interface Sheet {
  readonly title: string
  /** Sentences above the sections. */
  readonly lead: readonly string[]
  readonly sections: readonly SheetSection[]
}

export interface SheetSection {
  readonly title: string
  /** Said where there are no entries. */
  readonly empty: string
  readonly entries: readonly SheetEntry[]
}

export interface SheetEntry {
  readonly head: string
  /** A few words beside the head; empty = none. */
  readonly note: string
  readonly facts: readonly SheetFact[]
}

export type SheetFact = readonly [name: string, value: string]
