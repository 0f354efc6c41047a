/** The subject of a mail that is a single file: the words of its title. */

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'}

/** element: title, or what MJML calls it. The words of the first one with their place, or null when it is missing or empty. */
export function titleOf(source: string, element: 'title' | 'mj-title'): {text: string; offset: number} | null {
  const found = new RegExp(`<${element}(?:\\s[^>]{0,1000})?>\\s*([^<]{1,2000}?)\\s*</${element}`, 'i').exec(source)
  if (found === null) return null
  const words = found[1]!
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (written, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : -1
      return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (ENTITIES[name?.toLowerCase()] ?? written)
    })
    .replace(/\s+/g, ' ')
  return {text: words, offset: found.index + found[0].indexOf(found[1]!)}
}
