/** What a mail says in plain words: its text, or what is left of its HTML without quotes, styles and tags. Linear in both. */

/** Where mail programs put what is answered to. */
const QUOTES = ['<blockquote', 'class="gmail_quote', 'id="appendonsend"', 'class="moz-cite', 'id="divrplyfwdmsg"']
const MOST_CHARS = 512 * 1024
const ENTITIES: Readonly<Record<string, string>> = {
  ...{'&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'"},
}

export function textOfReply(text: string, html: string): string {
  return text.trim() !== '' ? text : textOfHtml(html.slice(0, MOST_CHARS))
}

function textOfHtml(html: string): string {
  const lower = html.toLowerCase()
  const ends = QUOTES.map((mark) => lower.indexOf(mark)).filter((at) => at >= 0)
  const own = without(without(html.slice(0, Math.min(html.length, ...ends)), 'style'), 'script')
  return own
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*(?:>|$)/g, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/&#(\d{1,7});/g, (entity, code: string) => {
      const point = Number(code)
      return point <= 0x10ffff ? String.fromCodePoint(point) : entity
    })
}

/** The text without elements of that name and what stands in them. */
function without(html: string, name: string): string {
  const lower = html.toLowerCase()
  let kept = ''
  let from = 0
  for (let at = lower.indexOf(`<${name}`); at >= 0; at = lower.indexOf(`<${name}`, from)) {
    kept += html.slice(from, at)
    const end = lower.indexOf(`</${name}`, at)
    if (end < 0) return kept
    from = end
  }
  return kept + html.slice(from)
}
