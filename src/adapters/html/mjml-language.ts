/** The language that MJML says of a mail, for screen readers and hyphenation: its own attribute on the first element. */

const BLANKS = /\s*/y
const ROOT = /<mjml(?=[\s>])(?![^>]*\slang\s*=)/iy

/** language: BCP 47. No line is added, and a language that is written there stays. Linear. */
export function withLanguage(mjml: string, language: string): string {
  const at = languageAt(mjml)
  return at === null ? mjml : `${mjml.slice(0, at)} lang="${language}"${mjml.slice(at)}`
}

/** Behind the name of the first element where that says no language; null where it does, or is another. */
export function languageAt(mjml: string): number | null {
  const at = behindComments(mjml)
  ROOT.lastIndex = at
  const root = ROOT.exec(mjml)?.[0]
  return root === undefined ? null : at + root.length
}

/** Where the first element begins, or what else is no blank, comment or instruction. */
function behindComments(mjml: string): number {
  for (let at = 0; ; ) {
    BLANKS.lastIndex = at
    BLANKS.exec(mjml)
    at = BLANKS.lastIndex
    const closer = mjml.startsWith('<!--', at) ? '-->' : mjml.startsWith('<?', at) ? '?>' : null
    const end = closer === null ? -1 : mjml.indexOf(closer, at)
    if (closer === null || end < 0) return at
    at = end + closer.length
  }
}
