/** Counts the identifying numbers in a column's cells, by kind: those its header asks for, or those that need no words. */
import type {IdentifierCategory, SensitiveCategory} from './column-judgement.ts'
import {provedBy} from './recognisers/all.ts'
import type {Proof, Recogniser} from './recognisers/recogniser.ts'
import {holdsNumber} from './recognisers/recogniser.ts'

export interface NumberTally {
  /** text: one filled cell, as plainText gives it. True when it holds such a number. */
  see(text: string): boolean
  /** The kind of the header that most cells hold; null = none does, or the header asks for none. */
  held(): {readonly category: IdentifierCategory; readonly count: number} | null
  /** The kinds that whole cells prove to be, among those that need no header; most cells first. */
  proved(): readonly {readonly category: IdentifierCategory; readonly count: number; readonly proof: Proof}[]
  /** The kind of a category that was met most, by either way. */
  of(category: SensitiveCategory): {readonly kind: string; readonly shape: string; readonly count: number} | null
}

/** wanted: what the header asks for. */
export function startNumberTally(wanted: readonly Recogniser[]): NumberTally {
  const held = new Map<Recogniser, number>()
  const proved = new Map<Recogniser, {count: number; last: string}>()
  return {
    see(text) {
      let isHit = false
      for (const recogniser of wanted) {
        if (!holdsNumber(recogniser, text)) continue
        held.set(recogniser, (held.get(recogniser) ?? 0) + 1)
        isHit = true
        break
      }
      for (const recogniser of provedBy(text)) {
        isHit = true
        const known = proved.get(recogniser)
        // The same cell in row after row is a code of the list, no person's number.
        if (known === undefined) proved.set(recogniser, {count: 1, last: text})
        else if (known.last !== text) {
          known.count += 1
          known.last = text
        }
      }
      return isHit
    },
    held() {
      const most = mostOf([...held].map(([recogniser, count]) => ({recogniser, count})))
      return most === null ? null : {category: most.recogniser.category, count: most.count}
    },
    proved: () =>
      [...proved]
        .map(([{category, proves}, {count}]) => ({category, count, proof: proves!}))
        .sort((a, b) => b.count - a.count),
    of(category) {
      const mine = [...held, ...[...proved].map(([recogniser, {count}]) => [recogniser, count] as const)]
        .filter(([recogniser]) => recogniser.category === category)
        .map(([recogniser, count]) => ({recogniser, count}))
      const most = mostOf(mine)
      if (most === null) return null
      const {kind, shape} = most.recogniser
      const count = Math.max(
        [...held].reduce((sum, [recogniser, n]) => (recogniser.category === category ? sum + n : sum), 0),
        most.count,
      )
      return {kind, shape, count}
    },
  }
}

function mostOf<Counted extends {readonly count: number}>(counted: readonly Counted[]): Counted | null {
  return counted.reduce<Counted | null>((most, each) => (most === null || each.count > most.count ? each : most), null)
}
