/** The language that MJML says of a mail, for screen readers and hyphenation: its own attribute on the first element. */

const ROOT = /^((?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*<mjml)(?=[\s>])(?![^>]*\slang\s*=)/i

/** language: BCP 47. No line is added, and a language that is written there stays. */
export function withLanguage(mjml: string, language: string): string {
  return mjml.replace(ROOT, (root) => `${root} lang="${language}"`)
}
