/** What a person wrote in a reply, without what they answered to and without their signature. Linear in the text. */
import {QUOTE_HEADS, QUOTE_STARTS} from './phrases/mail-opt-outs.ts'

/** Of the text of a mail; nobody writes a request further down. */
const MOST_CHARS = 64 * 1024
/** A line this long is no head of a quote. */
const LONGEST_HEAD = 400

export function ownWords(text: string): string {
  const lines = text.slice(0, MOST_CHARS).split(/\r\n|\r|\n/)
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const bare = line.trim()
    if (/^[>＞|]/.test(bare)) continue
    if (bare === '--' || line === '-- ') break
    if (bare.length <= LONGEST_HEAD) {
      if (QUOTE_STARTS.some((start) => start.test(bare))) break
      if (QUOTE_HEADS.test(bare)) {
        const next = lines.slice(at + 1, at + 6).find((each) => each.trim() !== '') ?? ''
        if (!/^\s*[>＞|]/.test(next)) break
        continue
      }
    }
    kept.push(line)
  }
  return kept.join('\n').trim()
}
