/** What others wrote into DNS, made fit for a screen or a sentence: anybody may publish anything. */

/** Without control characters, on one line, at most so many characters. */
export function foreignText(text: string, most = 200): string {
  const clean = text
    .slice(0, most * 4)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  return clean.length <= most && text.length <= most * 4 ? clean : `${clean.slice(0, most - 1)}…`
}
