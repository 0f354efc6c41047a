/**
 * Domains that are probably a misspelt one: gmial.com, docomo.ne.ip, randomshop.con. Only ever a suggestion; a
 * domain that exists under its own name gets none.
 */
import {isCarrierDomain} from './carrier-domains.ts'
import {BROKEN_ENDINGS, COMMON_ENDINGS, COUNTRY_ENDINGS, isNoTypo, MEANT, MISTAKEN_FOR} from './well-known-domains.ts'

/** domain: A-label, lower case. The domain that was probably meant, or null. Some microseconds: remember the answer. */
export function suggestDomain(domain: string): string | null {
  if (isNoTypo(domain) || isCarrierDomain(domain)) return null
  const mistaken = MISTAKEN_FOR.get(domain)
  if (mistaken !== undefined) return mistaken
  const dot = domain.lastIndexOf('.')
  const meantEnding = BROKEN_ENDINGS.get(domain.slice(dot + 1))
  if (meantEnding === undefined) return nearest(domain)
  const mended = `${domain.slice(0, dot)}.${meantEnding}`
  return isNoTypo(mended) || isCarrierDomain(mended) ? mended : (MISTAKEN_FOR.get(mended) ?? nearest(mended) ?? mended)
}

/** The nearest well-known domain within reach of a slip: one edit, two where the name is long. */
function nearest(domain: string): string | null {
  let best: string | null = null
  let bestEdits = Number.POSITIVE_INFINITY
  for (const {name, ending} of MEANT) {
    const meant = `${name}.${ending}`
    if (!beginsAlike(domain, meant)) continue
    const most = editsAllowed(domain, name, ending)
    if (most === 0) continue
    const edits = editsBetween(domain, meant, most)
    if (edits <= most && edits < bestEdits) {
      best = meant
      bestEdits = edits
    }
  }
  return best
}

/** Slips seldom hit the first letter, and ymail.com, email.com, mail.com are all real. */
function beginsAlike(domain: string, meant: string): boolean {
  return domain[0] === meant[0] || (domain[0] === meant[1] && domain[1] === meant[0])
}

function editsAllowed(domain: string, name: string, ending: string): number {
  const last = domain.slice(domain.lastIndexOf('.') + 1)
  const meantLast = ending.slice(ending.lastIndexOf('.') + 1)
  if (last !== meantLast && COUNTRY_ENDINGS.has(last))
    // ne. and or. stand before no other country than Japan: docomo.ne.jo.
    return meantLast.length > 2 || domain.startsWith(`${name}.ne.`) || domain.startsWith(`${name}.or.`) ? 1 : 0
  if (name.length >= 8) return 2
  // The name is right and the ending is none that exists: gmail.vpm.
  return domain.startsWith(`${name}.`) && last.length > 2 && !COMMON_ENDINGS.has(last) ? 2 : 1
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (Damerau's distance, optimal string alignment).
 * Gives up above `most` and then returns more than it.
 */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let edits = Math.min(above[j - 1]! + (isSame ? 0 : 1), above[j]! + 1, row[j - 1]! + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) edits = Math.min(edits, before[j - 2]! + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    before = above
    above = row
  }
  return above[b.length]!
}
