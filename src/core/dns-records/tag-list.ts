/** Lists such as `v=DMARC1; p=none; rua=mailto:…`, in which many records of mail are written. */

export interface TagList {
  /** Names in lower case; of two tags of one name the first. */
  readonly tags: ReadonlyMap<string, string>
  /** Pieces that are no tag, and tags named twice, as written. */
  readonly faults: readonly string[]
}

/** Never throws. */
export function readTagList(text: string): TagList {
  const tags = new Map<string, string>()
  const faults: string[] = []
  for (const piece of text.split(';')) {
    const written = piece.trim()
    if (written === '') continue
    const equals = written.indexOf('=')
    const name = written.slice(0, Math.max(0, equals)).trim().toLowerCase()
    if (!/^[a-z]\w*$/.test(name) || tags.has(name)) faults.push(written)
    else tags.set(name, written.slice(equals + 1).trim())
  }
  return {tags, faults}
}
