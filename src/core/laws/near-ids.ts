/** Which ids were probably meant by one that nobody has. */
import {nearestWord} from '../close-names.ts'

const MOST = 3

/** At most three: those that hold the word given (or the word behind its law), else the nearest by spelling. */
export function nearIds(given: string, known: readonly string[]): readonly string[] {
  const asked = given.toLowerCase()
  const behind = asked.slice(asked.indexOf('/') + 1)
  for (const word of [asked, behind]) {
    const holding = word.length < 3 ? [] : known.filter((id) => id.includes(word))
    if (holding.length > 0) return [...holding].sort((a, b) => a.length - b.length).slice(0, MOST)
  }
  const near = nearestWord(asked, known) ?? nearestWord(behind, known)
  return near === null ? [] : [near]
}
